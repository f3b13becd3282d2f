"""A style that keeps the forms it has made: one source is cited in many places, in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.styles.style import CitedItem, CitedPart, Style
from sitegen.model.document import Locator
from sitegen.model.nodes import Inlines

KEPT = 4096
"""So many forms of each kind are kept: what a chapter needs, and most of what its neighbours need."""


class Remembered:
    """Another style, each of whose forms is made once; see the protocol `Style`.

    A form depends on nothing but what it is asked for: entries are immutable, and told apart by
    identity.
    """

    def __init__(self, style: Style) -> None:
        self._style = style
        self.language = style.language
        keep = lru_cache(maxsize=KEPT)
        self._entry, self._label, self._sort_key = keep(style.entry), keep(style.label), keep(style.sort_key)
        self._first, self._later = keep(style.first_note), keep(style.later_note)
        self._ibid = keep(style.ibid)

    def entry(self, entry: Entry, suffix: str = "") -> Inlines:
        return self._entry(entry, suffix)

    def first_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        return self._first(entry, locator)

    def later_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        return self._later(entry, locator)

    def ibid(self, entry: Entry, locator: Locator | None, *, after_prefix: bool) -> Inlines:
        return self._ibid(entry, locator, after_prefix=after_prefix)

    def label(self, entry: Entry) -> Inlines:
        return self._label(entry)

    def sort_key(self, entry: Entry) -> tuple[object, ...]:
        return self._sort_key(entry)

    def bracket_parts(self, items: Sequence[CitedItem]) -> tuple[CitedPart, ...]:
        return self._style.bracket_parts(items)

    def bracket(self, items: Sequence[CitedItem]) -> Inlines:
        return self._style.bracket(items)

    def narrative_parts(self, item: CitedItem) -> tuple[CitedPart, ...]:
        return self._style.narrative_parts(item)

    def narrative(self, item: CitedItem) -> Inlines:
        return self._style.narrative(item)

    def locator(self, entry: Entry, locator: Locator, *, in_note: bool) -> str:
        return self._style.locator(entry, locator, in_note=in_note)

    def year(self, entry: Entry, suffix: str = "") -> str:
        return self._style.year(entry, suffix)

    def suffix(self, ordinal: int | None) -> str:
        return self._style.suffix(ordinal)
