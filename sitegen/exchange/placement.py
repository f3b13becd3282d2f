"""Where translations go: into the words they replace, or as new blocks behind what they follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sitegen.exchange.fields import UNTRANSLATED, Field, encoded, yaml_value
from sitegen.exchange.placeholders import MARK, filled, identities
from sitegen.exchange.quote_records import inherited
from sitegen.exchange.rewriting import Edit, Piece
from sitegen.exchange.units import ChapterPair, Pair
from sitegen.model.document import BlockKind
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A translation with its placeholders, for one unit."""

    pair: Pair
    text: str


@dataclass(frozen=True, slots=True)
class Placement:
    """The edits of one chapter's translations. `texts` are complete: a missing block
    comes with all its parts.
    """

    chapter: ChapterPair
    texts: Mapping[str, Text]

    def edits(self) -> Iterator[Edit]:
        """The edits of a translation that exists."""
        yield from self._head()
        yield from self._into_blocks()
        yield from self.new_blocks()

    def new_blocks(self) -> Iterator[Edit]:
        """Blocks that the translation lacks, each behind the partner of the one before it in the source;
        what holds no words is taken over with the block before it.
        """
        after = -1
        is_carried = self.chapter.target is None
        by_block = self._new_by_block()
        for rank, row in enumerate(self.chapter.alignment.rows, 1):
            if row.target is not None:
                after, is_carried = row.target, False
            if row.source is None or row.target is not None:
                continue
            if row.source in by_block:
                is_carried = True
                yield self._new(row.source, by_block[row.source], after, rank)
            elif is_carried and self._kind(row.source) in UNTRANSLATED:
                yield self._new(row.source, (), after, rank)
            else:
                is_carried = False

    def _kind(self, number: int) -> BlockKind:
        return self.chapter.source.interface.blocks[number].kind

    def _head(self) -> Iterator[Edit]:
        """A key that the translation lacks comes behind its title."""
        target = self.chapter.target
        assert target
        span = target.interface.front_matter.span("title")
        for one in self.texts.values():
            if one.pair.source.form != "value":
                continue
            value = yaml_value(filled(one.text, one.pair.unit.placeholders))
            if one.pair.target:
                yield Edit(one.pair.target.start, one.pair.target.end, value)
            elif span:
                line = target.source.line_starts[span.end_line]
                yield Edit(line, line, f"{one.pair.source.name}: {value}\n")

    def _into_blocks(self) -> Iterator[Edit]:
        for one in self.texts.values():
            pair = one.pair
            if pair.target_block is None:
                continue
            text, piece = _filled(one)
            if pair.target:
                yield Edit(pair.target.start, pair.target.end, text, (piece,))
            elif pair.source.form == "note":
                end = self._end(pair.target_block)
                before = f"\n\n[^{self._label(pair.source)}]: "
                yield Edit(end, end, text, (piece,)).moved(before, "")

    def _new_by_block(self) -> dict[int, tuple[Text, ...]]:
        found: dict[int, tuple[Text, ...]] = {}
        for one in self.texts.values():
            if one.pair.source_block is not None and one.pair.target_block is None:
                found[one.pair.source_block] = (*found.get(one.pair.source_block, ()), one)
        return found

    def _new(self, number: int, texts: Sequence[Text], after: int, rank: int) -> Edit:
        """A block of the source with its words exchanged, and its footnotes behind it."""
        start, end = self.chapter.source.block(number)
        words = [one for one in texts if one.pair.source.form != "note"]
        parts = _Parts()
        position = start
        for one in sorted(words, key=lambda one: one.pair.source.start):
            parts.frame(self._own(number, position, one.pair.source.start))
            parts.words(one)
            position = one.pair.source.end
        parts.frame(self._own(number, position, end))
        for one in texts:
            if one.pair.source.form == "note":
                parts.frame(f"\n\n[^{self._label(one.pair.source)}]: ")
                parts.words(one)
        place = self._place(after)
        edit = Edit(place, place, parts.text, tuple(parts.pieces), rank, after, (self._kind(number),))
        starts_text = after < 0 and bool(self.chapter.target and self.chapter.target.interface.blocks)
        return edit.moved("", "\n\n") if starts_text else edit.moved("\n\n", "")

    def _own(self, number: int, start: int, end: int) -> str:
        """What a block is made of beside its words; what a quote has from its source is left out."""
        source = self.chapter.source
        first = source.block(number)[0]
        line = source.source.text[first:].partition("\n")[0] if self._kind(number) == "quote" else ""
        pieces: list[str] = []
        for left, right in inherited(line):
            pieces.append(source.source.text[start : max(start, min(end, first + left))])
            start = max(start, min(end, first + right))
        return "".join((*pieces, source.source.text[start:end]))

    def _label(self, source: Field) -> str:
        return self.chapter.labels.get(source.label, source.label)

    def _place(self, after: int) -> int:
        target = self.chapter.target
        if target is None:
            return 0
        if after >= 0:
            return self._end(after)
        if target.interface.blocks:
            return target.block(0)[0]
        return len(target.source.text.rstrip())

    def _end(self, number: int) -> int:
        """Where a block of the translation ends, with the footnotes that stand directly behind it."""
        target = self.chapter.target
        assert target
        end = target.block(number)[1]
        blocks = target.interface.blocks
        limit = target.block(number + 1)[0] if number + 1 < len(blocks) else len(target.source.text)
        notes = self.chapter.target_notes[number]
        return max([end, *(note.end for note in notes if end <= note.begin < limit)])


class _Parts:
    """A text that grows, and the places of the translations in it."""

    def __init__(self) -> None:
        self.text = ""
        self.pieces: list[Piece] = []

    def frame(self, text: str) -> None:
        self.text += text

    def words(self, one: Text) -> None:
        text, piece = _filled(one)
        start = len(self.text)
        self.pieces.append(Piece(start, start + len(text), piece.pair, piece.protected))
        self.text += text


def _filled(one: Text) -> tuple[str, Piece]:
    """A translation as the file holds it, and what must be found protected in it."""
    unit = one.pair.unit
    form = one.pair.source.form
    used = {int(found[1]) for found in MARK.finditer(one.text)}
    text = filled(encoded(form, one.text), unit.placeholders)
    expected: Counter[tuple[str, str]] = Counter()
    if form != "attribute":
        expected = identities(place for place in unit.placeholders if place.number in used)
    return text, Piece(0, len(text), one.pair, expected)
