"""A source line with its place marked."""

from __future__ import annotations

import tracemalloc
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics.emitters.excerpt import excerpt
from sitegen.source import Source, Span

CASES = {
    "a word": ("Ein Wort hier.", (5, 9), 80, "Ein Wort hier.", "    ^^^^"),
    "nothing wide": ("Ein Wort", (5, 5), 80, "Ein Wort", "    ^"),
    "the end of the line": ("Ein Wort", (9, 10), 80, "Ein Wort", "        ^"),
    "beyond the end": ("Ein Wort", (40, 50), 80, "Ein Wort", "        ^"),
    "wide characters before": ("中文 Wort", (4, 8), 80, "中文 Wort", "     ^^^^"),
    "wide characters marked": ("a 中文", (3, 5), 80, "a 中文", "  ^^^^"),
    "combining characters before": ("до\u0301ма тут", (7, 10), 80, "до\u0301ма тут", "     ^^^"),
    "a combining character alone": ("до\u0301м", (3, 4), 80, "до\u0301м", "  ^"),
    "tabs stay": ("\ta\tb", (4, 5), 80, "\ta\tb", "\t \t^"),
    "control characters": ("a\x1bb", (2, 3), 80, r"a\u001bb", " ^^^^^^"),
    "cut behind": ("abcdefghij", (1, 3), 7, "abcde…", "^^"),
    "cut on both sides": ("abcdefghijklmnopqrstuvwxyz", (13, 15), 11, "…jklmnopqr…", "    ^^"),
    "cut before": ("abcdefghij", (10, 11), 7, "…fghij", "     ^"),
    "a mark longer than the line": ("abcdefghij", (1, 11), 7, "abcde…", "^^^^^"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_place_is_marked(case: tuple[str, tuple[int, int], int, str, str]) -> None:
    text, (column, end), width, line, marks = case
    source = Source.of("a.md", text)
    assert excerpt(source, Span("a.md", 1, column, 1, end), width) == (line, marks)


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    source = Source.of("a.md", "::: {.quote}\nText\n")
    assert excerpt(source, Span("a.md", 1, 5, 2, 5), 80) == ("::: {.quote}", "    ^^^^^^^^")


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\n\r\t\ufeff")),
    st.integers(1, 60),
    st.integers(12, 40),
)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_a_line_is_never_wider_than_the_room(text: str, column: int, width: int) -> None:
    source = Source.of("a.md", text)
    line, marks = excerpt(source, Span("a.md", 1, column, 1, column + 1), width)
    assert columns(line) <= width
    assert marks.strip(" ") == "^" * len(marks.strip(" ")) != ""


def columns(text: str) -> int:
    """Columns in a terminal, counted apart from the module under test."""
    return sum(
        0
        if unicodedata.category(character) in {"Mn", "Me"} or character in "\u200c\u200d"
        else 1 + (unicodedata.east_asian_width(character) in {"W", "F"})
        for character in text
    )


def test_a_place_in_a_very_long_line_takes_no_copy_of_the_line() -> None:
    source = Source.of("a.md", "x\n" + "\"a' " * 500_000)
    tracemalloc.start()
    try:
        line, _ = excerpt(source, Span("a.md", 2, 1_000_001, 2, 1_000_002), 80)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(line) == 80
    assert most < 500_000
