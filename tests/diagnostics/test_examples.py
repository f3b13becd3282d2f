"""Every kind of finding is shown by its own example: exactly it, at its line, and nothing when mended."""

from __future__ import annotations

import pytest

from sitegen.diagnostics.row import Example, Row
from sitegen.diagnostics.table import TABLE
from tests.publications import build, head_lines

SHOWN = [row for row in TABLE.values() if row.example]
WITHOUT = {"SRC001", "SRC002", "SRC003", "SRC004", "CFG001", "FIG013", "FIG016", "OUT001", "OUT002", "OUT003"}
"""Findings that no text can show, as all of returned worklists (XCH): they have tests of their own."""


def test_every_other_row_has_an_example() -> None:
    without = {code for code, row in TABLE.items() if not row.example}
    assert {code for code in without if not code.startswith("XCH")} <= WITHOUT


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row.code)
def test_bad_example(row: Row) -> None:
    example = row.example
    assert example
    path, text = next(iter(example.bad.items()))
    found = _findings(example, example.bad, row)
    assert found == [(row.code, path, example.line + head_lines(path, text))]


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row.code)
def test_good_example(row: Row) -> None:
    assert row.example
    assert _findings(row.example, row.example.good, row) == []


def _findings(example: Example, files: object, row: Row) -> list[tuple[str, str, int]]:
    del example
    assert isinstance(files, dict)
    return [
        (one.code, one.span.path, one.span.line)
        for one in build(files).diagnostics
        if one.severity != "info" or one.code == row.code
    ]
