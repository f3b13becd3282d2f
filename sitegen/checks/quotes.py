"""Both editions show the same voices: a quote that one of them lacks is an error (authoring.md)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.model.document import Interface
from sitegen.model.publication import Publication, Quote
from sitegen.settings import Settings

NEAREST_AMONG = 200
"""Quotes without a counterpart beyond which no likely one is looked for."""


def check_quotes(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    chapters: dict[str, dict[str, Interface]] = {}
    for edition in publication.editions:
        for page in edition.pages:
            chapters.setdefault(page.interface.stem, {})[edition.language] = page.interface
    by_chapter: dict[str, list[Quote]] = {}
    for quote in publication.quotes:
        by_chapter.setdefault(quote.chapter, []).append(quote)
    for stem, quotes in by_chapter.items():
        yield from _check_chapter(quotes, chapters[stem], settings.unfinished)


def _check_chapter(
    quotes: list[Quote], interfaces: dict[str, Interface], unfinished: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """A slip in an id is told once, where the first of the two quotes stands. Where a quote has no id,
    or that of another one, it may be the one that is missing.
    """
    told: set[tuple[str, str]] = set()
    finished = {here for here, one in interfaces.items() if not is_unfinished(one, unfinished)}
    known = {language: _worded(quotes, language) for language in interfaces}
    for language, interface in interfaces.items():
        missing = [one for one in quotes if one.id not in known[language] and one.id not in interface.lost]
        if len(missing) <= _unclear(interface) or language not in finished:
            continue
        missing = [one for one in missing if any(wording.language in finished for wording in one.wordings)]
        rivals = {here: known[language] - ids for here, ids in known.items()}
        for quote in missing:
            here = quote.wordings[0]
            if (quote.id, language) in told:
                continue
            among = rivals[here.language]
            close = nearest(quote.id, among) if len(among) <= NEAREST_AMONG else None
            if close:
                told.add((close, here.language))
            yield report("QUO010", here.source.span, id=quote.id, language=language, nearest=close)


def is_unfinished(interface: Interface, unfinished: Collection[str]) -> bool:
    """Whether a chapter may lack what the other editions have: what it has itself holds none of them up."""
    return interface.front_matter.partial or interface.language in unfinished


def _worded(quotes: list[Quote], language: str) -> set[str]:
    return {quote.id for quote in quotes if quote.wording(language)}


def _unclear(interface: Interface) -> int:
    """How many quotes of a chapter have no id of their own."""
    ids = [quote.id for quote in interface.quotes if quote.id]
    return len(interface.quotes) - len(set(ids))
