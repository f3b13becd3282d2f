"""Outer marks of a quotation (authoring.md, Quote blocks)."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.languages.quotation import closing, outer_pair

AROUND = [
    "„Ja.“",
    "„Ja“.",
    "»Ja.«",
    "«Да».",
    "“Yes.”",
    '"Ja."',
    "‚Ja.‘",
    "'Ja.'",
    "  „Ja“ ",
    "„Ja.“ (lacht)",
    "„Ja.“ (lacht).",
    "„Ja.“ (lacht (laut).) ",
    "«Да» (смеётся).",
    "«Да. (Смеётся.) Нет» (смеётся.)",
    "„Ja.“\ufffc",
    "„Ja“\ufffc.",
    "„Ja“.\ufffc (lacht)\ufffc",
    "„Er sagte „ja“ und „nein“.“",
    "„Er sagte ‚ja‘.“",
    "„Er sagte „ja““",
    '"Er sagte "ja""',
    '""Ja", sagte er"',
    "„…„…“…“",
    "«…«…»»",
    "«…«…»",
    "«Фонд «Дом с маяком»»",
    "«Фонд «Дом с маяком»",
    "„Ja.\n„Nein.“",
    "„Ja.\n\nNein.“",
    "„Wie geht's?“",
    "'Wie geht's?'",
]


@pytest.mark.parametrize("text", AROUND)
def test_marks_around_the_whole(text: str) -> None:
    pair = outer_pair(text)
    assert pair is not None
    start, end = pair
    behind = text[end + 1 :]
    assert not text[:start].strip()
    assert not set(behind.partition("(")[0]) & set("„“”«»\"‚‘'")
    assert text[end] in "“”«»\"‘'"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "Ja.",
        "„Ja",
        "Ja“",
        "„",
        "“",
        "(lacht)",
        "„Ja“, sagte er, „nein“",
        '"Ja", sagte er, "nein"',
        "«Да» и «нет».",
        "„Ja“ sagte er.",
        "„Ja“ (lacht) und ging",
        "„Ja“ (lacht) (weint)",
        "„Ja“..",
        "„Ja“!",
        "Er sagte „ja“",
        "'s ist so'",
        "„Ja (lacht)",
        "\ufffc",
    ],
)
def test_no_marks_around_the_whole(text: str) -> None:
    assert outer_pair(text) is None


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (" „Ja.“ (lacht)", (1, 5)),
        ("«Дом «с маяком»»", (0, 15)),
        ("«Дом «с маяком».", (0, 14)),
        ("„Ja“\ufffc.", (0, 3)),
    ],
)
def test_offsets(text: str, pair: tuple[int, int]) -> None:
    assert outer_pair(text) == pair


@pytest.mark.parametrize(
    ("mark", "stop_after", "full_stop", "expected"),
    [
        ("“", False, True, ".“"),
        ("»", True, True, "»."),
        ("“", False, False, "“"),
        ("»", True, False, "»"),
    ],
)
def test_closing_mark_and_full_stop(mark: str, stop_after: bool, full_stop: bool, expected: str) -> None:  # noqa: FBT001 (a table's columns)
    assert closing(mark, stop_after=stop_after, full_stop=full_stop) == expected


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.text(alphabet="„“«»\"'‚‘ aб.(\ufffc)\n…", max_size=20))
def test_what_is_outside_holds_no_words(text: str) -> None:
    pair = outer_pair(text)
    if pair is not None:
        assert pair[0] < pair[1]
        assert not text[: pair[0]].strip()
        behind = text[pair[1] + 1 :].partition("(")[0]
        assert not behind.strip(" .\n\ufffc")


@pytest.mark.parametrize("unit", ['"', "„a", "“", "(", ")", " ", ".", "\ufffc", "a' \"", "„a (b)"])
def test_time_grows_with_length(unit: str) -> None:
    text = "„" + unit * (100_000 // len(unit)) + "“ (lacht)"
    start = time.process_time()
    outer_pair(text)
    assert time.process_time() - start < 1
