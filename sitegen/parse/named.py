"""What attribute lists say: the kind of a block or span, and values by name."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.diagnostics import nearest
from sitegen.model.document import Attribute
from sitegen.parse.attributes import AttributeList, Part
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.source import Span


def read_kind(context: Context, attributes: AttributeList, origin: Origin, kinds: Sequence[str]) -> str:
    """The kind that the classes name, also by a slip of the pen; empty where they name none. Every
    other class is a finding.
    """
    values = [part.value for part in attributes.classes]
    kind = next((value for value in values if value in kinds), "")
    for part in attributes.classes:
        if part.value not in kinds:
            close = nearest(part.value, kinds)
            span = origin.span(part.value_start, part.value_end)
            context.collector.report("SYN003", span, name=part.value, nearest=close)
            kind = kind or close or ""
    return kind


def read_named(
    context: Context, attributes: AttributeList, origin: Origin, allowed: Sequence[str]
) -> dict[str, Attribute]:
    """The `key=value` attributes; unknown ones and repeated ones are findings. `allowed` names `id`
    and `class` too where they may stand.
    """
    found: dict[str, Attribute] = {}
    ids = 0
    for part in attributes.parts:
        ids += part.name == "id"
        if part.name not in allowed:
            _report_unknown(context, part, origin, allowed)
        elif part.name in found or (part.name == "id" and ids > 1):
            context.collector.report("SYN006", _key_span(part, origin), name=part.name)
        elif part.name not in {"id", "class"}:
            found[part.name] = Attribute(part.value.strip(), value_span(part, origin))
    return found


def misspelt(attributes: AttributeList, allowed: Sequence[str]) -> frozenset[str]:
    """The allowed names that unknown ones probably stand for: of these nothing more is to be said."""
    unknown = (part.name for part in attributes.parts if part.name not in {"id", "class", *allowed})
    return frozenset(filter(None, (nearest(name, _keys(allowed)) for name in unknown)))


def _keys(allowed: Sequence[str]) -> set[str]:
    return set(allowed) - {"id", "class"}


def value_span(part: Part, origin: Origin) -> Span:
    """The value without its marks; of an empty one, the place where it should stand."""
    if part.value_end > part.value_start:
        return origin.span(part.value_start, part.value_end)
    return _key_span(part, origin)


def only_id(context: Context, attributes: AttributeList, origin: Origin) -> tuple[str, Span | None]:
    """The id of a list that may hold nothing else, and its place."""
    read_named(context, attributes, origin, ("id",))
    return id_of(attributes, origin)


def id_of(attributes: AttributeList | None, origin: Origin) -> tuple[str, Span | None]:
    part = attributes.first("id") if attributes else None
    return (part.value, origin.span(part.start, part.end)) if part else ("", None)


def _report_unknown(context: Context, part: Part, origin: Origin, allowed: Sequence[str]) -> None:
    sign = {"id": "#", "class": "."}.get(part.name)
    if sign:
        context.collector.report("SYN005", origin.span(part.start, part.end), name=sign + part.value)
        return
    close = nearest(part.name, _keys(allowed))
    context.collector.report("SYN005", _key_span(part, origin), name=part.name, nearest=close)


def _key_span(part: Part, origin: Origin) -> Span:
    if part.name in {"id", "class"}:
        return origin.span(part.start, part.end)
    return origin.span(part.start, part.start + len(part.name))
