"""What is gathered while a text is lowered: the document's interface in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sitegen.diagnostics import Diagnostic, Fix, Related, report
from sitegen.model.document import (
    Address,
    BlockSource,
    CitationSource,
    FloatSource,
    FrontMatter,
    HeadingSource,
    ImageSource,
    Interface,
    Mark,
    Note,
    NoteMark,
    NumberSource,
    QuoteSource,
    ReferenceSource,
)
from sitegen.model.nodes import Blocks
from sitegen.parse.anchors import Anchors, is_reserved
from sitegen.parse.suggestions import Suggestions
from sitegen.source import Span


@dataclass
class Collector:
    """Lists that grow in reading order; the numbers in the nodes are places in them.

    `note` is the number of the footnote whose text is being read, None in running text; `lost` are
    ids whose places cannot be shown; `in_number_column` says that a table's cell is read whose numbers are
    written plain; `open_tags` are raw HTML's; `expanded` is the length of all link
    targets, which may be used many times over.
    """

    headings: list[HeadingSource] = field(default_factory=list)
    quotes: list[QuoteSource] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    note_texts: list[Blocks] = field(default_factory=list)
    note_numbers: dict[str, int] = field(default_factory=dict)
    note_marks: list[NoteMark] = field(default_factory=list)
    citations: list[CitationSource] = field(default_factory=list)
    references: list[ReferenceSource] = field(default_factory=list)
    images: list[ImageSource] = field(default_factory=list)
    floats: list[FloatSource] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    numbers: list[NumberSource] = field(default_factory=list)
    spelt: list[tuple[int, frozenset[str]]] = field(default_factory=list)
    blocks: tuple[BlockSource, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    anchors: Anchors = field(default_factory=Anchors)
    suggestions: Suggestions = field(default_factory=Suggestions)
    undefined_marks: list[tuple[str, Span]] = field(default_factory=list)
    used_notes: set[int] = field(default_factory=set)
    repeated_notes: int = 0
    lost: list[str] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)
    note: int | None = None
    in_number_column: bool = False
    expanded: int = 0
    words: int = 0

    def report(
        self,
        code: str,
        span: Span,
        *,
        nearest: str | None = None,
        related: tuple[Related, ...] = (),
        fix: Fix | None = None,
        **args: Any,
    ) -> None:
        self.diagnostics.append(report(code, span, nearest=nearest, related=related, fix=fix, **args))

    def claim(self, anchor: str, span: Span, *, code: str = "SYN012") -> None:
        """Take an id that the author gave for a place of this page. A second claim is a finding, and
        so is an id that the page itself uses.
        """
        if is_reserved(anchor):
            self.report("SYN014", span, id=anchor)
        first = self.anchors.claim(anchor, span)
        if first:
            self.report(code, span, id=anchor, related=(Related(first, "first"),))

    def lose(self, anchor: str) -> None:
        """Remember an id whose place cannot be shown, so that nothing is said of what names it."""
        if anchor:
            self.lost.append(anchor)

    def interface(
        self, path: str, language: str, stem: str, front_matter: FrontMatter, head: str
    ) -> Interface:
        return Interface(
            path=path,
            language=language,
            stem=stem,
            front_matter=front_matter,
            headings=tuple(self.anchors.renamed(self.headings)),
            quotes=tuple(self.quotes),
            notes=tuple(self.notes),
            note_marks=tuple(self.note_marks),
            citations=tuple(self.citations),
            references=tuple(self.references),
            images=tuple(self.images),
            floats=tuple(self.floats),
            addresses=tuple(self.addresses),
            marks=tuple(self.marks),
            numbers=tuple(sorted(self.numbers, key=lambda number: number.span)),
            spelt=tuple(self.spelt),
            blocks=self.blocks,
            head=head,
            lost=tuple(self.lost),
            words=self.words,
        )
