"""Which quotation marks of a text belong together, whatever their kind, and which are apostrophes.

A mark opens after the start, a blank, an opening bracket, a dash or a slash, and closes otherwise; levels are
counted with a stack (typography.md, section 2). What a sign looks like decides only where its place does not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache
from itertools import islice

from sitegen.values import dataclass

OPAQUE = "\ufffc"
"""Stands for what is not text: code, a note's mark, an address."""

DOUBLE = frozenset('"„“”«»')
SINGLE = frozenset("'‚‘’‹›")
LOW = frozenset("„‚")
"""Marks that open wherever they stand."""

_ROW = 6
"""More marks than this in a row, or alone between blanks, are no quotation: they stay, are told of once."""
_MARK = "[\"'„“”«»‚‘’‹›]"
_RUN = re.compile(rf"(?<!\S){_MARK}++(?:\s{_MARK}++(?!\S)){{{_ROW},}}|{_MARK}+")
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
_APOSTROPHES = frozenset("'’‘")
_ELIDED = re.compile(
    r"(?:\d\d(?:er|ern|ers|s|е|х)|s|n|ne|nen|nem|ner|nauf|naus|nein|nunter|rauf|raus|rein|runter|rüber"
    r"|tis|twas|em|cause|til|bout)(?![\w'‘’])",
    re.IGNORECASE,
)
_FIRST_OF_ELIDED = frozenset("snretcb")
"""After an apostrophe at the start of a word: `'68er`, `'s ist`, `'ne`; never a quotation's first word."""


_OPEN, _CLOSE, _LOOSE, _TIGHT, _BETWEEN, _JOINED = range(6)
"""The place of marks: with a blank on both sides they are loose, with a word on both sides tight; between
have a stop before, a word or an ellipsis behind; joined have a sign such as a hyphen before, a word behind.
"""
_OPENS, _CLOSES, _ALONE, _PRIME, _APOSTROPHE = range(5)
"""What a mark is. One that closes ends the innermost open mark of its class; a prime is one of a measure,
or a single mark that can be none of a pair: both stay as typed.
"""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Offsets in a text: pairs of marks, inner pairs first; apostrophes; double marks without a partner."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    apostrophes: list[int] = field(default_factory=list)
    unpaired: list[int] = field(default_factory=list)


def pair_up(text: str) -> Pairing:
    """Pair the marks of a text. Primes (`5' 6"`) are in none of the lists. Linear in the text's length."""
    stack = _Stack(text)
    stack.read()
    return stack.found


