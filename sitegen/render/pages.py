"""The views of all pages, made from the linked publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from sitegen import languages
from sitegen.model.document import Document, HeadingSource, Person
from sitegen.model.publication import Counterpart, Edition, Page
from sitegen.render import urls
from sitegen.render.cite_chapter import cite_view
from sitegen.render.contents import contents, neighbours, reading_time, with_stand_ins
from sitegen.render.edition_links import parallel_links, switch_script
from sitegen.render.frame import edition_home, frame, page_title
from sitegen.render.html import marked, safe
from sitegen.render.page_writer import PageWriter, voices_writer
from sitegen.render.quotes import quote_view
from sitegen.render.site import Site, listed_keys
from sitegen.render.sources import edition_sources, page_sources, source_downloads
from sitegen.render.status import status_view
from sitegen.render.views import (
    BibliographyView,
    ChapterView,
    EditionView,
    FrontView,
    LinkView,
    NotFoundTextView,
    NotFoundView,
    PersonView,
    QuoteView,
    TitlePageView,
    TocView,
    VoicesChapterView,
    VoicesView,
)
from sitegen.render.words import (
    chapter_label,
    quote_count,
    source_count,
    translated_from,
    words,
)

ORCID = "https://orcid.org/"


def chapter_view(site: Site, page: Page, document: Document) -> ChapterView:
    front, writer = page.interface.front_matter, PageWriter(site, page, document)
    body = writer.body()
    previous, following = neighbours(site, page.language, page.output, page.number or 0)
    view = frame(site, "chapter", page.language, page.output, page.title, page.counterparts, _lead(page))
    return ChapterView(
        page=with_stand_ins(site, page, view),
        lang=page.language,
        words=view.words,
        fallback=None,
        number=chapter_label(page.language, page.number or 0),
        subtitle=marked(front.subtitle, page.language),
        authors=people(front.authors or site.settings.authors, page.language),
        translators=people(front.translators, page.language),
        translated_from=translated_from(page.language, front.translated_from)
        if front.translated_from
        else "",
        date=_date(page.language, front.date or site.settings.date),
        reading_time=reading_time(page, page.language),
        status=status_view(site, page),
        partial=front.partial,
        draft=front.draft,
        abstract=marked_each(front.abstract, page.language),
        keywords=marked_each(front.keywords, page.language),
        toc=_toc(page.interface.headings, page.language),
        body=body,
        notes=writer.notes(),
        sources=page_sources(site, page, writer),
        cite=cite_view(site, page),
        previous=previous,
        next=following,
        parallel=parallel_links(site, page),
        switch_script=switch_script(site, page),
    )


def title_page_view(site: Site, edition: Edition, document: Document | None) -> TitlePageView:
    """The title page of an edition; made from the settings alone where there is no `index.md`."""
    tag, page, settings = edition.language, edition.title_page, site.settings
    output = urls.title_page(tag)
    front = page.interface.front_matter if page else None
    writer = PageWriter(site, page, document) if page and document else None
    title, _ = page_title(site, edition)
    doi = settings.doi.get(tag)
    text = words(tag)
    return TitlePageView(
        page=frame(site, "title-page", tag, output, title, _home_counterparts(site, tag), _lead(page)),
        subtitle=marked(front.subtitle if front else "", tag),
        other_titles=tuple(
            LinkView(urls.relative(output, one.output), marked(one.title, one.language), one.language)
            for one in _home_counterparts(site, tag)
        ),
        authors=people((front.authors if front else ()) or settings.authors, tag),
        translators=people(front.translators if front else (), tag),
        date=_date(tag, (front.date if front else None) or settings.date),
        doi=LinkView(f"https://doi.org/{doi}", f"https://doi.org/{doi}") if doi else None,
        abstract=marked_each(front.abstract if front else (), tag),
        keywords=marked_each(front.keywords if front else (), tag),
        body=writer.body() if writer else safe(""),
        notes=writer.notes() if writer else (),
        sources=page_sources(site, page, writer) if writer and page else (),
        contents=contents(site, edition, output),
        voices=LinkView(urls.relative(output, urls.voices(tag)), text.voices),
        bibliography=LinkView(urls.relative(output, urls.bibliography(tag)), text.bibliography),
        counts=_counts(site, edition),
        downloads=(LinkView(urls.relative(output, urls.QUOTES_DATA), text.quotes_data),),
    )


def front_view(site: Site) -> FrontView:
    """The root of the site: every edition under its own language, none preferred."""
    first = site.settings.languages[0]
    title, _ = site.title(first)
    return FrontView(
        page=frame(site, "front", first, urls.FRONT, title, _home_counterparts(site, ""), ""),
        authors=people(site.settings.authors, first),
        editions=tuple(_edition_view(site, edition) for edition in site.publication.editions),
    )


def bibliography_view(site: Site, edition: Edition) -> BibliographyView:
    tag, output = edition.language, urls.bibliography(edition.language)
    text = words(tag)
    keys = listed_keys(edition, site.settings, site.bibliography)
    counterparts = _same_page(site, tag, urls.bibliography, lambda other: words(other).bibliography)
    return BibliographyView(
        page=frame(site, "bibliography", tag, output, text.bibliography, counterparts, ""),
        count=source_count(tag, len(keys)),
        sources=edition_sources(site, edition),
        downloads=source_downloads(site, tag, output),
    )


def voices_view(site: Site, edition: Edition, documents: dict[str, Document]) -> VoicesView:
    tag, output = edition.language, urls.voices(edition.language)
    text = words(tag)
    chapters = tuple(
        VoicesChapterView(
            LinkView(urls.relative(output, page.output), marked(page.title, tag)),
            _voices(site, page, documents[page.interface.path], output),
        )
        for page in edition.pages
        if any(page.quotes)
    )
    count = sum(len(chapter.quotes) for chapter in chapters)
    counterparts = _same_page(site, tag, urls.voices, lambda other: words(other).voices)
    return VoicesView(
        page=frame(site, "voices", tag, output, text.voices, counterparts, text.voices_intro),
        count=quote_count(tag, count),
        chapters=chapters,
    )


def not_found_view(site: Site) -> NotFoundView:
    first = site.settings.languages[0]
    title = " · ".join(words(tag).not_found for tag in site.settings.languages)
    page = frame(site, "not-found", first, urls.NOT_FOUND, title, (), "")
    texts = tuple(
        NotFoundTextView(
            tag,
            words(tag).not_found,
            words(tag).not_found_text,
            LinkView(edition_home(site, tag), words(tag).to_title_page),
        )
        for tag in site.settings.languages
    )
    return NotFoundView(page, texts)


def _lead(page: Page | None) -> str:
    """One sentence for search engines: the abstract's first paragraph, else the subtitle."""
    if page is None:
        return ""
    front = page.interface.front_matter
    return front.abstract[0] if front.abstract else front.subtitle


