"""The wordings of stale blocks that were agreed on, as far as git knows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from sitegen.exports.translations import TranslationStatus
from sitegen.history import versions
from sitegen.model.document import Interface
from sitegen.parse.chapter import parse
from sitegen.source import Source, Span
from sitegen.values import dataclass

_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")
_NOTE = re.compile(r"^\[\^([^\[\]\s]+)\]:[ \t]*(.*(?:\n(?: {4}|\t).*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An old wording: the commit that held it, its place there, its source text."""

    commit: str
    place: Span
    text: str


def earlier_wordings(root: Path, statuses: Iterable[TranslationStatus], today: date) -> Mapping[str, Earlier]:
    """The old wordings of all stale blocks by their digest; each file's history is read only as far back
    as something is still looked for.
    """
    found: dict[str, Earlier] = {}
    wanted: dict[tuple[str, str], set[str]] = {}
    for status in statuses:
        for block in status.blocks:
            for language, place, was in (
                (status.source, block.source_place, block.source_was),
                (status.language, block.place, block.was),
            ):
                if place and was:
                    wanted.setdefault((place.path, language), set()).update(was)
    for (path, language), digests in wanted.items():
        found |= _search(root, path, language, digests, today)
    return found


def wording(source: Source, span: Span) -> str:
    """The lines of a block as the author typed them, and the texts of its footnotes."""
    text = "\n".join(source.line(number) for number in range(span.line, span.end_line + 1))
    labels = _MARK.findall(text)
    notes = dict(_NOTE.findall(source.text)) if labels else {}
    return "\n".join([text, *(f"[^{label}]: {notes[label]}" for label in labels if label in notes)])


def _search(root: Path, path: str, language: str, digests: set[str], today: date) -> dict[str, Earlier]:
    found: dict[str, Earlier] = {}
    for version in versions(root, path):
        if not digests - found.keys():
            break
        source = Source.of(path, version.text)
        document, _ = parse(source, language, (language,), today)
        for digest, place, text in _wordings(source, document.interface):
            if digest in digests:
                found.setdefault(digest, Earlier(version.commit, place, text))
    return found


def _wordings(source: Source, interface: Interface) -> Iterator[tuple[str, Span, str]]:
    """Digest, place and text of the head and of every block."""
    front = interface.front_matter
    yield interface.head, front.span("title") or Span(source.path), head_wording(interface)
    for block in interface.blocks:
        yield block.digest, block.span, wording(source, block.span)


def head_wording(interface: Interface) -> str:
    """Title, subtitle and abstract."""
    front = interface.front_matter
    return " | ".join(part for part in (front.title, front.subtitle, *front.abstract) if part)
