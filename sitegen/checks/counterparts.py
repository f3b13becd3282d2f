"""Every chapter has its counterpart in every language, unless an edition says it is unfinished."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.model.publication import Edition, Page, Publication
from sitegen.settings import Settings
from sitegen.source import Span

_NUMBER = re.compile(r"[0-9]*[\W_]*")
NEAREST_AMONG = 200
"""Chapters without a counterpart beyond which no likely one is looked for."""


def check_counterparts(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    """A chapter is told once for every edition that lacks it, and two files whose names differ by a
    slip are told once, at the first of them.
    """
    begun = [edition for edition in publication.editions if edition.chapters]
    stems = {edition.language: {page.interface.stem for page in edition.chapters} for edition in begun}
    told: set[tuple[str, str]] = set()
    for edition in begun:
        if edition.language in settings.unfinished:
            continue
        there = edition.language
        broken = _broken_names(publication, there)
        for page in _lacking(begun, stems[there]):
            stem, here = page.interface.stem, page.language
            if (stem, there) in told or _name(stem) in broken:
                continue
            rivals = stems[there] - stems[here]
            close = nearest(stem, rivals) if len(rivals) <= NEAREST_AMONG else None
            if close:
                told.add((close, here))
            place = page.interface.front_matter.span("title") or Span(page.interface.path)
            yield report("LNG002", place, language=there, nearest=f"{close}.md" if close else None)


def _lacking(editions: Sequence[Edition], stems: Collection[str]) -> list[Page]:
    """The chapters that are not among some, each as the first edition has it."""
    found: dict[str, Page] = {}
    for edition in editions:
        for page in edition.chapters:
            if page.interface.stem not in stems:
                found.setdefault(page.interface.stem, page)
    return list(found.values())


def _broken_names(publication: Publication, language: str) -> set[str]:
    """Chapters of a language that are there but make no page."""
    folder = f"content/{language}/"
    return {
        _name(path.removeprefix(folder).removesuffix(".md"))
        for path in publication.unlinked
        if path.startswith(folder)
    }


def _name(stem: str) -> str:
    """A file's name without the digits that give the order."""
    return _NUMBER.sub("", stem, count=1).casefold()
