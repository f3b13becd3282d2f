"""A built page as a tree, and what tests ask of it."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import html5lib  # type: ignore[import-untyped]

Element: TypeAlias = ET.Element
PHRASING_SPACE = str.maketrans({"\u00a0": " ", "\u202f": " "})


def plain(text: str) -> str:
    """A text with every run of blanks as one space."""
    return " ".join(text.translate(PHRASING_SPACE).split())


def parse(html: bytes) -> tuple[Element, list[Any]]:
    """The tree as browsers build it, and the parse errors by the HTML standard."""
    parser = html5lib.HTMLParser(
        tree=html5lib.getTreeBuilder("etree", implementation=ET), namespaceHTMLElements=False
    )
    root: Element = parser.parse(html, transport_encoding="utf-8")
    return root, list(parser.errors)


@dataclass(frozen=True)
class Page:
    """One HTML file of a site."""

    path: str
    source: str
    root: Element
    errors: list[Any] = field(repr=False)

    @classmethod
    def of(cls, path: str, data: bytes) -> Page:
        root, errors = parse(data)
        return cls(path, data.decode(), root, errors)

    @cached_property
    def parents(self) -> Mapping[Element, Element]:
        return {child: parent for parent in self.root.iter() for child in parent}

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        return tuple(self.root.iter("*"))

    @cached_property
    def ids(self) -> Counter[str]:
        return Counter(one.attrib["id"] for one in self.elements if "id" in one.attrib)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements of a tag (`*` for any) with these attributes; `class_` names one class."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [one for one in self.elements if tag in ("*", one.tag) and _has(one, wanted)]

    def one(self, tag: str, **attributes: str) -> Element:
        found = self.all(tag, **attributes)
        assert len(found) == 1, (self.path, tag, attributes, len(found))
        return found[0]

    def by_id(self, name: str) -> Element:
        return self.one("*", id=name)

    def ancestors(self, element: Element) -> Iterator[Element]:
        """The element itself and all that hold it, from the inside out."""
        current: Element | None = element
        while current is not None:
            yield current
            current = self.parents.get(current)

    def lang(self, element: Element) -> str:
        return next((one.attrib["lang"] for one in self.ancestors(element) if "lang" in one.attrib), "")

    def within(self, element: Element, *tags: str) -> bool:
        return any(one.tag in tags for one in self.ancestors(element))

    def runs(self) -> Iterator[tuple[str, str]]:
        """Every text, and what stands for images, with the language it is in."""
        for element in self.elements:
            lang = self.lang(element)
            if element.tag not in {"title", "script"} and element.text:
                yield element.text, lang
            for child in element:
                if child.tail:
                    yield child.tail, lang
            if "alt" in element.attrib:
                yield element.attrib["alt"], lang

    def target(self, href: str) -> tuple[str, str]:
        """The path and the fragment that an address within the site leads to."""
        parts = urlsplit(href)
        folder = posixpath.dirname(self.path)
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path))) if parts.path else self.path
        return path, unquote(parts.fragment)

    def links(self) -> list[tuple[Element, str]]:
        return [(one, one.attrib["href"]) for one in self.all("a") if "href" in one.attrib]


def text(element: Element) -> str:
    """What a reader sees of an element, blanks made plain."""
    return plain("".join(element.itertext()))


def visible(element: Element) -> str:
    """The same without what only those who hear the page get."""
    return plain("".join(_visible(element)))


def _visible(element: Element) -> Iterator[str]:
    if "unseen" in element.get("class", "").split():
        return
    yield element.text or ""
    for child in element:
        yield from _visible(child)
        yield child.tail or ""


def _has(element: Element, wanted: Mapping[str, str]) -> bool:
    return all(
        value in element.get("class", "").split() if name == "class" else element.get(name) == value
        for name, value in wanted.items()
    )


def is_external(href: str) -> bool:
    """Whether an address leads out of the site."""
    return bool(urlsplit(href).scheme or urlsplit(href).netloc)