def depths(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Every pair with the number of pairs around it."""
    around: list[int] = []
    for start, end in reversed(pairs):
        while around and end < around[-1]:
            around.pop()
        yield start, end, len(around)
        around.append(start)


class _Stack:
    """The marks open at a place of the text: their offsets and signs, and how many are double."""

    __slots__ = ("doubles", "found", "open", "signs", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[int] = []
        self.signs: list[str] = [""]
        self.doubles = 0
        self.found = Pairing()

    def read(self) -> None:
        """All marks of the text. What a mark alone between others signs is depends on its neighbours and on
        what is open: each such case is judged once.
        """
        padded = f"\n{self.text}\n\n"
        signs = self.signs
        known: dict[tuple[str, str, bool], int] = {}
        for run in _RUN.finditer(self.text):
            start, end = run.span()
            if end - start > 1:
                self._read_run(start, end)
                continue
            case = (padded[start : end + 3], signs[-1], self.doubles > 0)
            verdict = known.get(case)
            if verdict is None:
                verdict = self._judge(start, *case)
                if _is_local(case[0]):
                    known[case] = verdict
            self._do(verdict, start, case[0][1])
        for offset in self.open:
            self._leave(offset, self.text[offset])

    def _read_run(self, start: int, end: int) -> None:
        """Marks without anything between them. Only the first of them can be a prime, only the last an
        apostrophe.
        """
        text = self.text
        if end - start > _ROW:
            self.found.unpaired.extend(islice((at for at in range(start, end) if text[at] in DOUBLE), 1))
            return
        before = text[start - 1 : start] if start else ""
        side = _side(before, text[end : end + 2])
        prime = before.isdigit()
        for offset in range(start, end):
            sign = text[offset]
            if offset == end - 1 and sign in _APOSTROPHES and self._is_apostrophe(offset):
                self.found.apostrophes.append(offset)
            else:
                self._do(_verdict(sign, side, self.signs[-1], self.doubles > 0, prime), offset, sign)
            prime = False

    def _judge(self, offset: int, around: str, top: str, inside: bool) -> int:  # noqa: FBT001
        """What a mark between other signs is."""
        before, sign, after = around[0], around[1], around[2:]
        if sign in _APOSTROPHES and self._is_apostrophe(offset):
            return _APOSTROPHE
        return _verdict(sign, _side(before, after), top, inside, before.isdigit())

    def _do(self, verdict: int, offset: int, sign: str) -> None:
        if verdict == _OPENS:
            self.open.append(offset)
            self.signs.append(sign)
            self.doubles += sign in DOUBLE
        elif verdict == _CLOSES:
            self._close(offset, sign)
        elif verdict == _ALONE:
            self._leave(offset, sign)
        elif verdict != _PRIME:
            self.found.apostrophes.append(offset)

    def _close(self, offset: int, sign: str) -> None:
        if sign in DOUBLE:
            while self.signs[-1] in SINGLE:
                self._leave(self.open.pop(), self.signs.pop())
            self.doubles -= 1
        self.signs.pop()
        self.found.pairs.append((self.open.pop(), offset))

    def _is_apostrophe(self, offset: int) -> bool:
        """Between two letters, or before a shortened word."""
        before = self.text[offset - 1] if offset else ""
        after = self.text[offset + 1 : offset + 2]
        if not after.isalnum():
            return False
        if before.isalnum() and after.isalpha():
            return self.text[offset] != "‘" or self.signs[-1] != "‚"
        return not _is_word(before) and bool(_ELIDED.match(self.text, offset + 1))

    def _leave(self, offset: int, sign: str) -> None:
        """A mark without a partner. A single one is an apostrophe where a word is next to it, else as
        typed.
        """
        if sign in DOUBLE:
            self.found.unpaired.append(offset)
        elif sign in "'’" and (
            _is_word(self.text[offset - 1 : offset]) or _is_word(self.text[offset + 1 : offset + 2])
        ):
            self.found.apostrophes.append(offset)


@lru_cache(maxsize=4096)
def _verdict(sign: str, side: int, top: str, inside: bool, prime: bool) -> int:  # noqa: FBT001
    """What a mark is, by its place, the innermost open mark and whether a double one is open."""
    is_prime = prime and sign in _STRAIGHT
    opens = side == _OPEN or (
        side != _CLOSE and _leans_open(sign, side, top, inside=inside, is_prime=is_prime)
    )
    if sign in DOUBLE:
        if opens or sign in LOW:
            return _OPENS
        if inside:
            return _CLOSES
        return _PRIME if is_prime else _ALONE
    if sign in LOW or (sign != "’" and opens):
        return _OPENS
    if top in SINGLE:
        return _CLOSES
    return _ALONE if sign in "'’" and not is_prime else _PRIME


def _leans_open(sign: str, side: int, top: str, *, inside: bool, is_prime: bool) -> bool:
    """Whether a mark opens whose place does not say so: its look decides, then what is open."""
    if sign in _PARTNERS.get(top, "") and not (side == _JOINED and sign in _STRAIGHT):
        return False
    if side in {_LOOSE, _JOINED}:
        return True
    if sign in SINGLE:
        return False
    if not inside:
        return not is_prime
    return side == _BETWEEN and sign not in _STRAIGHT and (sign == top or sign in _RATHER_OPENING)


@lru_cache(maxsize=4096)
def _side(before: str, after: str) -> int:
    """The side of marks between the character before them and the two behind; empty at the text's ends."""
    dots = after == ".."
    before, after = before or " ", after[:1] or " "
    blank_before = before.isspace()
    if blank_before or before in _OPENING_PLACE:
        stop = blank_before and after in _STOPS and after != "…" and not dots
        return _LOOSE if after.isspace() or stop else _OPEN
    if not _is_word(before) and after == "…":
        return _BETWEEN
    if not _is_word(after) or after == OPAQUE:
        return _CLOSE
    if _is_word(before):
        return _TIGHT
    return _BETWEEN if before in _AFTER_WORDS else _JOINED


def _is_local(around: str) -> bool:
    """Whether a mark can be judged by its neighbours: no shortened word can begin behind it."""
    if around[1] not in _APOSTROPHES or around[0].isalnum():
        return True
    return not (around[2].isnumeric() or around[2].casefold() in _FIRST_OF_ELIDED)


@lru_cache(maxsize=4096)
def _is_word(character: str) -> bool:
    """A letter, a digit, an accent of its own, a sign without width, or what is not text."""
    return character.isalnum() or character == OPAQUE or unicodedata.category(character or " ")[0] in "MC"
