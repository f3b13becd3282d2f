"""Lowering: the inline tokens of one block become nodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from markdown_it.token import Token

from sitegen.diagnostics import nearest
from sitegen.languages.scripts import mixed_words
from sitegen.languages.tags import is_tag
from sitegen.model.nodes import (
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
    InlineQuote,
    Inlines,
    LanguageSpan,
    Link,
    Paragraph,
    RawHtml,
    Reference,
    Strikethrough,
    Strong,
    Text,
    plain_text,
)
from sitegen.parse import citations, images, links, notes, quote_words, quotes, raw_html
from sitegen.parse.attributes import AttributeList
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.parse.runs import join_text, typeset
from sitegen.source import Span

WRAPPERS: dict[str, Callable[[Inlines], Inline]] = {
    "em_open": Emphasis,
    "strong_open": Strong,
    "s_open": Strikethrough,
}
SPAN_CLASSES = ("quote",)


def lower_content(context: Context, content: str, origin: Origin, level: int = 0) -> Inlines:
    """The nodes of a block's inline content. `level` is 1 for text that stands in outer marks."""
    return lower(context, context.inline(content), origin, content, level)


def lower(context: Context, tokens: Sequence[Token], origin: Origin, content: str, level: int = 0) -> Inlines:
    """The nodes of inline tokens that were made from `content`."""
    return lower_prepared(context, prepare(context, tokens, origin), origin, content, level)


def prepare(context: Context, tokens: Sequence[Token], origin: Origin) -> list[Token]:
    """Join text, and tell every span what its attributes make of it."""
    joined = join_text(tokens)
    _judge_scripts(context, joined, origin)
    opened: list[Token] = []
    for token in tuple(joined):
        if token.type == "span_open":
            opened.append(token)
        elif token.type == "span_close" and opened:
            _judge_span(context, joined, opened.pop(), token, origin)
    if context.html:
        raw_html.clean_inline(joined)
    return joined


def lower_prepared(
    context: Context, tokens: list[Token], origin: Origin, content: str, level: int = 0
) -> Inlines:
    """Set the text runs by the rules of their language, then build the nodes."""
    typeset(tokens, context.language, level, partial(_unpaired, context, origin))
    return _Builder(context, tokens, origin, content, level).children()


def _judge_scripts(context: Context, tokens: Sequence[Token], origin: Origin) -> None:
    """Words that mix Latin and Cyrillic letters (typography.md, section 8)."""
    for token in tokens:
        if token.type != "text":
            continue
        for start, end in mixed_words(token.content):
            word = token.content[start:end]
            letters = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in _odd_letters(word))
            place = token.meta["at"][0]
            span = origin.span(place + start, place + end)
            context.collector.report("LNG003", span, word=word, letters=letters)


def _odd_letters(word: str) -> list[str]:
    """The letters of the script that has fewer of them in the word."""
    cyrillic = [sign for sign in word if "\u0400" <= sign <= "\u04ff"]
    latin = [sign for sign in word if sign.isalpha() and sign not in cyrillic]
    return list(dict.fromkeys(cyrillic if len(cyrillic) < len(latin) else latin))


def _unpaired(context: Context, origin: Origin, token: Token, offset: int) -> None:
    start = token.meta["at"][0] + offset
    context.collector.report("SYN011", origin.span(start, start + 1), mark=token.content[offset])


def _judge_span(
    context: Context, tokens: list[Token], opening: Token, closing: Token, origin: Origin
) -> None:
    """Decide what a span is: `meta["kind"]` of its opening token is quote, language or nothing."""
    attributes: AttributeList | None = closing.meta["attributes"]
    opening.meta["kind"] = ""
    opening.meta["attributes"] = attributes
    if attributes is None:
        context.collector.report("SYN004", origin.span(*closing.meta["at"]))
    elif "quote" in attributes.classes:
        opening.meta["kind"] = "quote"
        opening.meta["level"] = quotes.level(attributes)
        start, end = _place(tokens, opening), _place(tokens, closing)
        words = [tokens[start + 1 : end]]
        stop_after = context.language.marks.stop_after_closing
        opening.meta["trimmed"] = quote_words.trim(words, stop_after_closing=stop_after)
        tokens[start + 1 : end] = words[0]
    else:
        _judge_language(context, opening, attributes, origin)


def _place(tokens: list[Token], token: Token) -> int:
    return next(index for index, one in enumerate(tokens) if one is token)


def _judge_language(context: Context, opening: Token, attributes: AttributeList, origin: Origin) -> None:
    collector = context.collector
    for name in attributes.classes:
        close = nearest(name, SPAN_CLASSES)
        collector.report("SYN003", origin.span(attributes.start, attributes.end), name=name, nearest=close)
        return
    named = dict(quotes.read_named(context, attributes, origin, ("lang",)))
    anchor = attributes.first("id")
    if anchor:
        collector.report("SYN005", origin.span(anchor.start, anchor.end), name="#" + anchor.value)
    elif "lang" in named and not is_tag(named["lang"].value):
        collector.report("LNG001", named["lang"].span, tag=named["lang"].value)
    elif "lang" in named:
        opening.meta["kind"] = "language"
        opening.meta["lang"] = named["lang"].value
    elif not attributes.parts:
        collector.report("SYN004", origin.span(attributes.start, attributes.end))


