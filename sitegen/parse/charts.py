"""Lowering of charts: what their block says of them."""

from __future__ import annotations

import posixpath
from typing import Literal, cast

from sitegen.diagnostics import nearest
from sitegen.model.document import Attribute, ChartSource, FloatSource
from sitegen.model.nodes import Inlines, plain_text
from sitegen.parse.attributes import AttributeList
from sitegen.parse.context import Context
from sitegen.parse.named import id_of, misspelt, read_named
from sitegen.parse.positions import Origin
from sitegen.source import Span

ATTRIBUTES = ("type", "data", "x", "y", "x_label", "y_label", "cite")
REQUIRED = ("type", "data", "x", "y")
TYPES = ("bar", "line")


def add_chart(
    context: Context, attributes: AttributeList, origin: Origin, span: Span, caption: Inlines
) -> int:
    """Keep a chart in the interface; it has no source where what it needs is missing or wrong."""
    collector = context.collector
    anchor, place = id_of(attributes, origin)
    if place:
        collector.claim(anchor, place)
        collector.anchors.reserve(f"{anchor}-name")
    named = read_named(context, attributes, origin, ("id", "class", *ATTRIBUTES))
    slips = misspelt(attributes, ATTRIBUTES)
    chart = _source(context, named) if _is_complete(context, named, slips, span) else None
    if not caption:
        collector.report("FIG015", span)
    collector.floats.append(FloatSource("chart", anchor, plain_text(caption), span, chart))
    return len(collector.floats) - 1


def _is_complete(context: Context, named: dict[str, Attribute], slips: frozenset[str], span: Span) -> bool:
    """Whether a chart has what it needs; a name that is misspelt is a finding already."""
    missing = [name for name in REQUIRED if not (name in named and named[name].value)]
    untold = [name for name in missing if name not in slips]
    if untold:
        context.collector.report("FIG003", span, names=", ".join(untold))
    if missing:
        return False
    kind = named["type"]
    if kind.value not in TYPES:
        close = nearest(kind.value, TYPES)
        context.collector.report("FIG004", kind.span, type=kind.value, nearest=close)
        return False
    return True


def _source(context: Context, named: dict[str, Attribute]) -> ChartSource:
    folder = posixpath.dirname(context.source.path)
    x, y, cite = named["x"], named["y"], named.get("cite")
    return ChartSource(
        type=cast("Literal['bar', 'line']", named["type"].value),
        data=posixpath.normpath(posixpath.join(folder, named["data"].value)),
        x=x.value,
        y=y.value,
        x_label=named.get("x_label", x).value or x.value,
        y_label=named.get("y_label", y).value or y.value,
        cite=cite.value if cite else None,
        data_span=named["data"].span,
        x_span=x.span,
        y_span=y.span,
        cite_span=cite.span if cite else named["data"].span,
    )
