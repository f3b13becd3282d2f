"""Attribute lists: `{#id .class key=value key="two words"}` (Pandoc's, authoring.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s{}"'=#]+)
      | \.(?P<class>[^\s{}"'=]+)
      | (?P<key>[^\W\d][\w:.-]*)\s*=\s*(?:"(?P<quoted>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s{}"']*))
    )(?=[\s}])""",
    re.VERBOSE,
)
_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class Part:
    """One attribute: `name` is `id`, `class` or the key; the offsets count in the parsed text."""

    name: str
    value: str
    start: int
    end: int
    value_start: int


@dataclass(frozen=True, slots=True)
class AttributeList:
    """What stands between `{` and `}`; `start` and `end` hold the braces."""

    parts: tuple[Part, ...]
    start: int
    end: int

    def first(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(part.value for part in self.parts if part.name == "class")


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
    close = re.compile(r"\s*\}").match(text, position, end)
    return AttributeList(tuple(parts), start, close.end()) if close else None


def closing_brace(text: str, start: int, end: int) -> int:
    """The offset behind the first `}` on the same line as the `{` at `start`; -1 if there is none."""
    line_end = text.find("\n", start, end)
    found = text.find("}", start, line_end if line_end != -1 else end)
    return found + 1 if found != -1 else -1


def _part(match: re.Match[str]) -> Part:
    group = match.lastgroup or ""
    name = group if group in {"id", "class"} else match["key"]
    begin = match.start("id") - 1 if group == "id" else match.start("class") - 1 if group == "class" else -1
    start = begin if begin >= 0 else match.start("key")
    return Part(name, match[group].replace("\n", " "), start, match.end(), match.start(group))
