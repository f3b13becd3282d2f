"""The attributes of a quote as one language has them: read, normalised, judged one by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from sitegen import languages
from sitegen.bibliography.locators import split
from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.languages.tags import is_tag
from sitegen.link.catalogs import Catalogs
from sitegen.link.citations import judge_key
from sitegen.model.document import Attribute, Locator, QuoteSource
from sitegen.model.publication import Page
from sitegen.model.quote import Age, Attributes, Gender, Speaker
from sitegen.parse.suggestions import Suggestions
from sitegen.values import dataclass

KINDS = ("verbatim", "paraphrase")
_YEAR = re.compile(r"[1-9][0-9]{3}")
_AGE = re.compile(r"([0-9]{1,3})(?:\s*[-\u2013]\s*([0-9]{1,3})|(\+))?")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
OLDEST = 120


@dataclass(frozen=True, slots=True)
class ReadQuote:
    """One language's quote: the good values by name, what was typed for them, and every name that
    was given at all. What belongs to the language alone stands apart.
    """

    page: Page
    source: QuoteSource
    values: dict[str, object]
    typed: dict[str, Attribute]
    tried: frozenset[str]
    speaker: Speaker | None
    is_translation: bool

    def spelling(self, name: str) -> str:
        """What an author calls an attribute of the record."""
        return "loc" if name == "locator" else name

    def standing(self, attributes: Attributes) -> Literal["original", "translation", ""]:
        """Whether this wording is the original or a translation; empty where nobody says, and for a
        paraphrase, whose words are the author's in either language.
        """
        if attributes.original is None or attributes.kind == "paraphrase":
            return ""
        same = attributes.original.partition("-")[0] == self.page.language.partition("-")[0]
        return "original" if same and not self.is_translation else "translation"


@dataclass(frozen=True, slots=True)
class Bad:
    """A value that cannot be: the code of the finding, and the nearest right one."""

    code: str
    nearest: str | None = None


class Reader:
    """Reads quotes; what is wrong goes to the list of diagnostics."""

    def __init__(self, catalogs: Catalogs, found: list[Diagnostic]) -> None:
        self.catalogs = catalogs
        self.found = found
        self.suggestions = Suggestions()
        self.gender_words = {
            word: gender
            for tag in catalogs.settings.languages
            for word, gender in languages.get(tag).gender_words.items()
        }
        self.readers: dict[str, Callable[[Attribute], object | None]] = {
            "gender": self._gender,
            "age": self._age,
            "city": self._city,
            "year": self._year,
            "date": self._date,
            "cite": self._cite,
            "loc": self._locator,
            "original": self._original,
            "kind": self._kind,
        }

    def read(self, page: Page, source: QuoteSource) -> ReadQuote:
        given = dict(source.attributes)
        self._judge_mixture(given)
        values: dict[str, object] = {}
        typed: dict[str, Attribute] = {}
        for name, attribute in given.items():
            value = self._value(name, attribute)
            if value is not None:
                field = "locator" if name == "loc" else name
                values[field], typed[field] = value, attribute
        tried = frozenset(given) | source.misspelt
        return ReadQuote(page, source, values, typed, tried, _speaker(given), self._wording(given))

    def _value(self, name: str, attribute: Attribute) -> object | None:
        """A value of the record; None, with a finding, where it is none."""
        reader = self.readers.get(name)
        value = reader(attribute) if reader else None
        if not isinstance(value, Bad):
            return value
        near = value.nearest
        self.found.append(report(value.code, attribute.span, value=attribute.value, nearest=near))
        return None

    def _judge_mixture(self, given: dict[str, Attribute]) -> None:
        if "speaker" not in given:
            return
        mixed = [name for name in ("gender", "age", "city", "year") if name in given]
        if mixed:
            self.found.append(report("QUO016", given[mixed[0]].span, name=mixed[0]))

    def _wording(self, given: dict[str, Attribute]) -> bool:
        wording = given.get("wording")
        if wording and wording.value != "translation":
            self.found.append(report("QUO015", wording.span, value=wording.value))
        return bool(wording)

    def _gender(self, typed: Attribute) -> Gender | Bad:
        for tag in self.catalogs.settings.languages:
            gender = languages.get(tag).gender(typed.value)
            if gender:
                return gender
        return Bad("QUO003", self.suggestions.nearest(typed.value.casefold(), self.gender_words))

    def _age(self, typed: Attribute) -> Age | Bad:
        match = _AGE.fullmatch(typed.value)
        if match is None:
            return Bad("QUO004")
        low = int(match[1])
        high = int(match[2]) if match[2] else low
        if max(low, high) > OLDEST or (match[2] and low >= high):
            return Bad("QUO004")
        return Age(low, None if match[3] else high)

    def _city(self, typed: Attribute) -> str | Bad:
        place = self.catalogs.gazetteer.find(typed.value)
        if place:
            return place.id
        names = tuple(self.catalogs.gazetteer.names())
        return Bad("QUO005", self.suggestions.nearest(typed.value, names))

    def _year(self, typed: Attribute) -> int | Bad:
        if not _YEAR.fullmatch(typed.value):
            return Bad("QUO006")
        year = int(typed.value)
        return year if year <= self.catalogs.today.year else Bad("QUO007")

    def _date(self, typed: Attribute) -> str | Bad:
        match = _DATE.fullmatch(typed.value)
        try:
            first = date(int(match[1]), int(match[2] or 1), int(match[3] or 1)) if match else None
        except ValueError:
            first = None
        if first is None:
            return Bad("QUO011")
        return typed.value if first <= self.catalogs.today else Bad("QUO007")

    def _cite(self, typed: Attribute) -> str | None:
        key = typed.value.removeprefix("@")
        return key if judge_key(key, typed.span, self.catalogs, self.found) else None

    def _locator(self, typed: Attribute) -> Locator:
        locator, rest = split(typed.value, self.catalogs.settings.languages)
        return locator if locator and not rest.strip() else Locator("", typed.value)

    def _original(self, typed: Attribute) -> str | Bad:
        tags = self.catalogs.settings.languages
        return typed.value.lower() if is_tag(typed.value) else Bad("QUO014", nearest(typed.value, tags))

    def _kind(self, typed: Attribute) -> str | Bad:
        return typed.value if typed.value in KINDS else Bad("QUO013", nearest(typed.value, KINDS))


def _speaker(given: dict[str, Attribute]) -> Speaker | None:
    name, role = given.get("speaker"), given.get("role")
    return Speaker(name.value, role.value if role else "") if name and name.value else None
