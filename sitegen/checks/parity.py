"""Two editions of a chapter hold the same: blocks, footnotes, citations, links, figures, tables, numbers.

What stands in a passage that has no counterpart, or whose translation is stale, is not told by itself: that
is told of the passage. A quote that is missing is told by `quotes.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest

from sitegen.checks.contents import FLOATS, Contents, Item, Kind, within
from sitegen.checks.matching import Pairs, Sides, match_all, open_items
from sitegen.checks.quotes import is_unfinished
from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.diagnostics.row import N_
from sitegen.model.alignment import Alignment
from sitegen.model.document import BlockKind, BlockSource, Interface
from sitegen.model.publication import Publication
from sitegen.settings import Settings
from sitegen.source import Span
from sitegen.values import dataclass

BLOCKS: Mapping[BlockKind, str] = {
    "heading": N_("heading"),
    "paragraph": N_("paragraph"),
    "list": N_("list"),
    "blockquote": N_("block quotation"),
    "code": N_("code"),
    "html": N_("HTML"),
}
"""Blocks that are told as such, and what they are called. Not among them: quotes, figures and tables, which
are told by themselves, and rules, which are ornaments.
"""

MISSING: Mapping[Kind, str] = {
    "note": "PAR002",
    "citation": "PAR003",
    "figure": "PAR006",
    "table": "PAR007",
    "link": "PAR008",
    "number": "PAR010",
}
DIFFERING: Mapping[Kind, str] = {"citation": "PAR004", "link": "PAR009", "number": "PAR011"}
UNFINISHED = "PAR012"


def check_parity(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    """PAR001 to PAR011 and PAR013 for each difference of a translation from its source; where one of the two
    is not finished, PAR012 once instead.
    """
    interfaces = {
        (page.language, page.interface.stem): page.interface
        for edition in publication.editions
        for page in edition.pages
    }
    for alignment in publication.alignments:
        source = interfaces.get((alignment.source, alignment.chapter))
        target = interfaces.get((alignment.target, alignment.chapter))
        if alignment.reported and alignment.rows and source and target:
            pair = _Pair(alignment, source, target)
            found = list(pair.found())
            unfinished = [one for one in (target, source) if is_unfinished(one, settings.unfinished)]
            if unfinished:
                yield from pair.summary(found, unfinished[0])
            else:
                yield from found


@dataclass(frozen=True, slots=True)
class _Pair:
    """A chapter and its translation."""

    alignment: Alignment
    source: Interface
    target: Interface

    def found(self) -> Iterator[Diagnostic]:
        sides = self._sides()
        differing = match_all(sides)
        yield from self._blocks()
        for side, is_target in ((sides.source, False), (sides.target, True)):
            partners = sides.partners if is_target else sides.sources
            yield from self._missing(side, partners, is_target=is_target)
        yield from self._differing(differing)

    def _sides(self) -> Sides:
        alignment = self.alignment
        return Sides(
            Contents.of(self.source),
            Contents.of(self.target),
            partners=alignment.partners(alignment.target),
            sources=alignment.partners(alignment.source),
        )

    def _blocks(self) -> Iterator[Diagnostic]:
        """Of blocks that stand between the same two, as many as can belong together are one finding."""
        for missing, extra in _gaps(self.alignment, self.source, self.target):
            for here, there in zip_longest(missing, extra):
                if here and there and here.kind == there.kind == "heading" and here.level != there.level:
                    yield _on_other_level(here, there, self.source.language)
                elif here:
                    yield from self._without_counterpart(here, self.target.language, there)
                else:
                    yield from self._without_counterpart(there, self.source.language)

    def _without_counterpart(
        self, block: BlockSource, language: str, other: BlockSource | None = None
    ) -> Iterator[Diagnostic]:
        if block.kind in BLOCKS and not self._holds_lone_quote(block):
            related = (Related(other.span, "wording"),) if other else ()
            yield report("PAR001", block.span, related=related, block=BLOCKS[block.kind], language=language)

    def _holds_lone_quote(self, block: BlockSource) -> bool:
        """Whether a quote in the block's sentences is missing as well: that is told already."""
        here, other = (self.source, self.target)
        if block.span.path == other.path:
            here, other = other, here
        return any(within(span, block.span) for span in _silent(here, other))

    def _missing(
        self, side: Contents, partners: Mapping[int, int], *, is_target: bool
    ) -> Iterator[Diagnostic]:
        other = self.source if is_target else self.target
        stale = self._stale(is_target=is_target)
        silent = _silent(side.interface, other)
        for item in _untold(side):
            if item.block is None or item.block in stale or any(within(item.span, one) for one in silent):
                continue
            partner = partners.get(item.block)
            if partner is None and item.kind not in FLOATS:
                continue
            related = () if partner is None else (Related(other.blocks[partner].span, "wording"),)
            yield report(MISSING[item.kind], item.span, related=related, name=item.key, target=item.label,
                         number=item.label, language=other.language)  # fmt: skip

    def _stale(self, *, is_target: bool) -> set[int | None]:
        rows = self.alignment.rows_in("stale")
        return {row.target if is_target else row.source for row in rows}

    def _differing(self, pairs: Pairs) -> Iterator[Diagnostic]:
        stale = self._stale(is_target=True)
        for there, here in pairs:
            if here.block not in stale:
                code = "PAR005" if here.kind == "citation" and here.key == there.key else DIFFERING[here.kind]
                shown = (
                    (here.key, there.key) if code == "PAR004" else (_value(here, there), _value(there, here))
                )
                related = (Related(there.span, "wording"),)
                yield report(code, here.span, related=related, name=here.key, value=shown[0], other=shown[1],
                             language=self.source.language)  # fmt: skip

    def summary(self, found: Sequence[Diagnostic], unfinished: Interface) -> Iterator[Diagnostic]:
        """What all this comes to, in one line at the title of the text that is not finished."""
        quotes = len(_quote_ids(self.source) ^ _quote_ids(self.target))
        codes = Counter(one.code for one in found)
        blocks, notes = codes.pop("PAR001", 0) + codes.pop("PAR013", 0), codes.pop(MISSING["note"], 0)
        others = sum(codes.values())
        if blocks + notes + others + quotes:
            place = unfinished.front_matter.span("title") or Span(unfinished.path)
            yield report(UNFINISHED, place, blocks=blocks, quotes=quotes, notes=notes, others=others)


