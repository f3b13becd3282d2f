"""The output folder: wholly the old site or wholly the new one, nobody else's files touched.

`.sitegen-manifest.json` in the folder names the files that builds of ours made, with their digests.
The new site is built beside the folder, in the same parent so that both lie on one disk, and takes
its name in one step (robustness.md, promise 8). What a reader of the folder can see meanwhile, and
what happens where a system cannot do that, is told in ARCHITECTURE.md, "The output folder".
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TypeAlias

from sitegen.build.in_place import STAGE, change_in_place
from sitegen.build.lock import BusyError, Lock, locked
from sitegen.build.manifest import MANIFEST, PREFIX, read_manifest
from sitegen.build.plan import Plan, is_litter, plan, plan_changes, repair_modes
from sitegen.build.staging import build_tree, make_folder, remove_tree, sweep
from sitegen.build.swap import FixedError, flush, flush_names, put_in_place
from sitegen.build.tree import Tree
from sitegen.diagnostics import Diagnostic, report
from sitegen.source import Span
from sitegen.values import dataclass

__all__ = ["MANIFEST", "WAIT", "OutputError", "Written", "check_folder", "write", "write_changes"]

Planner: TypeAlias = Callable[[], Plan]
"""Looks at the folder, and says what is to be done; it is asked again when nobody else can write there."""

SOURCES = ("content", "templates")
SOURCE_FILES = ("sitegen.toml", "citations.bib", "places.toml")
WAIT = 60.0
"""Seconds that a build waits for another one that is writing to the same folder."""


class OutputError(Exception):
    """The site cannot be written; `diagnostic` says why, `found` is what else the build has found."""

    def __init__(self, diagnostic: Diagnostic, found: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic
        self.found = found


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, were there already with the same bytes, and were removed; `paths` are
    those that were written.
    """

    written: int
    unchanged: int
    removed: int
    paths: frozenset[str] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class _Names:
    """The folder and what stands beside it during a build: the lock, the new site, the old one."""

    out: Path
    lock: Path
    new: Path
    old: Path

    @classmethod
    def of(cls, out: Path) -> _Names:
        name = out.name
        if len(os.fsencode(name)) > 200:
            name = hashlib.sha256(os.fsencode(name)).hexdigest()
        return cls(out, *(out.with_name(f"{PREFIX}{kind}-{name}") for kind in ("lock", "new", "old")))

    @property
    def litter(self) -> bool:
        """Whether a build is at work here or was killed here."""
        beside = (self.lock, self.new, self.old)
        within = (self.out / STAGE, self.out / self.lock.name)
        return any(os.path.lexists(path) for path in (*beside, *within))


def check_folder(out: Path, root: Path) -> None:
    """Refuse an output that is, holds or lies in the sources, the root of the disk or the home."""
    target, publication = out.resolve(), root.resolve()
    home = Path.home().resolve()
    inside = any(target.is_relative_to(publication / name) for name in (*SOURCES, ".git", ".sitegen"))
    holds = publication.is_relative_to(target) or home.is_relative_to(target)
    foreign = target.is_dir() and any((target / name).exists() for name in SOURCE_FILES)
    if inside or holds or foreign or target.parent == target:
        raise OutputError(report("OUT001", _place(out, root), folder=str(out)))


def write(
    artifacts: Mapping[str, bytes], out: Path, root: Path | None = None, *, wait: float = WAIT
) -> Written:
    """Make the folder hold these artifacts and whatever else is not ours. OutputError, and the old site is
    untouched, where the disk refuses, where a file stands in the way that no build of ours has made, or
    where another build is still writing there after `wait` seconds. Findings name places as seen from
    `root`, the publication (the folder above `out` where none is given).
    """
    names = _Names.of(out.resolve())
    return _told(
        lambda: _write(lambda: plan(artifacts, names.out), names, root or out.parent, wait), out, root, wait
    )


