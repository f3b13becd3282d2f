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
from sitegen.render.frame import edition_home, frame, page_title
from sitegen.render.html import marked, safe
from sitegen.render.page_writer import PageWriter, voices_writer
from sitegen.render.quotes import quote_view
from sitegen.render.site import Site, listed_keys
from sitegen.render.sources import edition_sources, page_sources, source_downloads
from sitegen.render.views import (
    BibliographyView,
    ChapterView,
    ContentsView,
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
    minutes,
    quote_count,
    source_count,
    translated_from,
    words,
)

WORDS_PER_MINUTE = 200
ORCID = "https://orcid.org/"


def chapter_view(site: Site, page: Page, document: Document) -> ChapterView:
    front, writer = page.interface.front_matter, PageWriter(site, page, document)
    body = writer.body()
    edition = site.edition(page.language)
    place = (page.number or 1) - 1
    return ChapterView(
        page=frame(site, "chapter", page.language, page.output, page.title, page.counterparts, _lead(page)),
        number=chapter_label(page.language, page.number or 0),
        subtitle=marked(front.subtitle, page.language),
        authors=_people(front.authors or site.settings.authors),
        translators=_people(front.translators),
        translated_from=translated_from(page.language, front.translated_from)
        if front.translated_from
        else "",
        date=_date(page.language, front.date or site.settings.date),
        reading_time=_reading_time(page),
        partial=front.partial,
        draft=front.draft,
        abstract=_marked(front.abstract, page.language),
        keywords=_marked(front.keywords, page.language),
        toc=_toc(page.interface.headings, page.language),
        body=body,
        notes=writer.notes(),
        sources=page_sources(site, page, writer),
        cite=cite_view(site, page),
        previous=_neighbour(page, edition.chapters[place - 1 : place] if place else ()),
        next=_neighbour(page, edition.chapters[place + 1 : place + 2]),
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
            LinkView(urls.relative(output, one.output), one.title, one.language)
            for one in _home_counterparts(site, tag)
        ),
        authors=_people((front.authors if front else ()) or settings.authors),
        translators=_people(front.translators if front else ()),
        date=_date(tag, (front.date if front else None) or settings.date),
        doi=LinkView(f"https://doi.org/{doi}", f"https://doi.org/{doi}") if doi else None,
        abstract=_marked(front.abstract if front else (), tag),
        keywords=_marked(front.keywords if front else (), tag),
        body=writer.body() if writer else safe(""),
        notes=writer.notes() if writer else (),
        sources=page_sources(site, page, writer) if writer and page else (),
        contents=_contents(edition, output),
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
        authors=_people(site.settings.authors),
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


def _people(people: Iterable[Person]) -> tuple[PersonView, ...]:
    return tuple(PersonView(one.name, ORCID + one.orcid if one.orcid else "") for one in people)


def _marked(texts: Iterable[str], language: str) -> tuple[Markup, ...]:
    return tuple(marked(text, language) for text in texts)


def _date(tag: str, iso: str | None) -> str:
    return languages.get(tag).date(iso) if iso else ""


def _reading_time(page: Page) -> str:
    return minutes(page.language, max(1, round(page.interface.words / WORDS_PER_MINUTE)))


def _neighbour(page: Page, chapters: Sequence[Page]) -> LinkView | None:
    if not chapters:
        return None
    title = marked(chapters[0].title, page.language)
    return LinkView(urls.relative(page.output, chapters[0].output), title)


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


def _contents(edition: Edition, output: str) -> tuple[ContentsView, ...]:
    return tuple(
        ContentsView(
            urls.relative(output, page.output),
            page.number or 0,
            marked(page.title, edition.language),
            marked(page.interface.front_matter.subtitle, edition.language),
            _reading_time(page),
        )
        for page in edition.chapters
    )


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
        abstract=_marked(front.abstract if front else (), tag),
        contents=_contents(edition, urls.FRONT),
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
