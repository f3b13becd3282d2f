"""Numbers in running text: where they stand, and their value in plain notation (`1234.5`).

What languages write differently reads the same: `1.234,5`, `1 234,5` and `1,234.5`; `3,5 Mio.` and
`3.500.000`; `24.02.2022`, `2022-02-24` and `24 февраля 2022 г.` (day and year; the month goes with the
day); `22.30 Uhr` and `22:30`; `1/3` and `⅓`. A telephone number is one number. Digits that belong to a
name (`G7`, `COVID-19`) are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from sitegen.values import dataclass

Spelt: TypeAlias = Mapping[str, tuple[str, ...]]
"""Words for numbers, in small letters and with `е` for `ё`, to the values that each may stand for."""


Months: TypeAlias = tuple[tuple[str, int], ...]


def no_words() -> Spelt:
    return {}


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """The words that a language writes beside its numbers, in small letters.

    `scales` are words that multiply, to their power of ten (`mio` → 6); `between` join the ends of a
    range (`bis`), `clock` follow a time (`Uhr`), `minus` goes before a negative number, `below` follow a
    number that is negative without it (`5 Grad unter null`). `spelt` makes the table of words for numbers;
    it is made where it is first needed.
    """

    scales: tuple[tuple[str, int], ...] = ()
    between: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    minus: str = ""
    below: tuple[str, ...] = ()
    spelt: Callable[[], Spelt] = no_words


NO_WORDS = NumberWords()


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: its value, and its place with the scale word that belongs to it.

    `month` is that of a day, 0 where none is said. `doubtful`: whether it is negative cannot be told, as
    what stands before it may be a dash, or words say so.
    """

    value: str
    start: int
    end: int
    month: int = 0
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """`power` is the power of ten of a scale word, 0 where there is none."""

    value: str
    start: int
    end: int
    power: int = 0
    month: int = 0
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class _Signs:
    """What one language's numbers are read with."""

    number: re.Pattern[str]
    scale: re.Pattern[str]
    between: re.Pattern[str]
    minus: re.Pattern[str]
    below: re.Pattern[str]
    month: re.Pattern[str]
    months: Mapping[str, int]
    powers: Mapping[str, int]


FRACTIONS = {"½": "5", "¼": "25", "¾": "75", "⅓": "333", "⅔": "667", "⅕": "2", "⅛": "125"}
"""Signs for fractions, to their decimal places."""

_SPACES = " \u00a0\u2009\u202f"
_MINUS = "-\u2212\u2013"
_HYPHENS = "-\u2010\u2011"
_DAY, _MONTH = r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:0?[1-9]|1[0-2])"
_DATES = rf"""
    (?P<phone>\+(?![0-9]{{1,3}}(?:[{_SPACES}.]?[0-9]{{3}})+(?![0-9{_SPACES}-]?[0-9]))[0-9](?:[{_SPACES}()./-]{{0,3}}[0-9]){{8,14}}
      |(?:[78][{_SPACES}-]?)?(?:\([0-9]{{3,5}}\)|[0-9]{{3}})[{_SPACES}-]?[0-9]{{2,3}}-[0-9]{{2}}-[0-9]{{2}})(?![0-9])
  | (?P<ratio>(?P<over>[1-9])/(?P<under>[2-9]|10)(?![0-9]|[/.,:-][0-9]))
  | (?P<iso>(?P<iso_year>[12][0-9]{{3}})-(?P<iso_month>0[1-9]|1[0-2])(?:-(?P<iso_day>0[1-9]|[12][0-9]|3[01]))?
      (?![0-9]|-[0-9]))
  | (?P<dotted>(?P<day>{_DAY})\.(?:[{_SPACES}]?(?P<month>{_MONTH})\.[{_SPACES}]?(?P<year>[0-9]{{4}})
      |(?P<short_month>{_MONTH})\.(?P<short_year>[0-9]{{2}}))(?![0-9]))
  | (?P<day_only>(?P<one_day>0[1-9]|[12][0-9]|3[01])\.(?P<only_month>0[1-9]|1[0-2])\.(?![0-9]))
  | (?P<slashed>(?P<slash_one>[0-9]{{1,2}})/(?P<slash_two>[0-9]{{1,2}})/(?P<slash_year>[0-9]{{4}})(?![0-9]))
  | (?P<years>(?P<from>1[0-9]{{3}}|20[0-9]{{2}})(?:[/\u2013\u2014]|-(?!0))(?P<to>[0-9]{{2}})
      (?![0-9]|[.,:/-][0-9]))
  | (?P<clock>(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?![0-9]|:[0-9]))
"""
_FRACTION = "".join(FRACTIONS)
_DIGIT = re.compile(f"[0-9{_FRACTION}]")
_OF_TIME = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_OF_DATE = re.compile(r"(?:0[1-9]|[12][0-9]|3[01])\.0[1-9]")
_OF_ISSUE = re.compile(
    rf"(?:\b(?:Nr|No|Bd|Jg|H|Heft|Band|Ausgabe|т|вып|том|выпуск|Vol|Issue)\.?|№)[{_SPACES}]?\Z", re.IGNORECASE
)
"""Before a double issue, which is no fraction: `Heft 1/2`."""
_PERCENT = re.compile(rf"[{_SPACES}]?[%\u2030]")
_WINDOW = 12
"""Signs before a number among which the word for minus is looked for."""
_UNBROKEN = re.compile(r"[^.!?;\n]{0,20}")
_RUSSIAN = 11
"""Digits of a Russian telephone number."""
_SMALL = 3
"""Digits of a number that may share the scale of the next one."""


