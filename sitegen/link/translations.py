"""How the editions answer each other: which text is whose translation, and which blocks are in step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from sitegen.link.alignment import Pairs, align
from sitegen.link.staleness import HEAD, Pair, find_stale, pair_of
from sitegen.model.alignment import Alignment, Row
from sitegen.model.publication import Edition, Page
from sitegen.translations_lock import Agreed, TranslationsLock

Pages = Mapping[str, Page]
"""One chapter's pages by language."""


def bind_translations(editions: tuple[Edition, ...], lock: TranslationsLock) -> tuple[Alignment, ...]:
    """The alignments of all chapters, pair by pair, in the order of chapters and editions."""
    chapters: dict[str, dict[str, Page]] = {}
    for edition in editions:
        for page in edition.pages:
            chapters.setdefault(page.interface.stem, {})[edition.language] = page
    languages = tuple(edition.language for edition in editions)
    return tuple(
        alignment
        for stem in sorted(chapters)
        for alignment in _align_chapter(stem, chapters[stem], languages, lock)
    )


def source_of(language: str, pages: Pages, languages: Sequence[str]) -> tuple[str | None, bool]:
    """The language that a chapter's text was made from, and whether it says so itself. Where none does,
    it is compared with the first edition's; an original has none.
    """
    declared = _declared(language, pages)
    if declared:
        return declared, True
    originals = [one for one in languages if one in pages and not _declared(one, pages)]
    sources = {_declared(one, pages) for one in pages}
    named = [one for one in originals if one in sources]
    first = (named or originals or [one for one in languages if one in pages])[0]
    return (None if language == first else first), False


def _declared(language: str, pages: Pages) -> str | None:
    """What `translated_from` says, where that text is there and was not made from this one."""
    named = pages[language].interface.front_matter.translated_from if language in pages else None
    seen = {language}
    step = named
    while step is not None and step in pages and step not in seen:
        seen.add(step)
        step = pages[step].interface.front_matter.translated_from
    return named if named in pages and named != language and step not in seen else None


def _align_chapter(
    stem: str, pages: Pages, languages: Sequence[str], lock: TranslationsLock
) -> Iterator[Alignment]:
    sources = {language: source_of(language, pages, languages) for language in languages}
    named_sources = {page.interface.front_matter.translated_from for page in pages.values()}
    for one, other in combinations(languages, 2):
        if one not in pages and other not in pages:
            continue
        source, target = (other, one) if _is_source(other, one, sources) else (one, other)
        named, declared = sources[target]
        is_reported = named == source
        if source in pages and target in pages:
            yield _alignment(
                pages[source], pages[target], lock, is_reported=is_reported, declared=is_reported and declared
            )
        elif is_reported and target not in named_sources:
            yield _missing(stem, pages[source], target)


def _is_source(one: str, other: str, sources: Mapping[str, tuple[str | None, bool]]) -> bool:
    return sources[other][0] == one


def _missing(stem: str, page: Page, target: str) -> Alignment:
    rows = tuple(Row(number, None, "missing") for number in range(len(page.interface.blocks)))
    return Alignment(stem, page.language, target, declared=False, reported=True, rows=rows)


def _alignment(
    page: Page, translation: Page, lock: TranslationsLock, *, is_reported: bool, declared: bool
) -> Alignment:
    one, other = page.interface, translation.interface
    agreed = [Pair(*line) for line in lock.agreed(one.stem, one.language, other.language)]
    pairs = align(one.blocks, other.blocks, [pair.digests for pair in agreed])
    current = [pair_of(one.blocks[here], other.blocks[there]) for here, there in pairs]
    present = {block.digest for block in (*one.blocks, *other.blocks)}
    *was, head_was = find_stale(
        agreed, [*current, Pair(HEAD, one.head, other.head)], present, either=not declared
    )
    return Alignment(
        chapter=one.stem,
        source=one.language,
        target=other.language,
        declared=declared,
        reported=is_reported,
        rows=tuple(_rows(pairs, was, len(one.blocks), len(other.blocks))),
        head="stale" if head_was else "in_step",
        head_was=head_was,
    )


def _rows(pairs: Pairs, was: Sequence[tuple[Agreed, ...]], sources: int, targets: int) -> Iterator[Row]:
    """All blocks of both texts, in the order of the source; what only the translation has stands behind
    what comes before it there.
    """
    by_source = {source: (target, old) for (source, target), old in zip(pairs, was, strict=True)}
    paired = {target for _, target in pairs}
    following = _extras(paired, targets)
    yield from (Row(None, target, "extra") for target in following.get(-1, ()))
    for source in range(sources):
        if source not in by_source:
            yield Row(source, None, "missing")
            continue
        target, old = by_source[source]
        yield Row(source, target, "stale" if old else "in_step", old)
        yield from (Row(None, extra, "extra") for extra in following.get(target, ()))


def _extras(paired: set[int], targets: int) -> dict[int, list[int]]:
    """The blocks without partner, by the paired block before them (-1 at the beginning)."""
    extras: dict[int, list[int]] = {}
    last = -1
    for target in range(targets):
        if target in paired:
            last = target
        else:
            extras.setdefault(last, []).append(target)
    return extras
