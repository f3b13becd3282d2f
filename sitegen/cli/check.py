"""`sitegen check`: what build would find, without writing a site."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.build.pipeline import compile_site
from sitegen.cli.findings import Telling, failed, opened
from sitegen.cli.language import Command
from sitegen.cli.options import format_option, root_option, strict_option
from sitegen.cli.terminal import progress
from sitegen.diagnostics.row import N_


@click.command("check", cls=Command, help=N_("Say what build would find, without writing a site."))
@root_option()
@strict_option()
@format_option()
@click.pass_obj
def command(language: str, *, root: Path, strict: bool, form: str) -> int:
    telling = Telling(language, root, opened(root, language), form)
    with progress(language) as show:
        outcome = compile_site(telling.world, progress=show)
    telling.tell(outcome.diagnostics)
    return int(failed(outcome.diagnostics, strict=strict))
