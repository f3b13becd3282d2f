"""Lists of sources: of a chapter, and of an edition; each entry with the places that cite it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from markupsafe import Markup

from sitegen.bibliography import Entry
from sitegen.model.document import Body, Document, FrontMatter, Interface
from sitegen.model.nodes import Inlines
from sitegen.model.publication import Edition, Page
from sitegen.render import urls
from sitegen.render.html import safe
from sitegen.render.mentions import Mention, mention_view, mentions
from sitegen.render.page_writer import PageWriter
from sitegen.render.paging import items_of
from sitegen.render.site import Site, all_keys
from sitegen.render.source_index import cited_keys
from sitegen.render.views import LinkView, MentionView, SourceView
from sitegen.render.voices_words import further_chapters
from sitegen.render.words import words

MOST_PLACES = 50
"""So many of the places that cite a source are named in a bibliography."""


def page_sources(site: Site, page: Page, writer: PageWriter) -> tuple[SourceView, ...]:
    """What one page cites, in the order of its language."""
    found = mentions(page)
    keys, order = cited_keys(page, site.bibliography), site.style(page.language).sort_key
    entries = sorted((site.bibliography.entries[key] for key in keys), key=order)
    return tuple(
        _source(site, page.language, one.key, (mention_view(page, found[one.key], writer.output),))
        for one in entries
    )


def edition_sources(site: Site, edition: Edition, output: str, number: int) -> tuple[SourceView, ...]:
    """One page of the bibliography of an edition."""
    index = site.sources[edition.language]
    known: dict[str, Mapping[str, tuple[Mention, ...]]] = {}

    def cited(page: Page, key: str) -> tuple[Mention, ...]:
        if page.output not in known:
            known[page.output] = mentions(page)
        return known[page.output][key]

    return tuple(
        _source(site, edition.language, key, *_places(index.citing.get(key, ()), key, cited, output))
        for key in items_of(index.keys, number)
    )


def _places(
    pages: Sequence[Page], key: str, cited: Callable[[Page, str], tuple[Mention, ...]], output: str
) -> tuple[tuple[MentionView, ...], int]:
    """The first places that cite a source, and how many chapters more there are."""
    views: list[MentionView] = []
    left = MOST_PLACES
    for page in pages:
        if left <= 0:
            break
        places = cited(page, key)[:left]
        left -= len(places)
        views.append(mention_view(page, places, output))
    return tuple(views), len(pages) - len(views)


def reference_html(site: Site, language: str, reference: Inlines) -> Markup:
    """A reference as HTML. What it links to lies outside: it is the same on all pages of its language."""
    writer = site.kept.once(("writer", language), partial(_reference_writer, site, language))
    return safe(writer.writer.inlines(reference))


def _reference_writer(site: Site, language: str) -> PageWriter:
    """A writer for references, which need nothing of a page but its language."""
    output = urls.bibliography(language)
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


def _source(site: Site, tag: str, key: str, places: tuple[MentionView, ...], rest: int = 0) -> SourceView:
    html = site.kept.once(
        ("source", tag, key), partial(_reference, site, tag, site.bibliography.entries[key])
    )
    return SourceView(f"ref-{key}", html, places, further_chapters(tag, rest) if rest else "")


def _reference(site: Site, tag: str, entry: Entry) -> Markup:
    """An entry in the form of its edition."""
    style = site.style(tag)
    return reference_html(site, tag, style.entry(entry, style.suffix(site.suffixes[tag].get(entry.key))))
