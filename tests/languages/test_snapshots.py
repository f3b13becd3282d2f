"""Every age, date and counted word of an edition, line by line as readers see them (typography.md, sections 4
and 5): `snapshots/` holds one file for each language, U+00A0 as ⍽.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date, get_month_names
from babel.units import format_unit

from sitegen import languages
from sitegen.model.quote import Age
from sitegen.render import words

SNAPSHOTS = Path(__file__).parent / "snapshots"
TAGS = ("de", "en", "ru")
PLACES = {"de": "Tula", "en": "Tula", "ru": "Тула"}
NBSP = "\u00a0"
NUMBERS = (*range(26), *range(31, 100, 10), 100, 101, 102, 105, 111, 112, 114, 121, 122, 125, 1001, 1011)
BANDS = ("18-21", "21-30", "25-34", "30-39", "60-64", "0-1", "11-14", "20-22", "99-101", "111-114")
OPEN = (0, 1, 2, 5, 11, 18, 21, 22, 60, 65, 70, 80, 101, 111)
COUNTED: dict[str, Callable[[str, int], str]] = {
    "minutes": words.minutes,
    "quotes": words.quote_count,
    "sources": words.source_count,
}
YEARS = {
    "de": {"one": "Jahr", "other": "Jahre"},
    "ru": {"one": "год", "few": "года", "many": "лет"},
}


def attribution(tag: str, age: Age) -> str:
    return languages.get(tag).attribution(gender="female", age=age, place=PLACES[tag], year=2024)


def lines(tag: str) -> Iterator[str]:
    language = languages.get(tag)
    yield "# ages"
    for number in range(121):
        yield f"{number}: {attribution(tag, Age(number, number))}"
    yield "# bands"
    for band in BANDS:
        low, high = map(int, band.split("-"))
        yield f"{band}: {attribution(tag, Age(low, high))}"
    for low in OPEN:
        yield f"{low}+: {attribution(tag, Age(low, None))}"
    yield "# genders"
    for gender in ("female", "male", "diverse", "undisclosed"):
        for spoken in (language.attribution, language.inline_attribution):
            yield f"{gender}: {spoken(gender=gender, age=None, place=None, year=2024)}"
    yield "# dates"
    for month in range(1, 13):
        yield " | ".join(language.date(f"2024-{month:02}{day}") for day in ("-03", "-17", ""))
    yield language.date("2024")
    for name, count in COUNTED.items():
        yield f"# {name}"
        for number in NUMBERS:
            yield count(tag, number)


def shown(tag: str) -> str:
    return "".join(f"{line}\n" for line in lines(tag)).replace(NBSP, "⍽")


@pytest.mark.parametrize("tag", TAGS)
def test_what_readers_see_stays(tag: str) -> None:
    assert shown(tag).encode() == (SNAPSHOTS / f"{tag}.txt").read_bytes()


@pytest.mark.parametrize("tag", TAGS)
def test_no_other_space_and_no_name_of_a_unit_is_printed(tag: str) -> None:
    text = shown(tag)
    assert not set("\u2009\u202f\u200b\u00ad") & set(text)
    assert not re.search(r"year-|duration|\{|\}|None|\byears?\b", text)
    for line in text.splitlines():
        if not line.startswith("#"):
            assert not re.search(
                r"\d (?=Jahr|год|лет|г\.|[Mm]inut|минут|Zitat|цитат|quote|Quelle|источник|source)", line
            )


@pytest.mark.parametrize("tag", ["de", "ru"])
def test_the_noun_of_an_age_is_that_of_cldr(tag: str) -> None:
    plural = Locale(tag).plural_form
    for number in range(121):
        noun = YEARS[tag][plural(number)]
        assert attribution(tag, Age(number, number)).split(", ")[1] == f"{number}{NBSP}{noun}"
        assert format_unit(number, "year", "long", locale=tag).split()[-1] == noun
        if number:
            of_band = "Jahre" if tag == "de" else noun
            assert attribution(tag, Age(0, number)).split(", ")[1] == f"0–{number}{NBSP}{of_band}"


def test_the_noun_of_a_russian_age_is_that_of_the_table() -> None:
    """Typography.md, section 5, the sentence under the table."""
    one = {1, 21, 31, 41, 51, 61, 71, 81, 91, 101}
    few = {n for ten in (0, 20, 30, 40, 50, 60, 70, 80, 90, 100) for n in range(ten + 2, ten + 5)}
    for number in range(121):
        noun = "год" if number in one else "года" if number in few else "лет"
        assert attribution("ru", Age(number, number)) == f"Женщина, {number}{NBSP}{noun}, Тула, 2024"


@pytest.mark.parametrize("tag", TAGS)
def test_dates_are_those_of_cldr(tag: str) -> None:
    """With U+00A0 where Babel has a space behind a number (section 4), but for English."""
    for month in range(1, 13):
        whole = format_date(date(2024, month, 17), "long", locale="en_GB" if tag == "en" else tag)
        fixed = re.sub(r"(?<=\d)(\.?)[ \u2009\u202f](?=\S)", f"\\1{NBSP}", whole).replace("\u202f", NBSP)
        own = languages.get(tag).date(f"2024-{month:02}-17")
        assert own.replace(NBSP, " ") == fixed.replace(NBSP, " ")
        assert tag == "en" or own == fixed
        alone = get_month_names("wide", "stand-alone", tag)[month]
        assert languages.get(tag).date(f"2024-{month:02}").startswith(f"{alone} 2024")


@pytest.mark.parametrize("tag", TAGS)
def test_counted_words_agree_with_their_number(tag: str) -> None:
    """Numbers of one plural form have one wording, those of different forms differ."""
    plural = Locale(tag).plural_form
    for count in COUNTED.values():
        forms: dict[str, set[str]] = {}
        for number in NUMBERS:
            text = count(tag, number)
            assert f"{number}{NBSP}" in text
            forms.setdefault(plural(number), set()).add(text.replace(f"{number}{NBSP}", ""))
        assert all(len(wordings) == 1 for wordings in forms.values())
        assert len(set(map(frozenset, forms.values()))) == len(forms)
