"""What leads from a chapter to its wording in the other languages, beside the switch in its head."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from sitegen import languages
from sitegen.model.publication import Page
from sitegen.render import urls
from sitegen.render.html import marked
from sitegen.render.site import Site
from sitegen.render.views import LinkView
from sitegen.render.words import words


def parallel_output(site: Site, page: Page, other: str) -> str:
    """The file of a chapter's parallel page with another language."""
    return urls.parallel(page.output, other, several=len(site.settings.languages) > 2)


def parallel_links(site: Site, page: Page) -> tuple[LinkView, ...]:
    """To the parallel pages of a chapter; more than one name their languages."""
    text, several = words(page.language).parallel, len(page.counterparts) > 1
    return tuple(
        LinkView(
            urls.relative(page.output, parallel_output(site, page, one.language)),
            marked(f"{text}: {languages.get(one.language).name}" if several else text, page.language),
        )
        for one in page.counterparts
    )


def parallel_neighbours(site: Site, page: Page, other: str) -> tuple[LinkView | None, LinkView | None]:
    """The chapters before and after one that have parallel pages with the same language."""
    chapters, number = site.edition(page.language).chapters, page.number or 0
    before = range(bisect_left(chapters, number, key=_number) - 1, -1, -1)
    after = range(bisect_right(chapters, number, key=_number), len(chapters))
    return (
        _first(site, (chapters[at] for at in before), other),
        _first(site, (chapters[at] for at in after), other),
    )


def _number(page: Page) -> int:
    return page.number or 0


def _first(site: Site, chapters: Iterable[Page], other: str) -> LinkView | None:
    for page in chapters:
        if any(one.language == other for one in page.counterparts):
            output = parallel_output(site, page, other)
            return LinkView(urls.relative(page.output, output), marked(page.title, page.language))
    return None