def read_numbers(
    text: str, words: NumberWords, group: str, decimal: str, months: Months = ()
) -> list[Number]:
    """The numbers of a text in their order. `months` are names and numbers of months, in small letters.
    Takes time in proportion to the text's length.
    """
    if not has_digits(text):
        return []
    signs = _signs(words, group, decimal, months)
    found = [one for match in signs.number.finditer(text) for one in _read(text, match, signs)]
    found = _with_doubts(text, _with_shared_scales(text, found, signs), signs)
    return [Number(one.value, one.start, one.end, one.month, one.doubtful) for one in found]


def has_digits(text: str) -> bool:
    """Whether a text may hold a number at all."""
    return bool(_DIGIT.search(text))


def plain(value: str) -> str:
    """A number in plain notation without what does not change its value: `-007.50` → `-7.5`."""
    sign = "-" if value[:1] in {"-", "\u2212"} else ""
    whole, _, places = value.lstrip("-+\u2212").partition(".")
    whole, places = whole.lstrip("0") or "0", places.rstrip("0")
    number = f"{whole}.{places}" if places else whole
    return number if number == "0" else sign + number


def scaled(value: str, power: int) -> str:
    """A plain number times a power of ten."""
    whole, _, places = value.partition(".")
    places = places.ljust(power, "0")
    return plain(f"{whole}{places[:power]}.{places[power:]}")


def share(over: int, under: int) -> str:
    """A fraction to three decimal places, as the signs for fractions have them."""
    return plain(f"{over / under:.3f}")


@cache
def _signs(words: NumberWords, group: str, decimal: str, months: Months) -> _Signs:
    groups = re.escape(group.replace("\u00a0", "") + "'\u2019" + _SPACES)
    point = re.escape(decimal)
    number = re.compile(
        rf"""(?=[0-9+({_FRACTION}])(?: {_DATES}
          | (?P<told>(?P<told_hour>[01]?[0-9]|2[0-4])\.(?P<told_minute>[0-5][0-9])
              (?=[{_SPACES}](?:{_one_of(words.clock)})))
          | (?P<number>
              (?P<whole>[1-9][0-9]{{0,2}}(?P<gap>[{groups}])[0-9]{{3}}(?:(?P=gap)[0-9]{{3}})*(?![0-9])|[0-9]++)
              (?:{point}(?P<places>[0-9]++)(?!{point}[0-9])|(?P<sign>[{_FRACTION}])|\.(?P<dots>[0-9]++)(?!\.[0-9]))?)
          | (?P<fraction>[{_FRACTION}]))
        """,  # what each begins with comes first: most of a text is read fast
        re.VERBOSE,
    )
    return _Signs(
        number=number,
        scale=re.compile(
            rf"[{_SPACES}\n{_HYPHENS}]?({_one_of([word for word, _ in words.scales])})\.?", re.IGNORECASE
        ),
        between=re.compile(rf"\s*(?:[-\u2013\u2014]|{_one_of(words.between)})\s*", re.IGNORECASE),
        minus=re.compile(
            rf"(?:(?:^|[\s(\[«„“])[{_MINUS}]|(?<!\w){_one_of([words.minus])}\s)\Z", re.IGNORECASE
        ),
        below=re.compile(rf"\b{_one_of(words.below)}", re.IGNORECASE),
        month=re.compile(rf"\.?[{_SPACES}\n]?({_one_of([name for name, _ in months])})", re.IGNORECASE),
        months=dict(months),
        powers=dict(words.scales),
    )


def _one_of(words: Sequence[str]) -> str:
    """An expression for one of some words; for none that matches nothing."""
    found = "|".join(re.escape(word) for word in sorted(words, reverse=True) if word)
    return f"(?:{found})(?!\\w)" if found else "(?!)"


def _read(text: str, match: re.Match[str], signs: _Signs) -> Iterator[_Found]:
    """The numbers of one match; none where it is part of a name."""
    kind = match.lastgroup or ""
    if not _is_in_name(text, match.start()):
        yield from _number(text, match, signs) if kind in {"number", "fraction"} else _PARTS[kind](match)


def _is_in_name(text: str, start: int) -> bool:
    """`G7`, `COVID-19`: digits behind a letter, or behind a letter and a hyphen."""
    before = text[max(0, start - 2) : start]
    return before[-1:].isalpha() or (
        before[-1:] in set(_HYPHENS) and before[:1].isalpha() and len(before) == 2
    )


