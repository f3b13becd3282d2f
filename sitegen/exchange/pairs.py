"""The chapters of a publication with their translations, as worklists are made from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.exchange.chapter import Chapter, Rules
from sitegen.exchange.units import ChapterPair, Worklist
from sitegen.model.alignment import Alignment
from sitegen.source import Source


def chapter_pairs(
    alignments: Iterable[Alignment], sources: Mapping[str, Source], rules: Rules
) -> tuple[ChapterPair, ...]:
    """Every chapter with its translation; `sources` are the files by their paths."""
    known: dict[str, Chapter] = {}

    def chapter(language: str, stem: str) -> Chapter | None:
        path = f"content/{language}/{stem}.md"
        if path not in known and path in sources:
            known[path] = Chapter.of(sources[path], language, rules)
        return known.get(path)

    found = ((one, chapter(one.source, one.chapter), chapter(one.target, one.chapter)) for one in alignments)
    return tuple(ChapterPair(one, source, target) for one, source, target in found if source)


def worklist(chapters: Iterable[ChapterPair], *, everything: bool) -> Worklist | None:
    """What is not in step in chapters of one direction, or all; None where there is nothing."""
    pairs = tuple(chapters)
    lists = tuple(one.worklist(everything=everything) for one in pairs)
    kept = tuple(one for one in lists if one.units)
    if not kept:
        return None
    return Worklist(pairs[0].alignment.source, pairs[0].alignment.target, kept)
