"""Which page stands for a text, and where it is in the other languages: full addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.render import urls
from sitegen.render.metadata.views import HeadLinkView
from sitegen.render.parallel_views import ParallelView
from sitegen.render.site import Site
from sitegen.render.views import ChapterView, PageView


def canonical(output: str, view: object) -> str:
    """The output file that stands for what a page shows: itself; of a stand-in the chapter that it
    shows, of two languages side by side the chapter in the edition's own.
    """
    if isinstance(view, ChapterView) and view.fallback:
        return _output(output, view.fallback.original.href)
    if isinstance(view, ParallelView):
        return _output(output, view.own.chapter.href)
    return output


def alternates(site: Site, output: str, page: PageView) -> Iterator[HeadLinkView]:
    """The page in each language, itself counted, and the root of the site for those who read none of
    them; nothing where there is no other. The language switch leads to the same pages.
    """
    there = {
        one.tag: _output(output, one.href)
        for one in page.switch
        if one.href and not (one.note or one.is_near)
    }
    if not there:
        return
    if page.kind != "front":
        there[page.lang] = output
    url = site.settings.url
    for tag in site.settings.languages:
        if tag in there:
            yield HeadLinkView("alternate", urls.absolute(url, there[tag]), tag)
    yield HeadLinkView("alternate", urls.absolute(url, urls.FRONT), "x-default")


def _output(here: str, href: str) -> str:
    """The output file that a relative address leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(href.partition("#")[0])))
