"""What one file of a site says of its links, small enough to travel between processes: where they lead. The
places of its links are found by reading it again, where one of them is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.links.site.encoding import decoded
from sitegen.links.site.plain import plain
from sitegen.links.site.resolution import Fault, Origin, Resolved, Target, Told, resolve, told_from, web_host
from sitegen.links.site.scanned import Kind, Scanned
from sitegen.links.site.scanner import scan
from sitegen.values import dataclass

PAGES = ("html", "htm", "xhtml")
READ = (*PAGES, "svg", "css")
"""Endings of the files that are read; in any case of letters."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Where the links of one file lead, each target once: `led` where readers are led to, `loaded` what the
    file shows or loads. Those that lead elsewhere, or to a place in the file that is there, are left out.

    `anchors` are the places in it. `twice` are ids that stand there more than once, and `is_own` says that
    it links to one of them; `has_anchors` is false for a style sheet; `count` is the number of all its links.
    """

    led: tuple[Told, ...] = ()
    loaded: tuple[Told, ...] = ()
    anchors: frozenset[str] = frozenset()
    twice: frozenset[str] = frozenset()
    is_own: bool = False
    has_anchors: bool = True
    count: int = 0


class PlacedLink(NamedTuple):
    """A link that is judged, and where it leads; line and column of its address from 1."""

    attribute: str
    kind: Kind
    address: str
    target: Target | Fault
    line: int
    column: int


class PlacedId(NamedTuple):
    """An id that is not the first of its name in its page."""

    id: str
    line: int
    column: int


class Places(NamedTuple):
    """The links of one file that are judged, and the ids that stand there again, in the order of its text."""

    links: tuple[PlacedLink, ...]
    twice: tuple[PlacedId, ...]


class Place(NamedTuple):
    """Where a site stands: its base path (Origin), and its address, if that is known."""

    root: str | None
    url: str = ""

    def origin(self, path: str, base: str | None = None) -> Origin:
        """The origin of a page with its `base href`, if it has one."""
        return Origin.of(path, self.root, base, web_host(self.url))


def is_read(path: str) -> bool:
    """Whether a file of this name is read for links."""
    return path.rpartition(".")[2].lower() in READ


def is_page(path: str) -> bool:
    """Whether a file of this name is a page."""
    return path.rpartition(".")[2].lower() in PAGES


def page_links(path: str, data: bytes, place: Place) -> PageLinks:
    """Read a file."""
    page = plain(data) if path.endswith(".html") else None
    if page is None or len(set(page.ids)) < len(page.ids):
        return _scanned_links(path, scan(path, decoded(data)), place)
    anchors = frozenset(page.ids)
    origin = place.origin(path)
    led, loaded = (_told(some, origin, anchors) for some in (page.led, page.loaded))
    return PageLinks(led, _files(loaded), anchors, count=len(page.led) + len(page.loaded))


def _scanned_links(path: str, scanned: Scanned, place: Place) -> PageLinks:
    origin = place.origin(path, scanned.base)
    here = scanned.anchors if origin.path == path else None
    led, files, symbols = (
        _told((one.address for one in scanned.links if one.kind == kind), origin, here)
        for kind in ("page", "file", "symbol")
    )
    twice = frozenset(one.id for one in scanned.twice)
    is_own = here is not None and any(
        one.address[:1] == "#" and one.address[1:] in twice for one in scanned.links
    )
    has_anchors = not path.lower().endswith(".css")
    return PageLinks(
        led, _files(files) + symbols, scanned.anchors, twice, is_own, has_anchors, len(scanned.links)
    )


def _told(addresses: Iterable[str], origin: Origin, here: frozenset[str] | None) -> tuple[Told, ...]:
    """The targets of addresses, each once, but those of anchors that are `here`, in the page itself."""
    unique = dict.fromkeys(addresses)
    others = unique if here is None else (one for one in unique if one[:1] != "#" or not _is_in(one, here))
    return tuple(filter(None, dict.fromkeys(told_from(origin, others))))


def _files(targets: tuple[Told, ...]) -> tuple[Told, ...]:
    """Targets whose fragments do not count."""
    return tuple(dict.fromkeys(one.partition("#")[0] for one in targets))


def _is_in(address: str, anchors: frozenset[str]) -> bool:
    return address[:1] == "#" and (len(address) == 1 or address[1:] in anchors)


def places(path: str, text: str, place: Place) -> Places:
    """Read a file for the places of its links."""
    scanned = scan(path, text)
    links = tuple(_placed(path, scanned, place.origin(path, scanned.base), Lines(text)))
    lines = Lines(text)
    return Places(links, tuple(PlacedId(one.id, *lines.position(one.offset)) for one in scanned.twice))


def _placed(path: str, scanned: Scanned, origin: Origin, lines: Lines) -> Iterator[PlacedLink]:
    known: dict[str, Resolved] = {}
    for link in scanned.links:
        address = link.address
        if origin.path == path and _is_in(address, scanned.anchors):
            continue
        if address not in known:
            known[address] = resolve(address, origin)
        target = known[address]
        if target is not None:
            yield PlacedLink(link.attribute, link.kind, address, target, *lines.position(link.start))


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
