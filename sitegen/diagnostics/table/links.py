"""Rows of the table of codes: links."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

ROWS: tuple[Row, ...] = ()
