"""Lowering: block tokens become nodes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markdown_it.token import Token

from sitegen.model.nodes import (
    Block,
    BlockQuote,
    Blocks,
    CodeBlock,
    Inlines,
    ListBlock,
    Paragraph,
    RawHtmlBlock,
    Table,
    Text,
    ThematicBreak,
)
from sitegen.parse import divs, floats, headings, notes, raw_html, tables
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower_content, lower_prepared
from sitegen.parse.outline import Step, outline


class BlockBuilder:
    """Walks the block tokens once. `level` is 1 within the words of a verbatim quote; `steps` are the
    tokens of the text's own blocks.
    """

    def __init__(self, context: Context, tokens: Sequence[Token], level: int = 0) -> None:
        self.context = context
        self.tokens = tokens
        self.level = level
        self.index = 0
        self.steps: list[Step] = []

    def blocks(self) -> Blocks:
        """The nodes up to the closing token of the current level."""
        blocks: list[Block] = []
        captions = tables.Captions(self.context)
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.nesting < 0:
                break
            if token.level == 0:
                self.steps.append((token, len(blocks)))
            if token.type == "table_caption_open":
                captions.add(tables.lower_caption(self.context, token, self._inline()), blocks)
            elif token.type == "table_open":
                blocks.append(captions.table(self._table()))
            else:
                captions.give_up()
                blocks.extend(_BY_TYPE[token.type](self, token))
        captions.give_up()
        return tuple(blocks)

    def _inline(self) -> Token:
        """The inline token that follows; its closing token is passed over."""
        token = self.tokens[self.index]
        self.index += 2
        return token

    def _content(self, token: Token) -> Inlines:
        origin, content = self.context.origin(token), token.content
        prepared = token.meta.get("prepared")
        if prepared is not None:
            return lower_prepared(self.context, prepared, origin, content, self.level)
        return lower_content(self.context, content, origin, self.level)

    def paragraph(self, _: Token) -> Blocks:
        token = self._inline()
        figure = floats.lone_image(self.context, token)
        if figure is not None:
            return floats.lower_figure(self.context, *figure)
        children = self._content(token)
        return (Paragraph(children),) if children else ()

    def heading(self, opening: Token) -> Blocks:
        return headings.lower_heading(self.context, opening, self._inline())

    def list_block(self, opening: Token) -> Blocks:
        items: list[Blocks] = []
        tight = False
        while self.tokens[self.index].type == "list_item_open":
            self.index += 1
            tight = tight or self._is_tight()
            items.append(self.blocks())
        self.index += 1
        start = int(opening.attrs.get("start", 1)) if opening.type == "ordered_list_open" else None
        return (ListBlock(tuple(items), start, tight),)

    def _is_tight(self) -> bool:
        token = self.tokens[self.index]
        return token.type == "paragraph_open" and token.hidden

    def _table(self) -> Table:
        tokens = self._until("table_open", "table_close")
        return tables.lower_table(self.context, tokens)

    def div(self, opening: Token) -> Blocks:
        return divs.lower_div(self.context, opening, self._until("div_open", "div_close"), self._inner)

    def _until(self, opening: str, closing: str) -> Sequence[Token]:
        """The tokens up to the closing one of the block that has begun, which is passed over."""
        start = self.index
        depth = 1
        while depth:
            depth += {opening: 1, closing: -1}.get(self.tokens[self.index].type, 0)
            self.index += 1
        return self.tokens[start : self.index - 1]

    def _inner(self, tokens: Sequence[Token], level: int) -> Blocks:
        return BlockBuilder(self.context, tokens, level).blocks()

    def html(self, token: Token) -> Blocks:
        html = raw_html.clean(token.content)
        if not html.strip():
            span = self.context.lines(token)
            self.context.collector.report("SYN007", span, html=token.content.split("\n")[0])
            return (Paragraph((Text(token.content.strip()),)),)
        return (RawHtmlBlock(html),)

    def stray_end(self, token: Token) -> Blocks:
        self.context.collector.report("SYN002", self.context.lines(token))
        return ()

    def note(self, opening: Token) -> Blocks:
        """Keep a footnote's text. Of a second one with the same label nothing more is said."""
        collector = self.context.collector
        number = opening.meta.get("number", -1)
        told = len(collector.diagnostics)
        outer, collector.note = collector.note, number
        outer_level, self.level = self.level, 0
        blocks = self.blocks()
        collector.note, self.level = outer, outer_level
        if number < 0:
            del collector.diagnostics[told:]
        else:
            notes.keep(self.context, number, blocks)
        return ()


_BY_TYPE: Mapping[str, Callable[[BlockBuilder, Token], Blocks]] = {
    "paragraph_open": BlockBuilder.paragraph,
    "heading_open": BlockBuilder.heading,
    "bullet_list_open": BlockBuilder.list_block,
    "ordered_list_open": BlockBuilder.list_block,
    "blockquote_open": lambda builder, _: (BlockQuote(builder.blocks()),),
    "fence": lambda _, token: (CodeBlock(token.content, token.info.split(" ")[0].strip()),),
    "code_block": lambda _, token: (CodeBlock(token.content, ""),),
    "hr": lambda _, __: (ThematicBreak(),),
    "div_open": BlockBuilder.div,
    "stray_div_close": BlockBuilder.stray_end,
    "html_block": BlockBuilder.html,
    "note_definition_open": BlockBuilder.note,
}


def lower_blocks(context: Context, tokens: Sequence[Token]) -> Blocks:
    """The nodes of a whole text. Footnotes' texts go to the collector."""
    notes.number_definitions(context, tokens)
    builder = BlockBuilder(context, tokens)
    blocks = builder.blocks()
    notes.report_unmatched(context)
    context.collector.anchors.settle()
    blocks = context.collector.anchors.renamed_blocks(blocks)
    context.collector.blocks = outline(context, builder.steps, blocks)
    return blocks
