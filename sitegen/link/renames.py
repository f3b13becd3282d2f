"""Renamed chapters: what was agreed on goes with the words, not with the file's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.link.editions import name_of
from sitegen.model.document import Interface
from sitegen.translations_lock import TranslationsLock


def with_renames(lock: TranslationsLock, interfaces: Iterable[Interface]) -> TranslationsLock:
    """The lock with the tables of chapters that are gone given to those that hold their words: at least half
    of them, or the same file name but for its number. A chapter that has a table keeps it.
    """
    tables = {chapter for chapter, _, _ in lock.lines}
    chapters: dict[str, list[Interface]] = {}
    for interface in interfaces:
        chapters.setdefault(interface.stem, []).append(interface)
    gone = tables - chapters.keys()
    if not gone:
        return lock
    digests = _digests(lock, gone)
    renamed: dict[str, str] = {}
    for stem in sorted(chapters.keys() - tables):
        old = _former(stem, chapters[stem], gone - renamed.keys(), digests)
        if old:
            renamed[old] = stem
    return TranslationsLock(
        {
            (renamed.get(chapter, chapter), one, other): lines
            for (chapter, one, other), lines in lock.lines.items()
        }
    )


def _digests(lock: TranslationsLock, gone: set[str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for (chapter, _, _), lines in lock.lines.items():
        if chapter in gone:
            found.setdefault(chapter, set()).update(digest for line in lines for digest in line[1:])
    return {chapter: frozenset(digests) for chapter, digests in found.items()}


def _former(
    stem: str, interfaces: list[Interface], gone: set[str], digests: Mapping[str, frozenset[str]]
) -> str | None:
    """The name that a chapter had when its wordings were agreed on."""
    present = {block.digest for one in interfaces for block in one.blocks}
    shared = Counter({old: len(digests[old] & present) for old in sorted(gone)})
    best, count = shared.most_common(1)[0] if shared else ("", 0)
    if best and 2 * count >= len(digests[best]):
        return best
    return next((old for old in sorted(gone) if name_of(old) == name_of(stem)), None)
