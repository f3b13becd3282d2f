"""The view of an edition's title page."""

from __future__ import annotations

from sitegen import languages
from sitegen.model.document import Document, FrontMatter
from sitegen.model.publication import Edition
from sitegen.render import urls
from sitegen.render.cite_edition import edition_cite, other_cites
from sitegen.render.contents import contents, contents_pager
from sitegen.render.downloads import edition_downloads
from sitegen.render.frame import frame, page_title
from sitegen.render.html import marked, safe
from sitegen.render.page_writer import PageWriter
from sitegen.render.pages import home_counterparts, lead, marked_each, people
from sitegen.render.reading_script import notes_script
from sitegen.render.site import Site, listed_keys
from sitegen.render.sources import page_sources
from sitegen.render.views import LinkView, TitlePageView
from sitegen.render.words import quote_count, source_count, words


def title_page_view(site: Site, edition: Edition, document: Document | None) -> TitlePageView:
    """The title page of an edition; made from the settings alone where there is no `index.md`."""
    tag, page, settings = edition.language, edition.title_page, site.settings
    output, others = urls.title_page(tag), home_counterparts(site, tag)
    front = page.interface.front_matter if page else FrontMatter()
    writer = PageWriter(site, page, document) if page and document else None
    body, notes = (writer.body(), writer.notes()) if writer else (safe(""), ())
    date, doi, text = front.date or settings.date, settings.doi.get(tag), words(tag)
    return TitlePageView(
        page=frame(site, "title-page", tag, output, page_title(site, edition)[0], others, lead(page)),
        subtitle=marked(front.subtitle, tag),
        other_titles=tuple(
            LinkView(urls.relative(output, one.output), marked(one.title, one.language), one.language)
            for one in others
        ),
        authors=people(front.authors or settings.authors, tag),
        translators=people(front.translators, tag),
        date=languages.get(tag).date(date) if date else "",
        doi=LinkView(f"https://doi.org/{doi}", f"https://doi.org/{doi}") if doi else None,
        abstract=marked_each(front.abstract, tag),
        keywords=marked_each(front.keywords, tag),
        body=body,
        notes=notes,
        sources=page_sources(site, page, writer) if writer and page else (),
        contents=contents(site, edition, output),
        pager=contents_pager(edition, 1),
        voices=LinkView(urls.relative(output, urls.voices(tag)), text.voices),
        bibliography=LinkView(urls.relative(output, urls.bibliography(tag)), text.bibliography),
        counts=_counts(site, edition),
        downloads=edition_downloads(site, tag),
        cite=edition_cite(site, edition),
        other_cites=tuple(other_cites(site, edition)),
        script=notes_script(output, has_notes=bool(notes)),
    )


def _counts(site: Site, edition: Edition) -> tuple[str, ...]:
    quotes = sum(1 for page in edition.pages for quote in page.quotes if quote)
    sources = len(listed_keys(edition, site.settings, site.bibliography))
    return (quote_count(edition.language, quotes), source_count(edition.language, sources))
