"""Fallbacks: the chapters that an edition lacks, shown there in another language's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sitegen.languages.slugs import unique
from sitegen.model.publication import Edition, Fallback, Page, Target
from sitegen.parse.front_matter import RESERVED


def with_fallbacks(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Every edition with what stands in for the chapters that only others have."""
    chapters: dict[str, list[Page]] = {}
    for edition in editions:
        for page in edition.chapters:
            chapters.setdefault(page.interface.stem, []).append(page)
    chosen = {stem: _chosen(pages) for stem, pages in chapters.items()}
    return tuple(replace(edition, fallbacks=_fallbacks(edition, chosen)) for edition in editions)


def borrowed(target: Target, fallback: Fallback) -> Target:
    """A place in a chapter, as a link of the edition that lacks it leads to it."""
    return replace(target, output=fallback.output)


def _chosen(pages: list[Page]) -> Page:
    """The first edition's in the order of sitegen.toml; a finished one before an unfinished one."""
    return min(pages, key=lambda page: page.interface.front_matter.partial)


def _fallbacks(edition: Edition, chosen: Mapping[str, Page]) -> tuple[Fallback, ...]:
    """In the order of the chapters. Each has the address of the page that it stands in for, unless
    the edition uses that for something else.
    """
    own = {page.interface.stem for page in edition.chapters}
    taken = {page.slug for page in edition.chapters} | RESERVED
    found: list[Fallback] = []
    for page in sorted(chosen.values(), key=lambda page: page.number or 0):
        stem = page.interface.stem
        if stem in own:
            continue
        address = page.slug if page.slug not in taken else unique(f"{page.slug}-{page.language}", taken)
        taken.add(address)
        output = f"{edition.language}/{address}.html"
        missing = f"content/{edition.language}/{stem}.md"
        found.append(Fallback(page.number or 0, output, page.interface.path, missing))
    return tuple(found)
