"""Addresses within a reference: the DOI or the link, and when it was looked at."""

from __future__ import annotations

from sitegen.address_text import shown_address
from sitegen.bibliography.addresses import href
from sitegen.bibliography.entry import Entry
from sitegen.model.nodes import Inlines, Link, Text

RESOLVER = "https://doi.org/"


def doi_link(entry: Entry, shown: str) -> Inlines:
    """The DOI, linked to its resolver; `shown` is the text."""
    return (Link(href(RESOLVER + entry.doi), (Text(shown),)),)


def url_link(entry: Entry) -> Inlines:
    """The address, with its archived copy if it has one."""
    return (Link(href(entry.url), (Text(shown_address(entry.url)),), entry.archived),)


def archive_link(entry: Entry, text: str) -> Inlines:
    assert entry.archived is not None
    return (Link(href(entry.archived.url), (Text(text),), copy_of=href(entry.url)),)
