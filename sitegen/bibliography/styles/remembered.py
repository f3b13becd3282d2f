"""A style that keeps the forms it has made: one source is cited in many places, in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.styles.phrases import pages
from sitegen.bibliography.styles.style import CitedItem, CitedPart, Style
from sitegen.model.document import Locator
from sitegen.model.nodes import Inline, Inlines, LanguageSpan, Text

KEPT = 4096
"""So many forms of each kind are kept: what a chapter needs, and most of what its neighbours need."""
_NUMBER = "\ufdd0"
"""Stands for a number: a sign that is in no text (Unicode, *Noncharacters*)."""


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

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._style,)

    def entry(self, entry: Entry, suffix: str = "") -> Inlines:
        return self._entry(entry, suffix)

    def first_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        """Notes cite a source at many pages, and differ in nothing but the number."""
        if locator is None or not _is_number(locator) or locator.value == pages(entry):
            return self._first(entry, locator)
        return _numbered(self._first(entry, Locator(locator.kind, _NUMBER)), locator.value)

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


def _is_number(locator: Locator) -> bool:
    return bool(locator.kind) and not locator.more and locator.value.isdecimal()


def _numbered(form: Inlines, number: str) -> Inlines:
    return tuple(_numbered_one(node, number) for node in form)


def _numbered_one(node: Inline, number: str) -> Inline:
    match node:
        case Text(value) if _NUMBER in value:
            return Text(value.replace(_NUMBER, number))
        case LanguageSpan(language, children):
            return LanguageSpan(language, _numbered(children, number))
        case _:
            return node
