"""Lowering of quotes: their attributes as typed, and their words."""

from __future__ import annotations

from sitegen.diagnostics import nearest
from sitegen.model.document import Attribute, QuoteSource
from sitegen.model.nodes import Blocks, Inlines
from sitegen.parse.attributes import AttributeList, Part
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.source import Span

ATTRIBUTES = (
    "gender",
    "age",
    "city",
    "year",
    "speaker",
    "role",
    "date",
    "cite",
    "loc",
    "original",
    "wording",
    "kind",
)


def level(attributes: AttributeList) -> int:
    """How deep the words stand in quotation marks: a paraphrase has none around it."""
    kind = attributes.first("kind")
    return 0 if kind and kind.value == "paraphrase" else 1


def add_quote(
    context: Context,
    attributes: AttributeList,
    origin: Origin,
    span: Span,
    *,
    inline: bool,
) -> int:
    """Keep a quote in the interface, its words to follow; the answer is its number."""
    quote_id = attributes.first("id")
    collector = context.collector
    if quote_id is None:
        collector.report("QUO001", span)
    else:
        collector.claim(quote_id.value, origin.span(quote_id.start, quote_id.end), code="QUO002")
    named = read_named(context, attributes, origin, ATTRIBUTES)
    source = QuoteSource(quote_id.value if quote_id else "", inline, named, (), False, (), "", span)  # noqa: FBT003
    collector.quotes.append(source)
    return len(collector.quotes) - 1


def fill_quote(
    context: Context, index: int, words: Blocks, aside: Inlines, text: str, *, full_stop: bool
) -> None:
    """Add the words to a quote that has its number."""
    known = context.collector.quotes[index]
    if not text.strip():
        context.collector.report("QUO017", known.span)
    context.collector.quotes[index] = QuoteSource(
        known.id, known.inline, known.attributes, words, full_stop, aside, text, known.span
    )


def read_named(
    context: Context, attributes: AttributeList, origin: Origin, allowed: tuple[str, ...]
) -> tuple[tuple[str, Attribute], ...]:
    """The `key=value` attributes; unknown ones and repeated ones are findings."""
    found: dict[str, Attribute] = {}
    for part in attributes.parts:
        if part.name in {"id", "class"}:
            continue
        if part.name not in allowed:
            close = nearest(part.name, allowed)
            context.collector.report("SYN005", _key_span(part, origin), name=part.name, nearest=close)
        elif part.name in found:
            context.collector.report("SYN006", _key_span(part, origin), name=part.name)
        else:
            found[part.name] = Attribute(part.value.strip(), value_span(part, origin))
    return tuple(found.items())


def value_span(part: Part, origin: Origin) -> Span:
    return origin.span(part.value_start, max(part.value_start + len(part.value), part.value_start + 1))


def _key_span(part: Part, origin: Origin) -> Span:
    return origin.span(part.start, part.start + len(part.name))
