"""Dates of sources: EDTF, level 0 and 1 (citations.md, section 1, the table of dates)."""

from __future__ import annotations

import re
from calendar import monthrange

from sitegen.values import dataclass

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.Z+-]+)?)?)?([~?%]?)")
_YEARS = re.compile(r"(\d{4})\s*(?:--?-?|–|—)\s*(\d{4})")
SEASONS = (21, 22, 23, 24)


@dataclass(frozen=True, slots=True)
class Day:
    """A year, month or day; a month of 21 to 24 is a season, spring first."""

    year: int
    month: int | None = None
    day: int | None = None
    circa: bool = False
    uncertain: bool = False

    def key(self) -> tuple[int, int, int]:
        """For sorting; what is less exact comes first."""
        return self.year, self.month or 0, self.day or 0

    def iso(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or an interval. `open_start` and `open_end` say that it has no such end."""

    start: Day
    end: Day | None = None
    open_end: bool = False
    open_start: bool = False

    def key(self) -> tuple[int, int, int]:
        return self.start.key()


def parse_date(text: str) -> Date | None:
    """A date in EDTF; None if it is none."""
    first, slash, second = text.strip().partition("/")
    start = _day(first)
    if not slash:
        return Date(start) if start else None
    end = _day(second)
    if start and second in ("", ".."):
        return Date(start, open_end=True)
    if end and first in ("", ".."):
        return Date(end, open_start=True)
    if not start or not end or end.key() < start.key():
        return None
    return Date(start, end)


def parse_year(text: str, month: str) -> Date | None:
    """The old fields `year` and `month`; None if the year is none (a month is then not looked at)."""
    years = _YEARS.fullmatch(text)
    if years:
        return parse_date(f"{years[1]}/{years[2]}")
    number, day = parse_month(month)
    found = parse_date(text)
    if found is None or number is None or found.start.month or found.end:
        return found
    return parse_date(f"{text}-{number:02}-{day:02}" if day else f"{text}-{number:02}")


def parse_month(text: str) -> tuple[int | None, int | None]:
    """Number and day of the field `month`: `7`, `jul`, `July`, `10~jul`, `июль`, `März`."""
    match = _MONTH.fullmatch(text.strip())
    if not match:
        return None, None
    day = int(match[1]) if match[1] else None
    name = match[2].casefold()
    number = int(name) if name.isdecimal() else _MONTHS.get(name[:3])
    return (number, day) if number and 1 <= number <= 12 else (None, None)


_MONTH = re.compile(r"(?:(\d{1,2})[.~\s\u00a0]+)?(\d{1,2}|[^\W\d_]{3,12})\.?")
_MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jän feb mär apr mai jun jul aug sep okt nov dez",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "янв фев мар апр мая июн июл авг сен окт ноя дек",
    )
    for number, name in enumerate(names.split(), 1)
}


def _day(text: str) -> Day | None:
    match = _DAY.fullmatch(text.strip())
    if not match:
        return None
    year, sign = int(match[1]), match[4]
    month = int(match[2]) if match[2] else None
    day = int(match[3]) if match[3] else None
    if not _exists(year, month, day):
        return None
    return Day(
        year, month, day, circa=sign in ("~", "%") and bool(sign), uncertain=sign in ("?", "%") and bool(sign)
    )


def _exists(year: int, month: int | None, day: int | None) -> bool:
    if month in SEASONS:
        return day is None
    if year < 1 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or (month is not None and 1 <= day <= monthrange(year, month)[1])
