"""Building and checking from Python; the command line does the same and tells about it."""

from __future__ import annotations

from pathlib import Path

from sitegen.build.output import OutputError
from sitegen.build.pipeline import compile_site
from sitegen.build.processes import WorkersError
from sitegen.build.publish import publish
from sitegen.build.published import Wanted
from sitegen.build.store import Store
from sitegen.build.workers import Jobs
from sitegen.diagnostics import Diagnostic
from sitegen.world import Folder

__all__ = ["Diagnostic", "build_site", "check_site"]


def check_site(root: str | Path, *, drafts: bool = False) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the publication in a folder; nothing is written."""
    return compile_site(Folder.at(Path(root)), drafts=drafts).diagnostics


def build_site(
    root: str | Path,
    out: str | Path | None = None,
    *,
    drafts: bool = False,
    jobs: Jobs = None,
    search: bool = True,
) -> tuple[Diagnostic, ...]:
    """Build the publication in a folder into `out` (`public` in it where none is given).

    The site is written only where no finding is an error. That it cannot be written is a finding too.
    `search=False` leaves out its search. `jobs` is a number of processes of this machine (None: as many as
    it has processors) or an executor (concurrent.futures), whose processes are trusted.
    """
    folder = Path(root)
    target = Path(out) if out is not None else folder / "public"
    try:
        wanted = Wanted(drafts=drafts, search=search)
        done = publish(Folder.at(folder), target, Store.open(folder), wanted, jobs=jobs)
    except (OutputError, WorkersError) as error:
        return (error.diagnostic,)
    return (*done.diagnostics, *done.remarks)
