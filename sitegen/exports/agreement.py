"""Agreeing on translations: which lines translations.lock gets."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sitegen.exports.translations import HEAD
from sitegen.model.alignment import Alignment
from sitegen.model.document import BlockSource, Interface
from sitegen.model.publication import Page, Publication
from sitegen.translations_lock import Key, Line, TranslationsLock, key, line

NAME_LENGTH = 4
"""Characters of a digest that are enough to name a block."""


def agree(
    publication: Publication, lock: TranslationsLock, chapters: Collection[str] = (), block: str = ""
) -> tuple[TranslationsLock, int]:
    """The lock after all wordings of these chapters (of all, where none is named) are agreed on as they
    are now, and how many pairs were not agreed on before. With `block` only the pairs of that id, or of
    digests that begin so.
    """
    pages = {
        (page.language, page.interface.stem): page
        for edition in publication.editions
        for page in edition.pages
    }
    changes: dict[Key, list[Line]] = {}
    fresh = 0
    for one in publication.alignments:
        source, target = pages.get((one.source, one.chapter)), pages.get((one.target, one.chapter))
        if source is None or target is None or (chapters and one.chapter not in chapters):
            continue
        name = key(one.chapter, one.source, one.target)
        known = lock.lines.get(name, ())
        current = list(_lines(one, source.interface, target.interface, block))
        fresh += sum(1 for new in set(current) if new not in known)
        changes[name] = [*_kept(known, current), *current] if block else current
    return lock.with_lines(changes), fresh


def names(page: Page, block: str) -> bool:
    """Whether a page has a block of that name."""
    return block == HEAD or any(_is_named(one, block) for one in page.interface.blocks)


def _lines(one: Alignment, source: Interface, target: Interface, block: str) -> Iterator[Line]:
    languages = (one.source, one.target)
    if block in {"", HEAD}:
        yield line(languages, HEAD, (source.head, target.head))
    for row in one.rows:
        if row.source is None or row.target is None:
            continue
        theirs, ours = source.blocks[row.source], target.blocks[row.target]
        if not block or _is_named(theirs, block) or _is_named(ours, block):
            yield line(languages, _label(theirs), (theirs.digest, ours.digest))


def _kept(known: tuple[Line, ...], current: list[Line]) -> list[Line]:
    """The lines that agreeing on some blocks leaves: all that name none of their wordings."""
    ones, others = {new.one for new in current}, {new.other for new in current}
    return [old for old in known if old.one not in ones and old.other not in others]


def _is_named(block: BlockSource, name: str) -> bool:
    return name == block.id or (len(name) >= NAME_LENGTH and block.digest.startswith(name))


def _label(block: BlockSource) -> str:
    return f"{block.kind} #{block.id}" if block.id else block.kind
