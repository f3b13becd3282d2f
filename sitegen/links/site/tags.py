"""The tags of a text in HTML or XML, in one pass, as a browser finds them (HTML Standard, 13.2.5).

Comments, the insides of `template`, and raw text (`script`, `title` …) hold no tags; the text of
`style` is handed out. Each sign is looked at a bounded number of times, whatever the text is: every
pattern takes what it has seen (possessive), and a tag, comment or element without an end is the end
of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html.entities import html5
from typing import NamedTuple

_SPACE = r"[\t\n\f\r ]"
_RAW = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
_SPECIAL = frozenset((*_RAW, "plaintext", "template", "/template", "svg", "/svg", "math", "/math"))
"""Tags behind which the text is read in another way."""


def _one_of(names: Iterable[str]) -> str:
    """A pattern for any of these names in any case; classes of letters are faster than a flag."""
    return "|".join(
        re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", one) for one in sorted(names)
    )


_MARKUP = re.compile(
    r"<(?:(/?+[a-zA-Z][^\t\n\f\r /><]*+)(?=[\t\n\f\r /])"
    rf"|({_one_of(_SPECIAL)})(?=>)"
    r"|(?:[!?]|/[^a-zA-Z>]))"
)
"""A tag with attributes, a special one, a declaration; other tags say nothing of links."""
_REST = re.compile(rf"(?:[^=>]++|={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\t\n\f\r >]*+))*+>")
"""A tag from behind its name to its end."""
_USUAL = rf"(?!(?:{'|'.join(sorted(_SPECIAL))})[ >])"
_PLAIN = re.compile(rf'<{_USUAL}([a-z][a-z0-9]*+)(?: [a-z-]++(?:="[^"]*+(?<!=)")?+)*+>')
"""A start tag as our own pages write them: what looks like an attribute in it is one, as no value of
another ends like the beginning of one. All other tags are read letter by letter.
"""
_ATTRIBUTE = re.compile(
    r"([^\t\n\f\r />=][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\t\n\f\r >\"'][^\t\n\f\r >]*+)))?+"
)
_ENTITY = re.compile(r"&(?:#(?:[0-9]++|[xX][0-9a-fA-F]++);?|([a-zA-Z][a-zA-Z0-9]*+)(;?)(=?))")
_ENDS = {name: re.compile(rf"</(?:{_one_of([name])})(?=[\t\n\f\r />])") for name in _RAW}
_COMMENT_END = re.compile("--!?>")


class Value(NamedTuple):
    """An attribute's value, entities decoded, and where it stands in the text."""

    text: str
    start: int
    end: int


class Tag(NamedTuple):
    """A start tag: its name in small letters, its attributes, and the text that a `style` holds."""

    name: str
    attributes: Mapping[str, Value]
    style: Value | None = None


def tags(text: str, names: frozenset[str], *, xml: bool = False) -> Iterator[Tag]:
    """The start tags that have one of these attributes, and every `style`. `xml` reads a text as XML: no
    element holds raw text, and any may close itself.
    """
    return _Tokenizer(text, names, xml=xml).tags()


@cache
def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    """What every tag with one of these attributes holds."""
    return re.compile(rf"[\t\n\f\r /\"'](?:{_one_of(names)}){_SPACE}*+=")


@cache
def _dull(names: frozenset[str]) -> re.Pattern[str]:
    """Text and plain tags, as far as none of them has one of these attributes or is special."""
    attribute = rf' (?!(?:{"|".join(sorted(names))})=)[a-z-]++(?:="[^"]*+")?+'
    return re.compile(rf"(?:[^<]++|<{_USUAL}(?:/[a-z][a-z0-9]*+|[a-z][a-z0-9]*+(?:{attribute})*+)>)*+")


@cache
def _plain(names: frozenset[str]) -> re.Pattern[str]:
    """These attributes in a tag that is plain."""
    return re.compile(rf' ({"|".join(sorted(names, key=len, reverse=True))})="([^"]*+)"')


