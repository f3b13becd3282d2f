"""`sitegen build`: the site, written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from sitegen.build.output import OutputError, Written, check_folder, write
from sitegen.build.pipeline import Outcome, compile_site
from sitegen.catalogs import MESSAGES, translation
from sitegen.cli.findings import Telling, failed, opened
from sitegen.cli.language import Command, Option, say
from sitegen.cli.options import format_option, root_option, strict_option
from sitegen.cli.terminal import progress
from sitegen.diagnostics import Diagnostic
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
@click.option("--drafts", cls=Option, is_flag=True, help=N_("Build drafts too."))
@strict_option()
@format_option()
@click.pass_obj
def command(
    language: str, *, root: Path, out: Path | None, jobs: int | None, drafts: bool, strict: bool, form: str
) -> int:
    telling = Telling(language, root, opened(root, language), form)
    site = out or root / DEFAULT
    found: tuple[Diagnostic, ...] = ()
    try:
        check_folder(site, root)
        outcome = _compiled(telling, jobs=jobs, drafts=drafts)
        found = outcome.diagnostics
        if failed(found, strict=strict):
            telling.tell(found, [say(language, N_("Nothing was written."))])
            return 1
        written = write(outcome.artifacts, site, root)
    except OutputError as error:
        telling.tell((*found, error.diagnostic))
        return 1
    telling.tell((*found, *outcome.remarks), _notes(written, outcome.artifacts, site, language))
    return 0


def _compiled(telling: Telling, *, jobs: int | None, drafts: bool) -> Outcome:
    with progress(telling.language) as show:
        return compile_site(telling.world, drafts=drafts, jobs=jobs, progress=show)


def _notes(written: Written, artifacts: Mapping[str, bytes], site: Path, language: str) -> list[str]:
    """What was written, and how to look at it."""
    catalog = translation(MESSAGES, language)
    total = len(artifacts)
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
