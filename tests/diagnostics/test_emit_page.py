"""Findings as the page that the preview shows."""

from __future__ import annotations

from sitegen.diagnostics import report
from sitegen.diagnostics.emitters.page import emit
from sitegen.source import Source, Span
from tests.diagnostics.sample_findings import ERROR, NOTE, WARNING, sources


def test_the_page_shows_code_place_sentence_hint_and_line() -> None:
    text = emit([ERROR, WARNING, NOTE], sources)
    for part in (
        "SRC005",
        "content/de/01-über uns.md:5:4",
        "Did you mean “moskau”?",
        "<mark>title</mark>: Раз",
    ):
        assert part in text
    assert "Noch <mark>&lt;b&gt;</mark>ein&lt;/b&gt; Satz." in text


def test_everything_foreign_is_escaped() -> None:
    evil = "<script>alert(1)</script>\x1b\u202e"
    found = report("SRC004", Span(evil, 1, 1, 1, 9), path=evil, nearest=evil)
    text = emit([found], lambda path: Source.of(path, evil))
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_page_speaks_the_language() -> None:
    text = emit([ERROR], sources, language="de")
    assert '<html lang="de">' in text
    assert "War „moskau“ gemeint?" in text


def test_a_very_long_line_is_shown_around_the_place() -> None:
    long = Source.of("content/de/lang.md", "\"a' " * 12_500)
    found = [report("SRC005", long.span(4 * at), character="U+0007") for at in range(0, 12_500, 25)]
    text = emit(found, {long.path: long}.get)
    assert len(text) < 2_000_000
    assert text.count("<mark>&quot;</mark>a&#x27; ") == len(found)
    assert f'<pre dir="auto">…{"&quot;a&#x27; " * 50}<mark>&quot;</mark>' in text


def test_a_place_beyond_the_end_of_its_line_shows_the_line() -> None:
    short = Source.of("content/de/kurz.md", "abc\nzwei")
    found = [report("SRC005", Span(short.path, 1, 9, 1, 12), character="U+0007")]
    assert '<pre dir="auto">abc<mark></mark></pre>' in emit(found, {short.path: short}.get)