class _Tokenizer:
    """How far a text is read, and how deep in templates and drawings that is."""

    def __init__(self, text: str, names: frozenset[str], *, xml: bool) -> None:
        self.text = text
        self.names = names
        self.xml = xml
        self.at = 0
        self.templates = 0
        self.drawings = 0

    def tags(self) -> Iterator[Tag]:
        text, search, rest, wanted = self.text, _MARKUP.search, _REST.match, _any_of(self.names).search
        skip, plain, find = _dull(self.names).match, _PLAIN.match, _plain(self.names).finditer
        while True:
            if dull := skip(text, self.at):
                self.at = dull.end()
            if not self.templates and (tag := plain(text, self.at)):
                self.at = tag.end()
                yield Tag(tag[1], _values(find(text, *tag.span())))
                continue
            match = search(text, self.at)
            if match is None:
                return
            name = match[1] or match[2]
            if not name:
                self._skip(match.start())
                continue
            start = match.end()
            end = rest(text, start)
            if end is None:  # a tag without an end is dropped with all that follows
                return
            self.at = end.end()
            name = name.lower()
            if name in _SPECIAL:
                yield from self._special(name, start)
            elif name[0] != "/" and not self.templates and wanted(text, start, self.at):
                yield Tag(name, self._attributes(start, self.at))

    def _special(self, name: str, start: int) -> Iterator[Tag]:
        """An element whose inside is read in another way."""
        closed = self.text[self.at - 2] == "/"
        is_end = name[0] == "/"
        if name.endswith("template"):
            self.templates = max(0, self.templates + (-1 if is_end else 1))
        elif name.endswith(("svg", "math")) and not closed:
            self.drawings = max(0, self.drawings + (-1 if is_end else 1))
        if is_end or name == "template":
            return
        if not self.templates:
            tag = Tag(name, self._attributes(start, self.at))
            yield tag if name != "style" or closed else tag._replace(style=self._inside(name))
        if name in _ENDS and not self.xml and not (closed and self.drawings):
            self.at = self._inside(name).end
        elif name == "plaintext" and not self.xml:
            self.at = len(self.text)

    def _inside(self, name: str) -> Value:
        """The raw text from here to the end of its element."""
        end = _ENDS[name].search(self.text, self.at)
        stop = end.start() if end else len(self.text)
        return Value(self.text[self.at : stop], self.at, stop)

    def _skip(self, start: int) -> None:
        """Go behind a comment or a declaration."""
        text = self.text
        if text.startswith("<!--", start):
            if not self.xml and text.startswith((">", "->"), start + 4):  # an empty comment, closed at once
                self.at = text.index(">", start) + 1
                return
            end = _COMMENT_END.search(text, start + 4)
            self.at = end.end() if end else len(text)
            return
        mark = "]]>" if text.startswith("<![CDATA[", start) and (self.xml or self.drawings) else ">"
        stop = text.find(mark, start)
        self.at = stop + len(mark) if stop >= 0 else len(text)

    def _attributes(self, start: int, end: int) -> dict[str, Value]:
        """Of two attributes of one name the first counts."""
        found: dict[str, Value] = {}
        names = self.names
        for match in _ATTRIBUTE.finditer(self.text, start, end - 1):
            name = match[1].lower()
            if name in names and name not in found and (group := match.lastindex or 1) > 1:
                value = match[group]
                found[name] = Value(unescaped(value) if "&" in value else value, *match.span(group))
        return found


def _values(found: Iterable[re.Match[str]]) -> dict[str, Value]:
    """Of two attributes of one name the first counts."""
    values: dict[str, Value] = {}
    for match in found:
        name, value = match.groups()
        if name not in values:
            values[name] = Value(unescaped(value) if "&" in value else value, *match.span(2))
    return values


def unescaped(value: str) -> str:
    """The value of an attribute, its character references resolved."""
    return _ENTITY.sub(_character, value)


def _character(match: re.Match[str]) -> str:
    """A character reference in an attribute: without its semicolon it is none before `=` or a letter."""
    name, semicolon, equals = match[1], match[2], match[3]
    if name is None:
        digits = match[0][2:].rstrip(";")
        is_hex = digits[0] in "xX"
        digits = digits[is_hex:].lstrip("0")[:9]  # more is no character anyhow
        number = int(digits or "0", 16 if is_hex else 10)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    if semicolon:
        return html5.get(f"{name};", f"&{name};") + equals
    return match[0] if equals else html5.get(name, match[0])
