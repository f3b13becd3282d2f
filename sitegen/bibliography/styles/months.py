"""Dates in words, in the page's or the entry's language (citations.md, section 1, the table of dates)."""

from __future__ import annotations

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names

from sitegen import languages
from sitegen.bibliography.dates import SEASONS, Date, Day
from sitegen.bibliography.styles.runs import NBSP, capital
from sitegen.languages.terms import Terms


@cache
def month_names(language: str, *, after_day: bool) -> tuple[str, ...]:
    """The twelve names; English where a language is not known."""
    if language.partition("-")[0] in languages.available():
        own = languages.get(language)
        return own.months_of_day if after_day else own.months
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    names = get_month_names("wide", "format" if after_day else "stand-alone", locale)
    return tuple(names[number] for number in range(1, 13))


def year_label(date: Date | None, terms: Terms, suffix: str = "") -> str:
    """`2024`, `2018–2023`, `ca. 2024`, `2022–`; the sign for no year where there is none."""
    if date is None:
        return f"{terms.no_date}-{suffix}" if suffix else terms.no_date
    text = str(date.start.year)
    if date.open_start:
        text = f"–{text}"
    if date.open_end:
        text = f"{text}–"
    elif date.end and date.end.year != date.start.year:
        text = f"{text}–{date.end.year}"
    ends = (date.start, date.end or date.start)
    circa = f"{terms.circa}{NBSP}" if any(day.circa for day in ends) else ""
    return f"{circa}{text}{suffix}{'?' if any(day.uncertain for day in ends) else ''}"


def has_month(date: Date | None) -> bool:
    return date is not None and date.start.month is not None


def full_date(date: Date, language: str, terms: Terms) -> str:
    """`5. März 2024`, `Mai–Juli 2018`, `Dezember 2018–Januar 2019`."""
    if date.end is None or date.end == date.start:
        return f"{day_and_month(date.start, language, terms)} {date.start.year}"
    start = day_and_month(date.start, language, terms, until=date.end)
    end = day_and_month(date.end, language, terms)
    year = "" if date.start.year == date.end.year else f" {date.start.year}"
    return f"{start}{year}–{end} {date.end.year}"


def partial_date(date: Date, language: str, terms: Terms) -> str:
    """The same without the year, which stands before it: `5 марта`, `Май–июль`."""
    text = day_and_month(date.start, language, terms, until=date.end)
    if date.end and date.end != date.start:
        text = f"{text}–{day_and_month(date.end, language, terms)}"
    return capital(text)


def day_and_month(day: Day, language: str, terms: Terms, until: Day | None = None) -> str:
    """`5. März`, `März`, `Frühjahr`; before the end of an interval in the same month, `5.`."""
    if day.month is None:
        return ""
    if day.month in SEASONS:
        return terms.seasons[day.month - SEASONS[0]]
    if day.day is None:
        return month_names(language, after_day=False)[day.month - 1]
    number = terms.day.format(day.day)
    if until and until.day and (until.year, until.month) == (day.year, day.month) and until != day:
        return number
    return f"{number}{NBSP}{month_names(language, after_day=True)[day.month - 1]}"
