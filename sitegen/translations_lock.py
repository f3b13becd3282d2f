"""translations.lock: which wordings of each block were last agreed on.

TOML in one strict form: for every chapter and pair of languages one line per pair of blocks, with what
kind of block it is, its id where it has one, and the digests of both wordings. Chapters, pairs and lines
are sorted, each stands on a line of its own and ends in a comma, so that two people's changes merge, and
a diff shows what was agreed on anew.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple, TypeAlias

from sitegen.diagnostics import Diagnostic, report
from sitegen.source import Source
from sitegen.values import dataclass

PATH = "translations.lock"
LIMIT = 16_000_000
"""Bytes: some 200,000 blocks."""

HEADER = "# Which wordings were last agreed on, block by block. Written by “sitegen translations accept”.\n"

Agreed: TypeAlias = tuple[str, str]
"""The digests of two blocks that answer each other."""

Key: TypeAlias = tuple[str, str, str]
"""A chapter (its file's stem) and two languages, in alphabetical order."""

_LINE = re.compile(
    r"""\s*(?:\#.*)?
      | \["(?P<chapter>[^"\\\x00-\x1f]+)"\]\s*
      | "(?P<one>[A-Za-z0-9-]+)[ ](?P<other>[A-Za-z0-9-]+)"\s*=\s*\[(?P<closed>\s*\])?\s*
      | \s*"(?P<name>[^"\\\x00-\x1f]*?)[ ]?(?P<here>[0-9a-f]{16})[ ](?P<there>[0-9a-f]{16})",?\s*
      | (?P<end>\s*\]\s*)
    """,
    re.VERBOSE,
)


class Line(NamedTuple):
    """One agreed pair: `name` says what it is (`quote #kein-geld`); it is for readers only."""

    name: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class TranslationsLock:
    """The agreed pairs. A pair that stands twice in the text stands twice here."""

    lines: Mapping[Key, tuple[Line, ...]] = field(default_factory=dict)

    def agreed(self, chapter: str, one: str, other: str) -> tuple[tuple[str, str, str], ...]:
        """Names and agreed digests, those of the language that is named first in front."""
        lines = self.lines.get(key(chapter, one, other), ())
        if one <= other:
            return lines
        return tuple((line.name, line.other, line.one) for line in lines)

    def of_chapters(self, chapters: Collection[str]) -> TranslationsLock:
        """The lock without the chapters that are gone."""
        return TranslationsLock({key: lines for key, lines in self.lines.items() if key[0] in chapters})

    def with_lines(self, changes: Mapping[Key, Iterable[Line]]) -> TranslationsLock:
        """The lock with other lines for some pairs; a pair without lines is gone."""
        merged = {**self.lines, **{name: tuple(sorted(lines)) for name, lines in changes.items()}}
        return TranslationsLock({name: lines for name, lines in merged.items() if lines})


def key(chapter: str, one: str, other: str) -> Key:
    first, second = sorted((one, other))
    return chapter, first, second


def line(chapter_languages: tuple[str, str], name: str, digests: Agreed) -> Line:
    """A line for two languages as they are given, in whatever order."""
    one, other = digests if chapter_languages[0] <= chapter_languages[1] else digests[::-1]
    return Line(name, one, other)


def read_lock(source: Source | None) -> tuple[TranslationsLock, tuple[Diagnostic, ...]]:
    """The lock of a publication; empty where there is no file. Each line that has not the tool's form is
    a finding (TRN001).
    """
    if source is None:
        return TranslationsLock(), ()
    lines: dict[Key, list[Line]] = {}
    found: list[Diagnostic] = []
    chapter, current = "", None
    for number, text in enumerate(source.text.split("\n"), 1):
        match = _LINE.fullmatch(text)
        if match is None or (match["here"] and current is None) or (match["one"] and not chapter):
            found.append(report("TRN001", source.line_span(number), text=_shown(text)))
        elif match["chapter"]:
            chapter, current = match["chapter"], None
        elif match["one"]:
            current = lines.setdefault(key(chapter, match["one"], match["other"]), [])
        elif match["here"] and current is not None:
            current.append(Line(match["name"], match["here"], match["there"]))
    return TranslationsLock({name: tuple(sorted(pairs)) for name, pairs in lines.items()}), tuple(found)


def lock_text(lock: TranslationsLock) -> str:
    """The file that `read_lock` reads."""
    parts = [HEADER]
    last = None
    for chapter, one, other in sorted(lock.lines):
        if chapter != last:
            parts.append(f'\n["{chapter}"]\n')
            last = chapter
        parts.append(f'"{one} {other}" = [\n{_lines(lock.lines[chapter, one, other])}]\n')
    return "".join(parts)


def _lines(lines: Sequence[Line]) -> str:
    return "".join(f'  "{" ".join(part for part in one if part)}",\n' for one in sorted(lines))


def _shown(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 40 else f"{text[:39]}…"
