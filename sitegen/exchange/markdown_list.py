"""Worklists as one Markdown file, for translators who write in a text editor.

Every unit begins with a line of its own, `<!-- unit … -->`; the source follows as a block quote, with
what its placeholders stand for, and then the translation, up to the next unit. A line that was such a one
once, as far as can be seen, still ends the unit before it.
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
    Nameless,
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

_HEAD = re.compile(r"<!-- worklist ([\w-]+) ([\w-]+)(?: ([0-9]{1,9}))? -->")
_UNIT = re.compile(r"<!-- unit (.+):([\w.-]+) \S+ \S+ ([0-9a-f]{16}) ([0-9a-f]{16}) -->")
_OURS = (
    r"(?:[ \t]*+<[ \t]*+!?[ \t]*+[-–—]*+[ \t]*+(?:unit|chapter|worklist)\b"
    r"|[^\w\n>\\]*+(?:unit\b|\S+:[\w.-]+ ).*\b[0-9a-f]{16} [0-9a-f]{16}\b)"
)
"""A line that the list is divided by, with damaged signs around it too."""
_MARKER = re.compile(_OURS, re.IGNORECASE)
_UNITLESS = re.compile(r"\W*(?:(chapter)|worklist)\b", re.IGNORECASE)
_ESCAPED = re.compile(rf"^\\(?=\\*+{_OURS})", re.MULTILINE | re.IGNORECASE)
_ESCAPE = re.compile(rf"^(?=\\*+{_OURS})", re.MULTILINE | re.IGNORECASE)


def write(worklist: Worklist, explained: str = EXPLAINED) -> bytes:
    """The file, in UTF-8; `explained` says in the translator's language what to do."""
    head = f"<!-- worklist {worklist.source} {worklist.target} {worklist.count} -->"
    lines = [head, "", explained, ""]
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
    return ReturnedList.of((head[1], head[2]), list(_units(lines, path)), Span(path), head[3])


def _unit(unit: Unit) -> Iterator[str]:
    digests = f"{unit.source_digest} {unit.target_digest}"
    yield f"<!-- unit {unit.id} {unit.kind} {unit.state} {digests} -->"
    yield from (f"> {line}".rstrip(" ") for line in unit.source_text.split("\n"))
    if unit.placeholders:
        yield ">"
        yield from (f"> ⟦{one.number}⟧ = {visible(one.shown)}" for one in unit.placeholders)
    yield from ("", _ESCAPE.sub(r"\\", unit.target_text), "")


def _units(lines: Sequence[str], path: str) -> Iterator[Returned | Nameless]:
    starts = [number for number, line in enumerate(lines) if _MARKER.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _UNIT.fullmatch(lines[start].strip())
        first = _behind_source(lines, start + 1, end)
        text = _ESCAPED.sub("", "\n".join(lines[first:end])).strip("\n")
        if found:
            span = Span(path, first + 1, 1, first + 1, 2)
            yield Returned(found[1], found[2], found[3], found[4], text, span)
        elif _is_nameless(lines[start], lines[start + 1 : end]):
            source = " ".join(line.lstrip("> ") for line in lines[start + 1 : first])
            yield Nameless(text or source, Span(path, start + 1, 1, start + 1, 2))


def _behind_source(lines: Sequence[str], first: int, end: int) -> int:
    """Where a translation begins, behind the quoted source and the empty lines after it."""
    while first < end and lines[first].startswith(">"):
        first += 1
    while first < end - 1 and not lines[first].strip():
        first += 1
    return first


def _is_nameless(marker: str, lines: Sequence[str]) -> bool:
    """Whether a line that names no unit stands before one: before a chapter's first one nothing stands."""
    other = _UNITLESS.match(marker)
    return not other or bool(other[1] and any(line.strip() for line in lines))
