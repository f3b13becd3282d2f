"""The line under a quote, and the words for it that are understood (typography.md, section 5)."""

from __future__ import annotations

import pytest

from sitegen import languages
from sitegen.model.quote import Age, Gender

NBSP = "\u00a0"
ROWS: tuple[tuple[Gender, Age, tuple[str | None, str | None], int, str, str], ...] = (
    (
        "female", Age(20, 20), ("Moskau", "Москва"), 2024,
        "Weiblich, 20⍽Jahre, Moskau, 2024", "Женщина, 20⍽лет, Москва, 2024",
    ),
    (
        "male", Age(21, 21), ("Tula", "Тула"), 2023,
        "Männlich, 21⍽Jahre, Tula, 2023", "Мужчина, 21⍽год, Тула, 2023",
    ),
    (
        "female", Age(72, 72), ("St. Petersburg", "Санкт-Петербург"), 2024,
        "Weiblich, 72⍽Jahre, St.⍽Petersburg, 2024", "Женщина, 72⍽года, Санкт-Петербург, 2024",
    ),
    (
        "diverse", Age(30, 39), (None, None), 2024,
        "Divers, 30–39⍽Jahre, 2024", "Другой гендер, 30–39⍽лет, 2024",
    ),
    (
        "undisclosed", Age(60, 64), ("Oblast Swerdlowsk", "Свердловская область"), 2022,
        "Geschlecht nicht angegeben, 60–64⍽Jahre, Oblast Swerdlowsk, 2022",
        "Гендер не указан, 60–64⍽года, Свердловская область, 2022",
    ),
)  # fmt: skip
WORDS = {
    "female": {"de": "weiblich w Frau f female", "ru": "женщина женский жен ж female"},
    "male": {"de": "männlich m Mann male", "ru": "мужчина мужской муж м male"},
    "diverse": {"de": "diverse divers d nichtbinär", "ru": "другой другое небинарный diverse"},
    "undisclosed": {"de": "k.⍽A.|keine⍽Angabe|undisclosed", "ru": "не⍽указан|не⍽указано|н/д|undisclosed"},
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[4])
def test_the_table_of_attributions(
    row: tuple[Gender, Age, tuple[str | None, str | None], int, str, str],
) -> None:
    gender, age, places, year, *expected = row
    for tag, place, line in zip(("de", "ru"), places, expected, strict=True):
        language = languages.get(tag)
        standing = language.attribution(gender=gender, age=age, place=place, year=year)
        within = language.inline_attribution(gender=gender, age=age, place=place, year=year)
        assert standing == line.replace("⍽", NBSP)
        assert within[1:] == standing[1:]
        assert within[0] == (standing[0] if gender == "undisclosed" and tag == "de" else standing[0].lower())


def test_a_named_person() -> None:
    german = languages.get("de").speaker_attribution("Boris Muster", "Soziologe", "2023-05-03")
    russian = languages.get("ru").speaker_attribution("Борис Мустер", "социолог", "2023-05-03")
    assert german == f"Boris Muster, Soziologe, 3.{NBSP}Mai 2023"
    assert russian == f"Борис Мустер, социолог, 3{NBSP}мая 2023{NBSP}г."


@pytest.mark.parametrize("gender", WORDS)
@pytest.mark.parametrize("tag", ["de", "ru"])
def test_the_words_for_a_gender(gender: str, tag: str) -> None:
    language = languages.get(tag)
    typed = WORDS[gender][tag]
    for word in typed.split("|") if "|" in typed else typed.split():
        for one in (
            word.replace("⍽", " "),
            word.replace("⍽", NBSP).upper(),
            f"{word.replace('⍽', ' ').rstrip('.')}.",
        ):
            assert language.gender(one) == gender, one
    assert language.gender("weibl") is None


@pytest.mark.parametrize(
    ("value", "german", "russian"),
    [
        ("1234", "1234", "1234"),
        ("12345", "12.345", "12⍽345"),
        ("1234567", "1.234.567", "1⍽234⍽567"),
        ("-5", "−5", "−5"),
        ("12.5", "12,5", "12,5"),
        ("2024 ca.", "2024 ca.", "2024 ca."),
    ],
)
def test_numbers(value: str, german: str, russian: str) -> None:
    """Section 4, the numbers under the table."""
    assert languages.get("de").number(value) == german.replace("⍽", NBSP)
    assert languages.get("ru").number(value) == russian.replace("⍽", NBSP)


def test_in_one_column_all_numbers_are_grouped_or_none() -> None:
    assert languages.get("de").number_column(["1234", "12345"]) == ["1.234", "12.345"]
    assert languages.get("de").number_column(["1234", "999"]) == ["1234", "999"]
