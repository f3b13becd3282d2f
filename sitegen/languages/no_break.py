"""No-break spaces: where a line must not end (typography.md, section 3).

Decided on a view of the text in which all spaces are alike, so that setting it again changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sitegen.languages.quotation_marks import DOUBLE, OPAQUE, SINGLE
from sitegen.languages.typography_rules import Typography

NO_BREAK = "\u00a0"

_MARKS = "".join(sorted(DOUBLE | SINGLE))
_QUOTES = frozenset('„«“"')
_AROUND = "([{<–—-/" + _MARKS + OPAQUE
_CLOSING = re.escape(".,;:!?…)]}" + _MARKS)
_CAPITALS = "A-ZÀ-ÖØ-ÞĀČŁŚŠŽЀ-Я"
_ROMAN = re.compile(r"[IVXLC]+(?!\w)")
_WORD = re.compile(r"[^\W\d_][\w*²³-]*\.?|[%‰°€$₽£₴]")
_DAY = re.compile(r"(?:\d{1,2}\.[–-])?\d{1,2}\.")
_PART = re.compile(r"[^\W\d_]\.")
_YEAR = re.compile(r"(?<!\d)(\d{4})$")
_GROUP = re.compile(r"\d{1,3}")
_GROUP_OF_THREE = re.compile(r"\d{3}(?!\d)")
_AFTER_NUMBER = re.compile(r"[\dIVX]\s+\S+$")
_WINDOW = 32


def set_spaces(typography: Typography, text: str) -> str:
    """Make the spaces that no line may end at U+00A0; a thin or narrow space becomes one anywhere."""
    text = text.replace("\u2009", NO_BREAK).replace("\u202f", NO_BREAK)
    if " " not in text:
        return text
    view = text.replace(NO_BREAK, " ")
    parts: list[str] = []
    start = 0
    for found in _spaces(typography).finditer(view):
        place = found.start()
        if found.lastindex or _binds(typography, view, place):
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    return NO_BREAK.join(parts)


@cache
def _spaces(typography: Typography) -> re.Pattern[str]:
    """The spaces that may be fixed; the group is there where one needs no second look."""
    return re.compile(f" (?:{_fixed(typography)}()|{_candidate(typography)})")


def _fixed(typography: Typography) -> str:
    """What a space has beside it that needs no second look: dashes, ellipses and certain words."""
    ways = [rf"(?=[–—](?:[\s{_CLOSING}]|$))"]
    if typography.spaced_ellipsis:
        ways.append(rf"(?=…(?:[\s{_CLOSING}]|$))")
    if typography.dialogue:
        ways.append(rf"(?<=^{typography.dash} )(?=\S)|(?<=[{_MARKS}{OPAQUE}]{typography.dash} )(?=\S)")
    if typography.particles:
        # What stands first only keeps longer words, which are most, from being compared.
        short = rf"(?=\w{{1,{max(map(len, typography.particles))}}}+(?!\w))"
        ways.append(rf"{short}(?=(?i:{'|'.join(sorted(typography.particles))})(?![\w-]|(?<= \w)\.))")
    ways += [rf"{words}(?=\S)" for words in _behind(typography.short_words)]
    plain = frozenset(word for word in typography.titles if "." not in word)
    if plain:
        ways.append(rf"(?=[{_CAPITALS}])(?:{'|'.join(_behind(plain))})")
    return "(?:" + "|".join(ways) + ")"


def _behind(words: frozenset[str]) -> list[str]:
    """Look behind a space for whole words, in one expression for each length."""
    lengths = sorted(set(map(len, words)))
    alike = [sorted(word for word in words if len(word) == length) for length in lengths]
    return [rf"(?<=(?<![\w\u0300-\u036f-])(?i:{'|'.join(group)}) )" for group in alike]


def _candidate(typography: Typography) -> str:
    """Spaces beside numbers, and behind a dot but for those behind a word longer than any that goes on:
    the ends of most sentences.
    """
    dotted = {*typography.titles, *(first for first, _ in typography.abbreviations)}
    longest = max([1, *(len(word) - 1 for word in dotted if word.endswith("."))])
    longer = rf"(?<![^\W\d_]{{{longest + 1}}}\. )"
    return rf"(?:(?<=[\d§№IVXLC] )|(?<=\. ){longer}|(?=\d|[IVXLC]+(?!\w)))"


def _binds(typography: Typography, view: str, place: int) -> bool:
    """Whether the space at a place belongs to a number, a label, an abbreviation, a title or initials."""
    before = view[max(0, place - _WINDOW) : place]
    left = before.rsplit(None, 1)[-1].lstrip(_AROUND) if before and not before[-1].isspace() else ""
    right = view[place + 1 : place + 1 + _WINDOW]
    if not left or not right or right[0].isspace():
        return False
    if left[-1].isdigit():
        return _counts(typography, left, right)
    if right[0].isdigit() or _ROMAN.match(right):
        return left.casefold() in typography.labels or _is_day(typography, left, right)
    if _ROMAN.fullmatch(left):
        return _first_word(right) in typography.centuries
    return left[-1] == "." and _belongs(typography, before, left, right)


def _counts(typography: Typography, left: str, right: str) -> bool:
    """Whether a number is followed by what it counts, or by its next three digits.

    What may be a year (1000 to 2100) counts only units.
    """
    if any(map(str.isalpha, left)):
        return False
    if right[0].isdigit():
        return bool(_GROUP.fullmatch(left) and _GROUP_OF_THREE.match(right))
    if not _WORD.match(right):
        return False
    year = _YEAR.search(left)
    return not (year and 1000 <= int(year[1]) <= 2100) or _first_word(right) in typography.units


def _belongs(typography: Typography, before: str, left: str, right: str) -> bool:
    """Whether a word with a dot goes on: an abbreviation, a title or initials before a name, a day."""
    if _is_day(typography, left, right):
        return True
    name = right[0].isupper() or right[0] in _QUOTES
    part = left[left.rfind("-") + 1 :]
    if len(part) == 2 and _PART.fullmatch(part):  # noqa: SIM102
        if _PART.match(right) or (part.isupper() and right[0].isupper()):
            return True
    if name and left.casefold() in typography.titles:
        return left not in typography.units or not _AFTER_NUMBER.search(before)
    return right.startswith(_second_parts(typography).get(left.casefold(), ()))


@cache
def _second_parts(typography: Typography) -> Mapping[str, tuple[str, ...]]:
    """The abbreviations of two parts: by the first one, in small letters, what may come second."""
    found: dict[str, tuple[str, ...]] = {}
    for first, second in typography.abbreviations:
        found[first.casefold()] = (*found.get(first.casefold(), ()), second)
    return found


def _is_day(typography: Typography, left: str, right: str) -> bool:
    """`17. Juli`, `3. Tag`, `17. 7.`: an ordinal number before its noun."""
    return (
        typography.ordinals and bool(_DAY.fullmatch(left)) and (right[0].isupper() or bool(_DAY.match(right)))
    )


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found[0].casefold() if found else ""
