"""What every citation style offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.styles.runs import ending
from sitegen.model.document import Locator
from sitegen.model.nodes import Inlines, LanguageSpan, Text
from sitegen.values import dataclass

NO_STOP_TAKEN = (
    "o.\xa0J.",
    "u.\xa0a.",
    "\xa0f.",
    "\xa0ff.",
    "n.\xa0d.",
    "\xa0al.",
    "др.",
    "г.",
    "ін.",
    "след.",
    "наст.",
    "Ebd.",
    "ebd.",
    "Ibid.",
    "ibid.",
    "Aufl.",
    "изд.",
    "вид.",
    "\xa0ed.",
    "\xa0с.",
    "\xa0S.",
    "\xa0p.",
)
"""Abbreviations: their full stop is their own."""


@dataclass(frozen=True, slots=True)
class CitedItem:
    """One source of an author-date bracket. `year_suffix` counts from 0."""

    entry: Entry
    prefix: Inlines = ()
    locator: Locator | None = None
    suffix: Inlines = ()
    suppress_author: bool = False
    year_suffix: int | None = None


@dataclass(frozen=True, slots=True)
class CitedPart:
    """A run of an author-date form: that of source number `item`, or what stands around the sources."""

    children: Inlines
    item: int | None = None


class Style(Protocol):
    """The forms of a reference in one edition (citations.md, sections 3 to 5)."""

    @property
    def language(self) -> str:
        """The edition's language."""

    def entry(self, entry: Entry, suffix: str = "") -> Inlines:
        """The form in the list of sources; `suffix` parts works of one year (`a` in `2021a`)."""

    def first_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        """The form of a note where the source is named for the first time on its page."""

    def later_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        """The short form of any further note."""

    def ibid(self, entry: Entry, locator: Locator | None, *, after_prefix: bool) -> Inlines:
        """The form where the note just before cites the same source and nothing else."""

    def bracket_parts(self, items: Sequence[CitedItem]) -> tuple[CitedPart, ...]:
        """Author-date form of one or several sources, brackets included."""

    def bracket(self, items: Sequence[CitedItem]) -> Inlines:
        """The same as one run."""

    def narrative_parts(self, item: CitedItem) -> tuple[CitedPart, ...]:
        """Author-date form where the author is part of the sentence."""

    def narrative(self, item: CitedItem) -> Inlines:
        """The same as one run."""

    def label(self, entry: Entry) -> Inlines:
        """What stands for the source in the text."""

    def locator(self, entry: Entry, locator: Locator, *, in_note: bool) -> str:
        """A place in the source, with the label of this edition."""

    def year(self, entry: Entry, suffix: str = "") -> str:
        """The year of the source as the text shows it."""

    def suffix(self, ordinal: int | None) -> str:
        """The letter that parts works of one year: number 0 is the first; empty for None."""

    def sort_key(self, entry: Entry) -> tuple[object, ...]:
        """The place of an entry in the list of sources: total and the same on every machine."""


def unstopped(nodes: Inlines) -> Inlines:
    """A note without its closing full stop, for one that goes on; an abbreviation keeps its own."""
    if not ending(nodes).endswith(".") or ending(nodes).endswith(NO_STOP_TAKEN):
        return nodes
    *before, last = nodes
    match last:
        case Text(value):
            return (*before, Text(value[:-1])) if value != "." else tuple(before)
        case LanguageSpan(lang, children):
            return (*before, LanguageSpan(lang, unstopped(children)))
        case _:
            return nodes
