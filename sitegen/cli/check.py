"""`sitegen check`: what build would find, without writing a site; `--fix` mends what can be mended."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.build.mending import mend
from sitegen.build.pipeline import compile_site
from sitegen.build.store import Store
from sitegen.cli.findings import Telling, failed, opened
from sitegen.cli.fixing import unified_diff, write_mended
from sitegen.cli.language import Command, Option, say
from sitegen.cli.options import format_option, root_option, strict_option
from sitegen.cli.terminal import progress, put_data, put_text
from sitegen.diagnostics.row import N_


@click.command("check", cls=Command, help=N_("Say what build would find, without writing a site."))
@root_option()
@click.option(
    "--fix",
    "wants_fix",
    cls=Option,
    is_flag=True,
    help=N_("Mend in the files what can safely be mended, then check again."),
)
@click.option(
    "--diff",
    "wants_diff",
    cls=Option,
    is_flag=True,
    help=N_("Show what --fix would change, and write nothing; exit code 1 if there is something."),
)
@strict_option()
@format_option()
@click.pass_obj
def command(language: str, *, root: Path, wants_fix: bool, wants_diff: bool, strict: bool, form: str) -> int:
    telling = Telling(language, root, opened(root, language), form)
    store = Store.known(root)
    if wants_diff:
        return _diff(telling, store)
    if wants_fix:
        return _fix(telling, store, strict=strict)
    with progress(language) as show:
        outcome = compile_site(telling.world, progress=show, store=store)
    telling.tell(outcome.diagnostics)
    return int(failed(outcome.diagnostics, strict=strict))


def _fix(telling: Telling, store: Store, *, strict: bool) -> int:
    """Mend and say what is left: of the files as they are now, whatever could not be written."""
    language = telling.language
    with progress(language) as show:
        mended = mend(telling.world, progress=show, store=store)
        done, refused = write_mended(telling.root, mended, language)
        outcome = mended.outcome
        if refused:
            outcome = compile_site(opened(telling.root, language), progress=show, store=store)
    if not mended.files:
        done.append(say(language, N_("There was nothing to mend.")))
    telling.tell(outcome.diagnostics, [*done, *refused])
    return int(bool(refused) or failed(outcome.diagnostics, strict=strict))


def _diff(telling: Telling, store: Store) -> int:
    with progress(telling.language) as show:
        mended = mend(telling.world, progress=show, store=store)
    if mended.files:
        put_data(unified_diff(mended.files))
        return 1
    put_text(say(telling.language, N_("There is nothing to mend.")) + "\n", err=True)
    return 0
