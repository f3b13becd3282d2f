"""The order of an edition: its own chapters, and what stands in for those that it lacks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from sitegen.model.publication import Edition, Fallback, Page
from sitegen.render import urls
from sitegen.render.html import marked
from sitegen.render.list_frame import ListPages, list_frame
from sitegen.render.paging import SIZE, items_of, page_count, pager
from sitegen.render.site import Site
from sitegen.render.translation_words import in_language
from sitegen.render.views import ContentsPageView, ContentsView, LinkView, PagerView, PageView, SwitchView
from sitegen.render.voices_words import all_values, with_page
from sitegen.render.words import minutes, words

WORDS_PER_MINUTE = 200

Entry: TypeAlias = Page | Fallback
"""A chapter of an edition, or what stands in for one."""


def contents(
    site: Site, edition: Edition, output: str, number: int = 1, *, most: int = SIZE
) -> tuple[ContentsView, ...]:
    """One page of the contents of an edition as `output` shows them, or the `most` first chapters."""
    entries: list[Entry] = [*edition.chapters, *edition.fallbacks]
    entries.sort(key=_number)
    shown = items_of(entries, number)[:most]
    return tuple(_contents_entry(site, edition.language, entry, output) for entry in shown)


def contents_count(edition: Edition) -> int:
    """The number of pages that the contents of an edition fill."""
    return page_count(len(edition.chapters) + len(edition.fallbacks))


def contents_pager(edition: Edition, number: int) -> PagerView | None:
    output = partial(urls.contents, edition.language)
    return pager(edition.language, output, number, contents_count(edition))


def contents_view(site: Site, edition: Edition, number: int) -> ContentsPageView:
    """The contents from the second page on; the first is part of the title page."""
    tag, output = edition.language, urls.contents(edition.language, number)
    editions = {
        one.language: ListPages(partial(urls.contents, one.language), contents_count(one))
        for one in site.publication.editions
    }
    title = with_page(tag, words(tag).contents, number)
    return ContentsPageView(
        page=list_frame(site, "contents", tag, number, title, editions),
        contents=contents(site, edition, output, number),
        pager=contents_pager(edition, number),
    )


def more_chapters(edition: Edition, output: str, *, most: int) -> LinkView | None:
    """The link to the whole contents where only the first chapters are named."""
    count, tag = len(edition.chapters) + len(edition.fallbacks), edition.language
    if count <= most:
        return None
    return LinkView(urls.relative(output, urls.title_page(tag)), all_values(tag, "chapter", count))


def neighbours(
    site: Site, language: str, output: str, number: int
) -> tuple[LinkView | None, LinkView | None]:
    """The chapters before and after one, for the page of it in `output`."""
    edition = site.edition(language)
    around = [_around(entries, number) for entries in (edition.chapters, edition.fallbacks)]
    before = max((one for one, _ in around if one), key=_number, default=None)
    after = min((one for _, one in around if one), key=_number, default=None)
    return (
        _link(site, language, before, output) if before else None,
        _link(site, language, after, output) if after else None,
    )


def reading_time(page: Page, language: str) -> str:
    return minutes(language, max(1, round(page.interface.words / WORDS_PER_MINUTE)))


def with_stand_ins(site: Site, page: Page, view: PageView) -> PageView:
    """A chapter's frame in which the switch leads to editions that lack it as well, and says so."""
    there = site.kept.once(("stand-ins",), partial(_stand_ins, site)).get(page.interface.path)
    if not there:
        return view
    return replace(view, switch=tuple(_leading(one, there.get(one.tag), page.output) for one in view.switch))


def _stand_ins(site: Site) -> Mapping[str, Mapping[str, str]]:
    """Where the editions show each chapter that they lack, by its source and their languages."""
    found: dict[str, dict[str, str]] = {}
    for edition in site.publication.editions:
        for one in edition.fallbacks:
            found.setdefault(one.source, {})[edition.language] = one.output
    return found


def _leading(one: SwitchView, output: str | None, here: str) -> SwitchView:
    return replace(one, href=urls.relative(here, output)) if output else one


def _number(entry: Entry) -> int:
    return entry.number or 0


def _around(entries: Sequence[Entry], number: int) -> tuple[Entry | None, Entry | None]:
    before, after = bisect_left(entries, number, key=_number), bisect_right(entries, number, key=_number)
    return entries[before - 1] if before else None, entries[after] if after < len(entries) else None


def _page(site: Site, entry: Entry) -> Page:
    return site.pages[entry.source] if isinstance(entry, Fallback) else entry


def _remark(page: Page, language: str) -> tuple[str, str]:
    """The language of a title where it is not the edition's, and what is said of it."""
    if page.language == language:
        return "", ""
    return page.language, in_language(language, page.language)


def _contents_entry(site: Site, language: str, entry: Entry, output: str) -> ContentsView:
    page = _page(site, entry)
    lang, note = _remark(page, language)
    return ContentsView(
        urls.relative(output, entry.output),
        entry.number or 0,
        marked(page.title, page.language),
        marked(page.interface.front_matter.subtitle, page.language),
        reading_time(page, language),
        lang,
        note,
    )


def _link(site: Site, language: str, entry: Entry, output: str) -> LinkView:
    page = _page(site, entry)
    lang, note = _remark(page, language)
    return LinkView(urls.relative(output, entry.output), marked(page.title, page.language), lang, note)
