"""The documentation read as data: its sections, fenced blocks, tables and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_FENCE = re.compile(r"(?P<marks>`{3,})(?P<info>[^`]*)$")
_HEADING = re.compile(r"#{1,6} +(?P<title>.+)")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_DROPPED = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: the words behind its marks, its text, and the line on which it begins."""

    words: tuple[str, ...]
    text: str
    line: int

    @property
    def kind(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def rest(self) -> str:
        """What follows the language: a path, or how the block is meant."""
        return " ".join(self.words[1:])


@dataclass(slots=True)
class Section:
    """What stands under one heading, of whatever level."""

    title: str
    fences: list[Fence] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def of(self, kind: str) -> list[Fence]:
        return [fence for fence in self.fences if fence.kind == kind]

    def column(self, number: int = 0) -> list[str]:
        """The words in code marks in one column of the section's tables."""
        rows = (line.strip("|").split("|") for line in self.lines if line.startswith("|"))
        return [word for row in rows for word in re.findall(r"`([^`]+)`", row[number])]


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the documentation."""

    path: str
    sections: tuple[Section, ...]

    @classmethod
    @cache
    def read(cls, path: str) -> Page:
        return cls(path, tuple(_sections((ROOT / path).read_text(encoding="utf-8"))))

    def section(self, title: str) -> Section:
        found = [one for one in self.sections if one.title == title]
        assert found, f"{self.path} has no section “{title}”"
        return found[0]

    def fences(self, kind: str) -> list[Fence]:
        return [fence for section in self.sections for fence in section.of(kind)]

    @property
    def prose(self) -> str:
        """The text without fenced blocks."""
        return "\n".join(line for section in self.sections for line in section.lines)

    @property
    def links(self) -> list[str]:
        return _LINK.findall(_CODE.sub("", self.prose))

    @property
    def anchors(self) -> set[str]:
        """The ids of the headings, as forges make them."""
        return {_DROPPED.sub("", one.title.lower()).replace(" ", "-") for one in self.sections}


@cache
def pages() -> tuple[str, ...]:
    """Every page of the repository's own documentation."""
    paths = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in paths))


def _sections(text: str) -> Iterator[Section]:
    section = Section("")
    lines = enumerate(text.splitlines(), 1)
    for number, line in lines:
        opening = _FENCE.match(line)
        heading = _HEADING.match(line)
        if opening:
            words = tuple(opening["info"].split())
            body: list[str] = []
            for _, inner in lines:
                if inner.rstrip() == opening["marks"]:
                    break
                body.append(inner)
            section.fences.append(Fence(words, "".join(f"{one}\n" for one in body), number))
            continue
        if heading:
            yield section
            section = Section(heading["title"])
        section.lines.append(line)
    yield section
