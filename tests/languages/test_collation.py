from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.languages.collation import primary_key, sort_key

LAW = settings(derandomize=True, deadline=None, max_examples=150)
TEXTS = st.one_of(st.text(max_size=12), st.text("aAäÄßsŠSłlıiёеийЁЙ «-'1", max_size=6))
LANGUAGES = st.sampled_from(["de", "ru", "el", "uk", "x-none"])

LATIN_NAMES = [
    "Berg, van der", "Borusiak", "Bundesministerium", "GESIS", "Heide", "Ivanova", "Labor", "Ministry",
    "Müller", "OutRush", "Petrov", "Schmidt", "Ščukina", "tagesschau", "The Bell", "Weiß",
    "„Wir fahren nirgendwohin“", "Yılmaz",
]  # fmt: skip
CYRILLIC_NAMES = [
    "Борусяк", "Елена", "Ёлкин", "Ельцин", "Иванова", "Искра", "Йодль", "Лаборатория",
    "«Мы никуда не поедем»", "Петров", "После начала войны", "Щукина",
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["1984", *LATIN_NAMES, *CYRILLIC_NAMES, "Ωμέγα"]),
        ("ru", ["1984", *CYRILLIC_NAMES, *LATIN_NAMES, "Ωμέγα"]),
        ("uk", ["1984", *CYRILLIC_NAMES, *LATIN_NAMES, "Ωμέγα"]),
        ("sr-Latn", ["1984", *LATIN_NAMES, *CYRILLIC_NAMES, "Ωμέγα"]),
        ("el", ["1984", "Ωμέγα", *LATIN_NAMES, *CYRILLIC_NAMES]),
        ("qqq", ["1984", *LATIN_NAMES, *CYRILLIC_NAMES, "Ωμέγα"]),
    ],
)
def test_the_order_of_a_bibliography(language: str, expected: list[str]) -> None:
    mixed = sorted(expected, key=lambda text: text[::-1])
    assert sorted(mixed, key=lambda text: sort_key(text, language)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Škoda", "skoda"),
        ("ёлка", "Елка"),
        ("Weiß", "Weiss"),
        ("Łódź", "lodz"),
        ("Yılmaz", "yilmaz"),
        ("İzmir", "izmir"),
        ("Öl", "ol"),
        ("„Ja“", "ja"),
        ("[Экспертиза]", "экспертиза"),
        ("O’Neill", "ONeill"),
        ("Solovʹev", "Solovev"),
        ("до\u0301ма", "дома"),
        ("Werk\u00adstatt", "Werkstatt"),
        ("Rostow am Don", "Rostow–am–Don"),
    ],
)
def test_what_does_not_count(one: str, other: str) -> None:
    assert primary_key(one, "de") == primary_key(other, "de")
    assert sort_key(one, "de") != sort_key(other, "de")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("иод", "йод"),
        ("й", "к"),
        ("Berg, Ute", "Bergmann, Ada"),
        ("Berg", "Berg, Ute"),
        ("2. Teil", "A"),
        ("е", "ж"),
        ("гора", "ґанок"),
    ],
)
def test_what_comes_first(before: str, after: str) -> None:
    for language in ("de", "ru"):
        assert sort_key(before, language) < sort_key(after, language)


@LAW
@given(TEXTS, TEXTS, LANGUAGES)
def test_the_order_is_total(one: str, other: str, language: str) -> None:
    a, b = sort_key(one, language), sort_key(other, language)
    assert (a == b) == (one == other)
    assert (a < b) + (b < a) + (a == b) == 1


@LAW
@given(TEXTS, LANGUAGES)
def test_letters_are_the_same_however_they_are_stored(text: str, language: str) -> None:
    assert primary_key(unicodedata.normalize("NFD", text), language) == primary_key(text, language)


@LAW
@given(st.lists(TEXTS, max_size=8), LANGUAGES)
def test_the_order_does_not_depend_on_the_order_before(texts: list[str], language: str) -> None:
    def ordered(names: list[str]) -> list[str]:
        return sorted(names, key=lambda name: sort_key(name, language))

    assert ordered(texts[::-1]) == ordered(texts)