class _Builder:
    """Walks the tokens once; nested tokens become nested nodes."""

    def __init__(
        self, context: Context, tokens: list[Token], origin: Origin, content: str, level: int
    ) -> None:
        self.context = context
        self.tokens = tokens
        self.origin = origin
        self.content = content
        self.level = level
        self.index = 0

    def children(self) -> Inlines:
        """The nodes up to the closing token of the current level."""
        nodes: list[Inline] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.nesting < 0:
                break
            nodes.extend(self._nodes(token))
        return tuple(nodes)

    def _nodes(self, token: Token) -> Inlines:
        match token.type:
            case "text" | "text_special":
                return self._text(token)
            case "em_open" | "strong_open" | "s_open":
                return (WRAPPERS[token.type](self.children()),)
            case "softbreak" | "hardbreak":
                return (Break(token.type == "hardbreak"),)
            case "code_inline":
                return (Code(token.content),)
            case "link_open":
                return self._link(token)
            case "bare_address":
                return self._address(token)
            case "image":
                return self._image(token)
            case "span_open":
                return self._span(token)
            case "note_reference":
                mark = notes.refer(self.context, token.content, self._span_of(token))
                return (mark,) if mark else ()
            case "inline_note_open":
                return self._inline_note(token)
            case "citation":
                sub = self._lower_part
                return (citations.lower_citation(self.context, token, self.origin, sub, self.content),)
            case "html_inline":
                return self._html(token)
            case _:
                return (Text(token.content),) if token.content else ()

    def _span_of(self, token: Token) -> Span:
        return self.origin.span(*token.meta["at"])

    def _text(self, token: Token) -> Inlines:
        if not token.content:
            return ()
        if self.context.collector.note is None:
            self.context.collector.words += len(token.content.split())
        return (Text(token.content),)

    def _lower_part(self, tokens: Sequence[Token], origin: Origin) -> Inlines:
        return lower(self.context, tokens, origin, self.content)

    def _link(self, token: Token) -> Inlines:
        start = token.meta["at"][0]
        target = str(token.attrs["href"])
        automatic = token.info == "auto"
        children = self.children()
        closing = self.tokens[self.index - 1]
        span = self.origin.span(start, closing.meta["at"][1])
        attributes: AttributeList | None = closing.meta.get("attributes")
        named = (
            dict(quotes.read_named(self.context, attributes, self.origin, ("lang",))) if attributes else {}
        )
        node = self._linked(
            target, children, span, self._target_span(target, start, closing), automatic=automatic
        )
        if "lang" in named:
            return (LanguageSpan(named["lang"].value, node),)
        return node

    def _linked(self, target: str, children: Inlines, span: Span, place: Span, *, automatic: bool) -> Inlines:
        collector = self.context.collector
        if links.is_external(target):
            url = links.external(target, span, collector, place)
            if url is None:
                return children
            if not children:
                collector.report("LNK008", span, target=target)
            shown = (Text(url),) if automatic and url != target else children
            return (Link(url, shown or (Text(url),)),)
        path = self.context.source.path
        index = links.reference(target, path, span, collector, empty=not plain_text(children).strip())
        return (Reference(index, children),)

    def _target_span(self, target: str, start: int, closing: Token) -> Span:
        found = self.content.find(target, start, closing.meta["at"][1])
        return (
            self.origin.span(found, found + len(target)) if found >= 0 else self.origin.span(start, start + 1)
        )

    def _address(self, token: Token) -> Inlines:
        span = self._span_of(token)
        url = links.external(token.content, span, self.context.collector, span)
        return (Link(url, (Text(url),)),) if url else (Text(token.content),)

    def _image(self, token: Token) -> Inlines:
        alt = plain_text(self._caption(token))
        index = images.add_image(self.context, token, self.origin, alt=alt)
        if index is None:
            return ()
        return (Image(index, self.context.collector.images[index].alt or alt),)

    def _caption(self, token: Token) -> Inlines:
        origin = self.origin.shifted(token.meta["at"][0] + 2)
        return lower(self.context, token.children or [], origin, token.content)

    def _span(self, token: Token) -> Inlines:
        kind = token.meta["kind"]
        if kind == "language":
            return (LanguageSpan(token.meta["lang"], self.children()),)
        if kind == "quote":
            return self._quote(token)
        return self.children()

    def _quote(self, token: Token) -> Inlines:
        context, attributes = self.context, token.meta["attributes"]
        index = quotes.add_quote(context, attributes, self.origin, self._span_of(token), inline=True)
        words = self.children()
        trimmed: quote_words.Trimmed = token.meta["trimmed"]
        aside = lower(context, trimmed.aside, self.origin, self.content)
        quotes.fill_quote(
            context, index, (Paragraph(words),), aside, plain_text(words), full_stop=trimmed.full_stop
        )
        return (InlineQuote(index),)

    def _inline_note(self, token: Token) -> Inlines:
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

    def _html(self, token: Token) -> Inlines:
        html = token.meta.get("html")
        if html is not None:
            return (RawHtml(html),)
        self.context.collector.report("SYN007", self._span_of(token), html=token.content.split("\n")[0])
        return (Text(token.content),)
