"""Where a link of a rendered page comes from: a place in a chapter, or in a template of the publication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from html import escape
from itertools import chain

from sitegen.links.site.verdicts import BrokenLink
from sitegen.model.publication import Page
from sitegen.render import urls
from sitegen.render.mentions import source_href
from sitegen.render.site import Site
from sitegen.render.templates import FOLDER
from sitegen.source import Source, Span
from sitegen.values import dataclass

_PREFIX = re.compile(r"#[A-Za-z][A-Za-z0-9-]*=")
"""Before the ids of the other text on a parallel page (parallel_view)."""
_SIGN = r"[\w%./~+-]"


@dataclass(frozen=True, slots=True)
class Origins:
    """The sources of one publication: the chapters' texts by their paths, and the linked whole. The addresses
    of all chapters of an edition are listed once for each folder: a broken link may stand on all its pages.
    """

    site: Site
    chapters: Mapping[str, Source]
    _listed: dict[tuple[str, str], Mapping[str, Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, site: Site, chapters: Iterable[tuple[str, Source]]) -> Origins:
        return cls(site, {source.path: source for _, source in chapters})

    def find(self, broken: BrokenLink, reason: str) -> Span | None:
        """The place that a broken link of a page comes from, given what the page was made from. None where
        neither a chapter nor a template of the publication holds it.
        """
        if reason == f"content/{broken.page}":
            return Span(reason, broken.line, broken.column, broken.line, broken.column + len(broken.address))
        pages = tuple(self._pages(reason))
        return (
            self._bound(reason, pages, broken)
            or self._in_chapters(pages, broken)
            or self._in_templates(broken)
        )

    def _pages(self, reason: str) -> Iterator[Page]:
        """The chapters that a page is made of: its own, then those that may stand beside it."""
        own = self.site.pages.get(reason)
        if own is None:
            yield from (page for path, page in self.site.pages.items() if path.startswith(f"{reason}/"))
            return
        yield own
        yield from (self.site.by_output[one.output] for one in own.counterparts)

    def _bound(self, reason: str, pages: tuple[Page, ...], broken: BrokenLink) -> Span | None:
        """The place in a chapter whose link this is, as it was rendered."""
        if broken.attribute == "id":
            return None
        address = _PREFIX.sub("#", broken.address)
        addresses = chain.from_iterable(_addresses(self.site, page, broken.page) for page in pages)
        if reason in self.site.pages:
            return next((span for one, span in addresses if one == address), None)
        place = reason, broken.page.rpartition("/")[0]
        if place not in self._listed:
            self._listed[place] = dict(reversed(tuple(addresses)))
        return self._listed[place].get(address)

    def _in_chapters(self, pages: tuple[Page, ...], broken: BrokenLink) -> Span | None:
        """An address in HTML of the author's own."""
        if not self.site.settings.html:
            return None
        sources = (self.chapters.get(page.interface.path) for page in pages)
        return next((span for one in sources if one and (span := _typed(one, broken))), None)

    def _in_templates(self, broken: BrokenLink) -> Span | None:
        """An address in a template; else the end of one, whose beginning the template was handed. The
        style sheet comes from its own template, a page from the others.
        """
        named = sorted(self.site.templates.own.items())
        is_style = broken.page.endswith(".css")
        own = [Source.of(FOLDER + name, text) for name, text in named if name.endswith(".css") == is_style]
        whole = (span for one in own if (span := _typed(one, broken)))
        last = broken.address.rstrip("/").rpartition("/")[2]
        ends = (span for one in own if len(last) > 2 and (span := _written(one, last)))
        return next(whole, None) or next(ends, None)


def _addresses(site: Site, page: Page, output: str) -> Iterator[tuple[str, Span]]:
    """Every address that a chapter gives to an output file, with the place that it comes from."""
    interface = page.interface
    for address in interface.addresses:
        yield urls.external(address.url), address.span
        yield address.url, address.span
    for reference, target in zip(interface.references, page.targets, strict=False):
        if target:
            yield urls.relative(output, target.output, target.anchor), reference.span
            yield urls.relative(target.output, target.output, target.anchor), reference.span
    for image in interface.images:
        yield urls.relative(output, image.file.removeprefix("content/")), image.span
    for float_ in interface.floats:
        if float_.chart:
            file = float_.chart.data.removeprefix("content/")
            yield urls.relative(output, file), float_.chart.data_span
    yield from _notes_and_citations(site, page, output)


def _notes_and_citations(site: Site, page: Page, output: str) -> Iterator[tuple[str, Span]]:
    interface = page.interface
    for (kind, index), place in zip(interface.marks, page.places, strict=False):
        marks = interface.note_marks if kind == "note" else interface.citations
        yield f"#{place.note_id}", marks[index].span
        yield f"#{place.mark_id}", marks[index].span
    for citation in interface.citations:
        for item in citation.items:
            yield source_href(site, page, output, item.key), item.span


def _typed(source: Source, broken: BrokenLink) -> Span | None:
    """The address as the value of an attribute, or behind `url(`."""
    value = broken.address
    name = "id" if broken.attribute == "id" else ""
    for form in dict.fromkeys((value, escape(value))):
        found = re.search(
            rf"{name}(?:=\s*[\"']?|\(\s*[\"']?|[\"'\s,])({re.escape(form)})(?!{_SIGN})", source.text
        )
        if found:
            return source.span(*found.span(1))
    return None


def _written(source: Source, text: str) -> Span | None:
    found = re.search(rf"(?<![\w%.~+-]){re.escape(text)}(?!{_SIGN})", source.text)
    return source.span(*found.span()) if found else None
