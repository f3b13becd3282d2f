"""What an edition offers as files, each with a word on what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.catalogs import SITE, translation
from sitegen.render import urls
from sitegen.render.metadata import citation_authors, has_feeds
from sitegen.render.site import Site, all_keys
from sitegen.render.views import LinkView


def edition_downloads(site: Site, language: str) -> tuple[LinkView, ...]:
    """The files for an edition's title page: data, sources, feed, CITATION.cff; those that there are."""
    here = urls.title_page(language)
    return tuple(
        LinkView(urls.relative(here, path), name, note=use) for path, name, use in _files(site, language)
    )


def _files(site: Site, language: str) -> Iterator[tuple[str, str, str]]:
    _ = translation(SITE, language).gettext
    yield urls.QUOTES_DATA, _("All quotes (JSON)"), _("wordings and details in all languages")
    if all_keys(site.publication, site.settings, site.bibliography):
        yield urls.SOURCES_BIB, _("All sources (BibLaTeX)"), _("for LaTeX and JabRef")
        yield urls.SOURCES_CSL, _("All sources (CSL-JSON)"), _("for Zotero and Pandoc")
        yield urls.SOURCES_RIS, _("All sources (RIS)"), _("for Citavi and EndNote")
    if has_feeds(site):
        yield urls.feed(language), _("Feed (Atom)"), _("new and revised chapters, for feed readers")
    if citation_authors(site):
        yield urls.CITATION, "CITATION.cff", _("how to cite this publication, for programs")
