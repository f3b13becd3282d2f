"""Units: what a translator is given, piece by piece, and how each answers the project's files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property

from sitegen.exchange.chapter import Chapter, NoteText
from sitegen.exchange.fields import Field, block_fields, head_fields, note_field
from sitegen.exchange.placeholders import Placeholder, display, pair
from sitegen.model.alignment import Alignment, Row, State
from sitegen.source import Span
from sitegen.values import dataclass

_DIGEST_SIZE = 8


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of text in both languages, with ⟦1⟧ … for what is protected. `key` names it within its
    chapter: a key of the front matter, or the number of the source's block from 1, then the attribute
    (`7.alt`) or the footnote (`7.n1`). `kind` is that of the block, `note`, or the key.
    """

    chapter: str
    key: str
    kind: str
    state: State
    source_text: str
    target_text: str
    source_span: Span
    target_span: Span | None
    placeholders: tuple[Placeholder, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.chapter}:{self.key}"

    @property
    def source_digest(self) -> str:
        return digest(self.source_text)

    @property
    def target_digest(self) -> str:
        return digest(self.target_text)


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit with its fields in the files; the numbers are those of the blocks."""

    unit: Unit
    source: Field
    target: Field | None
    source_block: int | None
    target_block: int | None


@dataclass(frozen=True, slots=True)
class ChapterUnits:
    """The units of one chapter; `path` is the source's file."""

    chapter: str
    path: str
    title: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Worklist:
    """What goes to a translator: chapters from one language into another."""

    source: str
    target: str
    chapters: tuple[ChapterUnits, ...]

    @property
    def count(self) -> int:
        """How many units there are."""
        return sum(len(one.units) for one in self.chapters)


def digest(text: str) -> str:
    """16 hexadecimal digits; spaces around a text do not count."""
    data = text.strip().encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=_DIGEST_SIZE).hexdigest()


@dataclass(frozen=True)
class ChapterPair:
    """A chapter and its translation, if there is one."""

    alignment: Alignment
    source: Chapter
    target: Chapter | None

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every unit in the order of the source."""
        return (*self._head(), *self._blocks())

    def worklist(self, *, everything: bool) -> ChapterUnits:
        """The units that are not in step, or all."""
        units = (pair.unit for pair in self.pairs)
        return ChapterUnits(
            self.alignment.chapter,
            self.source.source.path,
            self.source.interface.front_matter.title,
            tuple(one for one in units if everything or one.state != "in_step"),
        )

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Labels of the source's footnotes to those in the translation, given and new ones."""
        if self.target is None:
            return {}
        taken = {note.label for note in self.target.notes}
        labels = dict(self._paired_labels())
        for note in self.source.notes:
            if note.label not in labels:
                labels[note.label] = _free(note.label, taken)
                taken.add(labels[note.label])
        return labels

    @cached_property
    def source_notes(self) -> tuple[tuple[NoteText, ...], ...]:
        return _notes_by_block(self.source)

    @cached_property
    def target_notes(self) -> tuple[tuple[NoteText, ...], ...]:
        return _notes_by_block(self.target) if self.target else ()

    def _paired_labels(self) -> Iterator[tuple[str, str]]:
        """Footnotes of blocks that answer each other: those of one label, then the rest in order."""
        for row in self.alignment.rows:
            if row.source is None or row.target is None:
                continue
            ours = [note.label for note in self.source_notes[row.source]]
            theirs = [note.label for note in self.target_notes[row.target]]
            yield from ((label, label) for label in ours if label in theirs)
            left = [label for label in ours if label not in theirs]
            right = [label for label in theirs if label not in ours]
            if len(left) == len(right):
                yield from zip(left, right, strict=True)

    def _head(self) -> Iterator[Pair]:
        theirs = {one.name: one for one in head_fields(self.target)} if self.target else {}
        for field in head_fields(self.source):
            yield self._pair(field, theirs.get(field.name), self.alignment.head, field.name, field.name)

    def _blocks(self) -> Iterator[Pair]:
        for row in self.alignment.rows:
            if row.source is not None:
                yield from self._block(row, row.source)

    def _block(self, row: Row, number: int) -> Iterator[Pair]:
        kind = self.source.interface.blocks[number].kind
        has_partner = self.target is not None and row.target is not None
        theirs = (
            {one.name: one for one in block_fields(self.target, row.target)}
            if self.target is not None and row.target is not None
            else {}
        )
        numbers = (number, row.target if has_partner else None)
        for field in block_fields(self.source, number):
            key = f"{number + 1}.{field.name}" if field.name else str(number + 1)
            yield self._pair(field, theirs.get(field.name), row.state, key, field.name or kind, numbers)
        for place, note in enumerate(self.source_notes[number], 1):
            field = note_field(self.source, note, place)
            yield self._pair(
                field, self._note_in_target(note, row), row.state, f"{number + 1}.n{place}", "note", numbers
            )

    def _note_in_target(self, note: NoteText, row: Row) -> Field | None:
        if self.target is None or row.target is None:
            return None
        label = self.labels[note.label]
        other = next((one for one in self.target_notes[row.target] if one.label == label), None)
        return note_field(self.target, other, 0) if other else None

    def _pair(
        self,
        source: Field,
        target: Field | None,
        state: State,
        key: str,
        kind: str,
        numbers: tuple[int | None, int | None] = (None, None),
    ) -> Pair:
        pairing = pair(source, target, self.labels)
        unit = Unit(
            chapter=self.alignment.chapter,
            key=key,
            kind=kind,
            state=state if target else "missing",
            source_text=display(source, range(1, len(source.protected) + 1)),
            target_text=display(target, pairing.target_numbers) if target else "",
            source_span=_span(self.source, source),
            target_span=_span(self.target, target) if self.target and target else None,
            placeholders=pairing.placeholders,
        )
        return Pair(unit, source, target, *numbers)


def _span(chapter: Chapter, field: Field) -> Span:
    return chapter.source.span(field.start, field.end)


def _notes_by_block(chapter: Chapter) -> tuple[tuple[NoteText, ...], ...]:
    """The footnotes of every block: those that are first marked in it."""
    notes = {note.label: note for note in reversed(chapter.notes)}
    found: list[tuple[NoteText, ...]] = []
    for number in range(len(chapter.interface.blocks)):
        marks = (one for one in chapter.protected_within(*chapter.block(number)) if one.kind == "note")
        labels = [one.identity[0] for one in marks]
        found.append(tuple(notes.pop(label) for label in dict.fromkeys(labels) if label in notes))
    return tuple(found)


def _free(label: str, taken: set[str]) -> str:
    """A label that no footnote of the translation has."""
    free, number = label, 1
    while free in taken:
        number += 1
        free = f"{label}-{number}"
    return free
