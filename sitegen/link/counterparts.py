"""Counterparts: the same chapter in the other languages, and which heading answers which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sitegen.model.publication import Counterpart, Edition, Page


def bind_counterparts(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Give every page its counterparts, in the order of the editions."""
    by_stem = {
        edition.language: {page.interface.stem: page for page in edition.pages} for edition in editions
    }
    return tuple(_bind(edition, by_stem) for edition in editions)


def pair_headings(one: Page, other: Page) -> Mapping[str, str]:
    """Ids of headings here to those there: by explicit ids that both name, else in order where both
    pages have the same levels in the same order; nothing is guessed otherwise.
    """
    ours, theirs = one.interface.headings, other.interface.headings
    explicit = {heading.id for heading in theirs if heading.explicit}
    shared = {heading.id: heading.id for heading in ours if heading.explicit and heading.id in explicit}
    if [heading.level for heading in ours] != [heading.level for heading in theirs]:
        return shared
    in_order = {a.id: b.id for a, b in zip(ours, theirs, strict=True)}
    agree = all(in_order[anchor] == anchor for anchor in shared)
    return in_order if agree else shared


def _bind(edition: Edition, by_stem: Mapping[str, Mapping[str, Page]]) -> Edition:
    def bound(page: Page) -> Page:
        return replace(page, counterparts=_counterparts(page, by_stem))

    return replace(
        edition,
        title_page=bound(edition.title_page) if edition.title_page else None,
        chapters=tuple(bound(page) for page in edition.chapters),
    )


def _counterparts(page: Page, by_stem: Mapping[str, Mapping[str, Page]]) -> tuple[Counterpart, ...]:
    return tuple(
        Counterpart(language, other.output, other.title, pair_headings(page, other))
        for language, pages in by_stem.items()
        if language != page.language and (other := pages.get(page.interface.stem))
    )
