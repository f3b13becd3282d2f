"""Charts: their data is read and judged at the CSV's own lines."""

from __future__ import annotations

import csv
import io
import re

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.link.catalogs import Catalogs
from sitegen.model.document import ChartSource, Interface
from sitegen.model.publication import ChartData
from sitegen.source import Source, Span

LIMIT = 500
"""Rows of one chart."""

_NUMBER = re.compile(r"[-\u2212]?\d{1,15}(?:\.\d{1,9})?")


def bind_charts(
    interface: Interface, catalogs: Catalogs, found: list[Diagnostic]
) -> tuple[ChartData | None, ...]:
    """The data of each float that is a chart, in the page's language; None for the others."""
    return tuple(
        _bind(float_.chart, interface.language, catalogs, found) if float_.chart else None
        for float_ in interface.floats
    )


def _bind(chart: ChartSource, language: str, catalogs: Catalogs, found: list[Diagnostic]) -> ChartData | None:
    source = catalogs.data.get(chart.data)
    if source is None:
        if chart.data not in catalogs.files:
            names = sorted(name for name in catalogs.files if name.endswith(".csv"))
            found.append(
                report("FIG005", chart.data_span, file=chart.data, nearest=nearest(chart.data, names))
            )
        return None
    rows = _rows(source, found)
    if rows is None:
        return None
    return _columns(chart, language, source, rows, found)


def _rows(source: Source, found: list[Diagnostic]) -> list[tuple[int, list[str]]] | None:
    """The lines of a CSV file with their numbers; None where they are uneven or too many."""
    reader = csv.reader(io.StringIO(source.text), strict=True)
    rows: list[tuple[int, list[str]]] = []
    before = 0
    try:
        for row in reader:
            if row:
                rows.append((before + 1, row))
            before = reader.line_num
            if len(rows) > LIMIT + 1:
                found.append(report("FIG016", source.line_span(before), file=source.path, limit=LIMIT))
                return None
    except csv.Error:
        found.append(
            report("FIG008", source.line_span(before + 1), found=0, expected=len(rows[0][1]) if rows else 0)
        )
        return None
    width = len(rows[0][1]) if rows else 0
    for line, row in rows:
        if len(row) != width:
            found.append(report("FIG008", source.line_span(line), found=len(row), expected=width))
            return None
    return rows


def _columns(
    chart: ChartSource,
    language: str,
    source: Source,
    rows: list[tuple[int, list[str]]],
    found: list[Diagnostic],
) -> ChartData | None:
    names = [name.strip() for name in rows[0][1]] if rows else []
    x = _column(chart.x, chart.x_span, language, names, source, found)
    y = _column(chart.y, chart.y_span, language, names, source, found)
    if x is None or y is None:
        return None
    values: list[tuple[str, str]] = []
    count = len(found)
    for line, row in rows[1:]:
        value = row[y].strip()
        if not _NUMBER.fullmatch(value):
            span = _cell(source, line, row[y])
            found.append(report("FIG007", span, value=value, column=names[y]))
        values.append((row[x].strip(), value))
    return ChartData(names[x], names[y], tuple(values)) if len(found) == count else None


def _column(
    name: str, span: Span, language: str, names: list[str], source: Source, found: list[Diagnostic]
) -> int | None:
    for candidate in (f"{name}_{language}", name):
        if candidate in names:
            return names.index(candidate)
    columns = ", ".join(names)
    near = nearest(name, names)
    found.append(report("FIG006", span, file=source.path, column=name, columns=columns, nearest=near))
    return None


def _cell(source: Source, line: int, text: str) -> Span:
    column = source.line(line).find(text) + 1
    if not text or not column:
        return source.line_span(line)
    return Span(source.path, line, column, line, column + len(text))
