"""Lowering of headings: level, id and words."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.model.document import HeadingSource
from sitegen.model.nodes import Blocks, Heading, Paragraph, plain_text
from sitegen.parse.attributes import trailing
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower_content
from sitegen.parse.named import only_id
from sitegen.parse.positions import Origin
from sitegen.source import Span, bare

TOP = 2
"""The level of a chapter's first headings: its title is the only one of level 1."""


def lower_heading(context: Context, opening: Token, token: Token) -> Blocks:
    collector, origin = context.collector, context.origin(token)
    span = _span(context, opening, origin)
    content, anchor, place = _explicit_id(context, token.content, origin)
    if opening.markup.startswith("#"):
        content = _without_closing_signs(content)
    children = lower_content(context, content, origin)
    text = " ".join(plain_text(children).split())
    if not text:
        collector.report("SYN013", span)
        collector.lose(anchor)
        return (Paragraph(children),) if children else ()
    level = int(opening.tag[1])
    _judge_level(context, level, span)
    if place:
        collector.claim(anchor, place)
    else:
        anchor = collector.anchors.from_text(text, len(collector.headings))
    source = HeadingSource(anchor, level, bare(plain_text(children)), children, bool(place), span)
    collector.headings.append(source)
    return (Heading(max(level, TOP), anchor, children, len(collector.headings) - 1),)


def _without_closing_signs(content: str) -> str:
    """`Thema` of `## Thema ## {#id}`, whose closing signs stand before the id."""
    words = content.rstrip("#")
    return words.rstrip() if words.endswith((" ", "\t")) else content


def _judge_level(context: Context, level: int, span: Span) -> None:
    collector = context.collector
    if level < TOP:
        collector.report("SYN008", span)
    previous = max(collector.headings[-1].level, TOP) if collector.headings else TOP - 1
    if level > previous + 1:
        collector.report("SYN009", span, level=level, previous=previous)


def _explicit_id(context: Context, content: str, origin: Origin) -> tuple[str, str, Span | None]:
    """The content without `{#id}` at its end, the id and its place."""
    found = trailing(content)
    if found is None:
        return content, "", None
    start, attributes = found
    if attributes is None:
        context.collector.report("SYN004", origin.span(start, len(content.rstrip())))
        return content[:start].rstrip(), "", None
    return content[:start].rstrip(), *only_id(context, attributes, origin)


def _span(context: Context, opening: Token, origin: Origin) -> Span:
    """The heading's line, from its signs on: what contains it stands before them."""
    source, number = context.source, context.line(opening)
    line = source.line(number)
    begin = source.line_starts[number - 1]
    words = origin.offset(0) - begin
    underlined = opening.markup in {"-", "="}
    start = words if underlined else len(line[:words].rstrip().rstrip("#"))
    return source.span(begin + start, begin + len(line.rstrip()))
