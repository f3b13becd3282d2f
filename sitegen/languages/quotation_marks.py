"""Which quotation marks of a text belong together, whatever their kind, and which are apostrophes.

A mark opens after the start, a blank, an opening bracket, a dash or a slash, and closes otherwise; levels are
counted with a stack (typography.md, section 2). What a sign looks like decides only where its place does not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum, auto

OPAQUE = "\ufffc"
"""Stands for what is not text: code, a note's mark, an address."""

DOUBLE = frozenset('"„“”«»')
SINGLE = frozenset("'‚‘’‹›")
LOW = frozenset("„‚")
"""Marks that open wherever they stand."""

_RUN = re.compile("[\"'„“”«»‚‘’‹›]+")
_OPENING_PLACE = frozenset("([{–—/")
_STOPS = frozenset(".,;:!?…)]}")
_AFTER_WORDS = frozenset(".,;!?…)]}%°€$₽")
_PARTNERS = {
    '"': '"',
    "„": "“”",
    "“": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "'": "'",
    "‚": "‘’",
    "‘": "’",
    "‹": "›",
    "›": "‹",
}
_STRAIGHT = frozenset("\"'")
_RATHER_OPENING = frozenset("«“")
_ELIDED = re.compile(
    r"(?:\d\d(?:er|ern|ers|s|е|х)|s|n|ne|nen|nem|ner|nauf|naus|nein|nunter|rauf|raus|rein|runter|rüber"
    r"|tis|twas|em|cause|til|bout)(?![\w'‘’])",
    re.IGNORECASE,
)
"""After an apostrophe at the start of a word: `'68er`, `'s ist`, `'ne`; never a quotation's first word."""


class _Side(Enum):
    OPEN = auto()
    CLOSE = auto()
    LOOSE = auto()
    """Blank on both sides."""
    TIGHT = auto()
    """A word on both sides."""
    BETWEEN = auto()
    """A stop before, a word or an ellipsis behind."""
    JOINED = auto()
    """A sign such as a hyphen or colon before, a word behind."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Offsets in a text: pairs of marks, inner pairs first; apostrophes; double marks without a partner."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    apostrophes: list[int] = field(default_factory=list)
    unpaired: list[int] = field(default_factory=list)


def pair_up(text: str) -> Pairing:
    """Pair the marks of a text. Primes (`5' 6"`) are in none of the lists. Linear in the text's length."""
    stack = _Stack(text)
    for run in _RUN.finditer(text):
        side = _side(text, run.start(), run.end())
        for offset in range(run.start(), run.end()):
            if text[offset] in DOUBLE:
                stack.double(offset, side)
            else:
                stack.single(offset, side)
    stack.finish()
    return stack.found


def depths(pairs: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Every pair with the number of pairs around it."""
    deep: list[tuple[int, int, int]] = []
    around: list[int] = []
    for start, end in reversed(pairs):
        while around and end < around[-1]:
            around.pop()
        deep.append((start, end, len(around)))
        around.append(start)
    return deep


class _Stack:
    """The marks open at a place of the text."""

    __slots__ = ("doubles", "found", "open", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[int] = []
        self.doubles = 0
        self.found = Pairing()

    def double(self, offset: int, side: _Side) -> None:
        if self._opens(offset, side) or self.text[offset] in LOW:
            self.open.append(offset)
            self.doubles += 1
        elif self.doubles:
            while self.text[self.open[-1]] in SINGLE:
                self._abandon(self.open.pop())
            self.doubles -= 1
            self.found.pairs.append((self.open.pop(), offset))
        elif not self._is_prime(offset):
            self.found.unpaired.append(offset)

    def single(self, offset: int, side: _Side) -> None:
        sign = self.text[offset]
        if sign in "'’‘" and self._is_apostrophe(offset, sign):
            self.found.apostrophes.append(offset)
        elif sign in LOW or (sign != "’" and self._opens(offset, side)):
            self.open.append(offset)
        elif self._top() in SINGLE:
            self.found.pairs.append((self.open.pop(), offset))
        elif sign in "'’" and not self._is_prime(offset):
            self._abandon(offset)

    def finish(self) -> None:
        for offset in self.open:
            if self.text[offset] in DOUBLE:
                self.found.unpaired.append(offset)
            else:
                self._abandon(offset)

    def _opens(self, offset: int, side: _Side) -> bool:
        return side is _Side.OPEN or (side is not _Side.CLOSE and self._leans_open(offset, side))

    def _leans_open(self, offset: int, side: _Side) -> bool:
        """Whether a mark opens whose place does not say so: its look decides, then what is open."""
        sign, top = self.text[offset], self._top()
        if sign in _PARTNERS.get(top, "") and not (side is _Side.JOINED and sign in _STRAIGHT):
            return False
        if side is _Side.LOOSE or side is _Side.JOINED:
            return True
        if sign in SINGLE:
            return False
        if not self.doubles:
            return not self._is_prime(offset)
        return side is _Side.BETWEEN and sign not in _STRAIGHT and (sign == top or sign in _RATHER_OPENING)

    def _top(self) -> str:
        return self.text[self.open[-1]] if self.open else ""

    def _is_apostrophe(self, offset: int, sign: str) -> bool:
        """Between two letters, or before a shortened word."""
        before = self.text[offset - 1] if offset else ""
        after = self.text[offset + 1 : offset + 2]
        if before.isalnum() and after.isalpha():
            return sign != "‘" or self._top() != "‚"
        return not _is_word(before) and bool(_ELIDED.match(self.text, offset + 1))

    def _is_prime(self, offset: int) -> bool:
        return self.text[offset] in "\"'" and offset > 0 and self.text[offset - 1].isdigit()

    def _abandon(self, offset: int) -> None:
        """A single mark without a partner: an apostrophe where a word is next to it, else as typed."""
        around = self.text[offset - 1 : offset] + self.text[offset + 1 : offset + 2]
        if self.text[offset] in "'’" and any(map(_is_word, around)):
            self.found.apostrophes.append(offset)


def _side(text: str, start: int, end: int) -> _Side:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    blank_before = before.isspace()
    if blank_before or before in _OPENING_PLACE:
        stop = blank_before and after in _STOPS and after != "…" and not text.startswith("..", end)
        return _Side.LOOSE if after.isspace() or stop else _Side.OPEN
    if not _is_word(before) and after == "…":
        return _Side.BETWEEN
    if not _is_word(after) or after == OPAQUE:
        return _Side.CLOSE
    if _is_word(before):
        return _Side.TIGHT
    return _Side.BETWEEN if before in _AFTER_WORDS else _Side.JOINED


def _is_word(character: str) -> bool:
    """A letter, a digit, an accent of its own, a sign without width, or what is not text."""
    return character.isalnum() or character == OPAQUE or unicodedata.category(character or " ")[0] in "MC"
