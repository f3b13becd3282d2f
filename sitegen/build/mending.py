"""Mending a publication: the fixes of its findings, applied in memory until no more is to be mended.

Nothing is written here. What has been read is remembered, so that whoever writes can tell whether a
file is still the one that was judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from sitegen.build.pipeline import Outcome, Progress, compile_site
from sitegen.build.store import Store
from sitegen.diagnostics import Diagnostic, Fix
from sitegen.fixes import applied, by_file
from sitegen.values import dataclass
from sitegen.world import World

ROUNDS = 5
"""Edits that overlap are made one after the other, each on the text that the one before has left."""


@dataclass(frozen=True)
class Overlay:
    """A world in which some files have other bytes; `seen` holds those that were read beneath."""

    base: World
    changed: Mapping[str, bytes] = field(default_factory=dict)
    seen: dict[str, bytes] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.base.today

    @property
    def files(self) -> tuple[str, ...]:
        return self.base.files

    @property
    def symlinks(self) -> tuple[str, ...]:
        return self.base.symlinks

    def read(self, path: str) -> bytes:
        if path in self.changed:
            return self.changed[path]
        if path not in self.seen:
            self.seen[path] = self.base.read(path)
        return self.seen[path]

    def size(self, path: str) -> int:
        known = self.changed.get(path, self.seen.get(path))
        return self.base.size(path) if known is None else len(known)


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file before and after its edits."""

    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Mended:
    """What could be mended: the files that change, the findings that are mended, and the outcome of the
    build with them.
    """

    files: Mapping[str, MendedFile]
    findings: tuple[Diagnostic, ...]
    outcome: Outcome


def mend(world: World, *, progress: Progress | None = None, store: Store | None = None) -> Mended:
    """Compile, apply the fixes, and compile again, until there is nothing more to mend. What the store knows
    is not parsed.
    """
    overlay = Overlay(world)
    mended: list[Diagnostic] = []
    outcome = compile_site(overlay, progress=progress, store=store)
    for _ in range(ROUNDS):
        changed, made = _round(overlay, outcome.diagnostics)
        if not made:
            break
        mended += [one for one in outcome.diagnostics if one.fix in made]
        overlay = Overlay(world, {**overlay.changed, **changed}, overlay.seen)
        outcome = compile_site(overlay, progress=progress, store=store)
    files = {path: MendedFile(overlay.seen[path], data) for path, data in sorted(overlay.changed.items())}
    return Mended(files, tuple(mended), outcome)


def _round(overlay: Overlay, found: tuple[Diagnostic, ...]) -> tuple[dict[str, bytes], set[Fix]]:
    """The files that change by the fixes of some findings, and the fixes that were made."""
    changed: dict[str, bytes] = {}
    made: set[Fix] = set()
    for path, fixes in by_file(found).items():
        if path in overlay.files:
            fixed = applied(overlay.read(path), fixes)
            made |= set(fixed.made)
            if fixed.made:
                changed[path] = fixed.data
    return changed, made
