"""Every kind of finding is shown by its own example: exactly it, at its line, and nothing when mended."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.row import Row
from sitegen.diagnostics.table import TABLE
from tests.diagnostics.examples import found
from tests.publications import build, head_lines

SHOWN = [row for row in TABLE.values() if row.example]
WITHOUT = {
    "SRC001",
    "SRC002",
    "SRC003",
    "SRC004",
    "SRC007",
    "CFG001",
    "FIG013",
    "FIG016",
    "FIG022",
    "FIG023",
    "FIG024",
    "OUT001",
    "OUT002",
    "OUT003",
    "OUT007",
    "OUT008",
    "OUT009",
    "OUT010",
    "OUT011",
    "OUT012",
    "OUT013",
    "SIT012",
}
"""Findings that no text can show, as those of returned worklists (XCH) and of other
people's servers (EXT): they have tests of their own."""


def test_every_other_row_has_an_example() -> None:
    without = {code for code, row in TABLE.items() if not row.example}
    assert {code for code in without if not code.startswith(("XCH", "EXT"))} <= WITHOUT


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row.code)
def test_bad_example(row: Row) -> None:
    example = row.example
    assert example
    path, text = next(iter(example.bad.items()))
    assert _told(found(row.code), row) == [(row.code, path, example.line + head_lines(path, text))]


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row.code)
def test_good_example(row: Row) -> None:
    assert row.example
    outcome = build(row.example.good)
    assert _told((*outcome.diagnostics, *outcome.remarks), row) == []


def _told(diagnostics: Iterable[Diagnostic], row: Row) -> list[tuple[str, str, int]]:
    return [
        (one.code, one.span.path, one.span.line)
        for one in diagnostics
        if one.severity != "info" or one.code == row.code
    ]
