"""What one file of a site says of its links, small enough to travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sitegen.links.site.resolution import Fault, Origin, Resolved, Target, resolve, web_host
from sitegen.links.site.scanned import Kind, Link, Scanned
from sitegen.links.site.scanner import scan

PAGES = ("html", "htm", "xhtml")
READ = (*PAGES, "svg", "css")
"""Endings of the files that are read; in any case of letters."""


class PageLink(NamedTuple):
    """A link that is judged, and where it leads; line and column of its address from 1."""

    attribute: str
    kind: Kind
    address: str
    target: Target | Fault
    line: int
    column: int


class PageId(NamedTuple):
    """An id that is not the first of its name in its page."""

    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of one file but those that lead elsewhere, and its anchors. `is_own` says that it links to
    an id of its own that stands twice; `has_anchors` is false for a style sheet; `count` is the number of
    all its links.
    """

    links: tuple[PageLink, ...] = ()
    anchors: frozenset[str] = frozenset()
    twice: tuple[PageId, ...] = ()
    is_own: bool = False
    has_anchors: bool = True
    count: int = 0


def is_read(path: str) -> bool:
    """Whether a file of this name is read for links."""
    return path.rpartition(".")[2].lower() in READ


def is_page(path: str) -> bool:
    """Whether a file of this name is a page."""
    return path.rpartition(".")[2].lower() in PAGES


def page_links(path: str, text: str, root: str | None, url: str = "") -> PageLinks:
    """Read a file; `root` is the base path of the site (Origin), `url` its address, if that is known."""
    scanned = scan(path, text)
    origin = Origin.of(path, root, scanned.base, web_host(url))
    lines = Lines(text)
    links, is_own = _judged(path, scanned, origin, lines)
    lines = Lines(text)
    twice = tuple(PageId(one.id, *lines.position(one.offset)) for one in scanned.twice)
    is_style = path.lower().endswith(".css")
    return PageLinks(links, scanned.anchors, twice, is_own, not is_style, len(scanned.links))


def _judged(path: str, scanned: Scanned, origin: Origin, lines: Lines) -> tuple[tuple[PageLink, ...], bool]:
    """The links that must be looked up; those to a place in the page itself are found to be right here."""
    found: list[PageLink] = []
    known: dict[str, Resolved] = {}
    is_own = False
    twice = {one.id for one in scanned.twice}
    for link in scanned.links:
        address = link.address
        if address[:1] == "#" and origin.path == path and _is_here(link, scanned):
            is_own = is_own or address[1:] in twice
            continue
        if address not in known:
            known[address] = resolve(address, origin)
        target = known[address]
        if target is not None:
            found.append(PageLink(link.attribute, link.kind, address, target, *lines.position(link.start)))
    return tuple(found), is_own


def _is_here(link: Link, scanned: Scanned) -> bool:
    return len(link.address) == 1 or link.address[1:] in scanned.anchors


class Lines:
    """Lines and columns of offsets that only grow: each sign is counted once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.start = 0

    def position(self, offset: int) -> tuple[int, int]:
        passed = self.text.count("\n", self.at, offset)
        if passed:
            self.line += passed
            self.start = self.text.rfind("\n", self.at, offset) + 1
        self.at = max(self.at, offset)
        return self.line, max(1, offset - self.start + 1)
