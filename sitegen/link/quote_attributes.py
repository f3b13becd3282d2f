"""The attributes of a quote as one language has them: read, normalised, judged one by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
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

KINDS = ("verbatim", "paraphrase")
_YEAR = re.compile(r"[12]\d{3}")
_AGE = re.compile(r"(\d{1,3})(?:\s*[-\u2013]\s*(\d{1,3})|(\+))?")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
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

    def standing(self, attributes: Attributes) -> Literal["original", "translation", ""]:
        """Whether this wording is the original or a translation; empty where nobody says."""
        if attributes.original is None:
            return ""
        same = attributes.original.partition("-")[0] == self.page.language.partition("-")[0]
        return "original" if same and not self.is_translation else "translation"


class Reader:
    """Reads quotes; what is wrong goes to the list of diagnostics."""

    def __init__(self, catalogs: Catalogs, found: list[Diagnostic]) -> None:
        self.catalogs = catalogs
        self.found = found
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
            if name in self.readers:
                value = self.readers[name](attribute)
                if value is not None:
                    field = "locator" if name == "loc" else name
                    values[field], typed[field] = value, attribute
        speaker = given.get("speaker")
        role = given.get("role")
        named = Speaker(speaker.value, role.value if role else "") if speaker and speaker.value else None
        return ReadQuote(page, source, values, typed, frozenset(given), named, self._wording(given))

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

    def _gender(self, typed: Attribute) -> Gender | None:
        for tag in self.catalogs.settings.languages:
            gender = languages.get(tag).gender(typed.value)
            if gender:
                return gender
        return self._fail("QUO003", typed, nearest(typed.value.casefold(), self.gender_words))

    def _age(self, typed: Attribute) -> Age | None:
        match = _AGE.fullmatch(typed.value)
        low = int(match[1]) if match else OLDEST + 1
        high = int(match[2]) if match and match[2] else None if match and match[3] else low
        if low > OLDEST or (high is not None and (high > OLDEST or (match and match[2] and low >= high))):
            return self._fail("QUO004", typed)
        return Age(low, high)

    def _city(self, typed: Attribute) -> str | None:
        place = self.catalogs.gazetteer.find(typed.value)
        if place is None:
            return self._fail("QUO005", typed, nearest(typed.value, self.catalogs.gazetteer.names()))
        return place.id

    def _year(self, typed: Attribute) -> int | None:
        if not _YEAR.fullmatch(typed.value):
            return self._fail("QUO006", typed)
        if int(typed.value) > self.catalogs.today.year:
            return self._fail("QUO007", typed)
        return int(typed.value)

    def _date(self, typed: Attribute) -> str | None:
        match = _DATE.fullmatch(typed.value)
        try:
            first = date(int(match[1]), int(match[2] or 1), int(match[3] or 1)) if match else None
        except ValueError:
            first = None
        if first is None:
            return self._fail("QUO011", typed)
        return typed.value if first <= self.catalogs.today else self._fail("QUO007", typed)

    def _cite(self, typed: Attribute) -> str | None:
        key = typed.value.removeprefix("@")
        return key if judge_key(key, typed.span, self.catalogs, self.found) else None

    def _locator(self, typed: Attribute) -> Locator | None:
        locator, rest = split(typed.value, self.catalogs.settings.languages)
        return locator if locator and not rest.strip() else Locator("", typed.value)

    def _original(self, typed: Attribute) -> str | None:
        tags = self.catalogs.settings.languages
        return typed.value if is_tag(typed.value) else self._fail("QUO014", typed, nearest(typed.value, tags))

    def _kind(self, typed: Attribute) -> str | None:
        return typed.value if typed.value in KINDS else self._fail("QUO013", typed, nearest(typed.value, KINDS))

    def _fail(self, code: str, typed: Attribute, near: str | None = None) -> None:
        self.found.append(report(code, typed.span, value=typed.value, nearest=near))
