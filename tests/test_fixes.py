"""Fixes change their spans and nothing else (links.md, section 5)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics import Fix, report
from sitegen.fixes import applied, by_file
from sitegen.source import Source, Span

PATH = "content/de/01-a.md"
LAW = settings(derandomize=True, max_examples=150, deadline=None)


def fix(line: int, column: int, end_line: int, end_column: int, text: str) -> Fix:
    return Fix(Span(PATH, line, column, end_line, end_column), text)


@pytest.mark.parametrize(
    ("before", "fixes", "after"),
    [
        ("abc", [fix(1, 2, 1, 3, "X")], "aXc"),
        ("abc", [fix(1, 2, 1, 2, "X")], "aXbc"),
        ("abc", [fix(1, 4, 1, 4, "X")], "abcX"),
        ("", [fix(1, 1, 1, 1, "X")], "X"),
        ("\ufeffabc\r\nдеф\r\n", [fix(2, 1, 2, 2, "Д"), fix(1, 1, 1, 2, "A")], "\ufeffAbc\r\nДеф\r\n"),
        ("a\rb\nc\r\nd", [fix(4, 1, 4, 2, "D"), fix(2, 1, 2, 2, "B")], "a\rB\nc\r\nD"),
        ("a\r\nb\r\n", [fix(1, 2, 1, 2, ",\nx")], "a,\r\nx\r\nb\r\n"),
        ("a\nb", [fix(2, 2, 2, 2, "\nx")], "a\nb\nx"),
        ("a\r\nb", [fix(2, 2, 2, 2, "\nx")], "a\r\nb\r\nx"),
        ("abc\nd", [fix(1, 2, 2, 1, "")], "ad"),
        ("👩‍👩‍👧é", [fix(1, 6, 1, 7, "e")], "👩‍👩‍👧e"),
        ("a\u2028b\nc", [fix(2, 1, 2, 2, "C")], "a\u2028b\nC"),
        # of edits that overlap only the first is made
        ("abcdef", [fix(1, 2, 1, 4, "X"), fix(1, 3, 1, 5, "Y")], "aXdef"),
        ("abcdef", [fix(1, 3, 1, 3, "Y"), fix(1, 3, 1, 3, "X")], "abXcdef"),
        ("abcdef", [fix(1, 2, 1, 4, "X"), fix(1, 4, 1, 5, "Y")], "aXYef"),
        # what has no place there is left out
        ("abc\n", [fix(3, 1, 3, 1, "X")], "abc\n"),
        ("abc\n", [fix(1, 2, 1, 9, "X")], "abc\n"),
        ("abc\n", [fix(0, 1, 1, 1, "X")], "abc\n"),
        ("abc", [fix(1, 3, 1, 2, "X")], "abc"),
    ],
)
def test_edits(before: str, fixes: list[Fix], after: str) -> None:
    assert applied(before.encode(), fixes).data.decode() == after


def test_a_file_that_is_not_utf8_stays() -> None:
    assert applied(b"a\xffb", [fix(1, 1, 1, 2, "X")]).data == b"a\xffb"


def test_the_edits_of_findings_by_file() -> None:
    one, other = fix(1, 1, 1, 2, "X"), Fix(Span("citations.bib"), "Y")
    found = [report("LNK003", one.span, fix=one, parameter="x"), report("BIB034", other.span, fix=other)]
    found += [found[0], report("LNK013", one.span)]
    assert by_file(found) == {"citations.bib": (other,), PATH: (one,)}


texts = st.text("ab й\n\r\u2028", max_size=30)


@LAW
@given(
    texts, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text("xyz", max_size=3)), max_size=4)
)
def test_only_the_spans_change(text: str, edits: list[tuple[int, int, str]]) -> None:
    """Apart from the stretches that are replaced, every byte stays, in its order."""
    source = Source.of(PATH, text)
    fixes = [
        Fix(source.span(min(start, len(source.text)), min(start + length, len(source.text))), new)
        for start, length, new in edits
    ]
    done = applied(text.encode(), fixes)
    assert set(done.made) <= set(fixes)
    after = Source.of(PATH, done.data.decode()).text
    expected, position = "", 0
    for one in done.made:
        start = source.line_starts[one.span.line - 1] + one.span.column - 1
        end = source.line_starts[one.span.end_line - 1] + one.span.end_column - 1
        expected += source.text[position:start] + one.replacement
        position = end
    assert after == expected + source.text[position:]
    ends = [sign for sign in ("\r\n", "\r", "\n") if sign in text]
    if (
        not any("\n" in source.text[:1] or one.span.line != one.span.end_line for one in done.made)
        and len(ends) == 1
    ):
        assert done.data.decode().count(ends[0]) == text.count(ends[0])


@LAW
@given(texts)
def test_without_edits_not_a_byte_changes(text: str) -> None:
    data = ("\ufeff" + text).encode()
    assert applied(data, []).data == data
