"""The one table of codes: every kind of finding, family by family."""

from __future__ import annotations

from sitegen.diagnostics.row import Row
from sitegen.diagnostics.table import (
    citations,
    figures,
    files,
    front_matter,
    languages,
    links,
    notes,
    output,
    places,
    quotes,
    settings,
    syntax,
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
    output,
)

TABLE: dict[str, Row] = {row.code: row for family in FAMILIES for row in family.ROWS}
