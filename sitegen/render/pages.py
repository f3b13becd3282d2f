"""The views of all pages, made from the linked publication."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from markupsafe import Markup

from sitegen import languages
from sitegen.model.document import Document, HeadingSource, Person
from sitegen.model.publication import Counterpart, Edition, Page
from sitegen.render import urls
from sitegen.render.cite_chapter import cite_view
from sitegen.render.contents import contents, more_chapters, neighbours, reading_time, with_stand_ins
from sitegen.render.edition_links import parallel_links
from sitegen.render.frame import edition_home, frame, page_title
from sitegen.render.html import marked
from sitegen.render.list_frame import ListPages, list_frame
from sitegen.render.page_writer import PageWriter
from sitegen.render.paging import page_count, page_output, pager
from sitegen.render.reading_script import chapter_script
from sitegen.render.site import Site
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
    TocView,
)
from sitegen.render.voices_words import with_page
from sitegen.render.words import (
    chapter_label,
    source_count,
    translated_from,
    words,
)

FRONT_CHAPTERS = 24
"""So many chapters of an edition are named on the front page."""
ORCID = "https://orcid.org/"


def chapter_view(site: Site, page: Page, document: Document) -> ChapterView:
    front, writer = page.interface.front_matter, PageWriter(site, page, document)
    body = writer.body()
    previous, following = neighbours(site, page.language, page.output, page.number or 0)
    view = frame(site, "chapter", page.language, page.output, page.title, page.counterparts, lead(page))
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
        script=chapter_script(site, page),
    )


def front_view(site: Site) -> FrontView:
    """The root of the site: every edition under its own language, none preferred."""
    first = site.settings.languages[0]
    title, _ = site.title(first)
    return FrontView(
        page=frame(site, "front", first, urls.FRONT, title, home_counterparts(site, ""), ""),
        authors=people(site.settings.authors, first),
        editions=tuple(_edition_view(site, edition) for edition in site.publication.editions),
    )


def bibliography_view(site: Site, edition: Edition, number: int) -> BibliographyView:
    tag, first = edition.language, urls.bibliography(edition.language)
    keys = site.sources[tag].keys
    output, count = page_output(first, number), page_count(len(keys))
    title = with_page(tag, words(tag).bibliography, number)
    editions = {
        one: ListPages(partial(page_output, urls.bibliography(one)), page_count(len(site.sources[one].keys)))
        for one in site.settings.languages
    }
    return BibliographyView(
        page=list_frame(site, "bibliography", tag, number, title, editions),
        count=source_count(tag, len(keys)),
        sources=edition_sources(site, edition, output, number),
        downloads=source_downloads(site, tag, output),
        pager=pager(tag, partial(page_output, first), number, count),
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


def lead(page: Page | None) -> str:
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
        contents=contents(site, edition, urls.FRONT, most=FRONT_CHAPTERS),
        more=more_chapters(edition, urls.FRONT, most=FRONT_CHAPTERS),
        words=words(tag),
    )


def home_counterparts(site: Site, tag: str) -> tuple[Counterpart, ...]:
    return tuple(
        Counterpart(one.language, urls.title_page(one.language), page_title(site, one)[0], {})
        for one in site.publication.editions
        if one.language != tag
    )
