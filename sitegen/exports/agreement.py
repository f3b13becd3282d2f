"""Agreeing on translations: which lines translations.lock gets."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sitegen.link.staleness import HEAD, pair_of
from sitegen.model.alignment import Alignment
from sitegen.model.document import BlockSource, Interface
from sitegen.model.publication import Page, Publication
from sitegen.translations_lock import Key, Line, TranslationsLock, key, line

NAME_LENGTH = 4
"""Characters of a digest that are enough to name a block."""


def agree(
    publication: Publication, lock: TranslationsLock, chapters: Collection[str] = (), block: str | None = None
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
        fresh += _fresh(known, current)
        changes[name] = current if block is None else [*_kept(known, current), *current]
    return lock.with_lines(changes), fresh


def names(page: Page, block: str) -> bool:
    """Whether a page has a block of that name."""
    return block == HEAD or any(_is_named(one, block) for one in page.interface.blocks)


def _lines(one: Alignment, source: Interface, target: Interface, block: str | None) -> Iterator[Line]:
    languages = (one.source, one.target)
    if block in {None, HEAD}:
        yield line(languages, HEAD, (source.head, target.head))
    for row in one.rows:
        if row.source is None or row.target is None:
            continue
        theirs, ours = source.blocks[row.source], target.blocks[row.target]
        if block is None or _is_named(theirs, block) or _is_named(ours, block):
            pair = pair_of(theirs, ours)
            yield line(languages, pair.name, pair.digests)


def _fresh(known: tuple[Line, ...], current: list[Line]) -> int:
    """How many pairs are agreed on anew; a title that nothing was known of goes with its chapter."""
    heads_known = any(one.name == HEAD for one in known)
    fresh = (new for new in set(current) if new not in known)
    return sum(1 for new in fresh if new.name != HEAD or heads_known or len(current) == 1)


def _kept(known: tuple[Line, ...], current: list[Line]) -> list[Line]:
    """The lines that agreeing on some blocks leaves: all that name none of their wordings, nor their ids."""
    ones, others = {new.one for new in current}, {new.other for new in current}
    names = {new.name for new in current if new.name == HEAD or "#" in new.name}
    return [old for old in known if old.one not in ones and old.other not in others and old.name not in names]


def _is_named(block: BlockSource, name: str) -> bool:
    return (name != "" and name == block.id) or (len(name) >= NAME_LENGTH and block.digest.startswith(name))
