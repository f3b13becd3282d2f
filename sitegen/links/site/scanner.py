"""The links and anchors of a page, a style sheet or a drawing (robustness.md, Links of a built tree)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sitegen.links.site.scanned import Id, Kind, Link, Scanned
from sitegen.links.site.styles import references
from sitegen.links.site.tags import Tag, Value, tags

_ADDRESSES: Mapping[tuple[str, str], Kind] = {
    ("a", "href"): "page",
    ("a", "xlink:href"): "page",
    ("area", "href"): "page",
    ("link", "href"): "file",
    ("use", "href"): "symbol",
    ("use", "xlink:href"): "symbol",
    ("image", "href"): "file",
    ("image", "xlink:href"): "file",
    ("feimage", "href"): "file",
    ("script", "href"): "file",
    ("iframe", "src"): "page",
    ("frame", "src"): "page",
    ("video", "poster"): "file",
    ("object", "data"): "file",
    **{(tag, "src"): "file" for tag in "audio embed img input script source track video".split()},
}
_SETS = frozenset({("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset")})
_OTHERS = frozenset({"id", "name", "style", "content", "http-equiv"})
_NAMES = _OTHERS.union(name for _, name in (*_ADDRESSES, *_SETS))
_REFRESH = re.compile(
    r"[\t\n\f\r ]*+[0-9.]*+[\t\n\f\r ;,]++(?:(?i:url)[\t\n\f\r ]*+=[\t\n\f\r ]*+)?+([\"']?)([^\"']++)"
)
_CANDIDATE = re.compile(r"[\t\n\f\r ,]*+([^\t\n\f\r ]++)")
_DESCRIPTORS = re.compile(r"(?:[^,(]++|\([^)]*+\)?)*+")


def scan(path: str, text: str) -> Scanned:
    """Read a file of a site; what it is, its name says."""
    suffix = path.rpartition(".")[2].lower()
    if suffix == "css":
        return scan_style(text)
    return scan_page(text, xml=suffix in {"svg", "xhtml"})


def scan_style(text: str) -> Scanned:
    return Scanned(tuple(_style_links(text, 0)))


def scan_page(text: str, *, xml: bool = False) -> Scanned:
    """Read HTML, or with `xml` XHTML or SVG. Any text is taken; time is linear in its length."""
    links: list[Link] = []
    anchors: set[str] = set()
    ids: set[str] = set()
    twice: list[Id] = []
    base: str | None = None
    for tag in tags(text, _NAMES, xml=xml):
        given = tag.attributes
        if (own := given.get("id")) and own.text:
            if own.text in ids:
                twice.append(Id(own.text, own.start))
            ids.add(own.text)
        if tag.name == "a" and "name" in given:
            anchors.add(given["name"].text)
        elif tag.name == "base" and base is None and "href" in given:
            base = given["href"].text
        if len(given) > (own is not None) or tag.style:
            links += _links(tag)
    return Scanned(tuple(links), frozenset(ids | anchors - {""}), tuple(twice), base)


def _links(tag: Tag) -> Iterator[Link]:
    for name, value in tag.attributes.items():
        if kind := _ADDRESSES.get((tag.name, name)):
            if name != "xlink:href" or "href" not in tag.attributes:
                yield Link(name, kind, *value)
        elif (tag.name, name) in _SETS:
            yield from _candidates(name, value)
        elif name == "style":
            yield from _style_links(value.text, value.start)
        elif name == "content" and tag.name == "meta":
            yield from _refresh(tag, value)
    if tag.style:
        yield from _style_links(tag.style.text, tag.style.start)


def _style_links(text: str, offset: int) -> Iterator[Link]:
    for one in references(text):
        yield Link(one.form, "file", one.address, offset + one.start, offset + one.end)


def _candidates(name: str, value: Value) -> Iterator[Link]:
    """The addresses of a `srcset` (HTML Standard, 4.8.4.3.10): a comma within one belongs to it."""
    at = 0
    while found := _CANDIDATE.match(value.text, at):
        at = found.end()
        address = found[1].rstrip(",")
        if address == found[1]:
            descriptors = _DESCRIPTORS.match(value.text, at)
            at = descriptors.end() if descriptors else at
        start = value.start + found.start(1)
        yield Link(name, "file", address, start, start + len(address))


def _refresh(tag: Tag, value: Value) -> Iterator[Link]:
    """Where `meta http-equiv=refresh` leads."""
    kind = tag.attributes.get("http-equiv")
    if kind and kind.text.strip().lower() == "refresh" and (found := _REFRESH.match(value.text)):
        yield Link("content", "page", found[2], value.start + found.start(2), value.start + found.end(2))
