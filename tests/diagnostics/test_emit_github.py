"""Findings as workflow commands: what a source says cannot become a command of its own."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics import report
from sitegen.diagnostics.emitters.github import emit
from sitegen.source import Span
from tests.diagnostics.sample_findings import ERROR, NOTE, WARNING


def test_commands_name_place_and_code() -> None:
    first, second, last = emit([WARNING, ERROR], prefix="studie/").splitlines()
    assert first == (
        "::error file=studie/content/de/01-über uns.md,line=5,endLine=5,col=4,endColumn=5,title=SRC005::Here"
        " stands the invisible control character U+0007, which has no place in a text.%0ADid you mean"
        " “moskau”? Delete it. It mostly comes along when text is copied from a PDF or from a terminal."
    )
    assert second.startswith("::warning file=")
    assert last == "1 error, 1 warning"


def test_properties_and_message_are_escaped() -> None:
    command, _ = emit([NOTE]).splitlines()
    assert command.startswith(
        "::notice file=a%2Cb%3Ac%25d.md,line=1,endLine=1,col=1,endColumn=1,title=SRC003::"
    )
    assert r"50 %25: weg\r\n::error::x" in command


def test_a_place_over_several_lines_has_no_columns() -> None:
    command, _ = emit([report("SRC003", Span("a.md", 2, 3, 4, 5), reason="x")]).splitlines()
    assert "line=2,endLine=4,title=" in command


@given(st.text(), st.text(min_size=1))
@settings(derandomize=True, max_examples=100, deadline=None)
def test_one_finding_is_one_line(reason: str, path: str) -> None:
    text = emit([report("SRC003", Span(path), reason=reason)])
    assert text.count("\n") == 2
    assert "\r" not in text
