"""The one table of codes: every kind of finding, family by family."""

from __future__ import annotations

from sitegen.diagnostics.row import Row
from sitegen.diagnostics.table import (
    citations,
    exchange,
    figures,
    files,
    front_matter,
    languages,
    links,
    notes,
    output,
    parity,
    places,
    quotes,
    settings,
    syntax,
    translations,
)

FAMILIES = (
    files,
    settings,
    places,
    front_matter,
    syntax,
    quotes,
    notes,
    citations,
    links,
    figures,
    languages,
    translations,
    parity,
    output,
    exchange,
)

TABLE: dict[str, Row] = {row.code: row for family in FAMILIES for row in family.ROWS}