def _value(item: Item, other: Item) -> str:
    """What differs of an item: of two days of the same number, the months."""
    return f"{item.key}.{item.detail}." if item.kind == "number" and item.key == other.key else item.label


def _on_other_level(here: BlockSource, there: BlockSource, language: str) -> Diagnostic:
    related = (Related(here.span, "wording"),)
    return report(
        "PAR013", there.span, related=related, level=there.level, other=here.level, language=language
    )


def _gaps(
    alignment: Alignment, source: Interface, target: Interface
) -> Iterator[tuple[list[BlockSource], list[BlockSource]]]:
    """The blocks without counterpart, those of source and translation together that stand in one place."""
    for is_paired, rows in groupby(
        alignment.rows, lambda row: row.source is not None and row.target is not None
    ):
        if not is_paired:
            gap = list(rows)
            yield (
                [source.blocks[row.source] for row in gap if row.source is not None],
                [target.blocks[row.target] for row in gap if row.target is not None],
            )


def _untold(side: Contents) -> list[Item]:
    """What has no answer, without what stands in a footnote that has none: that one mistake is told."""
    left = open_items(side.items)
    moved = _moved_notes(side)
    notes = {item.note for item in left if item.kind == "note"}
    return [
        item
        for item in left
        if (item.kind == "note" and item.note not in moved)
        or (item.kind != "note" and item.note not in notes)
    ]


def _moved_notes(side: Contents) -> set[int | None]:
    """Notes whose citations and links the other edition has in its text: there they are notes as well."""
    answers: dict[int | None, list[bool]] = {}
    for item in side.items:
        if item.note is not None and item.kind in {"citation", "link"}:
            is_in_text = item.other is not None and item.other is not item and item.other.note is None
            answers.setdefault(item.note, []).append(is_in_text)
    return {note for note, moved in answers.items() if all(moved)}


def _silent(interface: Interface, other: Interface) -> list[Span]:
    """Quotes within a sentence that the other edition lacks."""
    known = _quote_ids(other)
    return [quote.span for quote in interface.quotes if quote.inline and quote.id not in known]


def _quote_ids(interface: Interface) -> set[str]:
    return {quote.id for quote in interface.quotes if quote.id}
