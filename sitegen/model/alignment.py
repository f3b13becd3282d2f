"""How the blocks of one chapter answer each other in two languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from sitegen.values import dataclass

State: TypeAlias = Literal["in_step", "stale", "missing", "extra"]


@dataclass(frozen=True, slots=True)
class Row:
    """One step through both texts: the numbers of two blocks that answer each other, in the interfaces
    of source and translation, or of one block that has no partner.

    *Stale*: the partner changed after both were last agreed on. *Missing*: the translation lacks it.
    *Extra*: only the translation has it. `was` are the digests of both, source first, that a stale pair was
    agreed on with: more than one where it cannot be told which.
    """

    source: int | None
    target: int | None
    state: State = "in_step"
    was: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """The rows of one chapter (its file's stem) in two languages, in the order of the source.

    `declared` says that the translation names its source (`translated_from`); where neither does, a
    change of either makes its partner stale. `reported` marks the pairs that are a translation and its
    source: with three languages, two of the three. `head` is the state of title, subtitle and abstract,
    `head_was` what they were agreed on with.
    A chapter that only the source has gives rows that are all missing.
    """

    chapter: str
    source: str
    target: str
    declared: bool
    reported: bool
    rows: tuple[Row, ...] = ()
    head: Literal["in_step", "stale"] = "in_step"
    head_was: tuple[tuple[str, str], ...] = ()

    def rows_in(self, state: State) -> Iterator[Row]:
        return (row for row in self.rows if row.state == state)

    def partners(self, language: str) -> dict[int, int]:
        """Numbers of this language's blocks to those of the other one."""
        pairs = [
            (row.source, row.target) for row in self.rows if row.source is not None and row.target is not None
        ]
        return dict(pairs) if language == self.source else {target: source for source, target in pairs}
