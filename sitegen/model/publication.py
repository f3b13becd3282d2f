"""The linked whole: every name bound to what it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from sitegen.model.alignment import Alignment
from sitegen.model.document import Interface, QuoteSource
from sitegen.model.nodes import Inlines
from sitegen.model.quote import Attributes, Speaker
from sitegen.values import dataclass

TargetKind: TypeAlias = Literal["page", "heading", "quote", "figure", "table", "file"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference points at: the output file, the anchor in it (or empty), and the title that
    stands for an empty text; `number` is a figure's or table's.
    """

    kind: TargetKind
    output: str
    anchor: str
    title: Inlines
    language: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note at the foot of a page. It holds an author's footnote, or a citation that became a note:
    one of the two numbers into the interface is set. `marks` are the ids of its references.
    """

    number: int
    id: str
    note: int | None
    citation: int | None
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotePlace:
    """One mark in the text: the note's number and id, and the id of the mark itself."""

    number: int
    note_id: str
    mark_id: str


@dataclass(frozen=True, slots=True)
class ChartData:
    """A chart's rows in the order of the file: label and value. The value stays as typed."""

    label: str
    unit: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The same chapter in another language; `headings` maps an id here to the id there, `blocks` the
    numbers of blocks.
    """

    language: str
    output: str
    title: str
    headings: Mapping[str, str]
    blocks: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """A chapter or a title page, with all its names bound. The tuples go with the interface's.

    `number` is the place from 1 in the order of all chapters, those counted that only other editions
    have; None for the title page.
    """

    interface: Interface
    number: int | None
    slug: str
    output: str
    counterparts: tuple[Counterpart, ...] = ()
    targets: tuple[Target | None, ...] = ()
    quotes: tuple[Quote | None, ...] = ()
    notes: tuple[PageNote, ...] = ()
    places: tuple[NotePlace, ...] = ()
    float_numbers: tuple[int, ...] = ()
    charts: tuple[ChartData | None, ...] = ()

    @property
    def language(self) -> str:
        return self.interface.language

    @property
    def title(self) -> str:
        return self.interface.front_matter.title


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote in one language: `text` is plain, with its marks as shown; `attribution` stands by
    itself, `inline_attribution` within a sentence. `standing` is empty where the language in which
    the words were said is not known.
    """

    language: str
    source: QuoteSource
    text: str
    attribution: str
    inline_attribution: str
    output: str
    standing: Literal["original", "translation", ""]
    speaker: Speaker | None


@dataclass(frozen=True, slots=True)
class Quote:
    """One record over all languages; `chapter` is the file's stem."""

    id: str
    chapter: str
    attributes: Attributes
    wordings: tuple[Wording, ...]

    def wording(self, language: str) -> Wording | None:
        return next((one for one in self.wordings if one.language == language), None)


@dataclass(frozen=True, slots=True)
class Fallback:
    """A chapter that an edition lacks, shown there in another language's text: the file that stands
    in (`source`), its place in the order and its page. `missing` is the file that the edition lacks.
    """

    number: int
    output: str
    source: str
    missing: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One language's pages in reading order. `cited` are the keys of its sources; `fallbacks` stand for
    the chapters that it lacks.
    """

    language: str
    title_page: Page | None
    chapters: tuple[Page, ...]
    cited: tuple[str, ...]
    fallbacks: tuple[Fallback, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        return ((self.title_page,) if self.title_page else ()) + self.chapters


@dataclass(frozen=True, slots=True)
class Publication:
    """All editions, every quote in reading order, and how the editions answer each other. `unlinked` are
    the files of chapters that make no page, for a reason that was told.
    """

    editions: tuple[Edition, ...]
    quotes: tuple[Quote, ...]
    alignments: tuple[Alignment, ...] = ()
    unlinked: frozenset[str] = frozenset()
