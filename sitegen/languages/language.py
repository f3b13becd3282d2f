"""What every language brings along: marks, words, grammar (typography.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from sitegen.languages import numbers, typography
from sitegen.languages.numbers import NO_WORDS, Months, Number, NumberWords
from sitegen.languages.quotation import closing
from sitegen.languages.spelt_numbers import spelt_values
from sitegen.languages.typography import Typography
from sitegen.model.quote import Age, Gender
from sitegen.values import dataclass

NBSP = "\u00a0"
_NUMBER = re.compile(r"([-+\u2212]?)(\d+)(?:[.](\d+))?")


@dataclass(frozen=True, slots=True)
class Marks:
    """Quotation marks, apostrophe and dash (typography.md, section 1). `stop_after_closing` says
    that a final full stop stands behind the closing mark.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    apostrophe: str
    dash: str
    stop_after_closing: bool = False


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are set: the sign between groups of three, from how many digits on groups are
    made, and the decimal sign (typography.md, section 4).
    """

    group: str
    group_from: int
    decimal: str


@dataclass(frozen=True, slots=True)
class Language:
    """One language. The functions are its grammar; the rest is data."""

    tag: str
    name: str
    script: str
    og_locale: str
    marks: Marks
    numerals: Numerals
    typography: Typography
    gender_words: Mapping[str, Gender]
    gender_labels: Mapping[Gender, str]
    months: tuple[str, ...]
    months_of_day: tuple[str, ...]
    age: Callable[[Age], str]
    day: Callable[[int, str, int], str]
    month: Callable[[str, int], str]
    number_words: NumberWords = NO_WORDS
    gender_forms: re.Pattern[str] | None = None
    """The signs within words that name more than one gender (typography.md, section 6)."""
    gender_hints: tuple[str, ...] = ()
    """Of which every such word holds one: looked for first, as most texts have none. Empty: not known."""

    def gender(self, word: str) -> Gender | None:
        """The gender that a word names; case and a final dot do not count."""
        return self.gender_words.get(fold_word(word))

    def attribution(
        self, *, gender: Gender | None, age: Age | None, place: str | None, year: int | None
    ) -> str:
        """`Weiblich, 20⍽Jahre, Moskau, 2024`; what is not known is left out (typography.md, section 5)."""
        text = self.inline_attribution(gender=gender, age=age, place=place, year=year)
        return text[:1].upper() + text[1:]

    def inline_attribution(
        self, *, gender: Gender | None, age: Age | None, place: str | None, year: int | None
    ) -> str:
        """The same within a sentence: it begins with a small letter, unless that is a name's."""
        parts = (
            self.gender_labels[gender] if gender else "",
            self.age(age) if age else "",
            self.unbroken(place) if place else "",
            str(year) if year else "",
        )
        return ", ".join(part for part in parts if part)

    def speaker_attribution(self, name: str, role: str = "", date: str | None = None) -> str:
        """`Boris Muster, Soziologe, 3.⍽Mai 2023`."""
        return ", ".join(part for part in (name, role, self.date(date) if date else "") if part)

    def date(self, iso: str) -> str:
        """A date of day, month or year precision, written out."""
        year, *rest = (int(part) for part in iso.split("-"))
        if len(rest) == 2:
            return self.day(rest[1], self.months_of_day[rest[0] - 1], year)
        return self.month(self.months[rest[0] - 1], year) if rest else str(year)

    def number(self, value: str) -> str:
        """A plain number (`1234567`, `-5`, `12.5`) by the language's rules; anything else stays."""
        return self._set(value, grouped=self._is_grouped(value))

    def number_column(self, cells: Sequence[str]) -> list[str]:
        """The numbers of one column: all are grouped, or none."""
        grouped = any(self._is_grouped(cell) for cell in cells)
        return [self._set(cell, grouped=grouped) for cell in cells]

    def numbers(self, text: str) -> list[Number]:
        """The numbers of a text as this language writes them, with their place and value."""
        numerals = self.numerals
        months = _names_of_months(self.months, self.months_of_day)
        return numbers.read_numbers(text, self.number_words, numerals.group, numerals.decimal, months)

    def spelt_values(self, text: str) -> set[str]:
        """The values for which a text has words or Roman numerals."""
        return spelt_values(text, self.number_words)

    def typeset(self, runs: Sequence[str], level: int = 0) -> list[str]:
        """Text runs with the language's marks, dashes and spaces (typography.md, sections 2 and 3)."""
        return typography.typeset(self.typography, runs, level)

    def unpaired(self, runs: Sequence[str]) -> list[tuple[int, int]]:
        """Quotation marks without a partner, as numbers of run and character."""
        return typography.unpaired(self.typography, runs)

    def enclose(self, text: str, *, full_stop: bool) -> str:
        """Words of a quote in their outer marks, the final stop on its side of them."""
        return self.marks.outer[0] + text + self.closing(full_stop=full_stop)

    def closing(self, *, full_stop: bool) -> str:
        """The closing outer mark, with the final stop on its side of it."""
        return closing(self.marks.outer[1], stop_after=self.marks.stop_after_closing, full_stop=full_stop)

    def unbroken(self, place: str) -> str:
        """A place's name with the no-break spaces that belong into it."""
        return self.typeset([place])[0]

    def _is_grouped(self, value: str) -> bool:
        match = _NUMBER.fullmatch(value)
        return bool(match) and len(match[2]) >= self.numerals.group_from if match else False

    def _set(self, value: str, *, grouped: bool) -> str:
        match = _NUMBER.fullmatch(value)
        if match is None:
            return value
        sign = "\u2212" if match[1] in {"-", "\u2212"} else match[1]
        whole = _groups(match[2], self.numerals.group) if grouped else match[2]
        return sign + whole + (self.numerals.decimal + match[3] if match[3] else "")


@cache
def _names_of_months(*forms: tuple[str, ...]) -> Months:
    """Each form of each name in small letters, with the number of the month."""
    return tuple((name.lower(), number) for names in forms for number, name in enumerate(names, 1))


def fold_word(word: str) -> str:
    """A word as the tables of gender words hold it."""
    return " ".join(word.replace(NBSP, " ").split()).casefold().removesuffix(".")


def gender_table(**words: str) -> dict[str, Gender]:
    """`female="weiblich | w"` → the table of folded words; the values' own names are in it too."""
    table: dict[str, Gender] = {}
    genders: tuple[Gender, ...] = ("female", "male", "diverse", "undisclosed")
    for gender in genders:
        for word in (gender, *words.get(gender, "").split("|")):
            table[fold_word(word)] = gender
    table.pop("", None)
    return table


def _groups(digits: str, sign: str) -> str:
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    return sign.join(groups + [digits[i : i + 3] for i in range(head, len(digits), 3)])
