"""A parsed chapter or title page: an interface and a body, as an object file has.

The interface is what other pages may ask for: small, always loaded. The body is the text itself,
needed only where the page is rendered.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from sitegen.model.nodes import Blocks, Inlines
from sitegen.source import Span
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """An author or a translator; `orcid` is `0000-0000-0000-0000` or None."""

    name: str
    orcid: str | None = None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The head of a file (authoring.md, Front matter). `spans` holds each key's value's place."""

    title: str = ""
    subtitle: str = ""
    authors: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()
    translated_from: str | None = None
    partial: bool = False
    date: str | None = None
    abstract: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    slug: str | None = None
    draft: bool = False
    spans: tuple[tuple[str, Span], ...] = ()

    def span(self, key: str) -> Span | None:
        return dict(self.spans).get(key)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One `name=value` of an attribute list, as the author typed it."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class HeadingSource:
    id: str
    level: int
    text: str
    children: Inlines
    explicit: bool
    span: Span


@dataclass(frozen=True, slots=True)
class QuoteSource:
    """A quote as one language's chapter has it. The words stand without their outer marks and final
    stop; `full_stop` says that there was one, `aside` is what the author wrote after the closing
    mark, such as `(lacht)`. `text` is the words as plain text. `misspelt` are the attributes that
    unknown names probably stand for: of these nothing more is to be said.
    """

    id: str
    inline: bool
    attributes: tuple[tuple[str, Attribute], ...]
    words: Blocks
    full_stop: bool
    aside: Inlines
    text: str
    span: Span
    misspelt: frozenset[str] = frozenset()

    def attribute(self, name: str) -> Attribute | None:
        return dict(self.attributes).get(name)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; its text is in the body. One in place has a label made from its number."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class NoteMark:
    """One reference to a footnote; `note` is the number of the note in the interface."""

    note: int
    span: Span


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source: `kind` is `page`, `chapter` …, or `` for words taken as typed.

    `more` are the places named after it: the page in a volume (`Bd. 2, S. 5`).
    """

    kind: str
    value: str
    more: tuple[Locator, ...] = ()


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One key of a citation, with what stands around it."""

    key: str
    prefix: Inlines
    locator: Locator | None
    suffix: Inlines
    suppress_author: bool
    span: Span


@dataclass(frozen=True, slots=True)
class CitationSource:
    """One bracket, or one narrative key (`Das zeigt @key [S. 3]`).

    `note` is the number of the footnote that it stands in, None in running text.
    """

    items: tuple[CitationItem, ...]
    narrative: bool
    note: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class ReferenceSource:
    """A link within the publication as typed: the file (empty: this one) and the anchor.

    `empty` says that the author left the text to the tool. `typed` is the target letter by letter as it
    stands at `place`; empty where it is written otherwise, as with entities.
    """

    file: str
    anchor: str
    empty: bool
    span: Span
    typed: str = ""
    place: Span | None = None


@dataclass(frozen=True, slots=True)
class ImageSource:
    """An image as typed; `alt` is None where the author gave none."""

    file: str
    alt: str | None
    credit: str
    span: Span


@dataclass(frozen=True, slots=True)
class ChartSource:
    """What a chart is drawn from: the attributes of its block. The labels head the columns of its table."""

    type: Literal["bar", "line"]
    data: str
    x: str
    y: str
    x_label: str
    y_label: str
    cite: str | None
    data_span: Span
    x_span: Span
    y_span: Span
    cite_span: Span


@dataclass(frozen=True, slots=True)
class FloatSource:
    """What is numbered: a figure, a chart, a table. `id` is empty where none is given."""

    kind: Literal["figure", "chart", "table"]
    id: str
    caption: str
    span: Span
    chart: ChartSource | None = None


BlockKind: TypeAlias = Literal[
    "heading", "paragraph", "list", "quote", "figure", "chart", "table", "blockquote", "code", "rule", "html"
]


@dataclass(frozen=True, slots=True)
class BlockSource:
    """One block of the running text, as its translation answers it.

    `anchor` is its id on the page, `id` the same where the author wrote it; both are empty for most.
    `digest` changes with its words and those of its footnotes, not with spaces, dashes and quotation
    marks; `size` counts its letters. `traits` are what a translation keeps: keys cited, addresses,
    numbers. `span` holds whole lines of the file; `nodes` are its nodes in the body, as a slice.
    """

    kind: BlockKind
    level: int
    id: str
    anchor: str
    digest: str
    size: int
    traits: frozenset[str]
    span: Span
    nodes: tuple[int, int]

    @property
    def name(self) -> str:
        """What an author calls the block by: its id, else the beginning of its digest."""
        return self.id or self.digest[:8]


@dataclass(frozen=True, slots=True)
class NumberSource:
    """A number of the running text: its value in plain notation (`1234.5`), whatever the language's is.

    `month` is that of a day, 0 where none is said; `doubtful`: its minus may be a dash, or is in words.
    """

    value: str
    span: Span
    month: int = 0
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """An external address as it stands in the text; a bare one is its own text. `note` is the number
    of the footnote that it stands in, None in running text; `literal` says that the span holds the
    address letter by letter, before what only tracks readers was taken out.
    """

    url: str
    span: Span
    bare: bool = False
    note: int | None = None
    literal: bool = False


Mark: TypeAlias = tuple[Literal["note", "citation"], int]
"""A note's mark, or a citation in running text, in reading order: numbers into the interface."""


@dataclass(frozen=True, slots=True)
class Interface:
    """What the rest of the publication may ask a document for. `lost` are ids at places that cannot be
    shown, for a reason that was told: nothing more is said of what names them; `head` is the digest of
    title, subtitle and abstract; `spelt` are the values of words for numbers, with the line of their text.
    """

    path: str
    language: str
    stem: str
    front_matter: FrontMatter
    headings: tuple[HeadingSource, ...] = ()
    quotes: tuple[QuoteSource, ...] = ()
    notes: tuple[Note, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    citations: tuple[CitationSource, ...] = ()
    references: tuple[ReferenceSource, ...] = ()
    images: tuple[ImageSource, ...] = ()
    floats: tuple[FloatSource, ...] = ()
    addresses: tuple[Address, ...] = ()
    marks: tuple[Mark, ...] = ()
    blocks: tuple[BlockSource, ...] = ()
    numbers: tuple[NumberSource, ...] = ()
    spelt: tuple[tuple[int, frozenset[str]], ...] = ()
    head: str = ""
    words: int = 0
    lost: tuple[str, ...] = ()

    @property
    def is_title_page(self) -> bool:
        return self.stem == "index"


@dataclass(frozen=True, slots=True)
class Body:
    """The text itself; `notes` holds the footnotes' texts by their number in the interface."""

    blocks: Blocks = ()
    notes: tuple[Blocks, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    interface: Interface
    body: Body
