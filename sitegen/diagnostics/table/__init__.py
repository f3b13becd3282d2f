"""The one table of codes: every kind of finding, family by family."""

from __future__ import annotations

from sitegen.diagnostics.row import Row
from sitegen.diagnostics.table import (
    addresses,
    citations,
    exchange,
    external_links,
    figures,
    files,
    front_matter,
    languages,
    links,
    metadata,
    notes,
    output,
    parity,
    places,
    quotes,
    settings,
    site,
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
    addresses,
    figures,
    languages,
    translations,
    parity,
    output,
    site,
    exchange,
    external_links,
    metadata,
)

TABLE: dict[str, Row] = {row.code: row for family in FAMILIES for row in family.ROWS}
