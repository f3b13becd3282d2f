"""`sitegen build`: the site, written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.build.executors import is_executor, working
from sitegen.build.output import OutputError, Written
from sitegen.build.processes import WorkersError
from sitegen.build.publish import publish
from sitegen.build.published import Wanted
from sitegen.build.store import Store
from sitegen.catalogs import MESSAGES, translation
from sitegen.cli.findings import Telling, opened
from sitegen.cli.language import Command, Option, say
from sitegen.cli.options import format_option, root_option, strict_option
from sitegen.cli.reasons import told_reasons
from sitegen.cli.terminal import progress
from sitegen.diagnostics.row import N_

DEFAULT = "public"


@click.command("build", cls=Command, help=N_("Build the site. It is written only where there is no error."))
@root_option()
@click.option(
    "-o",
    "out",
    cls=Option,
    metavar="OUT",
    type=click.Path(path_type=Path),
    help=N_("Folder for the site (default: public in the publication)."),
)
@click.option("--jobs", cls=Option, type=click.IntRange(min=1), help=N_("How many processes work at once."))
@click.option(
    "--executor",
    cls=Option,
    metavar="EXECUTOR",
    help=N_("Who makes the pages, in place of processes of this computer: dask:tcp://HOST:PORT."),
)
@click.option("--drafts", cls=Option, is_flag=True, help=N_("Build drafts too."))
@click.option("--no-search", cls=Option, is_flag=True, help=N_("Leave out the search."))
@click.option(
    "--no-cache", "anew", cls=Option, is_flag=True, help=N_("Use nothing of earlier builds and keep nothing.")
)
@click.option("--explain", cls=Option, is_flag=True, help=N_("Say of each file that was made, why."))
@strict_option()
@format_option()
@click.pass_obj
def command(
    language: str,
    *,
    root: Path,
    out: Path | None,
    jobs: int | None,
    executor: str | None,
    drafts: bool,
    no_search: bool,
    anew: bool,
    explain: bool,
    strict: bool,
    form: str,
) -> int:
    _judge_executor(language, executor, jobs)
    world = opened(root, language)
    telling = Telling(language, root, world, form)
    site = out or root / DEFAULT
    store = Store() if anew else Store.open(root)
    wanted = Wanted(drafts=drafts, search=not no_search)
    try:
        with progress(language) as show, working(executor, jobs) as crew:
            done = publish(world, site, store, wanted, strict=strict, jobs=crew, progress=show)
    except WorkersError as error:
        telling.tell((error.diagnostic,), [say(language, N_("Nothing was written."))])
        return 1
    except OutputError as error:
        telling.tell((*error.found, error.diagnostic))
        return 1
    if done.written is None:
        telling.tell(done.diagnostics, [say(language, N_("Nothing was written."))])
        return 1
    reasons = told_reasons(done, language) if explain else ()
    telling.tell((*done.diagnostics, *done.remarks), [*reasons, *_notes(done.written, site, language)])
    return 0


def _judge_executor(language: str, executor: str | None, jobs: int | None) -> None:
    if executor is None:
        return
    if not is_executor(executor):
        text = N_(
            "There is no executor “{name}”: write the address of a Dask scheduler, dask:tcp://HOST:PORT."
        )
        raise click.UsageError(say(language, text, name=executor))
    if jobs is not None:
        text = N_(
            "--jobs counts processes of this computer; with --executor others do the work. Leave out one."
        )
        raise click.UsageError(say(language, text))


def _notes(written: Written, site: Path, language: str) -> list[str]:
    """What was written, and how to look at it."""
    catalog = translation(MESSAGES, language)
    total = written.written + written.unchanged
    files = catalog.ngettext(
        "{count} file in {folder}: {written} written, {unchanged} unchanged, {removed} removed.",
        "{count} files in {folder}: {written} written, {unchanged} unchanged, {removed} removed.",
        total,
    )
    return [
        files.format(
            count=total,
            folder=site,
            written=written.written,
            unchanged=written.unchanged,
            removed=written.removed,
        ),
        say(language, N_("To look at it, open {page} in a browser."), page=site / "index.html"),
    ]
