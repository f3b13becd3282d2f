"""Lowering of tables and their captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from markdown_it.token import Token

from sitegen.model.document import FloatSource
from sitegen.model.nodes import Alignment, Block, Blocks, Inlines, Table, Text, plain_text
from sitegen.parse.attributes import read_attributes
from sitegen.parse.context import Context
from sitegen.parse.floats import only_id
from sitegen.parse.inlines import lower_content
from sitegen.source import Span

_ATTRIBUTES = re.compile(r"[ \t]*(\{[^{}]*\})\s*$")


@dataclass(frozen=True, slots=True)
class LooseCaption:
    """A caption that has not met its table yet."""

    children: Inlines
    id: str
    span: Span


def lower_table(context: Context, opening: Token, tokens: Sequence[Token]) -> Table:
    """A table; numbers in right-aligned columns are set by the language's rules (authoring.md)."""
    rows: list[list[Inlines]] = []
    align: list[Alignment] = []
    after = 0
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open":
            align.append(_alignment(token))
        elif token.type == "inline":
            origin = context.origin(token, after)
            after = origin.source_starts[-1]
            rows[-1].append(lower_content(context, token.content, origin))
    for column, direction in enumerate(align):
        if direction == "right":
            _set_numbers(context, rows, column)
    head, *body = rows or [[]]
    return Table(tuple(head), tuple(tuple(row) for row in body), tuple(align), (), None)


def lower_caption(context: Context, opening: Token, token: Token) -> LooseCaption:
    origin = context.origin(token)
    match = _ATTRIBUTES.search(token.content)
    attributes = read_attributes(token.content, match.start(1)) if match else None
    anchor = ""
    content = token.content
    if match and attributes:
        content = content[: match.start()]
        anchor = only_id(context, attributes, origin)
    return LooseCaption(lower_content(context, content, origin), anchor, context.lines(opening))


def attach_captions(context: Context, nodes: Iterable[Block | LooseCaption]) -> Blocks:
    """Give each caption to the table before it, else to the one after it."""
    blocks: list[Block] = []
    waiting: LooseCaption | None = None
    for node in nodes:
        if isinstance(node, LooseCaption):
            if blocks and isinstance(blocks[-1], Table) and blocks[-1].index is None:
                blocks[-1] = _captioned(context, blocks[-1], node)
            else:
                _give_up(context, waiting)
                waiting = node
            continue
        if isinstance(node, Table) and waiting:
            node, waiting = _captioned(context, node, waiting), None  # noqa: PLW2901
        _give_up(context, waiting)
        waiting = None
        blocks.append(node)
    _give_up(context, waiting)
    return tuple(blocks)


def _captioned(context: Context, table: Table, caption: LooseCaption) -> Table:
    if caption.id:
        context.collector.claim(caption.id, caption.span)
    text = plain_text(caption.children)
    context.collector.floats.append(FloatSource("table", caption.id, text, caption.span))
    return replace(table, caption=caption.children, index=len(context.collector.floats) - 1)


def _give_up(context: Context, caption: LooseCaption | None) -> None:
    if caption:
        context.collector.report("FIG009", caption.span)


def _alignment(token: Token) -> Alignment:
    style = str(token.attrs.get("style", ""))
    return cast("Alignment", style.removeprefix("text-align:"))


def _set_numbers(context: Context, rows: list[list[Inlines]], column: int) -> None:
    cells = [row[column] if column < len(row) else () for row in rows[1:]]
    texts = [cell[0].value if len(cell) == 1 and isinstance(cell[0], Text) else "" for cell in cells]
    for row, text, shown in zip(rows[1:], texts, context.language.number_column(texts), strict=True):
        if text and shown != text:
            row[column] = (Text(shown),)
