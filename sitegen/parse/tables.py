"""Lowering of tables and their captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from markdown_it.token import Token

from sitegen.model.document import FloatSource
from sitegen.model.nodes import Alignment, Block, Inlines, Table, Text, plain_text
from sitegen.parse.attributes import trailing
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower_content
from sitegen.parse.named import only_id
from sitegen.source import Span
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Caption:
    children: Inlines
    id: str
    id_span: Span | None
    span: Span


class Captions:
    """Gives each caption to the table before it, else to the one after it, within one container."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.waiting: Caption | None = None

    def add(self, caption: Caption, blocks: list[Block]) -> None:
        last = blocks[-1] if blocks else None
        if self.waiting is None and isinstance(last, Table) and last.index is None:
            blocks[-1] = self._captioned(last, caption)
            return
        self.give_up()
        self.waiting = caption

    def table(self, table: Table) -> Table:
        """A table, with the caption that waits for it."""
        caption, self.waiting = self.waiting, None
        return self._captioned(table, caption) if caption else table

    def give_up(self) -> None:
        """What follows is no table: a caption that waits has none."""
        if self.waiting:
            self.context.collector.report("FIG009", self.waiting.span)
            self.context.collector.lose(self.waiting.id)
        self.waiting = None

    def _captioned(self, table: Table, caption: Caption) -> Table:
        collector = self.context.collector
        if caption.id_span:
            collector.claim(caption.id, caption.id_span)
            collector.anchors.reserve(f"{caption.id}-name")
        text = plain_text(caption.children)
        collector.floats.append(FloatSource("table", caption.id, text, caption.span))
        return replace(table, caption=caption.children, index=len(collector.floats) - 1)


def lower_table(context: Context, tokens: Sequence[Token]) -> Table:
    """A table; numbers in right-aligned columns are set by the language's rules (authoring.md)."""
    rows: list[list[Inlines]] = []
    align: list[Alignment] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
            _judge_width(context, token)
        elif token.type == "th_open":
            align.append(_alignment(token))
        elif token.type == "inline":
            context.collector.in_number_column = "right" in align[len(rows[-1]) : len(rows[-1]) + 1]
            rows[-1].append(lower_content(context, token.content, context.origin(token)))
    context.collector.in_number_column = False
    for column, direction in enumerate(align):
        if direction == "right":
            _set_numbers(context, rows, column)
    head, *body = rows or [[]]
    return Table(tuple(head), tuple(tuple(row) for row in body), tuple(align), (), None)


def lower_caption(context: Context, opening: Token, token: Token) -> Caption:
    origin = context.origin(token)
    content = token.content
    anchor, place = "", None
    found = trailing(content)
    if found:
        start, attributes = found
        if attributes:
            anchor, place = only_id(context, attributes, origin)
        else:
            context.collector.report("SYN004", origin.span(start, len(content.rstrip())))
        content = content[:start].rstrip()
    return Caption(lower_content(context, content, origin), anchor, place, context.lines(opening))


def _judge_width(context: Context, row: Token) -> None:
    surplus = row.meta.get("surplus")
    if surplus is not None:
        number = context.line(row)
        end = context.source.line_starts[number - 1] + len(context.source.line(number).rstrip())
        context.collector.report("FIG017", context.source.span(context.start + surplus, end))


def _alignment(token: Token) -> Alignment:
    style = str(token.attrs.get("style", ""))
    return cast("Alignment", style.removeprefix("text-align:"))


def _set_numbers(context: Context, rows: list[list[Inlines]], column: int) -> None:
    cells = [row[column] if column < len(row) else () for row in rows[1:]]
    texts = [cell[0].value if len(cell) == 1 and isinstance(cell[0], Text) else "" for cell in cells]
    for row, text, shown in zip(rows[1:], texts, context.language.number_column(texts), strict=True):
        if text and shown != text:
            row[column] = (Text(shown),)
