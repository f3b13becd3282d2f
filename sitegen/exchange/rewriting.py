"""Edits of a chapter: what a translation puts where, and the file with all else as it was, to the byte."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.exchange.units import Pair
from sitegen.model.document import BlockKind
from sitegen.source import Source
from sitegen.values import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Piece:
    """One translation in the text of an edit, by its offsets there, and what is protected in it."""

    start: int
    end: int
    pair: Pair
    protected: Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Edit:
    """What is replaced by which text. `rank` orders what is put in at one place; `after` is the number of
    the block behind which new blocks of these `kinds` come, -1 before the first.
    """

    start: int
    end: int
    text: str
    pieces: tuple[Piece, ...] = ()
    rank: int = 0
    after: int = -1
    kinds: tuple[BlockKind, ...] = ()

    def moved(self, before: str, behind: str) -> Edit:
        """The edit with something around its text."""
        shift = len(before)
        pieces = tuple(
            Piece(one.start + shift, one.end + shift, one.pair, one.protected) for one in self.pieces
        )
        text = f"{before}{self.text}{behind}"
        return Edit(self.start, self.end, text, pieces, self.rank, self.after, self.kinds)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as it would be, where each translation stands in it, and the kinds of its blocks."""

    text: str
    pieces: tuple[Piece, ...]
    kinds: tuple[BlockKind, ...]


def drafted(text: str, kinds: Sequence[BlockKind], edits: Iterable[Edit]) -> Draft:
    """Carry out edits that do not overlap."""
    parts: list[str] = []
    pieces: list[Piece] = []
    position = length = 0
    for edit in in_order(edits):
        parts += (text[position : edit.start], edit.text)
        length += edit.start - position
        pieces += (
            Piece(length + one.start, length + one.end, one.pair, one.protected) for one in edit.pieces
        )
        length += len(edit.text)
        position = edit.end
    parts.append(text[position:])
    return Draft("".join(parts), tuple(pieces), _kinds(kinds, edits))


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: (edit.start, edit.end, edit.rank))


def rewritten(data: bytes, source: Source, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file with edits of its text: its line ends, and a byte order mark, stay."""
    raw = data.decode("utf-8")
    ends = list(_LINE_END.finditer(raw))
    newline = Counter(end[0] for end in ends).most_common(1)[0][0] if ends else "\n"
    starts = [int(raw.startswith(_BYTE_ORDER_MARK)), *(end.end() for end in ends)]

    def place(offset: int) -> int:
        line = bisect_right(source.line_starts, offset) - 1
        return starts[line] + offset - source.line_starts[line]

    parts: list[str] = []
    position = 0
    for edit in in_order(edits):
        parts += (raw[position : place(edit.start)], edit.text.replace("\n", newline))
        position = place(edit.end)
    return "".join((*parts, raw[position:])).encode("utf-8")


def _kinds(kinds: Sequence[BlockKind], edits: Iterable[Edit]) -> tuple[BlockKind, ...]:
    new: dict[int, list[BlockKind]] = {}
    for edit in sorted(edits, key=lambda edit: edit.rank):
        new.setdefault(edit.after, []).extend(edit.kinds)
    found = list(new.get(-1, ()))
    for number, kind in enumerate(kinds):
        found += (kind, *new.get(number, ()))
    return tuple(found)
