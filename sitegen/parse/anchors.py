"""The ids of one page: each names one place (authoring.md, “Footnotes, citations, references”)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sitegen.languages.slugs import slug
from sitegen.model.document import HeadingSource
from sitegen.model.nodes import Block, BlockQuote, Blocks, Heading, ListBlock
from sitegen.source import Span

_OWN = frozenset({"main", "page-notes", "page-sources", "page-bibliography"})
_OWN_PREFIXES = re.compile(r"(?:fn|fnref|ref)-|p:")


def is_reserved(anchor: str) -> bool:
    """Whether the page itself uses an id: for its parts, its blocks, its notes, its list of
    sources.
    """
    return anchor in _OWN or bool(_OWN_PREFIXES.match(anchor))


@dataclass(slots=True)
class Anchors:
    """The ids taken so far. An id made from a heading's words gives way to one that an author wrote,
    even further down: `automatic` holds such ids with the headings' numbers, in order; `given_way` the
    ids that are left to headings in the end.
    """

    written: dict[str, Span | None] = field(default_factory=dict)
    automatic: dict[str, int] = field(default_factory=dict)
    wanted: dict[int, str] = field(default_factory=dict)
    next_number: dict[str, int] = field(default_factory=dict)
    given_way: dict[int, str] = field(default_factory=dict)

    def claim(self, anchor: str, span: Span) -> Span | None:
        """Take an id; the answer is the place where an author gave it already, None if it was free."""
        if first := self.written.get(anchor):
            return first
        self.written[anchor] = span
        return None

    def reserve(self, anchor: str) -> None:
        """Keep an id that the page makes from an author's."""
        self.written.setdefault(anchor, None)

    def from_text(self, text: str, heading: int) -> str:
        """An id for a heading that has none: from its words, with a number where it is taken."""
        anchor = slug(text)
        if _OWN_PREFIXES.match(anchor):
            anchor = f"section-{anchor}"
        self.wanted[heading] = anchor
        return self._take(anchor, heading)

    def settle(self) -> None:
        """Give the headings their ids anew where an author wrote one of them further down."""
        if self.written.keys().isdisjoint(self.automatic):
            return
        self.automatic.clear()
        self.next_number.clear()
        self.given_way = {heading: self._take(anchor, heading) for heading, anchor in self.wanted.items()}

    def renamed(self, headings: Iterable[HeadingSource]) -> Iterator[HeadingSource]:
        for number, heading in enumerate(headings):
            new = self.given_way.get(number)
            yield replace(heading, id=new) if new else heading

    def renamed_blocks(self, blocks: Blocks) -> Blocks:
        """The nodes of a text, whose headings bear the ids that are left to them."""
        return tuple(self._renamed(block) for block in blocks) if self.given_way else blocks

    def _renamed(self, block: Block) -> Block:
        match block:
            case Heading(index=index) if index in self.given_way:
                return replace(block, id=self.given_way[index])
            case BlockQuote(children):
                return BlockQuote(self.renamed_blocks(children))
            case ListBlock(items=items):
                return replace(block, items=tuple(self.renamed_blocks(item) for item in items))
            case _:
                return block

    def _take(self, anchor: str, heading: int) -> str:
        """The id, or the first free of `id-1`, `id-2` …; counted on, so that many take no time."""
        free = anchor
        while free in self.automatic or free in self.written or is_reserved(free):
            number = self.next_number.get(anchor, 1)
            self.next_number[anchor] = number + 1
            free = f"{anchor}-{number}"
        self.automatic[free] = heading
        return free
