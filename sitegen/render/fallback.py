"""A chapter that an edition lacks: another edition's text in this one's frame."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model.document import Document
from sitegen.model.publication import Counterpart, Edition, Fallback, Page
from sitegen.render import urls
from sitegen.render.cite_chapter import cite_view
from sitegen.render.contents import neighbours
from sitegen.render.frame import frame
from sitegen.render.pages import chapter_view
from sitegen.render.reading_script import notes_script
from sitegen.render.site import Site
from sitegen.render.translation_words import in_own_edition, stands_in
from sitegen.render.views import ChapterView, FallbackView, LinkView, PageView


def fallback_view(site: Site, edition: Edition, fallback: Fallback, document: Document) -> ChapterView:
    """The page. All that stands within the article is in the language of its text."""
    page = site.pages[fallback.source]
    shown = standing_in(page, fallback)
    view = chapter_view(site, shown, document)
    previous, following = neighbours(site, edition.language, fallback.output, fallback.number)
    return replace(
        view,
        page=_frame(site, edition, shown, view.page),
        fallback=FallbackView(
            stands_in(edition.language, page.language),
            LinkView(
                urls.relative(fallback.output, page.output), in_own_edition(edition.language, page.language)
            ),
            page.language,
        ),
        cite=cite_view(site, page, fallback.output),
        previous=previous,
        next=following,
        parallel=(),
        script=notes_script(fallback.output, has_notes=bool(view.notes)),
    )


def standing_in(page: Page, fallback: Fallback) -> Page:
    """The page as if it stood in the other edition's file: links to places in it stay there, and the
    page itself is one more counterpart of each section.
    """
    here = {heading.id: heading.id for heading in page.interface.headings}
    answered = {number: number for one in page.counterparts for number in one.blocks}
    own = Counterpart(page.language, page.output, page.title, here, answered)
    return replace(
        page,
        output=fallback.output,
        targets=tuple(
            replace(one, output=fallback.output) if one and one.output == page.output else one
            for one in page.targets
        ),
        counterparts=(own, *page.counterparts),
    )


def _frame(site: Site, edition: Edition, shown: Page, own: PageView) -> PageView:
    """The edition's frame around a title in another language; the switch says that it lacks the chapter."""
    tag = edition.language
    text = stands_in(tag, shown.language)
    view = frame(site, own.kind, tag, shown.output, shown.title, shown.counterparts, text)
    switch = tuple(
        replace(one, note=view.words.not_translated) if one.current else one for one in view.switch
    )
    return replace(view, title=own.title, switch=switch, printed=own.printed)
