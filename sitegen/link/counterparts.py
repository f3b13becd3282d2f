"""Counterparts: the same chapter in the other languages, and what there answers what here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.model.alignment import Alignment
from sitegen.model.publication import Counterpart, Edition, Page


def bind_counterparts(editions: tuple[Edition, ...], alignments: Sequence[Alignment]) -> tuple[Edition, ...]:
    """Give every page its counterparts, in the order of the editions."""
    by_stem = {
        edition.language: {page.interface.stem: page for page in edition.pages} for edition in editions
    }
    partners = {
        (alignment.chapter, here, there): alignment.partners(here)
        for alignment in alignments
        for here, there in (
            (alignment.source, alignment.target),
            (alignment.target, alignment.source),
        )
    }
    return tuple(_bind(edition, by_stem, partners) for edition in editions)


def _bind(
    edition: Edition,
    by_stem: Mapping[str, Mapping[str, Page]],
    partners: Mapping[tuple[str, str, str], Mapping[int, int]],
) -> Edition:
    def bound(page: Page) -> Page:
        stem, here = page.interface.stem, page.language
        counterparts = tuple(
            _counterpart(page, other, partners[stem, here, there])
            for there, pages in by_stem.items()
            if there != here and (other := pages.get(stem))
        )
        return replace(page, counterparts=counterparts)

    return replace(
        edition,
        title_page=bound(edition.title_page) if edition.title_page else None,
        chapters=tuple(bound(page) for page in edition.chapters),
    )


def _counterpart(page: Page, other: Page, blocks: Mapping[int, int]) -> Counterpart:
    ours, theirs = page.interface.blocks, other.interface.blocks
    headings = {
        ours[here].anchor: theirs[there].anchor
        for here, there in blocks.items()
        if ours[here].kind == "heading"
    }
    return Counterpart(other.language, other.output, other.title, headings, blocks)
