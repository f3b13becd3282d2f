"""Lowering of blocks with attributes: quotes and charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from markdown_it.token import Token

from sitegen.diagnostics import nearest
from sitegen.model.nodes import (
    BlockQuote,
    Blocks,
    Chart,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    QuoteBlock,
    plain_text,
)
from sitegen.parse import charts, quote_words, quotes
from sitegen.parse.attributes import AttributeList, read_attributes
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower, prepare
from sitegen.parse.positions import Origin

CLASSES = ("quote", "chart")
LowerBlocks: TypeAlias = Callable[[Sequence[Token], int], Blocks]


def lower_div(context: Context, opening: Token, tokens: Sequence[Token], lower_blocks: LowerBlocks) -> Blocks:
    """A quote or a chart; anything else is a finding, and its text stays."""
    collector, span = context.collector, context.lines(opening)
    if not opening.meta["closed"]:
        collector.report("SYN001", span)
    attributes, origin = _attributes(context, opening)
    if attributes is None:
        collector.report("SYN004", span)
        return lower_blocks(tokens, 0)
    kind = next((name for name in attributes.classes if name in CLASSES), None)
    if kind is None:
        name = attributes.classes[0] if attributes.classes else ""
        collector.report("SYN003", span, name=name, nearest=nearest(name, CLASSES))
        return lower_blocks(tokens, 0)
    for name in attributes.classes:
        if name != kind:
            collector.report("SYN003", span, name=name)
    if kind == "chart":
        return _chart(context, opening, attributes, origin, tokens)
    return _quote(context, opening, attributes, origin, tokens, lower_blocks)


def _attributes(context: Context, opening: Token) -> tuple[AttributeList | None, Origin]:
    """The list of an opening line; a bare word is a class, as in Pandoc."""
    info = opening.info
    first = opening.map[0] if opening.map else 0
    origin = Origin.of(context.source, info, context.first_line + first, after=0)
    line = context.source.line(context.first_line + first)
    offset = context.source.line_starts[context.first_line + first - 1] + max(0, line.find(info))
    origin = Origin(context.source, (0,), (offset,))
    if info.startswith("{"):
        found = read_attributes(info, 0)
        return (found if found and found.end == len(info.rstrip()) else None), origin
    return read_attributes("{." + info + "}", 0), Origin(context.source, (0,), (offset - 2,))


def _quote(
    context: Context,
    opening: Token,
    attributes: AttributeList,
    origin: Origin,
    tokens: Sequence[Token],
    lower_blocks: LowerBlocks,
) -> Blocks:
    line = context.lines(opening)
    index = quotes.add_quote(context, attributes, origin, line, inline=False)
    paragraphs = _prepare(context, tokens)
    stop_after = context.language.marks.stop_after_closing
    trimmed = quote_words.trim(paragraphs, stop_after_closing=stop_after)
    words = lower_blocks(tokens, quotes.level(attributes))
    for block in words:
        if isinstance(block, QuoteBlock | Chart | Heading):
            context.collector.report("QUO020", line)
            break
    aside = _aside(context, tokens, trimmed)
    text = "\n\n".join(text for text in _texts(words) if text)
    quotes.fill_quote(context, index, words, aside, text, full_stop=trimmed.full_stop)
    return (QuoteBlock(index),)


def _prepare(context: Context, tokens: Sequence[Token]) -> list[list[Token]]:
    """Read the inline content of all the quote's paragraphs, for marks may open in one and close in
    another.
    """
    paragraphs: list[list[Token]] = []
    for token in tokens:
        if token.type == "inline":
            origin = context.origin(token)
            prepared = prepare(context, context.inline(token.content), origin)
            token.meta["prepared"] = (prepared, origin)
            paragraphs.append(prepared)
    return paragraphs


def _aside(context: Context, tokens: Sequence[Token], trimmed: quote_words.Trimmed) -> Inlines:
    last = next((token for token in reversed(tokens) if token.type == "inline"), None)
    if last is None or not trimmed.aside:
        return ()
    return lower(context, trimmed.aside, last.meta["prepared"][1], last.content)


def _texts(blocks: Blocks) -> list[str]:
    texts: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(children):
                texts.append(plain_text(children))
            case ListBlock(items=items):
                for item in items:
                    texts.extend(_texts(item))
            case BlockQuote(children):
                texts.extend(_texts(children))
            case _:
                pass
    return texts


def _chart(
    context: Context,
    opening: Token,
    attributes: AttributeList,
    origin: Origin,
    tokens: Sequence[Token],
) -> Blocks:
    captions = [token for token in tokens if token.type == "inline"]
    caption: Inlines = ()
    if captions:
        place = context.origin(captions[0])
        caption = lower(context, context.inline(captions[0].content), place, captions[0].content)
    index = charts.add_chart(context, attributes, origin, context.lines(opening), caption)
    return (Chart(caption, index),) if index is not None else ()
