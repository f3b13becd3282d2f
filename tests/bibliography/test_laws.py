"""What holds for every bibliography (citations.md, section 5, “Invariant” and “Sorting”)."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.bibliography import CitedItem, Entry, read, split, style, year_suffixes
from sitegen.bibliography.fields import ROLES, TEXTS, TYPES
from sitegen.bibliography.styles import Remembered
from sitegen.model.document import Locator
from sitegen.model.nodes import plain_text
from sitegen.source import Source
from tests.bibliography.cases import LANGUAGES, reading, written

SAMPLE = (Path(__file__).parent / "data" / "sample.bib").read_text(encoding="utf-8")
EDITIONS = ("de", "ru", "en", "uk")
LAW = settings(derandomize=True, max_examples=60, deadline=None)

WORDS = st.text("abcÄöß жйЁ.,:?!…„“«»[]{}\\\"'$%&~_@#=-–\u00a0\n", max_size=24)
DATES = st.sampled_from(
    ["2024", "2024-03", "2024-03-05", "2018/2023", "2022/..", "2024~", "2024%", "2024-21", "17.07.2024"]
)
NAMES = st.sampled_from(
    ["A, B", "van der Berg, Jan", "{Amt, Referat}", "Иванова, Анна", "A, B and C, D and E, F and others", "X"]
)
FIELDS = st.one_of(
    st.tuples(st.sampled_from(sorted(TEXTS)), WORDS),
    st.tuples(st.sampled_from(["title_de", "title_ru", "addendum_ru", "organization_de"]), WORDS),
    st.tuples(st.sampled_from([*sorted(ROLES), "author_de", "author_ru"]), NAMES),
    st.tuples(st.sampled_from(["date", "urldate", "year", "archivedate"]), DATES),
    st.tuples(st.just("langid"), st.sampled_from(["german", "russian", "english", "ukrainian", "fr", "x"])),
    st.tuples(
        st.sampled_from(["url", "doi", "archiveurl"]),
        st.sampled_from(["https://a.example/м", "10.1000/x", "javascript:"]),
    ),
)
ENTRIES = st.lists(
    st.tuples(st.sampled_from(sorted(TYPES)), st.lists(FIELDS, max_size=8)), min_size=1, max_size=4
)


def text_of(entries: list[tuple[str, list[tuple[str, str]]]]) -> str:
    return "\n".join(
        f"@{kind}{{k{number},\n" + "".join(f"{name} = {{{value}}},\n" for name, value in fields) + "}"
        for number, (kind, fields) in enumerate(entries)
    )


@LAW
@given(ENTRIES, st.sampled_from(["", "5", "S. 5 ff.", "passim", "Kap. 3"]))
def test_every_entry_that_is_read_can_be_set(
    entries: list[tuple[str, list[tuple[str, str]]]], place: str
) -> None:
    bibliography, _ = reading(text_of(entries))
    locator = split(place, LANGUAGES)[0]
    for edition in EDITIONS:
        by = style(edition)
        suffixes = year_suffixes(bibliography.entries.values(), edition)
        for one in bibliography.entries.values():
            item = CitedItem(one, locator=locator, year_suffix=suffixes.get(one.key))
            forms = [
                by.entry(one, by.suffix(suffixes.get(one.key))),
                by.first_note(one, locator),
                by.later_note(one, locator),
                by.ibid(one, locator, after_prefix=True),
                by.bracket([item, item]),
                by.narrative(item),
            ]
            assert all(plain_text(form).strip() for form in forms)


@LAW
@given(st.text('@{}"=,#%( )\nabk\\', max_size=120))
def test_reading_never_fails(text: str) -> None:
    source = Source.of("citations.bib", text)
    bibliography, found = read(source, LANGUAGES)
    assert read(source, LANGUAGES)[1] == found
    assert all(1 <= one.span.line <= len(source.line_starts) for one in found)
    for one in bibliography.entries.values():
        assert plain_text(style("de").entry(one))


@LAW
@given(st.text("htps:/.%20я@[]?#&=a-", max_size=30))
def test_any_address_is_linked_or_reported(text: str) -> None:
    bibliography, found = reading(written(url=f"https://{text}"))
    refused = any(
        one.code == "BIB033" or one.code.startswith("ADR") for one in found if one.severity == "error"
    )
    assert bool(bibliography.entries["k"].url) is not refused


@LAW
@given(st.randoms(use_true_random=False))
def test_order_is_total_and_stable(chance: random.Random) -> None:
    entries = list(reading(SAMPLE)[0].entries.values())
    shuffled = [*entries]
    chance.shuffle(shuffled)
    for edition in EDITIONS:
        key = style(edition).sort_key
        assert [one.key for one in sorted(shuffled, key=key)] == [one.key for one in sorted(entries, key=key)]


def test_entries_that_differ_in_nothing_but_the_key_are_ordered_by_it() -> None:
    entries = reading("".join(written(key=key) for key in "bca"))[0].entries.values()
    assert [one.key for one in sorted(entries, key=style("de").sort_key)] == ["a", "b", "c"]


@pytest.mark.parametrize("edition", LANGUAGES)
def test_label_leads_to_its_list_entry(edition: str) -> None:
    by = style(edition)
    for one in reading(SAMPLE)[0].entries.values():
        assert is_found(plain_text(by.label(one)), by.entry(one), one), one.key


def is_found(label: str, listed: object, one: Entry) -> bool:
    """The first name of a label begins the entry, or the label stands in brackets in its heading."""
    assert isinstance(listed, tuple)
    text = plain_text(listed)
    first = re.split(r"[/,]| u\.\u00a0a\.| et\u00a0al\.|\u00a0…", label)[0]
    title = plain_text(one.texts["title"])
    return text.startswith((first, f"[{first}")) or f"({label})" in text[: text.find(title[:10])]


@LAW
@given(
    st.sampled_from(["page", "chapter", "paragraph", "figure", "table", "volume", "note", "section"]),
    st.integers(1, 999),
    st.sampled_from(["", "–1000", " f.", " ff.", ", 1001"]),
)
def test_label_of_an_edition_is_read_back(kind: str, number: int, more: str) -> None:
    locator = Locator(kind, f"{number}{more}")
    one = reading(SAMPLE)[0].entries["mueller2019"]
    assert split(style("de").locator(one, locator, in_note=True), LANGUAGES) == (locator, "")


def test_sample_is_read_without_warnings() -> None:
    assert {found.severity for found in reading(SAMPLE)[1]} == {"info"}


def test_expected_strings_cover_all_entries() -> None:
    expected = json.loads((Path(__file__).parent / "data" / "sample.json").read_text(encoding="utf-8"))
    assert set(expected["entries"]) == set(reading(SAMPLE)[0].keys)


@LAW
@given(ENTRIES, st.sampled_from(EDITIONS), st.sampled_from(["", "5", "Kap. 3"]))
def test_a_form_that_is_remembered_is_the_one_that_is_made(
    entries: list[tuple[str, list[tuple[str, str]]]], edition: str, place: str
) -> None:
    bibliography, _ = reading(text_of(entries))
    made, kept = style(edition), Remembered(style(edition))
    locator = split(place, LANGUAGES)[0]
    for one in (*bibliography.entries.values(),) * 2:
        assert kept.entry(one, "a") == made.entry(one, "a")
        assert kept.first_note(one, locator) == made.first_note(one, locator)
        assert kept.later_note(one, locator) == made.later_note(one, locator)
        assert kept.label(one) == made.label(one)
        assert kept.sort_key(one) == made.sort_key(one)
        assert kept.ibid(one, locator, after_prefix=True) == made.ibid(one, locator, after_prefix=True)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_note_with_the_number_of_a_page_is_the_one_that_is_made(edition: str) -> None:
    made, kept = style(edition), Remembered(style(edition))
    for one in reading(SAMPLE)[0].entries.values():
        for number in ("7", "12", one.plain("pages")):
            locator = Locator("page", number)
            assert kept.first_note(one, locator) == made.first_note(one, locator), one.key
