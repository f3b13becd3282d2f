"""A finding told: filled, translated, and with nothing in it that steers a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics import Related, report
from sitegen.diagnostics.messages import hint, message, outline, related_text, visible, why
from sitegen.diagnostics.table import TABLE
from sitegen.source import Span

PLACE = Span("content/de/01-text.md", 3, 5, 3, 8)


def test_the_sentence_is_filled() -> None:
    found = report("SRC002", PLACE, size="2,000,000", limit="1,000,000")
    assert (
        message(found) == "This file is too large to be read: 2,000,000 bytes, where 1,000,000 are allowed."
    )


def test_the_sentence_is_told_in_a_language() -> None:
    found = report("SRC003", PLACE, reason="x")
    assert message(found, "de") == "Diese Datei lässt sich nicht lesen: x."
    assert message(found, "ru") == "Не удаётся прочитать этот файл: x."


def test_a_language_without_a_catalogue_reads_english() -> None:
    found = report("SRC003", PLACE, reason="x")
    assert message(found, "fr") == message(found, "en")


def test_the_nearest_name_stands_before_the_hint() -> None:
    found = report("SRC003", PLACE, nearest="moskau", reason="x")
    assert hint(found).startswith("Did you mean “moskau”? Check")
    assert hint(found, "de").startswith("War „moskau“ gemeint?")
    assert hint(found, "ru").startswith("Может быть, имелось в виду «moskau»?")


def test_what_is_filled_in_cannot_fill_again() -> None:
    found = report("OUT004", PLACE, path="{first}", first="{second}", second="x")
    assert message(found) == "“{first}” would be written twice: for “{second}” and for “x”."


def test_what_is_filled_in_cannot_steer() -> None:
    found = report("SRC004", PLACE, path="a\u202eb\x1b[31m\nc\x00")
    assert r"“a\u202eb\u001b[31m\nc\u0000”" in message(found)


def test_words_of_ours_are_translated_within_a_sentence() -> None:
    row = next(row for row in TABLE.values() if "{expected}" in row.message)
    found = report(row.code, PLACE, key="title", expected="a number")
    assert "eine Zahl" in message(found, "de")
    assert "число" in message(found, "ru")


def test_a_related_place_is_told() -> None:
    assert related_text(Related(PLACE, "other"), "de") == "die andere Stelle"


def test_an_outline_leaves_gaps() -> None:
    assert outline(TABLE["SRC004"].message).startswith("“…” is only a symbolic link")
    assert outline("") == ""


def test_why_is_told() -> None:
    assert why(TABLE["SRC004"], "de") != why(TABLE["SRC004"], "en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Größe: «ёлочки»", "Größe: «ёлочки»"),
        ("a\tb", r"a\tb"),
        ("\u200d\u200c", "\u200d\u200c"),
        ("\u200f\u2066", r"\u200f\u2066"),
        ("\u2028", r"\u2028"),
        ("\ud800", r"\ud800"),
        ("\U000e0001", r"\U000e0001"),
        ("до\u0301ма", "до\u0301ма"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
@settings(derandomize=True, max_examples=200, deadline=None)
def test_nothing_visible_steers(text: str) -> None:
    categories = {unicodedata.category(character) for character in visible(text).strip("\u200c\u200d")}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}
    assert visible(visible(text)) == visible(text)
