"""`sitegen quotes`: every quote as data, on stdout."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.build.pipeline import compile_site
from sitegen.build.store import Store
from sitegen.cli.findings import Telling, failed, opened
from sitegen.cli.language import Command, Option
from sitegen.cli.options import root_option
from sitegen.cli.terminal import progress, put_data
from sitegen.diagnostics.row import N_
from sitegen.exports.quotes import quotes_csv, quotes_json

_WRITERS = {"json": quotes_json, "csv": quotes_csv}


@click.command("quotes", cls=Command, help=N_("Print every quote as data, in reading order."))
@root_option()
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(tuple(_WRITERS)),
    default="json",
    help=N_("Format of the data (default: json)."),
)
@click.pass_obj
def command(language: str, *, root: Path, form: str) -> int:
    telling = Telling(language, root, opened(root, language))
    with progress(language) as show:
        outcome = compile_site(telling.world, progress=show, store=Store.known(root))
    if outcome.diagnostics:
        telling.tell(outcome.diagnostics, err=True)
    if outcome.publication is None or failed(outcome.diagnostics, strict=False):
        return 1
    put_data(_WRITERS[form](outcome.publication))
    return 0
