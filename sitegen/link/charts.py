"""Charts: their data is read and judged at the CSV's own lines."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import TypeAlias

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.link.catalogs import Catalogs
from sitegen.model.document import ChartSource, Interface
from sitegen.model.publication import ChartData
from sitegen.source import Source, Span

LIMITS = {"bar": 100, "line": 500}
"""Rows of one chart, by its type."""

Rows: TypeAlias = list[tuple[int, list[str]]]
"""The lines of a CSV file with their numbers."""

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
    rows = _rows(source, LIMITS[chart.type], found)
    if rows is None:
        return None
    return _columns(chart, language, source, rows, found)


def _rows(source: Source, limit: int, found: list[Diagnostic]) -> Rows | None:
    """The lines of a CSV file with their numbers; None where they are uneven or too many."""
    reader = csv.reader(io.StringIO(source.text), strict=True)
    rows: Rows = []
    before = 0
    try:
        for row in reader:
            if row:
                rows.append((before + 1, row))
            before = reader.line_num
            if len(rows) > limit + 1:
                found.append(report("FIG016", source.line_span(before), file=source.path, limit=limit))
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
    chart: ChartSource, language: str, source: Source, rows: Rows, found: list[Diagnostic]
) -> ChartData | None:
    names = [name.strip() for name in rows[0][1]] if rows else []
    x = _column(chart.x, language, names)
    y = _column(chart.y, language, names)
    if x is None:
        found.append(_unknown(chart.x, chart.x_span, names, source))
    if y is None and (x is not None or len(names) > 1):  # one column, or none: told once, for x
        found.append(_unknown(chart.y, chart.y_span, names, source))
    if x is None or y is None:
        return None
    faults = list(_bad_rows(source, rows, names, (x, y)))
    if not faults and chart.type == "line":
        faults.extend(_bad_line(source, rows, x))
    if len(rows) == 1:
        faults.append(report("FIG018", source.line_span(rows[0][0]), file=source.path))
    found.extend(faults)
    values = tuple((row[x].strip(), row[y].strip()) for _, row in rows[1:])
    return None if faults else ChartData(chart.x_label, chart.y_label, values)


def _bad_rows(source: Source, rows: Rows, names: list[str], places: tuple[int, int]) -> Iterator[Diagnostic]:
    """What is no number, and numbers that have no label."""
    x, y = places
    for line, row in rows[1:]:
        if not _NUMBER.fullmatch(row[y].strip()):
            yield report("FIG007", _cell(source, line, row[y]), value=row[y].strip(), column=names[y])
        elif not row[x].strip():
            yield report("FIG021", source.line_span(line), column=names[x])


def _bad_line(source: Source, rows: Rows, column: int) -> Iterator[Diagnostic]:
    """What cannot be joined to a line: a single value, a second one at the same place."""
    if len(rows) == 2:
        yield report("FIG019", source.line_span(rows[1][0]))
    seen: set[str] = set()
    for line, row in rows[1:]:
        label = row[column].strip()
        if label in seen:
            yield report("FIG020", _cell(source, line, row[column]), label=label)
        seen.add(label)


def _column(name: str, language: str, names: list[str]) -> int | None:
    """The place of the language's own column, else of the one for all."""
    wanted = next((one for one in (f"{name}_{language}", name) if one in names), None)
    return None if wanted is None else names.index(wanted)


def _unknown(name: str, span: Span, names: list[str], source: Source) -> Diagnostic:
    columns, near = ", ".join(names), nearest(name, names)
    return report("FIG006", span, file=source.path, column=name, columns=columns, nearest=near)


def _cell(source: Source, line: int, text: str) -> Span:
    column = source.line(line).find(text) + 1
    if not text or not column:
        return source.line_span(line)
    return Span(source.path, line, column, line, column + len(text))
