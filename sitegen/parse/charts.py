"""Lowering of charts: what their block says of them."""

from __future__ import annotations

import posixpath
from typing import Literal, cast

from sitegen.diagnostics import nearest
from sitegen.model.document import Attribute, ChartSource, FloatSource
from sitegen.model.nodes import Inlines, plain_text
from sitegen.parse.attributes import AttributeList
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.parse.quotes import read_named
from sitegen.source import Span

ATTRIBUTES = ("type", "data", "x", "y", "cite")
REQUIRED = ("type", "data", "x", "y")
TYPES = ("bar", "line")


def add_chart(
    context: Context, attributes: AttributeList, origin: Origin, span: Span, caption: Inlines
) -> int | None:
    """Keep a chart in the interface; None where what it needs is missing or wrong."""
    collector = context.collector
    named = dict(read_named(context, attributes, origin, ATTRIBUTES))
    missing = [name for name in REQUIRED if not (name in named and named[name].value)]
    if missing:
        collector.report("FIG003", span, names=", ".join(missing))
        return None
    kind = named["type"]
    if kind.value not in TYPES:
        collector.report("FIG004", kind.span, type=kind.value, nearest=nearest(kind.value, TYPES))
        return None
    if not caption:
        collector.report("FIG015", span)
    part = attributes.first("id")
    if part:
        collector.claim(part.value, origin.span(part.start, part.end))
    chart = _source(context, named)
    anchor = part.value if part else ""
    collector.floats.append(FloatSource("chart", anchor, plain_text(caption), span, chart))
    return len(collector.floats) - 1


def _source(context: Context, named: dict[str, Attribute]) -> ChartSource:
    folder = posixpath.dirname(context.source.path)
    cite = named.get("cite")
    return ChartSource(
        type=cast("Literal['bar', 'line']", named["type"].value),
        data=posixpath.normpath(posixpath.join(folder, named["data"].value)),
        x=named["x"].value,
        y=named["y"].value,
        cite=cite.value if cite else None,
        data_span=named["data"].span,
        x_span=named["x"].span,
        y_span=named["y"].span,
        cite_span=cite.span if cite else named["data"].span,
    )
