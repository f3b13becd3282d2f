"""A publication brought into its output folder: built where anything has changed, written where it may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sitegen.build.last_build import LastBuild, Seen, last_build, look, name_of, output_digest, remember
from sitegen.build.output import OutputError, Written, check_folder, write, write_changes
from sitegen.build.store import Store
from sitegen.build.tree import Tree
from sitegen.diagnostics import Diagnostic
from sitegen.values import dataclass
from sitegen.world import Folder

if TYPE_CHECKING:  # a build with nothing to do loads no processes
    from sitegen.build.trace import Trace
    from sitegen.build.workers import Jobs

Progress = Callable[[str, int, int], None]

TRACE = "trace"
FEW = 8
"""So many changed chapters are made again one by one; for more, a build of the whole is as quick."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of what the site is to be made: with drafts, with search."""

    drafts: bool = False
    search: bool = True


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it: nothing is written where findings forbid a site. `reasons` give for each file that was
    made the source that it is made from, `cause` says why any was.
    """

    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...] = ()
    written: Written | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    cause: Cause = field(default_factory=lambda: Cause("unchanged"))


@dataclass(frozen=True, slots=True)
class Cause:
    """Why files are made. *new*: no earlier build of this folder is known; *touched*: its files are not as
    that build left them; *other*: the tool, the day or what is wanted is another; *edited*: `files` have
    changed, come or gone.
    """

    kind: Literal["unchanged", "new", "touched", "other", "edited"]
    files: tuple[str, ...] = ()

    @classmethod
    def of(cls, last: LastBuild | None, seen: Seen, out: Path) -> Cause:
        if last is None:
            return cls("new")
        if not last.is_in_place(out):
            return cls("touched")
        changed = seen.changed(last.seen)
        if changed is None:
            return cls("other")
        return cls("edited", changed) if changed else cls("unchanged")


def publish(
    world: Folder,
    out: Path,
    store: Store,
    wanted: Wanted,
    *,
    strict: bool = False,
    jobs: Jobs = None,
    progress: Progress | None = None,
) -> Published:
    """Build into a folder. OutputError where the folder may not or cannot be written."""
    check_folder(out, world.root)
    last = last_build(store, out)
    seen = look(world, repr(wanted), last.seen if last else None) if store.is_open else Seen()
    cause = Cause.of(last, seen, out)
    if last and cause.kind == "unchanged" and not is_forbidden(last.diagnostics, strict=strict):
        return Published(last.diagnostics, last.remarks, Written(0, last.files, 0))
    trace = _trace(store, out, last) if last and cause.kind == "edited" else None
    done = _revised(world, out, store, trace, seen, cause.files, strict=strict) if trace else None
    if done is None:
        done = _built(world, out, store, wanted, seen, trace, strict=strict, jobs=jobs, progress=progress)
    return replace(done, cause=cause)


def _trace(store: Store, out: Path, last: LastBuild) -> Trace | None:
    """The trace of the last build; none if it is of another one, which was cut off."""
    moment, trace = store.get(TRACE, name_of(out)) or (0, None)
    return trace if moment == last.seen.looked else None


def _revised(
    world: Folder,
    out: Path,
    store: Store,
    trace: Trace,
    seen: Seen,
    changed: Sequence[str],
    *,
    strict: bool,
) -> Published | None:
    """The folder with the pages of the changed chapters made again; None where that is not enough."""
    if not 0 < len(changed) <= FEW:
        return None
    # The phases are loaded only where there is work for them.
    from sitegen.build.revision import revise  # noqa: PLC0415

    tree = Tree(out)
    made = revise(world, changed, trace, tree, store)
    if made is None:
        return None
    if is_forbidden(made.diagnostics, strict=strict):
        return Published(made.diagnostics)
    written = write_changes(made.artifacts, tree, world.root)
    if written is None:
        return None
    store.put(TRACE, {name_of(out): (seen.looked, made.trace)})
    state = output_digest(out)
    remember(store, out, LastBuild(seen, state, len(tree), made.diagnostics, made.remarks))
    return Published(made.diagnostics, made.remarks, written, made.reasons)


def _built(
    world: Folder,
    out: Path,
    store: Store,
    wanted: Wanted,
    seen: Seen,
    trace: Trace | None,
    *,
    strict: bool,
    jobs: Jobs,
    progress: Progress | None,
) -> Published:
    """The folder with a site that is built as a whole; pages of the last one are taken where they can be."""
    from sitegen.build.pipeline import NOTHING, compile_site  # noqa: PLC0415
    from sitegen.build.units import Earlier  # noqa: PLC0415

    outcome = compile_site(
        world,
        drafts=wanted.drafts,
        search=wanted.search,
        jobs=jobs,
        progress=progress,
        store=store,
        others=seen.others if seen.key else "",
        earlier=Earlier(trace.keys, Tree(out)) if trace else NOTHING,
    )
    if is_forbidden(outcome.diagnostics, strict=strict):
        return Published(outcome.diagnostics)
    try:
        written = write(outcome.artifacts, out, world.root)
    except OutputError as error:
        raise OutputError(error.diagnostic, outcome.diagnostics) from error
    store.put(TRACE, {name_of(out): (seen.looked, outcome.trace)})
    state = output_digest(out)
    files = len(outcome.artifacts)
    remember(store, out, LastBuild(seen, state, files, outcome.diagnostics, outcome.remarks))
    return Published(outcome.diagnostics, outcome.remarks, written, outcome.reasons)


def is_forbidden(found: Sequence[Diagnostic], *, strict: bool) -> bool:
    """Whether the findings forbid a site."""
    grave = {"error", "warning"} if strict else {"error"}
    return any(one.severity in grave for one in found)
