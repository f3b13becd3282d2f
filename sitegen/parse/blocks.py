"""Lowering: block tokens become nodes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from sitegen.languages.slugs import slug, unique
from sitegen.model.document import HeadingSource
from sitegen.model.nodes import (
    Block,
    BlockQuote,
    Blocks,
    CodeBlock,
    Figure,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    RawHtmlBlock,
    Table,
    Text,
    ThematicBreak,
    plain_text,
)
from sitegen.parse import divs, floats, notes, raw_html, tables
from sitegen.parse.attributes import read_attributes
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower_content, lower_prepared
from sitegen.parse.positions import Origin

_HEADING_ATTRIBUTES = re.compile(r"[ \t]*(\{[^{}]*\})[ \t]*$")


OWN_IDS = ("main", "page-notes", "page-sources")
"""Ids of a page's own parts, which no heading takes by its words."""


class BlockBuilder:
    """Walks the block tokens once. `level` is 1 within the words of a verbatim quote."""

    def __init__(
        self, context: Context, tokens: Sequence[Token], numbers: dict[int, int], level: int = 0
    ) -> None:
        self.context = context
        self.tokens = tokens
        self.numbers = numbers
        self.level = level
        self.index = 0

    def blocks(self) -> Blocks:
        """The nodes up to the closing token of the current level."""
        nodes: list[Block | tables.LooseCaption] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.nesting < 0:
                break
            self._add(token, nodes)
        return tables.attach_captions(self.context, nodes)

    def _add(self, token: Token, nodes: list[Block | tables.LooseCaption]) -> None:
        match token.type:
            case "paragraph_open":
                nodes.extend(self._paragraph())
            case "heading_open":
                nodes.extend(self._heading(token))
            case "bullet_list_open" | "ordered_list_open":
                nodes.append(self._list(token))
            case "blockquote_open":
                nodes.append(BlockQuote(self.blocks()))
            case "fence" | "code_block":
                nodes.append(CodeBlock(token.content, token.info.split(" ")[0].strip()))
            case "hr":
                nodes.append(ThematicBreak())
            case "table_open":
                nodes.append(self._table(token))
            case "table_caption_open":
                nodes.append(self._caption(token))
            case "div_open":
                nodes.extend(self._div(token))
            case "stray_div_close":
                self.context.collector.report("SYN002", self.context.lines(token))
            case "html_block":
                nodes.extend(self._html(token))
            case "note_definition_open":
                self._note(self.index - 1)
            case _:
                pass

    def _inline(self) -> Token:
        """The inline token that follows; its closing token is passed over."""
        token = self.tokens[self.index]
        self.index += 2
        return token

    def _content(self, token: Token) -> Inlines:
        prepared = token.meta.get("prepared")
        if prepared is not None:
            tokens, origin = prepared
            return lower_prepared(self.context, tokens, origin, token.content, self.level)
        return lower_content(self.context, token.content, self.context.origin(token), self.level)

    def _paragraph(self) -> Blocks:
        token = self._inline()
        figure = floats.lone_image(self.context, token)
        if figure is not None:
            return floats.lower_figure(self.context, *figure)
        children = self._content(token)
        return (Paragraph(children),) if children else ()

    def _heading(self, opening: Token) -> Blocks:
        token = self._inline()
        context, level = self.context, int(opening.tag[1])
        origin = context.origin(token)
        span = context.lines(opening)
        explicit = self._explicit_id(token, origin)
        children = lower_content(context, token.content, origin)
        text = plain_text(children)
        if not text.strip():
            context.collector.report("SYN013", span)
            return ()
        if level == 1:
            context.collector.report("SYN008", span)
        previous = context.collector.headings[-1].level if context.collector.headings else 1
        if level > previous + 1:
            context.collector.report("SYN009", span, level=level, previous=previous)
        anchor = explicit or unique(slug(text), {*context.collector.ids, *OWN_IDS})
        context.collector.claim(anchor, span)
        source = HeadingSource(anchor, level, text, children, bool(explicit), span)
        context.collector.headings.append(source)
        return (Heading(max(level, 2), anchor, children, len(context.collector.headings) - 1),)

    def _explicit_id(self, token: Token, origin: Origin) -> str:
        """Take `{#id}` off the end of a heading."""
        match = _HEADING_ATTRIBUTES.search(token.content)
        attributes = read_attributes(token.content, match.start(1)) if match else None
        if match is None or attributes is None:
            return ""
        token.content = token.content[: match.start()]
        return floats.only_id(self.context, attributes, origin)

    def _list(self, opening: Token) -> ListBlock:
        items: list[Blocks] = []
        tight = False
        while self.tokens[self.index].type == "list_item_open":
            self.index += 1
            tight = tight or self._is_tight()
            items.append(self.blocks())
        self.index += 1
        start = int(opening.attrs.get("start", 1)) if opening.type == "ordered_list_open" else None
        return ListBlock(tuple(items), start, tight)

    def _is_tight(self) -> bool:
        token = self.tokens[self.index]
        return token.type == "paragraph_open" and token.hidden

    def _table(self, opening: Token) -> Table:
        end = next(
            index for index in range(self.index, len(self.tokens)) if self.tokens[index].type == "table_close"
        )
        tokens = self.tokens[self.index : end]
        self.index = end + 1
        return tables.lower_table(self.context, opening, tokens)

    def _caption(self, opening: Token) -> tables.LooseCaption:
        return tables.lower_caption(self.context, opening, self._inline())

    def _div(self, opening: Token) -> Blocks:
        start = self.index
        depth = 1
        while depth:
            depth += {"div_open": 1, "div_close": -1}.get(self.tokens[self.index].type, 0)
            self.index += 1
        inner = self.tokens[start : self.index - 1]
        return divs.lower_div(self.context, opening, inner, self._inner)

    def _inner(self, tokens: Sequence[Token], level: int) -> Blocks:
        return BlockBuilder(self.context, tokens, {}, level).blocks()

    def _html(self, token: Token) -> Blocks:
        html = raw_html.clean(token.content)
        if not html.strip():
            self.context.collector.report(
                "SYN007", self.context.lines(token), html=token.content.split("\n")[0]
            )
            return (Paragraph((Text(token.content.strip()),)),)
        return (RawHtmlBlock(html),)

    def _note(self, place: int) -> None:
        number = self.numbers.get(place)
        collector = self.context.collector
        if number is None:  # a second definition of the same label, reported already
            kept = len(collector.diagnostics), len(collector.note_marks)
            outer, collector.note = collector.note, -1
            self.blocks()
            collector.note = outer
            del collector.diagnostics[kept[0] :]
            return
        outer, collector.note = collector.note, number
        notes.keep(self.context, number, self.blocks())
        collector.note = outer


def lower_blocks(context: Context, tokens: Sequence[Token]) -> Blocks:
    """The nodes of a whole text. Footnotes' texts go to the collector."""
    numbers = notes.number_definitions(context, tokens)
    blocks = BlockBuilder(context, tokens, numbers).blocks()
    notes.report_unused(context)
    return blocks


__all__ = ["Figure", "lower_blocks"]
