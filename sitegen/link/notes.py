"""Numbers of notes: one sequence for the author's own and, in notes style, for citations."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.languages.slugs import slug, unique
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
    taken = _ids_of_the_author(interface)
    for kind, index in interface.marks:
        if kind == "citation" and citation_style != "notes":
            places.append(NotePlace(0, "", ""))
            continue
        key = (kind, interface.note_marks[index].note if kind == "note" else index)
        if key not in numbers:
            numbers[key] = len(ids)
            ids.append(_id(interface, key, taken))
            marks.append([])
        place = numbers[key]
        mark = unique(f"fnref-{ids[place]}" + (f"-{len(marks[place]) + 1}" if marks[place] else ""), taken)
        taken.add(mark)
        marks[place].append(mark)
        places.append(NotePlace(place + 1, f"fn-{ids[place]}", mark))
    return tuple(_notes(numbers, ids, marks)), tuple(places)


def _ids_of_the_author(interface: Interface) -> set[str]:
    """What stands on the page under names that links may use: the notes take others."""
    named = (interface.headings, interface.quotes, interface.floats)
    return {one.id for group in named for one in group}


def _id(interface: Interface, key: tuple[str, int], taken: set[str]) -> str:
    """An id for a note, without the `fn-` that goes before it."""
    kind, index = key
    if kind == "citation":
        label = "ref-" + "-".join(item.key for item in interface.citations[index].items[:1])
    else:
        label = interface.notes[index].label
    found = unique(f"fn-{_ascii(label)}", taken)
    taken.add(found)
    return found.removeprefix("fn-")


def _ascii(label: str) -> str:
    """An id from an author's label, which may be digits alone."""
    return label if label.isascii() and label.isdigit() else slug(label)


def _notes(numbers: dict[tuple[str, int], int], ids: list[str], marks: list[list[str]]) -> Iterator[PageNote]:
    for (kind, index), place in numbers.items():
        note, citation = (index, None) if kind == "note" else (None, index)
        yield PageNote(place + 1, f"fn-{ids[place]}", note, citation, tuple(marks[place]))
