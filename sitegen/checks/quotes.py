"""Both editions show the same voices: a quote that one of them lacks is an error (authoring.md)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, report
from sitegen.model.publication import Page, Publication
from sitegen.settings import Settings


def check_quotes(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    chapters: dict[str, dict[str, Page]] = {}
    for edition in publication.editions:
        for page in edition.pages:
            chapters.setdefault(page.interface.stem, {})[edition.language] = page
    for quote in publication.quotes:
        pages = chapters[quote.chapter]
        for language, page in pages.items():
            finished = language not in settings.unfinished and not page.interface.front_matter.partial
            if finished and quote.wording(language) is None:
                span = quote.wordings[0].source.span
                yield report("QUO010", span, id=quote.id, language=language)
