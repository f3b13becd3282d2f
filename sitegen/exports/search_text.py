"""The text of a page as the search knows it: what a reader sees, in sections, without marks of notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from sitegen.model import nodes
from sitegen.model.nodes import Block, Blocks, Inlines
from sitegen.model.publication import Page, Wording
from sitegen.render.site import Site
from sitegen.render.words import figure_label, table_label
from sitegen.values import dataclass

JOINT = "\u2423"
"""Stands for a low line within a word, which the index would take for a letter; shown as `_` again."""
_FORM = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff")
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Section:
    """Text below one heading; without one before the first. `anchor` is the id that it is found by."""

    anchor: str
    heading: str
    text: str


def index_text(text: str) -> str:
    """A text for the index (delivery.md, section 8, text): NFC, without soft hyphens, any space a space,
    the low line of a form for several genders (`Leser_innen`) as a sign. Case, `ё`, `ß`, accents and the
    other signs are the index's own affair, so that what it shows reads as the page does.
    """
    for sign in _UNSEEN:
        text = text.replace(sign, "")
    if "_" in text:
        text = _FORM.sub(JOINT, text)
    return " ".join(unicodedata.normalize("NFC", text).split())


class PageText:
    """Reads the nodes of one page as plain text."""

    def __init__(self, site: Site, page: Page) -> None:
        self.site = site
        self.page = page

    def sections(self, blocks: Blocks, opening: tuple[str, ...] = ()) -> Iterator[Section]:
        """The text by its headings; `opening` stands before the first."""
        anchor, heading, parts = "", "", list(opening)
        for block in blocks:
            if isinstance(block, nodes.Heading):
                yield Section(anchor, index_text(heading), index_text(" ".join(parts)))
                anchor, heading, parts = block.id, self.inlines(block.children), []
            else:
                parts.append(self.block(block))
        yield Section(anchor, index_text(heading), index_text(" ".join(parts)))

    def blocks(self, blocks: Blocks) -> str:
        return " ".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        match block:
            case nodes.Paragraph(children) | nodes.Heading(children=children):
                return self.inlines(children)
            case nodes.Figure(caption=caption) | nodes.Chart(caption=caption):
                return self.inlines(caption)
            case nodes.QuoteBlock(index):
                wording = self._wording(index)
                return wording.text if wording else ""
            case _:
                return " ".join(self._parts(block))

    def _parts(self, block: Block) -> Iterator[str]:
        """The texts of a block that holds several, or none."""
        match block:
            case nodes.ListBlock(items=items):
                yield from map(self.blocks, items)
            case nodes.BlockQuote(children=below):
                yield self.blocks(below)
            case nodes.CodeBlock(text=text):
                yield text
            case nodes.Table(head=head, rows=rows, caption=caption):
                yield self.inlines(caption)
                yield from (self.inlines(cell) for row in (head, *rows) for cell in row)
            case nodes.RawHtmlBlock(html):
                yield _seen(html)
            case _:
                pass

    def inlines(self, children: Inlines) -> str:
        parts: list[str] = []
        for node in children:
            match node:
                case nodes.Text(value) | nodes.Code(value):
                    parts.append(value)
                case nodes.Break():
                    parts.append(" ")
                case nodes.InlineQuote(index):
                    parts.append(self._quote(index))
                case nodes.Citation(index):
                    self._cite(index, parts)
                case nodes.Reference(index, below):
                    parts.append(self.inlines(below).strip() or self._target(index))
                case nodes.RawHtml(html):
                    parts.append(_seen(html))
                case nodes.NoteReference() | nodes.Image():
                    pass
                case _:
                    parts.append(self.inlines(node.children))
        return "".join(parts)

    def _wording(self, index: int) -> Wording | None:
        quote = self.page.quotes[index]
        return quote.wording(self.page.language) if quote else None

    def _quote(self, index: int) -> str:
        wording = self._wording(index)
        return f"{wording.text} ({wording.inline_attribution})" if wording else ""

    def _cite(self, index: int, parts: list[str]) -> None:
        """The name that a sentence needs; of a citation in brackets nothing, and no space before it."""
        citation = self.page.interface.citations[index]
        entries = self.site.bibliography.entries
        if citation.narrative:
            label = self.site.style(self.page.language).label
            parts.extend(
                nodes.plain_text(label(entries[one.key])) for one in citation.items if one.key in entries
            )
        elif parts:
            parts[-1] = parts[-1].rstrip()

    def _target(self, index: int) -> str:
        """What a reference without words shows."""
        target = self.page.targets[index]
        if target is None:
            return ""
        if target.number is not None and target.kind in {"figure", "table"}:
            label = figure_label if target.kind == "figure" else table_label
            return label(self.page.language, target.number)
        return nodes.plain_text(target.title)


def _seen(html: str) -> str:
    """The words of sanitised HTML."""
    return unescape(_TAG.sub("", _HIDDEN.sub("", html)))