def people(persons: Iterable[Person], language: str) -> tuple[PersonView, ...]:
    """Persons as a page of a language names them."""
    return tuple(
        PersonView(marked(one.name, language), ORCID + one.orcid if one.orcid else "") for one in persons
    )


def marked_each(texts: Iterable[str], language: str) -> tuple[Markup, ...]:
    return tuple(marked(text, language) for text in texts)


def _date(tag: str, iso: str | None) -> str:
    return languages.get(tag).date(iso) if iso else ""


def _toc(headings: Sequence[HeadingSource], language: str) -> tuple[TocView, ...]:
    """Headings of the second and third level, nested."""
    entries: list[tuple[HeadingSource, list[HeadingSource]]] = []
    for heading in headings:
        if heading.level <= 2 or not entries:
            entries.append((heading, []))
        elif heading.level == 3:
            entries[-1][1].append(heading)
    return tuple(
        TocView(
            _anchor(one),
            marked(one.text, language),
            tuple(_toc_entry(heading, language) for heading in below),
        )
        for one, below in entries
    )


def _toc_entry(heading: HeadingSource, language: str) -> TocView:
    return TocView(_anchor(heading), marked(heading.text, language))


def _anchor(heading: HeadingSource) -> str:
    return "#" + urls.fragment(heading.id)


def _counts(site: Site, edition: Edition) -> tuple[str, ...]:
    quotes = sum(1 for page in edition.pages for quote in page.quotes if quote)
    sources = len(listed_keys(edition, site.settings, site.bibliography))
    return (quote_count(edition.language, quotes), source_count(edition.language, sources))


def _edition_view(site: Site, edition: Edition) -> EditionView:
    tag = edition.language
    title, _ = page_title(site, edition)
    front = edition.title_page.interface.front_matter if edition.title_page else None
    return EditionView(
        lang=tag,
        href=urls.relative(urls.FRONT, urls.title_page(tag)),
        title=marked(title, tag),
        subtitle=marked(front.subtitle if front else "", tag),
        name=languages.get(tag).name,
        abstract=marked_each(front.abstract if front else (), tag),
        contents=contents(site, edition, urls.FRONT),
        words=words(tag),
    )


def _home_counterparts(site: Site, tag: str) -> tuple[Counterpart, ...]:
    return tuple(
        Counterpart(one.language, urls.title_page(one.language), page_title(site, one)[0], {})
        for one in site.publication.editions
        if one.language != tag
    )


def _same_page(
    site: Site, tag: str, output: Callable[[str], str], title: Callable[[str], str]
) -> tuple[Counterpart, ...]:
    return tuple(
        Counterpart(other, output(other), title(other), {})
        for other in site.settings.languages
        if other != tag
    )


def _voices(site: Site, page: Page, document: Document, output: str) -> tuple[QuoteView, ...]:
    writer = voices_writer(site, page, document, output)
    views: list[QuoteView] = []
    for index, quote in enumerate(page.quotes):
        if quote is not None:
            html, anchor = writer.quote_html(index), f"{page.slug}.{quote.id}"
            view = quote_view(site, page, quote, html, output=output, anchor=anchor)
            views.append(replace(view, chapter=LinkView(urls.relative(output, page.output), page.title)))
    return tuple(views)
