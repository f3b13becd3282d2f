"""Numbers of notes: one sequence for the author's own and, in notes style, for citations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.languages.slugs import slug
from sitegen.model.document import Interface
from sitegen.model.publication import NotePlace, PageNote


def number_notes(
    interface: Interface, citation_style: str
) -> tuple[tuple[PageNote, ...], tuple[NotePlace, ...]]:
    """The notes at the foot of a page by number, and one place for each of the interface's marks.

    In author-date style a citation in running text is no note: its place has the number 0.
    """
    numbers: dict[tuple[str, int], int] = {}
    ids: list[str] = []
    marks: list[list[str]] = []
    places: list[NotePlace] = []
    anchors = _Ids(_ids_of_the_author(interface))
    for kind, index in interface.marks:
        if kind == "citation" and citation_style != "notes":
            places.append(NotePlace(0, "", ""))
            continue
        key = (kind, interface.note_marks[index].note if kind == "note" else index)
        if key not in numbers:
            numbers[key] = len(ids)
            ids.append(anchors.take(f"fn-{_label(interface, key)}").removeprefix("fn-"))
            marks.append([])
        place = numbers[key]
        further = f"-{len(marks[place]) + 1}" if marks[place] else ""
        mark = anchors.take(f"fnref-{ids[place]}{further}")
        marks[place].append(mark)
        places.append(NotePlace(place + 1, f"fn-{ids[place]}", mark))
    return tuple(_notes(numbers, ids, marks)), tuple(places)


def _ids_of_the_author(interface: Interface) -> set[str]:
    """What stands on the page under names that links may use: the notes take others."""
    named = (interface.headings, interface.quotes, interface.floats)
    return {one.id for group in named for one in group}


@dataclass(slots=True)
class _Ids:
    """The ids taken so far; numbers are counted on, so that many equal labels take no time."""

    taken: set[str]
    next_number: dict[str, int] = field(default_factory=dict)

    def take(self, wanted: str) -> str:
        """The id, or the first free of `id-1`, `id-2` …"""
        free = wanted
        while free in self.taken:
            number = self.next_number.get(wanted, 1)
            self.next_number[wanted] = number + 1
            free = f"{wanted}-{number}"
        self.taken.add(free)
        return free


def _label(interface: Interface, key: tuple[str, int]) -> str:
    """What a note is called in its id: the author's label, or the first key of a citation."""
    kind, index = key
    if kind == "note":
        return _ascii(interface.notes[index].label)
    return _ascii("ref-" + interface.citations[index].items[0].key)


def _ascii(label: str) -> str:
    """An id from an author's label, which may be digits alone."""
    return label if label.isascii() and label.isdigit() else slug(label)


def _notes(numbers: dict[tuple[str, int], int], ids: list[str], marks: list[list[str]]) -> Iterator[PageNote]:
    for (kind, index), place in numbers.items():
        note, citation = (index, None) if kind == "note" else (None, index)
        yield PageNote(place + 1, f"fn-{ids[place]}", note, citation, tuple(marks[place]))
