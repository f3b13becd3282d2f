"""Worklists as one Markdown file, for translators who write in a text editor.

Every unit begins with a line of its own, `<!-- unit … -->`; the source follows as a block quote, with
what its placeholders stand for, and then the translation, up to the next unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.diagnostics.messages import visible
from sitegen.diagnostics.row import N_
from sitegen.exchange.returned import (
    LIMIT,
    NO_WORKLIST,
    NOT_UTF8,
    TOO_LARGE,
    Returned,
    ReturnedList,
    Unreadable,
)
from sitegen.exchange.units import Unit, Worklist
from sitegen.source import Source, Span

ENDING = ".md"
EXPLAINED = N_(
    "Under each quoted source stands its translation: write it there, or change it. Leave the lines that"
    " begin with `<!--` as they are. Signs such as ⟦1⟧ stand for citations, footnote marks, addresses and"
    " other things that are not translated: put each of them where it belongs in your sentence, exactly once."
)

_HEAD = re.compile(r"<!-- worklist ([\w-]+) ([\w-]+) -->")
_UNIT = re.compile(r"<!-- unit (.+):([\w.-]+) \S+ \S+ ([0-9a-f]{16}) ([0-9a-f]{16}) -->")
_OURS = r"<!-- (?:unit|chapter|worklist) "
_MARKER = re.compile(_OURS)
_ESCAPED = re.compile(rf"^\\(?=\\*{_OURS})", re.MULTILINE)
_ESCAPE = re.compile(rf"^(?=\\*{_OURS})", re.MULTILINE)


def write(worklist: Worklist, explained: str = EXPLAINED) -> bytes:
    """The file, in UTF-8; `explained` says in the translator's language what to do."""
    lines = [f"<!-- worklist {worklist.source} {worklist.target} -->", "", explained, ""]
    for chapter in worklist.chapters:
        lines += [f"<!-- chapter {chapter.chapter}: {visible(chapter.title)} -->", ""]
        for unit in chapter.units:
            lines += _unit(unit)
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "surrogatepass")


def read(data: bytes, path: str) -> ReturnedList:
    """The units of a file that came back. Unreadable where it is no worklist of ours."""
    if len(data) > LIMIT:
        raise Unreadable(TOO_LARGE)
    try:
        lines = Source.of(path, data.decode("utf-8")).text.split("\n")
    except UnicodeDecodeError:
        raise Unreadable(NOT_UTF8) from None
    head = next((found for line in lines if (found := _HEAD.fullmatch(line.rstrip()))), None)
    if head is None:
        raise Unreadable(NO_WORKLIST)
    return ReturnedList(head[1], head[2], tuple(_units(lines, path)), Span(path))


def _unit(unit: Unit) -> Iterator[str]:
    digests = f"{unit.source_digest} {unit.target_digest}"
    yield f"<!-- unit {unit.id} {unit.kind} {unit.state} {digests} -->"
    yield from (f"> {line}".rstrip(" ") for line in unit.source_text.split("\n"))
    if unit.placeholders:
        yield ">"
        yield from (f"> ⟦{one.number}⟧ = {visible(one.shown)}" for one in unit.placeholders)
    yield from ("", _ESCAPE.sub(r"\\", unit.target_text), "")


def _units(lines: Sequence[str], path: str) -> Iterator[Returned]:
    starts = [number for number, line in enumerate(lines) if _MARKER.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _UNIT.fullmatch(lines[start].rstrip())
        if not found:
            if lines[start].startswith("<!-- unit "):
                raise Unreadable(NO_WORKLIST, start + 1)
            continue
        first = start + 1
        while first < end and lines[first].startswith(">"):
            first += 1
        while first < end - 1 and not lines[first].strip():
            first += 1
        text = _ESCAPED.sub("", "\n".join(lines[first:end])).strip("\n")
        yield Returned(found[1], found[2], found[3], found[4], text, Span(path, first + 1, 1, first + 1, 2))
