"""sitemap.xml: all public pages with their full addresses, sorted (sitemaps.org 0.9), and where each is
in the other languages (hreflang, as in the pages' heads).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from sitegen.render import urls
from sitegen.render.contents import contents_count
from sitegen.render.html import attribute, escape
from sitegen.render.paging import page_count, page_output
from sitegen.render.site import Site
from sitegen.render.voices import facet_pages

X_DEFAULT = "x-default"
Versions: TypeAlias = Sequence[tuple[str, str]]
"""Language tags and output files of one page in all its languages."""


def site_map(site: Site) -> str:
    """The sitemap of a publication. What shows a text that has a page of its own is not listed: stand-ins,
    two languages side by side; nor are drafts.
    """
    pages = [page for page in site.pages.values() if not page.interface.front_matter.draft]
    tags = site.settings.languages
    versions: dict[str, Versions] = {}
    for output, count in _lists(site):
        for tag in tags:
            for number in range(1, count.get(tag, 0) + 1):
                found = [(other, output(other, number)) for other in tags if number <= count.get(other, 0)]
                versions[output(tag, number)] = found
    for page in pages:
        if page.number is not None:
            there = {page.language: page.output, **{one.language: one.output for one in page.counterparts}}
            versions[page.output] = [(tag, there[tag]) for tag in tags if tag in there]
    versions[urls.FRONT] = [(tag, urls.title_page(tag)) for tag in tags]
    dates = {page.output: date for page in pages if (date := page.interface.front_matter.date)}
    return sitemap(site.settings.url, versions, dates, versions)


def _lists(site: Site) -> Iterator[tuple[Callable[[str, int], str], Mapping[str, int]]]:
    """The lists of each edition: the files of their pages, and how many there are in each language."""
    editions = {one.language: one for one in site.publication.editions}
    yield urls.contents, {tag: contents_count(one) for tag, one in editions.items()}
    yield (
        lambda tag, number: page_output(urls.voices(tag), number),
        {tag: page_count(len(one.voices)) for tag, one in site.voices.items()},
    )
    yield (
        lambda tag, number: page_output(urls.bibliography(tag), number),
        {tag: page_count(len(one.keys)) for tag, one in site.sources.items()},
    )
    for name, counts in facet_pages(site.voices).items():
        yield partial(_facet, name), counts


def _facet(name: str, tag: str, number: int) -> str:
    return page_output(urls.facet(tag, name), number)


def sitemap(
    url: str, outputs: Iterable[str], dates: Mapping[str, str], versions: Mapping[str, Versions] | None = None
) -> str:
    """`dates` holds the front matter's date of pages that have one, `versions` the languages of pages that
    have several. A title page is listed under its folder, as servers answer it.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    known = versions or {}
    for address, output in sorted((urls.absolute(url, output), output) for output in outputs):
        date = f"<lastmod>{dates[output]}</lastmod>" if output in dates else ""
        links = _links(url, known.get(output, ()))
        lines.append(f"<url><loc>{escape(address)}</loc>{date}{links}</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _links(url: str, versions: Versions) -> str:
    if len(versions) < 2:
        return ""
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{attribute(urls.absolute(url, output))}"/>'
        for tag, output in (*versions, (X_DEFAULT, urls.FRONT))
    )
