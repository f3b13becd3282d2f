"""Findings for people at a terminal."""

from __future__ import annotations

import re

from sitegen.diagnostics import report
from sitegen.diagnostics.emitters.summary import summary
from sitegen.diagnostics.emitters.text import Style, emit
from sitegen.source import Source
from tests.diagnostics.sample_findings import ERROR, NOTE, WARNING, sources

PLAIN = """\
content/de/01-über uns.md:5:4: error SRC005: Here stands the invisible control character U+0007, which \
has no place in a text.
     5 | Ein\\u0007 Satz.
       |    ^^^^^^
  = hint: Did you mean “moskau”? Delete it. It mostly comes along when text is copied from a PDF or from \
a terminal.
  content/ru/01-über uns.md:2:1: the other place
     2 | title: Раз
       | ^^^^^

content/de/01-über uns.md:7:6: warning SRC005: Here stands the invisible control character U+0007, which \
has no place in a text.
     7 | Noch <b>ein</b> Satz.
       |      ^^^
  = hint: Delete it. It mostly comes along when text is copied from a PDF or from a terminal.

a,b:c%d.md:1:1: note SRC003: This file cannot be read: 50 %: weg\\r\\n::error::x.

12 files.
1 error, 1 warning (1.50 s)
"""


def test_findings_are_told_in_order_with_their_lines_and_remarks_at_the_end() -> None:
    assert emit([WARNING, ERROR, NOTE], sources, seconds=1.5, notes=["12 files."]) == PLAIN


def test_colours_change_nothing_else() -> None:
    colored = emit([WARNING, ERROR, NOTE], sources, Style(color=True), seconds=1.5, notes=["12 files."])
    assert colored != PLAIN
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == PLAIN


def test_nothing_found_is_one_line() -> None:
    assert emit([], sources) == "No errors, no warnings\n"


def test_the_summary_counts_by_each_languages_grammar() -> None:
    assert summary([ERROR], "de", 0.25) == "1 Fehler, 0 Warnungen (0,25 s)"
    assert summary([ERROR] * 2 + [WARNING], "de", 12.3) == "2 Fehler, 1 Warnung (12 s)"
    assert summary([ERROR] * 21, "ru", 0.25) == "21 ошибка, 0 предупреждений (0,25 с)"
    assert summary([ERROR] * 2 + [WARNING] * 11, "ru") == "2 ошибки, 11 предупреждений"
    assert summary([], "ru") == "Ошибок и предупреждений нет"


LONG = Source.of("content/de/lang.md", "\"a' " * 12_500)
MANY = [report("SRC005", LONG.span(4 * at), character="U+0007") for at in range(12_500)]


def test_very_many_findings_of_a_kind_in_a_file_are_counted_after_the_first_fifty() -> None:
    told = emit([*MANY, ERROR], {LONG.path: LONG}.get)
    assert told.count(" error SRC005: ") == 50 + 1
    assert told.count("\ncontent/de/lang.md: SRC005: and 12450 more of this kind\n\n") == 1
    assert told.endswith("\n12501 errors, 0 warnings\n")


def test_fifty_of_a_kind_are_all_told() -> None:
    assert "more of this kind" not in emit(MANY[:50], {LONG.path: LONG}.get)


def test_how_many_more_is_told_by_each_languages_grammar() -> None:
    told = {
        (language, more): emit(MANY[: 50 + more], lambda _: None, Style(language)).splitlines()[-3]
        for language, more in (("en", 1), ("de", 1), ("de", 2), ("ru", 1), ("ru", 2), ("ru", 5))
    }
    assert {key: line.removeprefix("content/de/lang.md: SRC005: ") for key, line in told.items()} == {
        ("en", 1): "and 1 more of this kind",
        ("de", 1): "und 1 weitere Meldung dieser Art",
        ("de", 2): "und 2 weitere Meldungen dieser Art",
        ("ru", 1): "и ещё 1 сообщение этого вида",
        ("ru", 2): "и ещё 2 сообщения этого вида",
        ("ru", 5): "и ещё 5 сообщений этого вида",
    }
