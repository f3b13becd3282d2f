"""Attribute lists: `{#id .class key=value key="two words"}` (Pandoc's, authoring.md)."""

from __future__ import annotations

import re

from sitegen.values import dataclass

_PART = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s{}"'=#]+)
      | \.(?P<class>[^\s{}"'=]+)
      | (?P<key>[^\W\d][\w:.-]*)\s*=
        (?:\s*"(?P<quoted>(?:[^"\\]|\\.)*)"|\s*'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s{}"']*))
    )(?=[\s}])""",
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"\s*\}")
_ID = re.compile(r"(?<=[\s{])#([^\s{}\"'=#]+)(?=[\s}])")
_ESCAPED = re.compile(r"\\([\\\"'])")
_LINK_END = re.compile(r"\]\([^()]*\)$")
_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """One attribute: `name` is `id`, `class` or the key; the offsets count in the parsed text."""

    name: str
    value: str
    start: int
    end: int
    value_start: int
    value_end: int


@dataclass(frozen=True, slots=True)
class AttributeList:
    """What stands between `{` and `}`; `start` and `end` hold the braces."""

    parts: tuple[Part, ...]
    start: int
    end: int

    def first(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)

    @property
    def classes(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.name == "class")


def read_attributes(text: str, start: int, end: int | None = None) -> AttributeList | None:
    """The attribute list that begins with the `{` at `start`; None where there is no such list."""
    end = min(len(text) if end is None else end, start + _LIMIT)
    if text[start : start + 1] != "{":
        return None
    parts: list[Part] = []
    position = start + 1
    while match := _PART.match(text, position, end):
        parts.append(_part(match))
        position = match.end()
    close = _END.match(text, position, end)
    return AttributeList(tuple(parts), start, close.end()) if close else None


def trailing(text: str) -> tuple[int, AttributeList | None] | None:
    """Where the braces at the end of a text begin, and what they hold. None where there are none,
    where they belong to a span or link, or where they are plain words: nothing in them looks like an
    attribute.
    """
    kept = text.rstrip()
    start = kept.rfind("{") if kept.endswith("}") else -1
    if start < 0 or kept.endswith("]", 0, start) or _LINK_END.search(kept, max(0, start - _LIMIT), start):
        return None
    attributes = read_attributes(kept, start)
    if attributes is None and kept[start + 1 : start + 2] not in ("#", "."):
        return None
    return start, attributes


def closing_brace(text: str, start: int, end: int) -> int:
    """The offset behind the first `}` on the same line as the `{` at `start`; -1 if there is none."""
    line_end = text.find("\n", start, end)
    found = text.find("}", start, line_end if line_end != -1 else end)
    return found + 1 if found != -1 else -1


def lost_id(text: str) -> str:
    """The id in a list that cannot be read; empty if there is none."""
    found = _ID.search(text)
    return found[1] if found else ""


def _part(match: re.Match[str]) -> Part:
    group = match.lastgroup or ""
    sign = group in {"id", "class"}
    value = _ESCAPED.sub(r"\1", match[group]) if group in {"quoted", "single"} else match[group]
    return Part(
        name=group if sign else match["key"],
        value=value.replace("\n", " "),
        start=match.start(group) - 1 if sign else match.start("key"),
        end=match.end(),
        value_start=match.start(group),
        value_end=match.end(group),
    )
