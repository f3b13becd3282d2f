"""Rows of the table of codes: figures."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

ROWS: tuple[Row, ...] = ()
