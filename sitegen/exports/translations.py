"""How far each translation is in step with its source: as values, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from sitegen.link.staleness import HEAD
from sitegen.model.alignment import Alignment, Row, State
from sitegen.model.document import BlockSource
from sitegen.model.publication import Page, Publication
from sitegen.source import Span
from sitegen.translations_lock import Agreed
from sitegen.values import dataclass

Chapters = Mapping[tuple[str, str], Page]
"""Pages by language and chapter."""


@dataclass(frozen=True, slots=True)
class BlockStatus:
    """A block that is not in step. `name` is what `accept --block` calls it; a place is None on the side
    that lacks the block. `source_was` and `was` are the digests of source and translation that were agreed
    on, where a stale block has others now: of several none is known to be the one.
    """

    state: State
    name: str
    place: Span | None
    source_place: Span | None
    source_was: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """One chapter in one language, compared with its source. The numbers count blocks."""

    chapter: str
    language: str
    source: str
    path: str
    in_step: int
    stale: int
    missing: int
    extra: int
    blocks: tuple[BlockStatus, ...]

    @property
    def percent(self) -> int:
        """How many of the source's blocks are in step: 100 only where all are."""
        whole = self.in_step + self.stale + self.missing
        return 100 * self.in_step // whole if whole else 100


def translation_statuses(publication: Publication) -> tuple[TranslationStatus, ...]:
    """Every chapter in every language that is not its original, in the order of chapters and editions;
    title pages without a text are left out.
    """
    pages = {
        (page.language, page.interface.stem): page
        for edition in publication.editions
        for page in edition.pages
    }
    return tuple(_status(one, pages) for one in publication.alignments if one.reported and one.rows)


def statuses_json(statuses: Iterable[TranslationStatus]) -> str:
    return json.dumps([_record(one) for one in statuses], ensure_ascii=False, indent=2) + "\n"


def _record(status: TranslationStatus) -> dict[str, object]:
    return {
        "chapter": status.chapter,
        "language": status.language,
        "source": status.source,
        "in_step": status.in_step,
        "stale": status.stale,
        "missing": status.missing,
        "extra": status.extra,
        "percent": status.percent,
        "blocks": [_block_record(block) for block in status.blocks],
    }


def _block_record(block: BlockStatus) -> dict[str, object]:
    return {
        "state": block.state,
        "path": block.place.path if block.place else None,
        "line": block.place.line if block.place else None,
        "source_path": block.source_place.path if block.source_place else None,
        "source_line": block.source_place.line if block.source_place else None,
    }


def _status(one: Alignment, pages: Chapters) -> TranslationStatus:
    counts = {state: sum(1 for _ in one.rows_in(state)) for state in ("in_step", "stale", "missing", "extra")}
    source, target = pages[one.source, one.chapter], pages.get((one.target, one.chapter))
    blocks = [_block(row, source, target) for row in one.rows if row.state != "in_step"]
    if one.head == "stale" and target:
        blocks.insert(0, _head(one, source, target))
        counts["stale"] += 1
    return TranslationStatus(
        one.chapter,
        one.target,
        one.source,
        f"content/{one.target}/{one.chapter}.md",
        counts["in_step"],
        counts["stale"],
        counts["missing"],
        counts["extra"],
        tuple(blocks),
    )


def _block(row: Row, source: Page, target: Page | None) -> BlockStatus:
    theirs = source.interface.blocks[row.source] if row.source is not None else None
    ours = target.interface.blocks[row.target] if target and row.target is not None else None
    known = theirs or ours
    assert known is not None
    return BlockStatus(
        row.state,
        known.name,
        ours.span if ours else None,
        theirs.span if theirs else None,
        _others(row.was, theirs, 0),
        _others(row.was, ours, 1),
    )


def _others(was: Iterable[Agreed], block: BlockSource | None, side: int) -> tuple[str, ...]:
    """The digests that a block's side was agreed on with, other than the block's own."""
    return tuple(dict.fromkeys(pair[side] for pair in was if block is None or pair[side] != block.digest))


def _head(one: Alignment, source: Page, target: Page) -> BlockStatus:
    places: Iterator[Span | None] = (page.interface.front_matter.span("title") for page in (target, source))
    was = tuple(dict.fromkeys(pair[0] for pair in one.head_was if pair[0] != source.interface.head))
    is_was = tuple(dict.fromkeys(pair[1] for pair in one.head_was if pair[1] != target.interface.head))
    return BlockStatus("stale", HEAD, next(places), next(places), was, is_was)
