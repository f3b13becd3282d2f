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
_OWN_PREFIXES = re.compile(r"(?:fn|fnref|ref)-")


def is_reserved(anchor: str) -> bool:
    """Whether the page itself uses an id: for its parts, its notes, its list of sources."""
    return anchor in _OWN or bool(_OWN_PREFIXES.match(anchor))


@dataclass(slots=True)
class Anchors:
    """The ids taken so far. An id made from a heading's text gives way to one that an author wrote,
    even further down: `automatic` holds the headings' numbers by such an id.
    """

    taken: dict[str, Span | None] = field(default_factory=dict)
    automatic: dict[str, int] = field(default_factory=dict)
    next_number: dict[str, int] = field(default_factory=dict)
    given_way: dict[int, str] = field(default_factory=dict)

    def claim(self, anchor: str, span: Span) -> Span | None:
        """Take an id; the answer is the place that has it already, None if it was free."""
        heading = self.automatic.pop(anchor, None)
        if heading is not None:
            new = self._free(anchor)
            self.taken[new] = self.taken[anchor]
            self.automatic[new] = heading
            self.given_way[heading] = new
        elif first := self.taken.get(anchor):
            return first
        self.taken[anchor] = span
        return None

    def reserve(self, anchor: str) -> None:
        """Keep an id that the page makes from an author's."""
        self.taken.setdefault(anchor, None)

    def from_text(self, text: str, heading: int, span: Span) -> str:
        """Take the id of a heading that has none: from its words, with a number where it is taken."""
        anchor = slug(text)
        if _OWN_PREFIXES.match(anchor):
            anchor = f"section-{anchor}"
        if anchor in self.taken or is_reserved(anchor):
            anchor = self._free(anchor)
        self.taken[anchor] = span
        self.automatic[anchor] = heading
        return anchor

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

    def _free(self, anchor: str) -> str:
        """The first free of `id-1`, `id-2` …; counted on, so that many equal headings take no time."""
        number = self.next_number.get(anchor, 1)
        while f"{anchor}-{number}" in self.taken:
            number += 1
        self.next_number[anchor] = number + 1
        return f"{anchor}-{number}"
