"""feed.xml: the chapters of an edition as an Atom feed (RFC 4287; ids by RFC 4151)."""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from sitegen.model.document import Person
from sitegen.model.publication import Edition
from sitegen.render import urls
from sitegen.render.frame import license_address
from sitegen.render.metadata.work import Work, chapter_work, edition_work
from sitegen.render.pages import ORCID
from sitegen.render.site import Site
from sitegen.source import bare

ATOM = "http://www.w3.org/2005/Atom"


def feed(site: Site, edition: Edition) -> str:
    """The feed: newest chapters first, those of one day in the order of the edition; no drafts, and no
    chapter that is only there in another language. A chapter without a date has the publication's newest.
    """
    work = edition_work(site, edition)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": edition.language})
    _head(root, site, work)
    works = [chapter_work(site, page) for page in edition.chapters if not page.interface.front_matter.draft]
    for one in sorted(works, key=lambda one: one.date or site.dates[-1], reverse=True):
        _entry(root, site, one)
    ET.indent(root, "")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def tag_uri(site: Site, output: str) -> str:
    """The lasting name of a page: `tag:example.org,2024:/bleiben/de/heimat.html`. Its year is the earliest
    that the publication knows, which a later date does not change.
    """
    parts = urlsplit(urls.absolute(site.settings.url, output))
    return f"tag:{parts.hostname},{site.dates[0][:4]}:{parts.path}"


def moment(iso: str) -> str:
    """The beginning of a date of any precision, as RFC 3339 writes it."""
    return f"{iso}{'0000-01-01'[len(iso) :]}T00:00:00Z"


def _head(root: ET.Element, site: Site, work: Work) -> None:
    url, tag = site.settings.url, work.language
    publisher, _ = site.settings.publisher.best(tag)
    _add(root, "title", work.title)
    _add(root, "subtitle", work.subtitle)
    _add(root, "id", tag_uri(site, work.output))
    _add(root, "updated", moment(site.dates[-1]))
    _people(root, work.authors or (Person(bare(publisher) or work.title),))
    _link(root, "self", url + urls.feed(tag), "application/atom+xml")
    _link(root, "alternate", urls.absolute(url, work.output), "text/html")
    if address := license_address(site.settings.license):
        _link(root, "license", address)


def _entry(root: ET.Element, site: Site, work: Work) -> None:
    entry = ET.SubElement(root, "entry")
    _add(entry, "title", work.title)
    _add(entry, "id", tag_uri(site, work.output))
    _add(entry, "updated", moment(work.date or site.dates[-1]))
    _people(entry, work.authors)
    _link(entry, "alternate", urls.absolute(site.settings.url, work.output), "text/html")
    _add(entry, "summary", "\n\n".join(work.abstract) or work.subtitle)
    for keyword in work.keywords:
        ET.SubElement(entry, "category", {"term": keyword})


def _people(parent: ET.Element, people: tuple[Person, ...]) -> None:
    for one in people:
        author = ET.SubElement(parent, "author")
        _add(author, "name", one.name)
        _add(author, "uri", ORCID + one.orcid if one.orcid else "")


def _link(parent: ET.Element, rel: str, href: str, type_: str = "") -> None:
    attributes = {"rel": rel, "href": href, "type": type_}
    ET.SubElement(parent, "link", {name: value for name, value in attributes.items() if value})


def _add(parent: ET.Element, name: str, text: str) -> None:
    if text:
        ET.SubElement(parent, name).text = text
