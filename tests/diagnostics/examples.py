"""The examples of the table of codes, each built once however many tests look at it."""

from __future__ import annotations

from functools import cache

from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.table import TABLE
from tests.publications import build


@cache
def found(code: str) -> tuple[Diagnostic, ...]:
    """Everything that the bad example of a row gives."""
    example = TABLE[code].example
    assert example
    outcome = build(example.bad)
    return (*outcome.diagnostics, *outcome.remarks)
