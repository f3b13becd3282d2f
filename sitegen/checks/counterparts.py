"""Every chapter has its counterpart in every language, unless an edition says it is unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.model.publication import Edition, Page, Publication
from sitegen.settings import Settings
from sitegen.source import Span

_NUMBER = re.compile(r"[0-9]*[\W_]*")
NEAREST_AMONG = 200
"""Chapters without a counterpart beyond which no likely one is looked for."""


def check_counterparts(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    """Two files whose names differ by a slip are told once, at the first of them."""
    begun = [edition for edition in publication.editions if edition.chapters]
    alone = {
        (edition.language, other.language): _alone(edition, other)
        for edition in begun
        for other in begun
        if edition is not other
    }
    told: set[str] = set()
    for (here, there), pages in alone.items():
        rivals = {page.interface.stem: page for page in alone[there, here]}
        broken = _broken_names(publication, there)
        for page in pages:
            stem = page.interface.stem
            if there in settings.unfinished or page.interface.path in told or _name(stem) in broken:
                continue
            close = nearest(stem, rivals) if len(rivals) <= NEAREST_AMONG else None
            if close:
                told.add(rivals[close].interface.path)
            place = page.interface.front_matter.span("title") or Span(page.interface.path)
            near = f"{close}.md" if close else None
            yield report("LNG002", place, language=there, nearest=near)


def _alone(edition: Edition, other: Edition) -> list[Page]:
    """The chapters of an edition that another one lacks."""
    return [
        page
        for page in edition.chapters
        if all(counterpart.language != other.language for counterpart in page.counterparts)
    ]


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
