"""Lowering of links: external addresses are judged and cleaned, the rest waits for the link phase."""

from __future__ import annotations

import posixpath
import re
from typing import TypeAlias
from urllib.parse import unquote

from markdown_it.token import Token

from sitegen.address_text import shown_address
from sitegen.diagnostics import Fix
from sitegen.hygiene import FORBIDDEN, judge
from sitegen.model.document import Address, ReferenceSource
from sitegen.model.nodes import (
    Citation,
    Inlines,
    LanguageSpan,
    Link,
    NoteReference,
    Reference,
    Text,
    plain_text,
)
from sitegen.parse.attributes import AttributeList
from sitegen.parse.context import Context
from sitegen.parse.named import read_named
from sitegen.parse.positions import Origin
from sitegen.source import Span
from sitegen.values import dataclass

ALLOWED = ("http", "https", "mailto", "tel")
WEB = frozenset({"http", "https"})
EXPANSION = 4
"""How many times the length of a file the addresses of its links may make up, above `ROOM`."""
ROOM = 100_000
AUTHORITY = 8_000
"""How many characters may stand before the path of an address: normalizing them takes quadratic time."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_BLANK = re.compile(r"[\s\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]")
_HOST = re.compile(
    r"https?://(?:[^/?#@]*@)?(?P<host>\[[0-9A-Fa-f:.]+\]|[^/?#\s:]+)(?::[0-9]*)?(?=[/?#]|$)", re.IGNORECASE
)
_NAME = re.compile(r"[\w-](?:[\w.-]*[\w-])?\.?|\[.*\]")

_REACHED = {
    "mailto": re.compile(r"mailto:[^@?]+@[^@?]+(?:$|\?)", re.IGNORECASE),
    "tel": re.compile(r"tel:\+?[0-9]", re.IGNORECASE),
}

_MARKS = (NoteReference, Citation)

Target: TypeAlias = tuple[str, Span, bool]
"""A target as the link has it, its place, and whether it is spelt there just so."""


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """Where a link stands in the content of its block."""

    origin: Origin
    content: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return self.origin.span(self.start, self.end)

    def target(self, context: Context, token: Token, target: str) -> Target:
        """The target itself, in the link or in the definition that the link names."""
        if "label" in token.meta:
            return _definition(context, token.meta["label"], target, self.span)
        found = self.content.rfind(target, self.start, self.end) if target else -1
        if found < 0:
            return target, self.span, False
        return target, self.origin.span(found, found + len(target)), True


def lower_link(
    context: Context, token: Token, closing: Token, children: Inlines, place: LinkPlace
) -> Inlines:
    """A link, or its text alone where it may not be one. Marks of notes in its text, links themselves,
    stand behind it.
    """
    target = str(token.attrs["href"])
    text = tuple(child for child in children if not isinstance(child, _MARKS))
    marks = tuple(child for child in children if isinstance(child, _MARKS))
    node = _linked(context, token, target, text, place) if _may_expand(context, target, place.span) else text
    return (*_in_language(context, closing, node, place.origin), *marks)


def lower_address(context: Context, url: str, span: Span) -> Inlines:
    """A bare address: shown as the page links to it."""
    clean = external(context, (url, span, True), span)
    return (Link(clean, (Text(shown_address(clean)),)),) if clean else (Text(url),)


def external(context: Context, target: Target, span: Span) -> str | None:
    """The address that the page links to, or None where it may not be linked at all."""
    url, place, literal = target
    code = _fault(url)
    scheme = _SCHEME.match(url)
    if code:
        context.collector.report(code, span, scheme=scheme[1].lower() if scheme else "", target=url)
        return None
    clean, flaws = judge(url)
    for flaw in flaws:
        fix = Fix(place, flaw.replacement) if literal and flaw.replacement else None
        context.collector.report(flaw.code, place, fix=fix, **flaw.args)
    bare = (span.line, span.column + 1) >= (place.line, place.column)  # one may stand in `< >`
    context.collector.addresses.append(Address(clean, place, bare, context.collector.note, literal))
    return None if any(flaw.code in FORBIDDEN for flaw in flaws) else clean


def is_external(target: str) -> bool:
    """Whether a target is an address or a path of the machine, not a place in the publication."""
    return bool(_SCHEME.match(target)) or target.startswith(("/", "\\"))


def is_local_absolute(target: str) -> bool:
    """Whether a target is a path from the root of a machine or a server."""
    if target.lower().startswith("file:") or _DRIVE.match(target):
        return True
    return target.startswith(("/", "\\")) and not target.startswith(("//", "\\\\"))


def resolve(context: Context, target: str) -> tuple[str, str]:
    """The file of a target within the publication, by its path (empty: this file), and the anchor."""
    file, _, anchor = target.partition("#")
    file = unquote(file.partition("?")[0])
    if file:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(context.source.path), file))
    return file, unquote(anchor)


def _linked(context: Context, token: Token, target: str, children: Inlines, place: LinkPlace) -> Inlines:
    collector = context.collector
    if not target:
        collector.report("LNK013", place.span)
        return children
    if not is_external(target):
        file, anchor = resolve(context, target)
        empty = not plain_text(children).strip()
        typed, span, literal = place.target(context, token, target)
        found = (typed, span) if literal else ("", None)
        collector.references.append(ReferenceSource(file, anchor, empty, place.span, *found))
        return (Reference(len(collector.references) - 1, children),)
    url = external(context, place.target(context, token, target), place.span)
    if url is None:
        return children
    if token.info == "auto" or not children:
        if not children:
            collector.report("LNK008", place.span, target=target)
        children = (Text(_shown(url)),)
    return (Link(url, children),)


def _shown(url: str) -> str:
    return shown_address(url.removeprefix("mailto:").removeprefix("tel:"))


def _in_language(context: Context, closing: Token, node: Inlines, origin: Origin) -> Inlines:
    if "attributes_at" not in closing.meta:
        return node
    attributes: AttributeList | None = closing.meta["attributes"]
    if attributes is None:
        context.collector.report("SYN004", origin.span(*closing.meta["attributes_at"]))
        return node
    named = read_named(context, attributes, origin, ("lang",))
    return (LanguageSpan(named["lang"].value, node),) if "lang" in named else node


def _may_expand(context: Context, target: str, span: Span) -> bool:
    """Whether there is room for one more address: one definition may be used any number of times."""
    collector = context.collector
    limit = EXPANSION * len(context.source.text) + ROOM
    was_within = collector.expanded <= limit
    collector.expanded += len(target)
    if was_within and collector.expanded > limit:
        collector.report("SYN017", span)
    return collector.expanded <= limit


def _definition(context: Context, label: str, target: str, span: Span) -> Target:
    """The target in its definition's lines, `[label]: target`."""
    source = context.source
    definition = context.definition(label)
    first, last = definition or (1, 0)
    for line in range(first, last + 1):
        found = source.line(line).rfind(target)
        if found >= 0:
            start = source.line_starts[line - 1] + found
            return target, source.span(start, start + len(target)), True
    return target, span, False


def _fault(url: str) -> str | None:
    """The code of what is wrong with an external address."""
    scheme = _SCHEME.match(url)
    name = scheme[1].lower() if scheme else ""
    if is_local_absolute(url):
        return "LNK005"
    if url.startswith(("//", "\\\\")):
        return "LNK012"
    if name not in ALLOWED:
        return "LNK004"
    if _BLANK.search(url) or not (_has_host(url) if name in WEB else _REACHED[name].match(url)):
        return "LNK010"
    return None


def _has_host(url: str) -> bool:
    match = _HOST.match(url)
    return match is not None and match.end() <= AUTHORITY and _NAME.fullmatch(match["host"]) is not None
