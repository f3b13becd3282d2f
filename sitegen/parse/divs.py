"""Lowering of blocks with attributes: quotes and charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from markdown_it.token import Token

from sitegen.model.nodes import (
    BlockQuote,
    Blocks,
    Chart,
    Inlines,
    ListBlock,
    Paragraph,
    QuoteBlock,
    plain_text,
)
from sitegen.parse import charts, quote_words, quotes
from sitegen.parse.attributes import AttributeList, lost_id, read_attributes
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower_content, lower_prepared
from sitegen.parse.named import id_of, read_kind
from sitegen.parse.positions import Origin
from sitegen.parse.spans import prepare
from sitegen.source import Span
from sitegen.values import dataclass

KINDS = ("quote", "chart")
LowerBlocks: TypeAlias = Callable[[Sequence[Token], int], Blocks]


def lower_div(context: Context, opening: Token, tokens: Sequence[Token], lower_blocks: LowerBlocks) -> Blocks:
    """A quote or a chart; anything else is a finding, and its text stays."""
    collector, line = context.collector, context.lines(opening)
    if not opening.meta["closed"]:
        collector.report("SYN001", line)
    attributes, origin = _attributes(context, opening, line)
    if attributes is None:
        collector.report("SYN004", line)
        collector.lose(lost_id(opening.info))
        return lower_blocks(tokens, 0)
    if not attributes.classes:
        collector.report("SYN018", line)
    kind = read_kind(context, attributes, origin, KINDS)
    block = _Div(context, line, attributes, origin, tokens)
    if kind == "chart":
        return block.chart()
    if kind == "quote":
        return block.quote(lower_blocks)
    anchor, _ = id_of(attributes, origin)
    collector.lose(anchor)
    return lower_blocks(tokens, 0)


def _attributes(context: Context, opening: Token, line: Span) -> tuple[AttributeList | None, Origin]:
    """The list of an opening line; a bare word is a class, as in Pandoc."""
    info = opening.info
    text = context.source.line(line.line)
    offset = context.source.line_starts[line.line - 1] + text.index(info, line.column - 1)
    if info.startswith("{"):
        found = read_attributes(info, 0)
        whole = found if found and found.end == len(info) else None
        return whole, Origin.at(context.source, offset)
    return read_attributes("{." + info + "}", 0), Origin.at(context.source, offset - 2)


@dataclass(frozen=True, slots=True)
class _Div:
    """One block: its opening line, its attributes and what it holds."""

    context: Context
    line: Span
    attributes: AttributeList
    origin: Origin
    tokens: Sequence[Token]

    def chart(self) -> Blocks:
        captions = [token for token in self.tokens if token.type == "inline"]
        caption: Inlines = ()
        if captions:
            content = captions[0].content
            caption = lower_content(self.context, content, self.context.origin(captions[0]))
        return (
            Chart(caption, charts.add_chart(self.context, self.attributes, self.origin, self.line, caption)),
        )

    def quote(self, lower_blocks: LowerBlocks) -> Blocks:
        context = self.context
        index = quotes.add_quote(context, self.attributes, self.origin, self.line, inline=False)
        paragraphs = self._prepare()
        stop_after = context.language.marks.stop_after_closing
        trimmed = quote_words.trim(paragraphs, stop_after_closing=stop_after)
        for token, prepared in zip(self._inlines(), paragraphs, strict=True):
            token.meta["prepared"] = prepared
        words = lower_blocks(self.tokens, quotes.level(self.attributes))
        aside = self._aside(trimmed)
        text = "\n\n".join(text for text in _texts(words) if text)
        quotes.fill_quote(context, index, words, aside, text, full_stop=trimmed.full_stop)
        return (QuoteBlock(index),)

    def _inlines(self) -> list[Token]:
        """The content of the words' paragraphs; that of footnotes among them is none of the words."""
        depth = 0
        found: list[Token] = []
        for token in self.tokens:
            depth += {"note_definition_open": 1, "note_definition_close": -1}.get(token.type, 0)
            if token.type == "inline" and not depth:
                found.append(token)
        return found

    def _prepare(self) -> list[list[Token]]:
        """Read the content of all paragraphs at once, for marks may open in one and close in another."""
        context = self.context
        return [
            prepare(context, context.inline(token.content), context.origin(token))
            for token in self._inlines()
        ]

    def _aside(self, trimmed: quote_words.Trimmed) -> Inlines:
        if not trimmed.aside:
            return ()
        last = self._inlines()[-1]
        return lower_prepared(self.context, trimmed.aside, self.context.origin(last), last.content)


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
