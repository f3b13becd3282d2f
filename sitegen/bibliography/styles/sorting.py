"""The order of a list of sources, and the letters for works of one year (citations.md, section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, total_ordering

from sitegen.bibliography.entry import Entry
from sitegen.languages.collation import primary_key

_ELIDED = re.compile(r"(?:d|l|dell|dall|nell|sull)[’']", re.IGNORECASE)


def list_key(entry: Entry, language: str, shown: Sequence[tuple[str, str]]) -> tuple[object, ...]:
    """By the shown heading without particles, then date, title, key. `shown` holds family and given
    name of each person, or the words of another heading with an empty second part.
    """
    sortname = entry.plain("sortname")
    parts = [(sortname, "")] if sortname else shown
    heading = tuple(
        (primary_key(_bare(first), language), primary_key(second, language)) for first, second in parts
    )
    date = entry.date.key() if entry.date else (0, 0, 0)
    return heading, date, _Late(entry.plain("title"), language), entry.key


@total_ordering
class _Late:
    """A title's place in the order, found only where headings and dates are the same."""

    def __init__(self, text: str, language: str) -> None:
        self._text, self._language = text, language

    @cached_property
    def _key(self) -> tuple[int, ...]:
        return primary_key(self._text, self._language)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Late) and self._key == other._key

    def __lt__(self, other: _Late) -> bool:
        return self._key < other._key

    def __hash__(self) -> int:
        return hash(self._key)


def _bare(family: str) -> str:
    """A family name without an elided particle that grew into it (`d’Ivoire`)."""
    match = _ELIDED.match(family)
    return family[match.end() :] if match and family[:1].islower() else family


def group_years(labelled: Iterable[tuple[Entry, str]]) -> Mapping[str, int]:
    """The place of each entry among those of the same label and year; only where there are several.
    Ordered by date, title and key, so that all editions agree.
    """
    groups: dict[str, list[Entry]] = {}
    for entry, label in labelled:
        groups.setdefault(label, []).append(entry)
    found: dict[str, int] = {}
    for group in groups.values():
        if len(group) > 1:
            found.update((entry.key, number) for number, entry in enumerate(sorted(group, key=_age)))
    return found


def _age(entry: Entry) -> tuple[object, ...]:
    return entry.date.key() if entry.date else (0, 0, 0), entry.plain("title"), entry.key
