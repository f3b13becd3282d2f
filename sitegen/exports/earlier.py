"""The wording of a stale block's source that its translation was made from, as far as git knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen.exports.translations import TranslationStatus
from sitegen.history import versions
from sitegen.parse import parse
from sitegen.source import Source, Span


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
            if block.was and block.source_place:
                wanted.setdefault((block.source_place.path, status.source), set()).update(block.was)
    for (path, language), digests in wanted.items():
        found |= _search(root, path, language, digests, today)
    return found


def _search(root: Path, path: str, language: str, digests: set[str], today: date) -> dict[str, Earlier]:
    found: dict[str, Earlier] = {}
    for version in versions(root, path):
        if not digests - found.keys():
            break
        source = Source.of(path, version.text)
        document, _ = parse(source, language, (language,), today)
        for block in document.interface.blocks:
            if block.digest in digests:
                found.setdefault(
                    block.digest, Earlier(version.commit, block.span, wording(source, block.span))
                )
    return found


def wording(source: Source, span: Span) -> str:
    """The lines of a block as the author typed them."""
    return "\n".join(source.line(number) for number in range(span.line, span.end_line + 1))
