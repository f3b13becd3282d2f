"""Quotes by age, place, year, gender and chapter."""

from __future__ import annotations

import gzip
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.publication import Quote
from sitegen.model.quote import Age, Attributes
from sitegen.render.facets import BANDS, OTHER_SPAN, Kind, band, facet_name, quote_facets
from sitegen.render.templates import theme_file
from tests.render.cited import pages
from tests.site.dom import Page, text

NAME = re.compile(r"[a-z]+-[a-z0-9-]+")

BANDED = [
    (Age(17, 17), "under-18"),
    (Age(18, 18), "18-29"),
    (Age(20, 24), "18-29"),
    (Age(20, 29), "18-29"),
    (Age(30, 39), "30-39"),
    (Age(45, 45), "40-49"),
    (Age(59, 59), "50-59"),
    (Age(60, 60), "60-plus"),
    (Age(70, None), "60-plus"),
    (Age(25, 34), OTHER_SPAN),
    (Age(18, 34), OTHER_SPAN),
    (Age(50, None), OTHER_SPAN),
    (Age(15, 19), OTHER_SPAN),
]


@pytest.mark.parametrize(("age", "name"), BANDED)
def test_a_band_holds_an_age_whole(age: Age, name: str) -> None:
    assert band(age) == name


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.integers(0, 120), st.integers(0, 120) | st.none())
def test_a_band_never_says_more_than_the_age(low: int, high: int | None) -> None:
    name = band(Age(low, high if high is None else max(low, high)))
    if name != OTHER_SPAN:
        whole = BANDS[name]
        assert whole.low <= low
        assert whole.high is None or (high is not None and max(low, high) <= whole.high)


@pytest.mark.parametrize(
    ("kind", "value", "name"),
    [
        ("city", "moskau", "city-moskau"),
        ("year", "2024", "year-2024"),
        ("chapter", "01-frage-und-methode", "chapter-01-frage-und-methode"),
        ("chapter", "index", "chapter--title-page"),
        ("chapter", "01-вопрос", "chapter-01-vopros-e42832d4"),
        ("chapter", "a.2", "chapter-a-2-995e130b"),
    ],
)
def test_names_of_facets_do_not_change(kind: Kind, value: str, name: str) -> None:
    assert facet_name(kind, value) == name


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="/"), min_size=1), unique=True))
def test_names_are_short_plain_and_apart(values: list[str]) -> None:
    names = [facet_name("chapter", value) for value in values]
    assert all(NAME.fullmatch(name) and len(name) <= 48 for name in names)
    assert len(set(names)) == len(values)


QUOTES = [
    (Attributes(gender="female", age=Age(20, 20), city="moskau", year=2024),
     ["age-18-29", "city-moskau", "year-2024", "gender-female", "chapter-eins"]),
    (Attributes(gender="undisclosed", age=Age(30, 49), city="tula", year=2023, kind="paraphrase"),
     ["age-other", "city-tula", "year-2023", "gender-undisclosed", "chapter-eins"]),
    (Attributes(date="2022-03-08"), ["year-2022", "chapter-eins"]),
    (Attributes(), ["chapter-eins"]),
]  # fmt: skip


@pytest.mark.parametrize(("attributes", "names"), QUOTES)
def test_facets_say_what_the_attribution_says(attributes: Attributes, names: list[str]) -> None:
    quote = Quote("a", "eins", attributes, ())
    assert [facet_name(kind, value) for kind, value in quote_facets(quote)] == names


def _quote(identifier: str, city: str, age: str) -> str:
    return f"::: {{.quote #{identifier} gender=female age={age} city={city} year=2024}}\nWort.\n:::\n"


def _bars(page: Page, kind: str) -> list[str]:
    return [text(one) for one in page.one("ul", aria_labelledby=f"facet-{kind}").iter("li")]


def test_pages_show_their_values_with_counts_in_both_languages() -> None:
    german = _quote("a", "moskau", "20") + _quote("b", "tula", "15") + _quote("c", "tula", "60+")
    found = pages(german, german)
    ages = {tag: _bars(found[f"{tag}/voices.html"], "age") for tag in ("de", "ru")}
    assert ages["de"] == [
        "Unter 18 Jahren 1",
        "18–29 Jahre 1",
        "60 Jahre oder älter 1",
    ]
    assert ages["ru"] == ["Младше 18 лет 1", "18–29 лет 1", "60 лет и старше 1"]
    assert _bars(found["de/voices.html"], "city") == ["Tula 2", "Moskau 1"]
    assert _bars(found["ru/voices.html"], "gender") == ["Женщина 3"]
    switch = found["de/voices/city-tula.html"].one("nav", class_="languages")
    assert [one.get("href") for one in switch.iter("a")] == ["../../ru/voices/city-tula.html"]


def test_no_two_facets_have_the_same_title() -> None:
    head = "---\ntitle: Moskau\n---\n"
    files = {f"content/de/0{n}-eins-{n}.md": head + _quote(f"q-{n}", "moskau", "20") for n in (2, 3)}
    found = pages(_quote("a", "tula", "15"), files=files)
    titles = [text(page.one("title")) for path, page in found.items() if "/voices/" in path]
    assert "Stimmen · Kapitel 2: Moskau – Reihe de" in titles
    assert len(set(titles)) == len(titles)


def test_a_quote_is_cited_by_what_is_said_of_who_spoke() -> None:
    quote = "::: {.quote #ein-wort gender=female age=20 city=moskau year=2024 original=ru}\nWort.\n:::\n"
    found = pages(quote, quote)
    cited = text(found["de/voices.html"].one("details", class_="citing"))
    assert cited.startswith("Dieses Zitat zitieren Weiblich, 20 Jahre, Moskau, 2024, zit. nach: ")
    assert "Женщина, 20 лет, Москва, 2024. Цит. по: " in cited
    assert "@incollection{beispiel-de-ein-wort," in cited
    assert "note = {Weiblich, 20~Jahre, Moskau, 2024}" in cited


def test_the_script_is_small() -> None:
    assert len(gzip.compress(theme_file("voices.js").encode(), 9)) <= 2_000
