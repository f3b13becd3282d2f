"""The example of every row BIB…: exactly its finding comes out of it, and none of the mended file."""

from __future__ import annotations

import re

import pytest

from sitegen.bibliography import read
from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.row import Row
from sitegen.diagnostics.table import TABLE
from sitegen.source import Source

ROWS = [row for row in TABLE.values() if row.code.startswith("BIB")]


def found(text: str) -> tuple[Diagnostic, ...]:
    return read(Source.of("citations.bib", text), ("de",))[1]


@pytest.mark.parametrize("row", ROWS, ids=[row.code for row in ROWS])
def test_row(row: Row) -> None:
    assert row.example is not None
    (one,) = found(row.example.bad["citations.bib"])
    assert (one.code, one.span.line, one.severity) == (row.code, row.example.line, row.severity)
    assert found(row.example.good["citations.bib"]) == ()
    arguments = {name for name, _ in one.args}
    assert set(re.findall(r"\{([a-z_]+)\}", row.message + row.hint)) <= arguments