def write_changes(
    changes: Mapping[str, bytes], tree: Tree, root: Path, *, wait: float = WAIT
) -> Written | None:
    """The same for a folder that is as the last build left it, and in which only these files may differ. None
    where another build has been there meanwhile.
    """
    out = tree.folder
    names = _Names.of(out.resolve())

    def planned() -> Plan:
        if read_manifest(names.out) != tree.known:
            raise _Moved
        return plan_changes(changes, tree)

    try:
        return _told(lambda: _write(planned, names, root, wait), out, root, wait)
    except _Moved:
        return None


class _Moved(Exception):  # noqa: N818  (no error: the whole is to be written)
    """Another build has changed the folder."""


def _told(work: Callable[[], Written], out: Path, root: Path | None, wait: float) -> Written:
    """What stands in the way of writing, as a finding."""
    root = root or out.parent
    try:
        return work()
    except BusyError as error:
        found = report("OUT007", _place(out, root), folder=str(out), seconds=f"{wait:.0f}")
        raise OutputError(found) from error
    except OSError as error:
        reason = error.strerror or str(error)
        found = report("OUT002", _place(out, root), path=error.filename or out, reason=reason)
        raise OutputError(found) from error


def _write(planner: Planner, names: _Names, root: Path, wait: float) -> Written:
    """What is as it should be is left alone without a lock: nothing is written then, not even beside it."""
    if os.path.lexists(names.out) and not names.out.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(names.out))
    if names.litter or not names.out.exists() or not (planned := planner()).is_done:
        planned = _write_locked(planner, names, root, wait)
    repair_modes(planned.artifacts, names.out)
    written = len(planned.pending)
    return Written(written, len(planned.artifacts) - written, len(planned.gone), planned.pending)


def _write_locked(planner: Planner, names: _Names, root: Path, wait: float) -> Plan:
    """The lock lies beside the folder; where nothing may be written there, within, as all else then."""
    make_folder(names.out.parent)
    beside = os.access(names.out.parent, os.W_OK)
    if not beside:
        make_folder(names.out)
    with locked(names.lock if beside else names.out / names.lock.name, wait) as lock:
        if beside:
            _clean(names, lock.left)
            lock.note("")
        planned = planner()
        if planned.obstacle is not None:
            place = _place(names.out / planned.obstacle, root)
            raise OutputError(report("OUT003", place, path=planned.obstacle))
        if not planned.is_done and not (beside and _swapped(planned, names, lock)):
            change_in_place(planned, names.out)
    return planned


def _swapped(planned: Plan, names: _Names, lock: Lock) -> bool:
    """Whether the new site could be built beside the old one and take its name."""
    made = ""
    try:
        build_tree(planned, names.out, names.new)
        flush(names.new)
        made = str(names.new.stat().st_ino)
        lock.note(made)
        old = put_in_place(names.new, names.out, names.old)
    except FixedError:
        remove_tree(names.new)
        return False
    except BaseException:
        _clean(names, made)
        raise
    flush_names(names.out.parent)
    if old is not None:
        sweep(old, names.out, planned.is_ours)
    return True


def _clean(names: _Names, noted: str) -> None:
    """Remove what a build left that was cut off. `noted` is the number of the folder it was about to put
    in place: if that one has the name already, what stands beside it is the old site.
    """
    if names.old.is_dir() and not names.out.exists():
        names.old.rename(names.out)
    elif names.old.is_dir():
        _sweep_old(names.old, names.out)
    if names.new.is_dir() and names.out.is_dir() and str(names.out.stat().st_ino) == noted:
        _sweep_old(names.new, names.out)
    remove_tree(names.new)
    remove_tree(names.out / STAGE)
    (names.out / names.lock.name).unlink(missing_ok=True)


def _sweep_old(old: Path, new: Path) -> None:
    known = {**read_manifest(old), **read_manifest(new)}
    sweep(old, new, lambda path: path in known or is_litter(path))


def _place(path: Path, root: Path) -> Span:
    """A place of the output as seen from the publication, with `/`."""
    try:
        return Span(Path(os.path.relpath(path.resolve(), root.resolve())).as_posix())
    except ValueError:  # on another drive
        return Span(path.name)
