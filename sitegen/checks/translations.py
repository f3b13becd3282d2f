"""Translations that have gone stale: the source is another one than was agreed on."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, Related, Severity, report
from sitegen.model.alignment import Alignment
from sitegen.model.publication import Page, Publication
from sitegen.settings import Settings


def check_translations(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    """Each stale passage at its first line, in an edition that is finished a warning."""
    pages = {
        (page.language, page.interface.stem): page
        for edition in publication.editions
        for page in edition.pages
    }
    for one in publication.alignments:
        page = pages.get((one.target, one.chapter))
        if one.reported and page:
            yield from _stale(one, pages[one.source, one.chapter], page, settings)


def _stale(one: Alignment, source: Page, page: Page, settings: Settings) -> Iterator[Diagnostic]:
    interface = page.interface
    is_unfinished = interface.front_matter.partial or page.language in settings.unfinished
    severity: Severity | None = "info" if is_unfinished else None
    code = "TRN002" if one.declared else "TRN003"
    for row in one.rows_in("stale"):
        assert row.source is not None and row.target is not None  # noqa: PT018  (a stale row has both)
        here, there = interface.blocks[row.target], source.interface.blocks[row.source]
        yield report(
            code,
            here.span,
            related=(Related(there.span, "wording"),),
            severity=severity,
            chapter=one.chapter,
            id=there.name,
        )
    place = interface.front_matter.span("title")
    if one.head == "stale" and place:  # that there is no title has been told
        yield report(code, place, severity=severity, chapter=one.chapter, id="head")
