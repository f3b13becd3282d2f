"""Dashes in a sentence, ranges of numbers, ellipses (typography.md, sections 1 and 2).

A hyphen is exchanged only between blanks and between two numbers that form a range: never in a word,
a date, a telephone number or before a negative number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from sitegen.languages.quotation_marks import DOUBLE, OPAQUE, SINGLE
from sitegen.languages.typography_rules import Typography

RANGE = "–"

_SIGNS = re.compile(r"[-–—](?<![^\W\d].)(?<![-–—].)[-–—]*")
"""Never directly behind a letter. (The sign comes first, so that a text without any is read fast.)"""
_DOTS = re.compile(r"\.{3,}")
_HYPHENS = frozenset({"-", "--", "---"})
_DASHES = frozenset({"–", "—"})
_MARKS = DOUBLE | SINGLE
_BEHIND = frozenset(".,;:!?…)]}") | _MARKS
"""What may follow a dash without a space."""

_LEFT_NUMBER = re.compile(r"(?<![\w.,:/+−–—-])(\d+)([.,:]\d+)?(\.?)$")
_RIGHT_NUMBER = re.compile(r"(\d+)([.,:]\d+)?(?!\d)(?![.,:/–—-]?\d)(?!\.?\w)(\.?)")
_TELEPHONE = re.compile(
    r"(?:\+\d[\d\s()/-]*|\(\d+\)\s*"
    r"|(?<!\w)(?:tel|telefon|mobil|fax|phone|тел|телефон|факс|моб|issn|isbn|doi|гост|din|iso)\b[.:]*\s*[\d\s()+/-]*)$",
    re.IGNORECASE,
)
_WINDOW = 40


def set_dashes(typography: Typography, pieces: list[str]) -> list[str]:
    """Exchange dashes and ellipses in the pieces of a block's text."""
    text = "".join(pieces)
    if not ("-" in text or "–" in text or "—" in text or "..." in text):
        return pieces
    edits: list[tuple[int, int, str]] = []
    for at in _SIGNS.finditer(text):
        start, end = at.span()
        sign = _dash(typography, text, start, end)
        if sign and sign != at[0]:
            edits.append((start, end, sign))
    if "..." in text:
        edits += [(*at.span(), dots) for at in _DOTS.finditer(text) if (dots := _ellipsis(at[0]))]
        edits.sort()
    return _edited(text, pieces, edits) if edits else pieces


def _ellipsis(dots: str) -> str:
    """Three dots; a fourth ends the sentence. A longer row is a leader."""
    return {"...": "…", "....": "…."}.get(dots, "")


def _dash(typography: Typography, text: str, start: int, end: int) -> str:
    """What stands for the dash between two offsets; empty if it stays."""
    sign = text[start:end]
    if sign not in _HYPHENS and sign not in _DASHES:
        return ""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after.isdigit() and (before.isdigit() or before == "."):
        return RANGE if _is_range(text, start, end) else ""
    return _between(typography, sign, before, after)


@lru_cache(maxsize=4096)
def _between(typography: Typography, sign: str, before: str, after: str) -> str:
    """What stands for a dash that is none of a range, by the characters beside it."""
    if before.isspace():
        parts = after.isspace() or (sign != "-" and (not after or after in _BEHIND))
        return typography.dash if parts else ""
    begins = not before or before == OPAQUE or before in _MARKS
    parts = sign != "-" or (typography.dialogue and before != OPAQUE)
    return typography.dash if begins and parts and after.isspace() else ""


def _is_range(text: str, start: int, end: int) -> bool:
    """Whether the numbers at both sides of a dash are a range."""
    sign = text[start:end]
    if sign == "---":
        return False
    if sign in _DASHES and text[start - 1].isdigit():
        return True
    right = _RIGHT_NUMBER.match(text, end, end + _WINDOW)
    left = _LEFT_NUMBER.search(text[max(0, start - _WINDOW) : start]) if right else None
    if sign in _DASHES:
        return bool(left)
    if not left or not right or bool(left[3]) > bool(right[3]):
        return False
    if _TELEPHONE.search(text[max(0, start - _WINDOW) : start - len(left[0])]):
        return False
    return _rises(left, right)


def _rises(left: re.Match[str], right: re.Match[str]) -> bool:
    """The second number is the greater one and has about as many digits: no date, no telephone number.

    Of a year and a number of two digits, only one above twelve can be the end of the years (`2018-19`).
    """
    low, high = left[1], right[1]
    if low.startswith("0") and low != "0" and not (left[2] or "").startswith(":"):
        return False
    if len(low) == 4 and len(high) == 2 and not (left[2] or right[2]):
        return int(high) > max(12, int(low[2:]))
    if high.startswith("0") or len(high) > max(len(low), 3):
        return False
    return (int(low), left[2] or "") < (int(high), right[2] or "")


def _edited(text: str, pieces: list[str], edits: list[tuple[int, int, str]]) -> list[str]:
    """Exchange stretches of the text, none that lies in two pieces."""
    ends = list(accumulate(map(len, pieces)))
    new: list[list[str]] = [[] for _ in pieces]
    place = 0
    done = [0, *ends[:-1]]
    for start, end, sign in edits:
        place = bisect_right(ends, start, place)
        if end <= ends[place]:
            new[place] += [text[done[place] : start], sign]
            done[place] = end
    return ["".join([*parts, text[at:end]]) for parts, at, end in zip(new, done, ends, strict=True)]
