"""Lowering of quotes: their attributes as typed, and their words."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model.document import QuoteSource
from sitegen.model.nodes import Block, BlockQuote, Blocks, Inlines, ListBlock, Paragraph
from sitegen.parse.attributes import AttributeList
from sitegen.parse.context import Context
from sitegen.parse.named import misspelt, read_named
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
    context: Context, attributes: AttributeList, origin: Origin, span: Span, *, inline: bool
) -> int:
    """Keep a quote in the interface, its words to follow; the answer is its number."""
    quote_id = attributes.first("id")
    collector = context.collector
    if quote_id is None:
        collector.report("QUO001", span)
    else:
        collector.claim(quote_id.value, origin.span(quote_id.start, quote_id.end), code="QUO002")
    allowed = ("id", "class", *ATTRIBUTES)
    named = read_named(context, attributes, origin, allowed)
    source = QuoteSource(
        id=quote_id.value if quote_id else "",
        inline=inline,
        attributes=tuple(named.items()),
        words=(),
        full_stop=False,
        aside=(),
        text="",
        span=span,
        misspelt=misspelt(attributes, allowed),
    )
    collector.quotes.append(source)
    return len(collector.quotes) - 1


def fill_quote(
    context: Context, index: int, words: Blocks, aside: Inlines, text: str, *, full_stop: bool
) -> None:
    """Add the words to a quote that has its number; those of a quote hold no other block, and no
    quote.
    """
    known = context.collector.quotes[index]
    if not all(_may_stand(block) for block in words) or len(context.collector.quotes) > index + 1:
        context.collector.report("QUO020", known.span)
    elif not text.strip():
        context.collector.report("QUO017", known.span)
    filled = replace(known, words=words, full_stop=full_stop, aside=aside, text=text)
    context.collector.quotes[index] = filled


def _may_stand(block: Block) -> bool:
    match block:
        case ListBlock(items=items):
            return all(_may_stand(one) for item in items for one in item)
        case BlockQuote(children):
            return all(_may_stand(one) for one in children)
        case _:
            return isinstance(block, Paragraph)
