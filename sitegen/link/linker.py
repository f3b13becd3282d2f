"""The link phase on one screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sitegen.diagnostics import Diagnostic
from sitegen.link.catalogs import Catalogs
from sitegen.link.charts import bind_charts
from sitegen.link.citations import cited_keys, judge_citations, report_uncited
from sitegen.link.counterparts import bind_counterparts
from sitegen.link.editions import arrange
from sitegen.link.fallbacks import with_fallbacks
from sitegen.link.notes import number_notes
from sitegen.link.quotes import bind_quotes
from sitegen.link.references import Registry, bind_references, number_floats
from sitegen.link.renames import with_renames
from sitegen.link.translations import bind_translations
from sitegen.model.document import Interface
from sitegen.model.publication import Edition, Page, Publication, Quote


def link(interfaces: Iterable[Interface], catalogs: Catalogs) -> tuple[Publication, tuple[Diagnostic, ...]]:
    """Bind the interfaces of all documents into one publication."""
    found: list[Diagnostic] = []
    known = tuple(interfaces)
    editions = arrange(known, catalogs, found)
    quotes = bind_quotes(editions, catalogs, found)
    editions = tuple(_bind_own(edition, quotes, catalogs, found) for edition in editions)
    alignments = bind_translations(editions, with_renames(catalogs.lock, known))
    editions = with_fallbacks(bind_counterparts(editions, alignments))
    drafts = frozenset(one.path for one in known if one.front_matter.draft and not catalogs.drafts)
    unlinked = _unlinked(editions, catalogs, drafts)
    registry = Registry.of(editions, catalogs, drafts, unlinked)
    linked = tuple(_bind_references(edition, registry, found) for edition in editions)
    report_uncited(linked, catalogs, found)
    return Publication(linked, tuple(quotes.values()), alignments, unlinked), tuple(found)


def _unlinked(editions: tuple[Edition, ...], catalogs: Catalogs, drafts: frozenset[str]) -> frozenset[str]:
    """Files in the place of chapters that are none: unreadable ones, and those of a wrong name."""
    pages = {page.interface.path for edition in editions for page in edition.pages}
    folders = {f"content/{edition.language}" for edition in editions}
    chapters = (
        file for file in catalogs.files if file.endswith(".md") and file.rpartition("/")[0] in folders
    )
    return frozenset(chapters) - pages - drafts


def _bind_own(
    edition: Edition,
    quotes: dict[tuple[str, str], Quote],
    catalogs: Catalogs,
    found: list[Diagnostic],
) -> Edition:
    """What a page needs of itself and of the catalogs."""
    judge_citations(edition, catalogs, found)
    bound = replace(
        edition,
        title_page=_bind_page(edition.title_page, quotes, catalogs, found) if edition.title_page else None,
        chapters=tuple(_bind_page(page, quotes, catalogs, found) for page in edition.chapters),
    )
    return replace(bound, cited=cited_keys(bound, catalogs))


def _bind_page(
    page: Page, quotes: dict[tuple[str, str], Quote], catalogs: Catalogs, found: list[Diagnostic]
) -> Page:
    interface = page.interface
    notes, places = number_notes(interface, catalogs.settings.citation_style)
    return replace(
        page,
        quotes=tuple(quotes.get((interface.stem, quote.id)) for quote in interface.quotes),
        notes=notes,
        places=places,
        float_numbers=number_floats(interface),
        charts=bind_charts(interface, catalogs, found),
    )


def _bind_references(edition: Edition, registry: Registry, found: list[Diagnostic]) -> Edition:
    def bound(page: Page) -> Page:
        return replace(page, targets=bind_references(page, registry, found))

    return replace(
        edition,
        title_page=bound(edition.title_page) if edition.title_page else None,
        chapters=tuple(bound(page) for page in edition.chapters),
    )