def _number(text: str, match: re.Match[str], signs: _Signs) -> Iterator[_Found]:
    start, end = match.span()
    if match["dots"] and not _PERCENT.match(text, end):
        if _OF_DATE.fullmatch(match[0]):
            yield _part(match, "whole")
            return
        if _OF_TIME.fullmatch(match[0]):
            yield from _time(match, "whole", "dots")
            return
    places = match["places"] or match["dots"] or FRACTIONS.get(match["sign"] or match["fraction"] or "", "")
    value = plain("".join(filter("0123456789".__contains__, match["whole"] or "")) + "." + places)
    power = 0
    if scale := signs.scale.match(text, end):
        power, end = signs.powers[scale[1].lower()], scale.end()
        value = scaled(value, power)
    minus = signs.minus.search(text, max(0, start - _WINDOW), start)
    doubtful = False
    if minus and not _is_dash(text, minus.start()):
        start = minus.start() + (minus[0][0] not in _MINUS and minus[0][-1] in _MINUS)
        doubtful = start == 0 or minus[0][-1] == "\u2013"
        value = plain("-" + value)
    named = signs.month.match(text, end) if value.isdecimal() and len(value) <= 2 and not power else None
    month = signs.months[named[1].lower()] if named else 0
    yield _Found(value, start, end, power, month, doubtful)


def _is_dash(text: str, start: int) -> bool:
    """Whether a number goes before the space before a minus: `5 –7` is a range."""
    return start > 0 and text[start - 1].isdigit()


def _part(match: re.Match[str], name: str, month: int = 0) -> _Found:
    return _Found(plain(match[name]), *match.span(name), month=month)


def _time(match: re.Match[str], hour: str, minute: str) -> Iterator[_Found]:
    """Hour and minute; a full hour is the hour alone, as one says it."""
    yield _part(match, hour)
    if match[minute].strip("0"):
        yield _part(match, minute)


def _date(match: re.Match[str], day: str, month: str, *years: str) -> Iterator[_Found]:
    """Day and year in the order of the text; the month goes with the day."""
    parts = [(day, int(match[month] or 0)), *((year, 0) for year in years)]
    found = [_part(match, name, month) for name, month in parts if match[name]]
    return iter(sorted(found, key=lambda one: one.start))


def _dotted(match: re.Match[str]) -> Iterator[_Found]:
    return _date(match, "day", "month" if match["month"] else "short_month", "year", "short_year")


def _phone(match: re.Match[str]) -> Iterator[_Found]:
    """Its digits, however they are grouped; a Russian number begins with +7 or with 8."""
    digits = re.sub(r"[^0-9]", "", match[0].replace("(0)", ""))
    if len(digits) == _RUSSIAN and digits[0] == "8":
        digits = "7" + digits[1:]
    yield _Found(f"+{digits}", *match.span())


def _ratio(match: re.Match[str]) -> Iterator[_Found]:
    over, under = int(match["over"]), int(match["under"])
    if over < under and not _OF_ISSUE.search(match.string, max(0, match.start() - _WINDOW), match.start()):
        yield _Found(share(over, under), *match.span())
    else:
        yield from (_part(match, "over"), _part(match, "under"))


def _slashed(match: re.Match[str]) -> Iterator[_Found]:
    """`24/02/2022`, or with the month first where it can be read in no other way."""
    day, month = "slash_one", "slash_two"
    if int(match["slash_two"]) > 12:
        day, month = month, day
    return _date(match, day, month, "slash_year")


def _years(match: re.Match[str]) -> Iterator[_Found]:
    """`2018–23` is 2018 and 2023."""
    first, last = match["from"], match["to"]
    century = int(first[:2]) + (last <= first[2:])
    yield _part(match, "from")
    yield _Found(f"{century}{last}", *match.span("to"))


_PARTS: Mapping[str, Callable[[re.Match[str]], Iterator[_Found]]] = {
    "iso": lambda match: _date(match, "iso_day", "iso_month", "iso_year"),
    "phone": _phone,
    "ratio": _ratio,
    "dotted": _dotted,
    "day_only": lambda match: _date(match, "one_day", "only_month"),
    "slashed": _slashed,
    "years": _years,
    "clock": lambda match: _time(match, "hour", "minute"),
    "told": lambda match: _time(match, "told_hour", "told_minute"),
}


def _with_shared_scales(text: str, found: list[_Found], signs: _Signs) -> list[_Found]:
    """In `2–3 Mio.` the first number is counted in millions too."""
    for place in range(len(found) - 2, -1, -1):
        one, after = found[place], found[place + 1]
        if not after.power or one.power or len(one.value.partition(".")[0]) > _SMALL:
            continue
        if signs.between.fullmatch(text, one.end, after.start):
            found[place] = _Found(scaled(one.value, after.power), one.start, one.end, after.power)
    return found


def _with_doubts(text: str, found: list[_Found], signs: _Signs) -> list[_Found]:
    """In `5 Grad unter null` the words say that the number is negative."""
    ends = [one.end for one in found]
    for words in signs.below.finditer(text):
        place = bisect_right(ends, words.start()) - 1
        if place >= 0 and _UNBROKEN.fullmatch(text, ends[place], words.start()):
            found[place] = replace(found[place], doubtful=True)
    return found
