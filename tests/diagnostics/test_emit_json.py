"""Findings for scripts: the keys are a contract."""

from __future__ import annotations

import json

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.emitters.json import emit
from sitegen.source import Span
from tests.diagnostics.sample_findings import ERROR, NOTE, OTHER, PATH, WARNING


def test_the_object_is_exactly_the_contracts() -> None:
    result = json.loads(emit([WARNING, ERROR]))
    assert list(result) == ["diagnostics", "errors", "warnings"]
    assert (result["errors"], result["warnings"]) == (1, 1)
    first, second = result["diagnostics"]
    assert first == {
        "code": "SRC005",
        "severity": "error",
        "message": "Here stands the invisible control character U+0007, which has no place in a text.",
        "hint": "Did you mean “moskau”? Delete it. It mostly comes along when text is copied from a PDF or"
        " from a terminal.",
        "path": PATH,
        "line": 5,
        "column": 4,
        "end_line": 5,
        "end_column": 5,
        "related": [{"path": OTHER, "line": 2, "column": 1, "message": "the other place"}],
        "fix": {"path": PATH, "line": 5, "column": 4, "end_line": 5, "end_column": 5, "replacement": ""},
    }
    assert (second["line"], second["related"], second["fix"]) == (7, [], None)


def test_findings_are_sorted_by_path_line_column_code() -> None:
    def at(path: str, line: int, column: int, code: str) -> Diagnostic:
        return report(code, Span(path, line, column, line, column + 1), reason="x", path="x")

    wanted = [
        at("a.md", 1, 1, "SRC003"),
        at("a.md", 1, 1, "SRC004"),
        at("a.md", 1, 2, "SRC003"),
        at("a.md", 2, 1, "SRC003"),
        at("a.md", 10, 1, "SRC003"),
        at("b.md", 1, 1, "SRC003"),
    ]
    found = json.loads(emit(reversed(wanted)))["diagnostics"]
    assert [(one["path"], one["line"], one["column"], one["code"]) for one in found] == [
        (one.span.path, one.span.line, one.span.column, one.code) for one in wanted
    ]


def test_words_stay_readable_and_speak_the_language() -> None:
    text = emit([NOTE], language="ru")
    assert "Не удаётся прочитать этот файл" in text
    assert "\\u04" not in text
