"""What is said at the top of a translation that is unfinished or not up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sitegen.model.alignment import Alignment
from sitegen.model.document import Interface
from sitegen.model.publication import Page
from sitegen.render import urls
from sitegen.render.block_anchors import page_ids
from sitegen.render.html import marked
from sitegen.render.site import Site
from sitegen.render.translation_words import missing_passages, out_of_step, passages, stale_passages
from sitegen.render.views import LinkView, StatusPartView, StatusView
from sitegen.render.words import words
from sitegen.values import dataclass

FEW = 2
"""Places that are shown at once; more are folded."""


def status_view(site: Site, page: Page, output: str = "") -> StatusView | None:
    """What a page says of its translation in `output` (its own file where none is given); None where it is
    in step with its source.
    """
    found = _alignment(site, page)
    parts = _parts(site, page, found, output or page.output) if found else ()
    if page.interface.front_matter.partial:
        return StatusView(words(page.language).partial, parts)
    if found and parts:
        return StatusView(out_of_step(page.language, declared=found.declared), parts)
    return None


def _alignment(site: Site, page: Page) -> Alignment | None:
    known = site.alignments.get(page.interface.stem, ())
    return next((one for one in known if one.reported and one.target == page.language), None)


def _parts(site: Site, page: Page, alignment: Alignment, output: str) -> tuple[StatusPartView, ...]:
    source = site.pages.get(f"content/{alignment.source}/{alignment.chapter}.md")
    if source is None:
        return ()
    tag, there, declared = page.language, alignment.source, alignment.declared
    stale = [row.source for row in alignment.rows_in("stale") if row.source is not None]
    missing = _lacking(alignment, source.interface, page.interface)
    head = alignment.head == "stale"
    places = _Places(output, page.language, source, page_ids(site, source))
    parts: list[StatusPartView] = []
    if stale or head:
        text = stale_passages(tag, there, len(stale) + head, declared=declared)
        parts.append(_part(text, places.links(stale, head=head)))
    if missing:
        text = missing_passages(tag, there, len(missing), declared=declared)
        parts.append(_part(text, places.links(missing)))
    return tuple(parts)


def _lacking(alignment: Alignment, source: Interface, target: Interface) -> list[int]:
    """The blocks of the source that the translation surely lacks. Where it has others of their kind at
    the same place, whose partners are not known, only those are told that are more than these.
    """
    found: list[int] = []
    for paired, gap in groupby(alignment.rows, key=lambda row: None not in (row.source, row.target)):
        if paired:
            continue
        rows = list(gap)
        extra = Counter(target.blocks[row.target].kind for row in rows if row.target is not None)
        for block in (row.source for row in rows if row.source is not None):
            kind = source.blocks[block].kind
            if extra[kind]:
                extra[kind] -= 1
            else:
                found.append(block)
    return found


def _part(text: str, links: Iterable[LinkView]) -> StatusPartView:
    places = tuple(links)
    return StatusPartView(text, places, folded=len(places) > FEW)


@dataclass(frozen=True, slots=True)
class _Places:
    """The way from a page to blocks of a source; `ids` are theirs on its page."""

    output: str
    language: str
    source: Page
    ids: Sequence[str]

    def links(self, blocks: Iterable[int], *, head: bool = False) -> Iterator[LinkView]:
        """One link for each section, to the first place in it that has an id. `head` is one more
        place, the title, at the beginning.
        """
        sections: dict[int, list[int]] = {-1: []} if head else {}
        for block in blocks:
            sections.setdefault(_section(self.source.interface, block), []).append(block)
        for section, members in sections.items():
            at_title = head and section < 0
            number = len(members) + at_title
            anchor = "" if at_title else self._anchor(section, members[0])
            yield LinkView(
                urls.relative(self.output, self.source.output, anchor),
                marked(self._title(section), self.source.language),
                self.source.language,
                passages(self.language, number) if number > 1 else "",
            )

    def _anchor(self, section: int, block: int) -> str:
        """The id of a block, else that of its section's heading."""
        return self.ids[block] or (self.ids[section] if section >= 0 else "")

    def _title(self, section: int) -> str:
        """The section's, the chapter's before the first."""
        if section < 0:
            return self.source.title
        anchor = self.source.interface.blocks[section].anchor
        return next((one.text for one in self.source.interface.headings if one.id == anchor), anchor)


def _section(interface: Interface, block: int) -> int:
    """The block that is the last heading up to one; -1 before the first."""
    return next((i for i in range(block, -1, -1) if interface.blocks[i].kind == "heading"), -1)
