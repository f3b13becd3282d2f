"""Every string of the sample, code point by code point (citations.md, section 6)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.bibliography import CitedItem, read, split, style, year_suffixes
from sitegen.model.nodes import plain_text
from sitegen.source import Source

DATA = Path(__file__).parent / "data"
LANGUAGES = ("de", "ru")
EXPECTED: dict[str, Any] = json.loads((DATA / "sample.json").read_text(encoding="utf-8"))
BIBLIOGRAPHY, FOUND = read(
    Source.of("citations.bib", (DATA / "sample.bib").read_text(encoding="utf-8")), LANGUAGES
)
CASES = [
    (key, language, form)
    for key, expected in EXPECTED["entries"].items()
    for language in LANGUAGES
    for form in expected[language]
]


@pytest.mark.parametrize(("key", "language", "form"), CASES)
def test_form(key: str, language: str, form: str) -> None:
    entry = BIBLIOGRAPHY.entries[key]
    locator = split(EXPECTED["entries"][key]["loc"] or "", LANGUAGES)[0]
    by = style(language)
    suffix = year_suffixes(BIBLIOGRAPHY.entries.values(), language).get(key)
    forms = {
        "list": lambda: by.entry(entry, by.suffix(suffix)),
        "first": lambda: by.first_note(entry, locator),
        "later": lambda: by.later_note(entry, locator),
        "author_date": lambda: by.bracket([CitedItem(entry, locator=locator, year_suffix=suffix)]),
    }
    assert plain_text(forms[form]()) == EXPECTED["entries"][key][language][form]


@pytest.mark.parametrize("language", LANGUAGES)
def test_order(language: str) -> None:
    by = style(language)
    assert (
        sorted(BIBLIOGRAPHY.keys, key=lambda key: by.sort_key(BIBLIOGRAPHY.entries[key]))
        == (EXPECTED["order"][language])
    )
