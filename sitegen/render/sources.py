"""Lists of sources: of a chapter, and of an edition; each entry with the places that cite it."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.document import Body, Document, FrontMatter, Interface
from sitegen.model.publication import Edition, Page
from sitegen.render import urls
from sitegen.render.html import safe
from sitegen.render.mentions import mention_view, mentions
from sitegen.render.page_writer import PageWriter
from sitegen.render.site import Site, all_keys, listed_keys
from sitegen.render.views import LinkView, SourceView
from sitegen.render.words import words


def page_sources(site: Site, page: Page, writer: PageWriter) -> tuple[SourceView, ...]:
    """What one page cites, in the order of its language."""
    return _sources(site, writer, page_keys(site, page), (page,))


def edition_sources(site: Site, edition: Edition) -> tuple[SourceView, ...]:
    """The bibliography of an edition."""
    writer = reference_writer(site, edition.language, urls.bibliography(edition.language))
    return _sources(site, writer, listed_keys(edition, site.settings, site.bibliography), edition.pages)


def page_keys(site: Site, page: Page) -> tuple[str, ...]:
    """The sources of one page, each once."""
    keys = [item.key for citation in page.interface.citations for item in citation.items]
    keys += [quote.attributes.cite for quote in page.quotes if quote and quote.attributes.cite]
    keys += [one.chart.cite for one in page.interface.floats if one.chart and one.chart.cite]
    return tuple(key for key in dict.fromkeys(keys) if key in site.bibliography.entries)


def reference_writer(site: Site, language: str, output: str) -> PageWriter:
    """A writer for references, which need nothing of a page but its language and its place."""
    interface = Interface(output, language, "", FrontMatter())
    return PageWriter(site, Page(interface, None, "", output), Document(interface, Body()), output)


def source_downloads(site: Site, language: str, output: str) -> tuple[LinkView, ...]:
    """The sources of all editions as data; none where there are no sources."""
    if not all_keys(site.publication, site.settings, site.bibliography):
        return ()
    text = words(language)
    names = ((urls.SOURCES_BIB, "BibLaTeX"), (urls.SOURCES_CSL, "CSL-JSON"), (urls.SOURCES_RIS, "RIS"))
    return tuple(
        LinkView(urls.relative(output, path), f"{text.sources_data} ({name})") for path, name in names
    )


def _sources(
    site: Site, writer: PageWriter, keys: Iterable[str], pages: tuple[Page, ...]
) -> tuple[SourceView, ...]:
    style, suffixes = site.style(writer.page.language), site.suffixes[writer.page.language]
    cited = [(page, mentions(page)) for page in pages]
    entries = sorted((site.bibliography.entries[key] for key in keys), key=style.sort_key)
    return tuple(
        SourceView(
            f"ref-{entry.key}",
            safe(writer.writer.inlines(style.entry(entry, style.suffix(suffixes.get(entry.key))))),
            tuple(
                mention_view(page, found[entry.key], writer.output)
                for page, found in cited
                if entry.key in found
            ),
        )
        for entry in entries
    )
