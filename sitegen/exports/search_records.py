"""What the search of an edition finds: its chapters by section, its quotes, its sources.

Public text of the edition's own language, as its pages show it (delivery.md, section 8, content): a
stand-in for a missing chapter is not in it, and of a quote its words and its attribution.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from sitegen.exports.search_text import PageText, Section, index_text
from sitegen.model import nodes
from sitegen.model.document import Document, FrontMatter, Interface
from sitegen.model.publication import Edition, Page
from sitegen.render import urls
from sitegen.render.site import Site, listed_keys
from sitegen.render.words import words
from sitegen.values import dataclass

Kind: TypeAlias = Literal["chapter", "quote", "source"]


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that can be found. `address` leads to it from the root of the site, `label` names what it
    is where its kind does not, `chapter` is the title of the one that a quote stands in.
    """

    kind: Kind
    address: str
    title: str
    sections: tuple[Section, ...]
    label: str = ""
    chapter: str = ""


def search_records(site: Site, documents: Mapping[str, Document]) -> Mapping[str, tuple[Record, ...]]:
    """The records of every edition, in the order of its pages."""
    return {
        edition.language: (*_texts(site, edition, documents), *_quotes(edition), *_sources(site, edition))
        for edition in site.publication.editions
    }


def _texts(site: Site, edition: Edition, documents: Mapping[str, Document]) -> Iterator[Record]:
    for page in edition.pages:
        sections = tuple(_sections(site, page, documents[page.interface.path]))
        if any(one.text or one.heading for one in sections):
            label = words(edition.language).title_page if page.number is None else ""
            yield Record("chapter", _way(page.output), index_text(page.title), sections, label)


def _sections(site: Site, page: Page, document: Document) -> Iterator[Section]:
    text, front = PageText(site, page), page.interface.front_matter
    yield from text.sections(document.body.blocks, tuple(_opening(front)))
    notes = [text.blocks(document.body.notes[one.note]) for one in page.notes if one.note is not None]
    if notes:
        yield Section("page-notes", words(page.language).notes, index_text(" ".join(notes)))


def _opening(front: FrontMatter) -> Iterator[str]:
    """What stands above the text; what ends without a sign is parted from what follows, as on the page."""
    for one in (front.subtitle, *front.abstract, ", ".join(front.keywords)):
        if one:
            yield one if one.endswith((".", "!", "?", "…")) else f"{one} ·"


def _quotes(edition: Edition) -> Iterator[Record]:
    tag = edition.language
    for page in edition.pages:
        for quote in page.quotes:
            wording = quote.wording(tag) if quote else None
            if quote and wording:
                said = Section("", "", index_text(wording.text))
                address = _way(page.output, quote.id)
                title = index_text(wording.attribution)
                yield Record("quote", address, title, (said,), chapter=index_text(page.title))


def _sources(site: Site, edition: Edition) -> Iterator[Record]:
    tag = edition.language
    style, suffixes = site.style(tag), site.suffixes[tag]
    page = PageText(site, Page(Interface("", tag, "", FrontMatter()), None, "", ""))
    keys = listed_keys(edition, site.settings, site.bibliography)
    for entry in sorted((site.bibliography.entries[key] for key in keys), key=style.sort_key):
        text = page.inlines(style.entry(entry, style.suffix(suffixes.get(entry.key))))
        title = index_text(nodes.plain_text(style.label(entry)))
        address = _way(site.sources[tag].output(entry.key), f"ref-{entry.key}")
        yield Record("source", address, title, (Section("", "", index_text(text)),))


def _way(output: str, anchor: str = "") -> str:
    return urls.relative("", output, anchor)
