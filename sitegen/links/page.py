"""What is read of a page that an address answered with: title, heading, text, anchors.

One pass from tag to tag, linear in the length whatever the page holds; nothing is run, and what
cannot be read as a tag is text. Comments and templates are no part of the page.
"""

from __future__ import annotations

import html
import re

from sitegen.values import dataclass

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?""")
_END = re.compile(r"[\s/]*>")
_RAW = frozenset({"script", "style", "template", "noscript", "textarea"})
_HEADINGS = ("title", "h1")
_DATA_SCRIPTS = ("application/ld+json", "application/json", "text/template", "text/x-template")
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Page:
    """Title and first heading, the text a reader sees, the anchors, and the scripts' own text."""

    title: str = ""
    heading: str = ""
    text: str = ""
    anchors: frozenset[str] = frozenset()
    has_script: bool = False
    scripts: str = ""


def is_html(content_type: str, body: bytes) -> bool:
    """By its type; where none is given, by its first sign."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind:
        return kind in {"text/html", "application/xhtml+xml"}
    return body.lstrip()[:1] == b"<"


def decoded(body: bytes, content_type: str) -> str:
    """The text: byte order mark, header, `meta`, then UTF-8; what does not fit is replaced."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.removeprefix(mark).decode(name, "replace")
    header = _HEADER_CHARSET.search(content_type)
    meta = _META_CHARSET.search(body[:4096])
    for name in (header[1] if header else "", meta[1].decode("ascii") if meta else "", "utf-8"):
        try:
            return body.decode(name, "replace") if name else body.decode("utf-8")
        except (LookupError, ValueError, UnicodeError):
            continue
    return body.decode("utf-8", "replace")


def read_page(text: str) -> Page:
    """Read a page of at most 1 MB."""
    return _Reader(text).page()


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.lower = source.lower() if len(source.lower()) == len(source) else source
        self.texts: list[str] = []
        self.anchors: set[str] = set()
        self.scripts: list[str] = []
        self.has_script = False
        self.marked: dict[str, int] = {}
        self.headings: dict[str, str] = {}
        self.absent: set[str] = set()

    def page(self) -> Page:
        position = 0
        while position < len(self.source):
            start = self.source.find("<", position)
            if start < 0:
                self.texts.append(self.source[position:])
                break
            self.texts.append(self.source[position:start])
            position = self._markup(start)
        text = _squeezed(self.texts)
        title, heading = (self.headings.get(name, "") for name in _HEADINGS)
        return Page(title, heading, text, frozenset(self.anchors), self.has_script, "\n".join(self.scripts))

    def _markup(self, start: int) -> int:
        """Read what begins with `<`; the offset behind it."""
        if self.source.startswith("<!--", start):
            return self._behind("-->", start + 4)
        if self.source.startswith(("<!", "<?"), start):
            return self._behind(">", start)
        tag = _TAG.match(self.source, start)
        if tag is None:
            self.texts.append("<")
            return start + 1
        name, is_end = tag[2].lower(), bool(tag[1])
        attributes, position = self._attributes(tag.end())
        self._note(name, attributes, is_end=is_end)
        if name in _RAW and not is_end:
            return self._raw(name, attributes, position)
        return position

    def _behind(self, mark: str, position: int) -> int:
        end = self.source.find(mark, position)
        return len(self.source) if end < 0 else end + len(mark)

    def _attributes(self, position: int) -> tuple[dict[str, str], int]:
        """The attributes of a tag and the offset behind it; a tag that does not end is the last."""
        found: dict[str, str] = {}
        while True:
            end = _END.match(self.source, position)
            if end:
                return found, end.end()
            match = _ATTRIBUTE.match(self.source, position)
            if match is None:
                close = self.source.find(">", position)
                return found, (close + 1 if close >= 0 else len(self.source))
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(match[1].lower(), html.unescape(value))
            position = match.end()

    def _note(self, name: str, attributes: dict[str, str], *, is_end: bool) -> None:
        if name in _HEADINGS:
            if not is_end:
                self.marked.setdefault(name, len(self.texts))
            elif name in self.marked and name not in self.headings:
                self.headings[name] = _squeezed(self.texts[self.marked[name] :])
        if is_end:
            return
        if attributes.get("id"):
            self.anchors.add(attributes["id"])
        if name == "a" and attributes.get("name"):
            self.anchors.add(attributes["name"])
        if name not in {"a", "b", "i", "em", "strong", "span"}:
            self.texts.append(" ")

    def _raw(self, name: str, attributes: dict[str, str], position: int) -> int:
        """Skip what is no text; the content of scripts is kept by itself."""
        mark = f"</{name}"
        end = -1 if mark in self.absent else self.lower.find(mark, position)
        if end < 0:
            self.absent.add(mark)
            if name in {"noscript", "textarea"}:
                return position
            end = len(self.source)
        if name == "script" and attributes.get("type", "").strip().lower() not in _DATA_SCRIPTS:
            self.has_script = True
            self.scripts.append(self.source[position:end])
        return end


def _squeezed(texts: list[str]) -> str:
    return " ".join(html.unescape("".join(texts)).split())
