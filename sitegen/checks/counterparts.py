"""Every chapter has its counterpart in every language, unless an edition says it is unfinished."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, report
from sitegen.model.publication import Publication
from sitegen.settings import Settings
from sitegen.source import Span


def check_counterparts(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    begun = [edition.language for edition in publication.editions if edition.chapters]
    for edition in publication.editions:
        for page in edition.chapters:
            there = {edition.language, *(one.language for one in page.counterparts), *settings.unfinished}
            for language in begun:
                if language not in there:
                    place = page.interface.front_matter.span("title") or Span(page.interface.path)
                    yield report("LNG002", place, language=language)
