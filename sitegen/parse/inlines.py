"""Lowering: the inline tokens of one block become nodes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from markdown_it.token import Token

from sitegen.model.nodes import (
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    InlineQuote,
    Inlines,
    LanguageSpan,
    Paragraph,
    RawHtml,
    Strikethrough,
    Strong,
    Text,
    plain_text,
)
from sitegen.parse import citations, images, links, notes, quote_words, quotes, raw_html
from sitegen.parse.characters import judge_entities
from sitegen.parse.context import Context
from sitegen.parse.markdown import DEEPEST
from sitegen.parse.positions import Origin
from sitegen.parse.runs import place, typeset
from sitegen.parse.spans import prepare
from sitegen.parse.wording import judge_wording
from sitegen.source import Span, plain_spaces


def lower_content(context: Context, content: str, origin: Origin, level: int = 0) -> Inlines:
    """The nodes of a block's inline content. `level` is 1 for text that stands in outer marks."""
    return lower(context, context.inline(content), origin, content, level)


def lower(context: Context, tokens: Sequence[Token], origin: Origin, content: str, level: int = 0) -> Inlines:
    """The nodes of inline tokens that were made from `content`."""
    return lower_prepared(context, prepare(context, tokens, origin), origin, content, level)


def lower_prepared(
    context: Context,
    tokens: list[Token],
    origin: Origin,
    content: str,
    level: int = 0,
    *,
    is_markup: bool = True,
) -> Inlines:
    """Set the text runs by the rules of their language, then build the nodes. Where they become plain
    text (`is_markup` is false), nothing is said of words that markup could mend.
    """
    if is_markup:
        judge_wording(context, tokens, origin)
        context.collector.diagnostics.extend(judge_entities(tokens, origin))
    typeset(tokens, context.language, level, partial(_unpaired, context, origin))
    return _Builder(context, tokens, origin, content).children()


def _unpaired(context: Context, origin: Origin, token: Token, offset: int) -> None:
    start = place(token, offset)
    context.collector.report("SYN011", origin.span(start, start + 1), mark=token.content[offset])


class _Builder:
    """Walks the tokens once; nested tokens become nested nodes."""

    def __init__(self, context: Context, tokens: list[Token], origin: Origin, content: str) -> None:
        self.context = context
        self.tokens = tokens
        self.origin = origin
        self.content = content
        self.index = 0

    def children(self) -> Inlines:
        """The nodes up to the closing token of the current level."""
        nodes: list[Inline] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.nesting < 0:
                break
            lower_token = _BY_TYPE.get(token.type, _Builder.text)
            nodes.extend(lower_token(self, token))
        return tuple(nodes)

    def _span_of(self, token: Token) -> Span:
        return self.origin.span(*token.meta["at"])

    def text(self, token: Token) -> Inlines:
        if not token.content:
            return ()
        if self.context.collector.note is None:
            self.context.collector.words += len(token.content.split())
        return (Text(unicodedata.normalize("NFC", plain_spaces(token.content))),)

    def _lower_part(self, tokens: Sequence[Token], origin: Origin, content: str) -> Inlines:
        return lower(self.context, tokens, origin, content)

    def too_deep(self, token: Token) -> Inlines:
        self.context.collector.report("SYN010", self._span_of(token), limit=DEEPEST)
        return ()

    def link(self, token: Token) -> Inlines:
        start = token.meta["at"][0]
        children = self.children()
        closing = self.tokens[self.index - 1]
        place = links.LinkPlace(self.origin, self.content, start, closing.meta["at"][1])
        return links.lower_link(self.context, token, closing, children, place)

    def address(self, token: Token) -> Inlines:
        return links.lower_address(self.context, token.content, self._span_of(token))

    def image(self, token: Token) -> Inlines:
        start = token.meta["at"][0] + len("![")
        origin = self.origin.shifted(start)
        tokens = prepare(self.context, token.children or [], origin)
        caption = lower_prepared(self.context, tokens, origin, token.content, is_markup=False)
        alt = plain_text(caption)
        index = images.add_image(self.context, token, self.origin, alt=alt)
        if index is None:
            return ()
        return (Image(index, self.context.collector.images[index].alt or alt),)

    def span(self, token: Token) -> Inlines:
        if token.meta["kind"] == "language":
            return (LanguageSpan(token.meta["lang"], self.children()),)
        if token.meta["kind"] == "quote":
            return self.quote(token)
        return self.children()

    def quote(self, token: Token) -> Inlines:
        context, attributes = self.context, token.meta["attributes"]
        index = quotes.add_quote(context, attributes, self.origin, self._span_of(token), inline=True)
        words = self.children()
        trimmed: quote_words.Trimmed = token.meta["trimmed"]
        aside = lower_prepared(context, trimmed.aside, self.origin, self.content)
        text = plain_text(words)
        blocks = (Paragraph(words),)
        quotes.fill_quote(context, index, blocks, aside, text, full_stop=trimmed.full_stop)
        return (InlineQuote(index),)

    def note_reference(self, token: Token) -> Inlines:
        mark = notes.refer(self.context, token.content, self._span_of(token))
        return (mark,) if mark else ()

    def inline_note(self, token: Token) -> Inlines:
        span = self._span_of(token)
        number = notes.open_inline(self.context, span)
        if number is None:
            self.children()
            return ()
        outer, self.context.collector.note = self.context.collector.note, number
        children = self.children()
        self.context.collector.note = outer
        text = (Paragraph(children),) if children else ()
        return (notes.close_inline(self.context, number, text, span),)

    def citation(self, token: Token) -> Inlines:
        lower_part = self._lower_part
        return (citations.lower_citation(self.context, token, self.origin, lower_part, self.content),)

    def html(self, token: Token) -> Inlines:
        html = token.meta.get("html")
        if html is not None:
            return (RawHtml(html),)
        raw_html.report_tag(self.context.collector, token.content, self._span_of(token))
        return (Text(token.content),)


_BY_TYPE: Mapping[str, Callable[[_Builder, Token], Inlines]] = {
    "em_open": lambda builder, _: (Emphasis(builder.children()),),
    "strong_open": lambda builder, _: (Strong(builder.children()),),
    "s_open": lambda builder, _: (Strikethrough(builder.children()),),
    "softbreak": lambda _, __: (Break(),),
    "hardbreak": lambda _, __: (Break(hard=True),),
    "code_inline": lambda _, token: (Code(token.content),),
    "link_open": _Builder.link,
    "bare_address": _Builder.address,
    "image": _Builder.image,
    "span_open": _Builder.span,
    "note_reference": _Builder.note_reference,
    "inline_note_open": _Builder.inline_note,
    "citation": _Builder.citation,
    "html_inline": _Builder.html,
    "too_deep": _Builder.too_deep,
}
