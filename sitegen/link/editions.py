"""Editions: which document is which page, in what order, under what address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.languages.slugs import slug
from sitegen.link.catalogs import Catalogs
from sitegen.model.document import Interface
from sitegen.model.publication import Edition, Page
from sitegen.parse.front_matter import RESERVED
from sitegen.source import Span

_NAME = re.compile(r"(?P<number>[0-9]+)-(?P<name>.+)")


def arrange(
    interfaces: Iterable[Interface], catalogs: Catalogs, found: list[Diagnostic]
) -> tuple[Edition, ...]:
    """The pages of each edition, by the digits of their names, then by name; drafts are left out
    unless the build takes them. A chapter has the same number in every edition.
    """
    pages: dict[str, list[Interface]] = {language: [] for language in catalogs.settings.languages}
    titles: dict[str, Interface] = {}
    for interface in interfaces:
        if interface.front_matter.draft and not catalogs.drafts:
            continue
        if interface.is_title_page:
            titles[interface.language] = interface
        elif _NAME.fullmatch(interface.stem):
            pages[interface.language].append(interface)
        else:
            found.append(report("LNG004", Span(interface.path), name=f"{interface.stem}.md"))
    numbers = _numbers(one for chapters in pages.values() for one in chapters)
    return tuple(
        Edition(language, _title_page(titles.get(language)), _chapters(pages[language], numbers, found), ())
        for language in catalogs.settings.languages
    )


def _numbers(interfaces: Iterable[Interface]) -> Mapping[str, int]:
    """The place of each chapter in the order of all that any edition has, from 1."""
    stems = sorted({_order(interface) for interface in interfaces})
    return {stem: number for number, (_, stem) in enumerate(stems, 1)}


def _title_page(interface: Interface | None) -> Page | None:
    return Page(interface, None, "index", f"{interface.language}/index.html") if interface else None


def _chapters(
    interfaces: list[Interface], numbers: Mapping[str, int], found: list[Diagnostic]
) -> tuple[Page, ...]:
    taken: dict[str, Span] = {}
    chapters: list[Page] = []
    for interface in sorted(interfaces, key=_order):
        address = page_slug(interface)
        place = interface.front_matter.span("slug") or Span(interface.path)
        if address in RESERVED:
            found.append(report("FRM018", place, slug=address))
            continue
        if address in taken:
            related = (Related(taken[address], "first"),)
            found.append(report("LNG005", place, slug=address, related=related))
            continue
        taken[address] = place
        output = f"{interface.language}/{address}.html"
        chapters.append(Page(interface, numbers[interface.stem], address, output))
    return tuple(chapters)


def page_slug(interface: Interface) -> str:
    """The front matter's slug, else one made from the file's name without its number."""
    return interface.front_matter.slug or slug(name_of(interface.stem))


def name_of(stem: str) -> str:
    """A file's name without the digits that give the order."""
    match = _NAME.fullmatch(stem)
    return match["name"] if match else stem


def _order(interface: Interface) -> tuple[int, str]:
    match = _NAME.fullmatch(interface.stem)
    return int(match["number"]) if match else 0, interface.stem
