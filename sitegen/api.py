"""Building and checking from Python; the command line does the same and tells about it."""

from __future__ import annotations

from pathlib import Path

from sitegen.build.output import OutputError, check_folder, write
from sitegen.build.pipeline import compile_site
from sitegen.diagnostics import Diagnostic
from sitegen.world import Folder

__all__ = ["Diagnostic", "build_site", "check_site"]


def check_site(root: str | Path, *, drafts: bool = False) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the publication in a folder; nothing is written."""
    return compile_site(Folder.at(Path(root)), drafts=drafts).diagnostics


def build_site(
    root: str | Path, out: str | Path | None = None, *, drafts: bool = False, jobs: int | None = None
) -> tuple[Diagnostic, ...]:
    """Build the publication in a folder into `out` (`public` in it where none is given).

    The site is written only where no finding is an error. That it cannot be written is a finding too.
    """
    folder = Path(root)
    target = Path(out) if out is not None else folder / "public"
    try:
        check_folder(target, folder)
        outcome = compile_site(Folder.at(folder), drafts=drafts, jobs=jobs)
        if outcome.artifacts:
            write(outcome.artifacts, target, folder)
    except OutputError as error:
        return (error.diagnostic,)
    return (*outcome.diagnostics, *outcome.remarks)
