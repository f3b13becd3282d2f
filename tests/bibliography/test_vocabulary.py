"""The words of every language there is; English serves any other."""

from __future__ import annotations

import pytest

from sitegen import languages
from sitegen.bibliography import split, style
from sitegen.bibliography.vocabulary import marks, terms
from sitegen.model.document import Locator
from sitegen.model.nodes import plain_text
from tests.bibliography.cases import entry

KINDS = {"page", "chapter", "paragraph", "figure", "table", "volume", "note", "section"}


@pytest.mark.parametrize("tag", languages.available())
def test_words_are_complete(tag: str) -> None:
    words = terms(tag)
    assert set(words.spellings) == KINDS
    assert set(words.labels) == {*KINDS, "number"}
    assert len(set(words.suffixes)) == len(words.suffixes) >= 24


@pytest.mark.parametrize("tag", languages.available())
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_labels_are_read_in_their_own_language(tag: str, kind: str) -> None:
    assert split(f"{terms(tag).labels[kind]} 5", (tag,)) == (Locator(kind, "5"), "")


def test_ukrainian_entries_have_their_own_words() -> None:
    assert (terms("uk").others, terms("uk").labels["page"], marks("uk")[0]) == ("та\u00a0ін.", "с.", "«")


def test_unknown_language_is_served_by_english() -> None:
    one = entry(
        author="Иванова, Анна and A, B", date="2020-03", url="https://a.example/", urldate="2024-07-17"
    )
    assert plain_text(style("xx").entry(one)) == (
        "Ivanova, Anna / A, B, 2020: Titel. https://a.example/ (accessed 17\u00a0July 2024)."
    )


def test_region_of_a_language_does_not_count() -> None:
    assert style("de-AT") == style("de")
    assert style("ru-RU") == style("ru")
