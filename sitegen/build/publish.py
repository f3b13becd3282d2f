"""A publication brought into its output folder: built where anything has changed, written where it may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.build.last_build import LastBuild, last_build, output_digest, remember, sources_digest
from sitegen.build.output import OutputError, Written, check_folder, write
from sitegen.build.store import Store
from sitegen.diagnostics import Diagnostic
from sitegen.world import Folder

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of what the site is to be made: with drafts, with search."""

    drafts: bool = False
    search: bool = True


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it: nothing is written where findings forbid a site."""

    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...] = ()
    written: Written | None = None


def publish(
    world: Folder,
    out: Path,
    store: Store,
    wanted: Wanted,
    *,
    strict: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Published:
    """Build into a folder. OutputError where the folder may not or cannot be written."""
    check_folder(out, world.root)
    sources = sources_digest(world, repr(wanted)) if store.is_open else ""
    last = last_build(store, out)
    if last and last.is_current(sources, out) and not is_forbidden(last.diagnostics, strict=strict):
        return Published(last.diagnostics, last.remarks, Written(0, last.files, 0))
    # The phases are loaded only where there is work for them.
    from sitegen.build.pipeline import compile_site  # noqa: PLC0415

    outcome = compile_site(
        world, drafts=wanted.drafts, search=wanted.search, jobs=jobs, progress=progress, store=store
    )
    if is_forbidden(outcome.diagnostics, strict=strict):
        return Published(outcome.diagnostics)
    try:
        written = write(outcome.artifacts, out, world.root)
    except OutputError as error:
        raise OutputError(error.diagnostic, outcome.diagnostics) from error
    state = output_digest(out)
    files = len(outcome.artifacts)
    remember(store, out, LastBuild(sources, state, files, outcome.diagnostics, outcome.remarks))
    return Published(outcome.diagnostics, outcome.remarks, written)


def is_forbidden(found: Sequence[Diagnostic], *, strict: bool) -> bool:
    """Whether the findings forbid a site."""
    grave = {"error", "warning"} if strict else {"error"}
    return any(one.severity in grave for one in found)
