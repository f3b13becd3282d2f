"""A document as text that can be reviewed without reading code: see the files in `fixtures/`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.diagnostics import Diagnostic
from sitegen.model import nodes
from sitegen.model.document import CitationItem, Document, QuoteSource
from sitegen.model.nodes import Block, Blocks, Inline, Inlines
from sitegen.parse.chapter import parse
from sitegen.source import Source

HEAD = "---\ntitle: Beispiel\n---\n"
TODAY = date(2026, 1, 1)
TAGS = {
    nodes.Emphasis: "em",
    nodes.Strong: "strong",
    nodes.Strikethrough: "s",
}


def parse_text(
    text: str, language: str = "de", *, html: bool = False, head: str = HEAD
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A chapter of the text alone; the front matter stands before it."""
    source = Source.of(f"content/{language}/01-beispiel.md", head + text)
    return parse(source, language, ("de", "ru"), TODAY, html=html)


def dump(text: str, language: str = "de", *, html: bool = False) -> str:
    """The nodes, the notes, and the findings with their places in the text (the front matter apart)."""
    document, found = parse_text(text, language, html=html)
    writer = _Writer(document)
    lines = [*writer.blocks(document.body.blocks), *writer.notes()]
    lines += [_finding(one) for one in found]
    return "\n".join(lines)


def _finding(found: Diagnostic) -> str:
    span, head = found.span, HEAD.count("\n")
    first, last = span.line - head, span.end_line - head
    end = f"{span.end_column}" if first == last else f"{last}:{span.end_column}"
    near = f" (did you mean {found.nearest}?)" if found.nearest else ""
    return f"! {found.code} {first}:{span.column}-{end}{near}"


class _Writer:
    def __init__(self, document: Document) -> None:
        self.interface = document.interface
        self.body = document.body

    def notes(self) -> Iterator[str]:
        for note, text in zip(self.interface.notes, self.body.notes, strict=True):
            yield f"note {note.label}"
            yield from _indented(self.blocks(text))

    def blocks(self, blocks: Blocks) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case nodes.Paragraph(children):
                yield f"p: {self.inlines(children)}"
            case nodes.Heading(level, anchor, children, _):
                yield f"h{level} #{anchor}: {self.inlines(children)}"
            case nodes.ListBlock(items, start, tight):
                yield ("ul" if start is None else f"ol {start}") + (" tight" if tight else "")
                for item in items:
                    yield "  item"
                    yield from _indented(self.blocks(item), "    ")
            case nodes.BlockQuote(children):
                yield "blockquote"
                yield from _indented(self.blocks(children))
            case nodes.QuoteBlock(index):
                quote = self.interface.quotes[index]
                yield f"quote{self.quote_head(quote)}"
                yield from _indented(self.blocks(quote.words))
                yield from _indented(self.quote_tail(quote))
            case nodes.Table() | nodes.Figure() | nodes.Chart():
                yield from self.float_(block)
            case _:
                yield self.plain(block)

    def plain(self, block: nodes.CodeBlock | nodes.ThematicBreak | nodes.RawHtmlBlock) -> str:
        match block:
            case nodes.CodeBlock(text, language):
                return f"code {language}: {text!r}"
            case nodes.RawHtmlBlock(html):
                return f"html: {html!r}"
            case nodes.ThematicBreak():
                return "hr"

    def float_(self, block: nodes.Table | nodes.Figure | nodes.Chart) -> Iterator[str]:
        anchor = f" #{self.interface.floats[block.index].id}" if block.index is not None else ""
        caption = self.inlines(block.caption)
        match block:
            case nodes.Table(head, rows, align):
                yield f"table {' '.join(side or '-' for side in align)}{anchor}: {caption}"
                for row in (head, *rows):
                    yield "  | " + " | ".join(self.inlines(cell) for cell in row) + " |"
            case nodes.Figure(image=image):
                shown = self.interface.images[image]
                yield f"figure{anchor}: {caption}"
                yield f"  {shown.file} alt={shown.alt!r} credit={shown.credit!r}"
            case nodes.Chart():
                yield f"chart{anchor}: {caption}"
                chart = self.interface.floats[block.index].chart
                if chart:
                    yield f"  {chart.type} {chart.data} x={chart.x} y={chart.y} cite={chart.cite}"

    def quote_head(self, quote: QuoteSource) -> str:
        attributes = "".join(f" {name}={one.value}" for name, one in quote.attributes)
        return f" #{quote.id}{attributes}"

    def quote_tail(self, quote: QuoteSource) -> Iterator[str]:
        if quote.full_stop:
            yield "full stop"
        if quote.aside:
            yield f"aside:{self.inlines(quote.aside)}"

    def inlines(self, children: Inlines) -> str:
        return "".join(self.inline(node) for node in children)

    def inline(self, node: Inline) -> str:
        match node:
            case nodes.Text(value):
                shown = value.replace("\u00a0", "⍽")
            case nodes.Emphasis(children) | nodes.Strong(children) | nodes.Strikethrough(children):
                shown = f"<{TAGS[type(node)]}>{self.inlines(children)}</{TAGS[type(node)]}>"
            case nodes.Code(value):
                shown = f"<code>{value}</code>"
            case nodes.Break(hard):
                shown = "<br>" if hard else "⏎"
            case nodes.Link(url, children):
                shown = f"<a {url}>{self.inlines(children)}</a>"
            case nodes.LanguageSpan(lang, children):
                shown = f"<{lang}>{self.inlines(children)}</{lang}>"
            case nodes.RawHtml(html):
                shown = f"<html {html}>"
            case _:
                shown = self.numbered(node)
        return shown

    def numbered(self, node: Inline) -> str:
        """A node that holds a number into the interface."""
        interface = self.interface
        match node:
            case nodes.Reference(index, children):
                one = interface.references[index]
                anchor = f"#{one.anchor}" if one.anchor else ""
                return f"<ref {one.file}{anchor}>{self.inlines(children)}</ref>"
            case nodes.Image(index, alt):
                return f"<img {interface.images[index].file} alt={alt!r}>"
            case nodes.NoteReference(index):
                return f"<note {interface.notes[interface.note_marks[index].note].label}>"
            case nodes.Citation(index):
                citation = interface.citations[index]
                kind = "narrative" if citation.narrative else "cite"
                return f"<{kind} {'; '.join(self.item(one) for one in citation.items)}>"
            case nodes.InlineQuote(index):
                quote = interface.quotes[index]
                words = "".join(
                    self.inlines(block.children)
                    for block in quote.words
                    if isinstance(block, nodes.Paragraph)
                )
                tail = "".join(f"<{part}>" for part in self.quote_tail(quote))
                return f"<quote{self.quote_head(quote)}>{words}</quote>{tail}"
            case _:
                return repr(node)

    def item(self, item: CitationItem) -> str:
        prefix = f"{self.inlines(item.prefix)} " if item.prefix else ""
        minus = "-" if item.suppress_author else ""
        locator = f", [{item.locator.kind}] {item.locator.value}" if item.locator else ""
        suffix = f" + {self.inlines(item.suffix)}" if item.suffix else ""
        return f"{prefix}{minus}@{item.key}{locator}{suffix}"


def _indented(lines: Iterator[str], blanks: str = "  ") -> Iterator[str]:
    for line in lines:
        yield blanks + line
