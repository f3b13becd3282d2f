"""The nodes of a text: what a chapter's Markdown means.

A node that needs the rest of the publication to be understood (a reference, a citation, a quote)
holds only its number in the document's interface; the link phase keeps what it stands for under
the same number.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from sitegen.values import dataclass

Alignment: TypeAlias = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text, typographed."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Italic:
    """Type set in italics by rule (a book's title), not by the author's stress."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Bold:
    """Type set bold by rule."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class SmallCaps:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Strikethrough:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Code:
    value: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a source line; a hard one is an end of line on the page too."""

    hard: bool = False


@dataclass(frozen=True, slots=True)
class Archived:
    """A copy of a web page in an archive, and the day it was made (links.md, section 4)."""

    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Link:
    """An external address: http(s), mailto or tel, checked and free of tracking parameters. `copy_of` is
    the original where the link leads to a copy of it that stands beside.
    """

    url: str
    children: Inlines
    archived: Archived | None = None
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link within the publication: number `index` of the interface's references."""

    index: int
    children: Inlines


@dataclass(frozen=True, slots=True)
class Image:
    """An image within a line: number `index` of the interface's images."""

    index: int
    alt: str


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """A run in another language; `lang` is a BCP 47 tag."""

    lang: str
    children: Inlines


@dataclass(frozen=True, slots=True)
class InlineQuote:
    """An interview quote within a sentence: number `index` of the interface's quotes."""

    index: int


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of a footnote: number `index` of the interface's note references."""

    index: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One bracket, or one narrative key: number `index` of the interface's citations."""

    index: int


@dataclass(frozen=True, slots=True)
class RawHtml:
    """Sanitised HTML within a line; only where the publication allows it."""

    html: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: number `index` of the interface's headings."""

    level: int
    id: str
    children: Inlines
    index: int


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; `start` is None for an unordered one. In a tight list, paragraphs have no air."""

    items: tuple[Blocks, ...]
    start: int | None
    tight: bool


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A quotation set apart with `>`: not an interview quote."""

    children: Blocks


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    pass


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `index` is its number in the interface's floats where it has a caption or an id."""

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[Alignment, ...]
    caption: Inlines
    index: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """An image that stands by itself: numbers in the interface's floats and images."""

    caption: Inlines
    index: int
    image: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart drawn from CSV: number in the interface's floats."""

    caption: Inlines
    index: int


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """An interview quote set apart: number `index` of the interface's quotes."""

    index: int


@dataclass(frozen=True, slots=True)
class RawHtmlBlock:
    """Sanitised HTML; only where the publication allows it."""

    html: str


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Italic
    | Bold
    | SmallCaps
    | Strikethrough
    | Code
    | Break
    | Link
    | Reference
    | Image
    | LanguageSpan
    | InlineQuote
    | NoteReference
    | Citation
    | RawHtml
)
Inlines: TypeAlias = tuple["Inline", ...]
Block: TypeAlias = (
    Paragraph
    | Heading
    | ListBlock
    | BlockQuote
    | CodeBlock
    | ThematicBreak
    | Table
    | Figure
    | Chart
    | QuoteBlock
    | RawHtmlBlock
)
Blocks: TypeAlias = tuple["Block", ...]


def plain_text(children: Inlines) -> str:
    """The words alone, as a reader sees them; marks of notes and citations leave nothing."""
    parts: list[str] = []
    for node in children:
        match node:
            case Text(value) | Code(value):
                parts.append(value)
            case Break():
                parts.append(" ")
            case Image(alt=alt):
                parts.append(alt)
            case InlineQuote() | NoteReference() | Citation() | RawHtml():
                pass
            case _:
                parts.append(plain_text(node.children))
    return "".join(parts)
