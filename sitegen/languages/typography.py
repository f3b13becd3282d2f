"""The typographer: dashes, quotation marks, ellipses and no-break spaces (typography.md, sections 1 to 3).

Signs are exchanged, words are not: letters, digits and their order stay. Setting a text twice changes
nothing more than setting it once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from sitegen.languages.dashes import set_dashes
from sitegen.languages.no_break import set_spaces
from sitegen.languages.quotation_marks import OPAQUE, depths, pair_up
from sitegen.languages.typography_rules import ENGLISH, GERMAN, RUSSIAN, Typography

__all__ = ["ENGLISH", "GERMAN", "RUSSIAN", "Typography", "typeset", "unpaired"]

_PASSES = 4
_OF_ADDRESSES = ("://", "@", "www.", "WWW.", "Www.", "10.")
"""Of which each address holds one."""
_ADDRESS = re.compile(
    r"""(
        (?: [a-z]{2,10}:// | (?<!\w)www\. | (?<![\w.…])(?:doi:)?10\.\d{4,9}/ )
        (?: [^\s"„“”«»‚‘’‹›<>.,;:!?'()…]++ | [.,;:!?'()…]++(?=[^\s"„“”«»‚‘’‹›<>]) )++
      | (?<![\w.+…–—-])\w[\w.+-]*+@[\w-]++(?:\.[\w-]++)++
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = "\"'„“”«»‚‘’‹›"


def typeset(typography: Typography, runs: Sequence[str], level: int = 0) -> list[str]:
    """Set the text runs of one block, whose quotation marks stand within `level` others.

    What is not text is the run U+FFFC, a soft line break is the run of one line feed; both come back as
    they are, and so do addresses.
    """
    pieces, addresses = _pieces(runs)
    pieces = _set_signs(typography, pieces, level)
    text = "".join(pieces)
    spaced = set_spaces(typography, text)
    if spaced != text:
        pieces = list(_slices(spaced, pieces))
    return _whole(pieces, addresses)


def unpaired(_: Typography, runs: Sequence[str]) -> list[tuple[int, int]]:
    """Run and offset of each double quotation mark that has no partner."""
    text = "".join(runs)
    if not _holds_any(text, _MARKS):
        return []
    if _holds_any(text, _OF_ADDRESSES):
        text = "".join(_ADDRESS.sub(lambda found: OPAQUE * len(found[0]), run) for run in runs)
    ends = list(accumulate(map(len, runs)))
    found: list[tuple[int, int]] = []
    run = 0
    for offset in sorted(pair_up(text).unpaired):
        while ends[run] <= offset:
            run += 1
        found.append((run, offset - ends[run] + len(runs[run])))
    return found


def _set_signs(typography: Typography, pieces: list[str], level: int) -> list[str]:
    """Set dashes and marks until nothing changes any more: almost always once.

    Strays of several kinds of marks, crossed, may never come to rest; such a text stays as typed.
    """
    new = pieces
    for _ in range(_PASSES):
        old, new = new, set_dashes(typography, new)
        text = "".join(new)
        if _holds_any(text, _MARKS):
            new = list(_slices(_set_marks(typography, text, level), new))
        if new == old:
            return new
    return pieces


def _set_marks(typography: Typography, text: str, level: int) -> str:
    pairing = pair_up(text)
    characters = list(text)
    for offset in pairing.apostrophes:
        characters[offset] = typography.apostrophe
    for start, end, depth in depths(pairing.pairs):
        marks = typography.inner if (depth + level) % 2 else typography.outer
        characters[start], characters[end] = marks
    return "".join(characters)


def _slices(text: str, pieces: list[str]) -> Iterator[str]:
    start = 0
    for piece in pieces:
        yield text[start : start + len(piece)]
        start += len(piece)


def _holds_any(text: str, signs: Iterable[str]) -> bool:
    for sign in signs:  # noqa: SIM110  (asked of every text: a generator takes twice as long)
        if sign in text:
            return True
    return False


def _pieces(runs: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """The runs, each cut at the addresses in it; an address becomes one opaque sign. Then, for each run,
    its addresses; nothing at all where no run holds one.
    """
    if not _holds_any("".join(runs), _OF_ADDRESSES):
        return list(runs), []
    pieces: list[str] = []
    addresses: list[list[str]] = []
    for run in runs:
        parts = _ADDRESS.split(run)
        addresses.append(parts[1::2])
        parts[1::2] = [OPAQUE] * (len(parts) // 2)
        pieces += parts
    return pieces, addresses


def _whole(pieces: list[str], addresses: list[list[str]]) -> list[str]:
    """The runs again, with their addresses."""
    if not addresses:
        return pieces
    runs: list[str] = []
    place = 0
    for inside in addresses:
        parts = pieces[place : place + 2 * len(inside) + 1]
        parts[1::2] = inside
        runs.append("".join(parts))
        place += len(parts)
    return runs
