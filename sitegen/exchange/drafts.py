"""Drafts of chapters with their new translations, read again as a whole before any file is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sitegen.diagnostics import Diagnostic, report
from sitegen.exchange.chapter import Chapter, Rules
from sitegen.exchange.fields import UNTRANSLATED
from sitegen.exchange.new_chapter import front_matter
from sitegen.exchange.placeholders import identities
from sitegen.exchange.placement import Placement, Text
from sitegen.exchange.returned import Returned
from sitegen.exchange.rewriting import Draft, Edit, drafted, rewritten
from sitegen.exchange.units import ChapterPair, Pair
from sitegen.source import Source
from sitegen.values import dataclass

_RAW_HTML = "SYN007"

Answers = Mapping[str, tuple[Text, Returned]]
"""Translations of one chapter, by the keys of their units."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A translation that was put into `path`: of a chapter (its file's stem) from one language into
    another; `key` is the unit's, `block` the number of the source's block, None in the front matter.
    """

    path: str
    chapter: str
    source: str
    target: str
    key: str
    block: int | None


class Drafting:
    """Makes the new files, chapter by chapter. A translation that would break its chapter is left out."""

    def __init__(self, old: Mapping[str, bytes], rules: Rules, found: list[Diagnostic]) -> None:
        self.old = old
        self.rules = rules
        self.found = found
        self.files: dict[str, bytes] = {}
        self.taken: list[Taken] = []

    def chapter(self, chapter: ChapterPair, answers: Answers) -> None:
        one = _ChapterDraft(chapter, answers, self.rules, self.found)
        texts = one.sound()
        if not texts:
            return
        path = one.path
        edits = one.edits(texts)
        if chapter.target is None:
            self.files[path] = drafted(one.base(texts), (), edits).text.encode()
        else:
            self.files[path] = rewritten(self.old[path], chapter.target.source, edits)
        way = chapter.alignment
        self.taken += (
            Taken(path, way.chapter, way.source, way.target, key, text.pair.source_block)
            for key, text in texts.items()
        )


class _ChapterDraft:
    """One chapter's translations, tried together, and where that fails one group after the other."""

    def __init__(self, chapter: ChapterPair, answers: Answers, rules: Rules, found: list[Diagnostic]) -> None:
        self.pair = chapter
        self.answers = answers
        self.rules = rules
        self.found = found
        self.path = f"content/{chapter.alignment.target}/{chapter.alignment.chapter}.md"

    def sound(self) -> dict[str, Text]:
        """The translations that can be put in."""
        texts = self._complete()
        if not texts or self._has_no_title(texts):
            return {}
        if self._verdict(texts) is None:
            return texts
        kept = self._sound_groups(texts)
        if not kept or self._has_no_title(kept):
            return {}
        fault = self._verdict(kept)
        if fault is None:
            return kept
        self.found.append(fault)
        return {}

    def _sound_groups(self, texts: Mapping[str, Text]) -> dict[str, Text]:
        """What can be put in by itself, block by block."""
        groups: dict[int | None, dict[str, Text]] = {}
        for key, text in texts.items():
            groups.setdefault(text.pair.source_block, {})[key] = text
        kept: dict[str, Text] = {}
        for group in groups.values():
            fault = self._verdict({**self._needed(texts), **group})
            if fault is None:
                kept |= group
            else:
                self.found.append(fault)
        return kept

    def base(self, texts: Mapping[str, Text]) -> str:
        """What edits are made on: the translation's text, or the front matter of a new one."""
        if self.pair.target is not None:
            return self.pair.target.source.text
        missing = any(pair.unit.key not in texts for pair in self.pair.pairs if pair.source_block is not None)
        head = front_matter(self.pair, texts, partial=missing or self._lacks_blocks(texts))
        return head + "".join(f"\n{one}\n" for one in self._definitions())

    def edits(self, texts: Mapping[str, Text]) -> list[Edit]:
        placement = Placement(self.pair, texts)
        if self.pair.target is not None:
            return list(placement.edits())
        end = len(self.base(texts))
        edits = list(placement.new_blocks())
        return [_at(edit, end, first=not number, last=edit is edits[-1]) for number, edit in enumerate(edits)]

    def _definitions(self) -> Iterator[str]:
        """Targets of links that the source defines before its first block."""
        source = self.pair.source
        first = source.block(0)[0] if source.interface.blocks else len(source.source.text)
        for one in source.protected_within(source.start, first):
            if one.kind == "definition":
                yield source.source.text[one.start : one.end]

    def _needed(self, texts: Mapping[str, Text]) -> dict[str, Text]:
        """What a new chapter cannot be without."""
        return {"title": texts["title"]} if self.pair.target is None else {}

    def _has_no_title(self, texts: Mapping[str, Text]) -> bool:
        if self.pair.target is not None or "title" in texts:
            return False
        first = next(iter(self.answers.values()))[1]
        diagnostic = report("XCH015", first.span, path=self.path, unit=f"{self.pair.alignment.chapter}:title")
        if diagnostic not in self.found:
            self.found.append(diagnostic)
        return True

    def _lacks_blocks(self, texts: Mapping[str, Text]) -> bool:
        """Whether blocks without words are left out with the block before them."""
        kinds = [one.kind for one in self.pair.source.interface.blocks]
        put = sum(len(edit.kinds) for edit in Placement(self.pair, texts).new_blocks())
        return put < len(kinds) and any(kind in UNTRANSLATED for kind in kinds)

    def _complete(self) -> dict[str, Text]:
        """The translations without those of missing blocks that lack a part, and without those that the
        translation has no place for.
        """
        texts = {key: text for key, (text, _) in self.answers.items()}
        for pair in self.pair.pairs:
            if pair.source_block is None or pair.target_block is not None or pair.unit.key in texts:
                continue
            others = [key for key, text in texts.items() if text.pair.source_block == pair.source_block]
            if others:
                span = self.answers[others[0]][1].span
                self.found.append(
                    report("XCH011", span, unit=texts[others[0]].pair.unit.id, part=pair.unit.id)
                )
            for key in others:
                del texts[key]
        for key, text in list(texts.items()):
            if _has_no_place(text.pair):
                self.found.append(report("XCH014", self.answers[key][1].span, unit=text.pair.unit.id))
                del texts[key]
        return texts

    def _verdict(self, texts: Mapping[str, Text]) -> Diagnostic | None:
        """What is wrong with the chapter as it would be: the first thing that is."""
        target = self.pair.target
        kinds = [one.kind for one in target.interface.blocks] if target else []
        draft = drafted(self.base(texts), kinds, self.edits(texts))
        source = Source.of(self.path, draft.text)
        read = Chapter.of(source, self.pair.alignment.target, self.rules)
        return self._markup(read, draft) or self._structure(read, draft)

    def _markup(self, read: Chapter, draft: Draft) -> Diagnostic | None:
        """Whether what is protected is still read as such, and nothing came in with the words."""
        for piece in draft.pieces:
            if piece.pair.source.form == "attribute":
                continue
            there = identities(read.protected_within(piece.start, piece.end))
            if there != piece.protected:
                other = (there - piece.protected) or (piece.protected - there)
                _, text = min(other)
                unit = piece.pair.unit
                return report("XCH009", self.answers[unit.key][1].span, unit=unit.id, text=text)
        return None

    def _structure(self, read: Chapter, draft: Draft) -> Diagnostic | None:
        old = _faults(self.pair.target.found if self.pair.target else ())
        new = _faults(read.found) - old - _faults(self.pair.source.found)
        key = draft.pieces[0].pair.unit.key if draft.pieces else next(iter(self.answers))
        returned = self.answers[key][1]
        if new:
            return report("XCH010", returned.span, unit=returned.id, problem=min(new))
        if tuple(one.kind for one in read.interface.blocks) != draft.kinds:
            return report("XCH002", returned.span, unit=returned.id)
        return None


def _at(edit: Edit, place: int, *, first: bool, last: bool) -> Edit:
    """An edit of a new chapter: one block after the other, the last one with a line end."""
    text = edit.text.removeprefix("\n") if first else edit.text
    shift = len(text) - len(edit.text)
    moved = Edit(place, place, text, (), edit.rank, -1, edit.kinds)
    pieces = tuple(
        type(one)(one.start + shift, one.end + shift, one.pair, one.protected) for one in edit.pieces
    )
    return Edit(place, place, moved.text + "\n" * last, pieces, edit.rank, -1, edit.kinds)


def _has_no_place(pair: Pair) -> bool:
    """Whether a block has a partner, but that has nothing of the kind."""
    return pair.target is None and pair.target_block is not None and pair.source.form != "note"


def _faults(found: Iterable[Diagnostic]) -> Counter[str]:
    return Counter(_codes(found))


def _codes(found: Iterable[Diagnostic]) -> Iterator[str]:
    return (one.code for one in found if one.severity == "error" or one.code == _RAW_HTML)
