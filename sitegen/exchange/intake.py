"""Intake: returned worklists judged unit by unit, and the chapters with what is sound of them.

All findings come in one run. A unit with a finding is left out, the others are taken; what came back as
it went out changes nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.exchange.chapter import Rules
from sitegen.exchange.drafts import Drafting, Taken
from sitegen.exchange.placeholders import MARK, Placeholder
from sitegen.exchange.placement import Text
from sitegen.exchange.returned import Returned, ReturnedList, excerpt
from sitegen.exchange.units import ChapterPair, Pair, digest
from sitegen.exchange.wording import lost_emphasis, worklist_line
from sitegen.values import dataclass

_BRACKET = re.compile("[⟦⟧]")


@dataclass(frozen=True, slots=True)
class Intake:
    """What an import makes: the new bytes of each file, the units that were taken, how many came back
    untouched, and what is wrong.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    taken: tuple[Taken, ...] = ()
    untouched: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()


def take_back(
    lists: Iterable[ReturnedList], chapters: Sequence[ChapterPair], files: Mapping[str, bytes], rules: Rules
) -> Intake:
    """Put returned translations into their chapters. `files` are the bytes of the translations."""
    found: list[Diagnostic] = []
    drafting = Drafting(files, rules, found)
    by_direction: dict[tuple[str, str], list[ReturnedList]] = {}
    for one in lists:
        by_direction.setdefault((one.source, one.target), []).append(one)
    untouched = 0
    for direction, returned in by_direction.items():
        known = [one for one in chapters if (one.alignment.source, one.alignment.target) == direction]
        if not known:
            source, target = direction
            found += (report("XCH012", one.span, source=source, target=target) for one in returned)
            continue
        sorting = _Sorting(known, found)
        for one in returned:
            sorting.take(one)
        untouched += sorting.untouched
        for chapter in known:
            if texts := sorting.accepted.get(chapter.alignment.chapter):
                drafting.chapter(chapter, texts)
    return Intake(drafting.files, tuple(drafting.taken), untouched, tuple(found))


class _Sorting:
    """Finds for every returned unit of one direction what it answers, and judges it by itself."""

    def __init__(self, chapters: Sequence[ChapterPair], found: list[Diagnostic]) -> None:
        self.pairs = {one.alignment.chapter: {pair.unit.key: pair for pair in one.pairs} for one in chapters}
        self.found = found
        self.accepted: dict[str, dict[str, tuple[Text, Returned]]] = {}
        self.first: dict[str, str] = {}
        self.untouched = 0

    def take(self, returned: ReturnedList) -> None:
        for one in returned.units:
            self._unit(one)
        self.found += (one.diagnostic() for one in returned.nameless)
        if returned.missing:
            path = returned.span.path
            self.found.append(
                report("XCH018", returned.span, file=path, count=returned.missing, total=returned.sent)
            )

    def _unit(self, one: Returned) -> None:
        text = one.text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
        if not text.strip() or digest(text) == one.target_digest:
            self.untouched += 1
            return
        pair = self._pair(one)
        if pair is None:
            return
        unit = pair.unit
        if digest(text) == unit.target_digest:
            self.untouched += 1
        elif self.first.setdefault(unit.id, text) != text:
            self.found.append(report("XCH013", one.span, unit=unit.id))
        elif unit.target_digest != one.target_digest:
            self.found.append(report("XCH008", one.span, unit=unit.id))
        elif line := worklist_line(text, unit):
            self.found.append(report("XCH019", one.span, unit=unit.id, text=excerpt(line)))
        elif faults := list(_placeholder_faults(one, text, pair)):
            self.found += faults
        else:
            self._accept(one, text, pair)

    def _accept(self, one: Returned, text: str, pair: Pair) -> None:
        unit = pair.unit
        self.accepted.setdefault(unit.chapter, {})[unit.key] = (Text(pair, text), one)
        if pair.source.form in {"markdown", "note"} and (sign := lost_emphasis(text, unit)):
            self.found.append(report("XCH020", one.span, unit=unit.id, sign=sign))

    def _pair(self, one: Returned) -> Pair | None:
        """The unit by its key; where blocks were moved since the export, by its source's digest."""
        pairs = self.pairs.get(one.chapter, {})
        pair = pairs.get(one.key)
        if pair and pair.unit.source_digest == one.source_digest:
            return pair
        same = [other for other in pairs.values() if other.unit.source_digest == one.source_digest]
        if same:
            return same[0]
        if pair:
            self.found.append(report("XCH007", one.span, unit=one.id))
            return None
        names = pairs or self.pairs
        near = nearest(one.key if pairs else one.chapter, names)
        self.found.append(report("XCH003", one.span, unit=one.id, nearest=None if pairs else near))
        return None


def _placeholder_faults(one: Returned, text: str, pair: Pair) -> Iterable[Diagnostic]:
    """Each placeholder exactly once, in any order; one that only the translation had may go."""
    unit = pair.unit
    known = {place.number: place for place in unit.placeholders}
    counts = Counter(int(found[1]) for found in MARK.finditer(text))
    for number, place in known.items():
        if place.required and not counts[number]:
            yield _fault("XCH004", one, unit.id, place)
        elif counts[number] > 1:
            yield _fault("XCH005", one, unit.id, place)
    for number in sorted(counts.keys() - known.keys()):
        yield report("XCH006", one.span, unit=unit.id, placeholder=f"⟦{number}⟧")
    stray = _BRACKET.search(MARK.sub("", text))
    if stray:
        yield report("XCH006", one.span, unit=unit.id, placeholder=stray[0])


def _fault(code: str, one: Returned, unit: str, place: Placeholder) -> Diagnostic:
    return report(code, one.span, unit=unit, placeholder=f"⟦{place.number}⟧", text=place.shown)
