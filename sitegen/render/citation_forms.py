"""Which form each citation of a page takes: bracket, first note, later note, ibid.

Rules: citations.md, section 5. In notes style, a citation in running text is a note of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.bibliography import Bibliography, Entry
from sitegen.bibliography.styles import CitedItem, CitedPart, Style, stopped, unstopped
from sitegen.model.document import CitationItem, CitationSource, Locator
from sitegen.model.nodes import (
    Block,
    BlockQuote,
    Blocks,
    Break,
    Chart,
    Citation,
    Code,
    Figure,
    Heading,
    Image,
    Inline,
    InlineQuote,
    Inlines,
    Link,
    ListBlock,
    NoteReference,
    Paragraph,
    RawHtml,
    Table,
    Text,
    plain_text,
)
from sitegen.model.publication import Page, PageNote
from sitegen.values import dataclass

_PUNCTUATION = (",", ";", ".", ":", ")", "–", "—")
_SENTENCE_ENDS = (".", "?", "!", "…")
_BRACKETS_AND_MARKS = " \u00a0()[]„“”‚‘’»«›‹\"'"
_SEE = frozenset({"vgl.", "s.", "cf.", "см.", "ср."})
"""Abbreviations that lead to a source as a prefix does: their full stop ends no sentence."""
_OBJECT = "\ufffc"
_LEAVES = (Text, Code, Break, Image, InlineQuote, NoteReference, Citation, RawHtml)


@dataclass(frozen=True, slots=True)
class Forms:
    """The text of each citation by its number in the interface: what stands in the note, and what
    stands in the running text (nothing, a label, or the whole bracket), source by source.
    """

    notes: Mapping[int, Inlines]
    running: Mapping[int, tuple[CitedPart, ...]]


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """The words before and behind a citation in its own paragraph (or heading, or cell)."""

    before: str = ""
    after: str = ""

    @property
    def ends(self) -> bool:
        return not self.after.strip()

    @property
    def within_sentence(self) -> bool:
        before = self.before.rstrip(_BRACKETS_AND_MARKS)
        if not before.endswith(_SENTENCE_ENDS):
            return bool(before)
        word = before.split()[-1].lstrip(_BRACKETS_AND_MARKS)
        return word[:1].lower() + word[1:] in _SEE


@dataclass(slots=True)
class _Memory:
    """What the notes before have cited: all keys of the page, and the single one of the last note."""

    seen: set[str]
    last: tuple[str, Locator | None] | None = None


def forms(
    page: Page,
    note_texts: tuple[Blocks, ...],
    bibliography: Bibliography,
    style: Style,
    suffixes: Mapping[str, int],
) -> Forms:
    notes: dict[int, Inlines] = {}
    memory = _Memory(set())
    cited = _by_note(page)
    for note in page.notes:
        indices = cited.get(note.note, ()) if note.citation is None else (note.citation,)
        _write_note(page, note, indices, note_texts, bibliography, style, notes, memory)
    running = {
        index: _running(citation, bibliography, style, suffixes, as_note=index in notes)
        for index, citation in enumerate(page.interface.citations)
        if citation.note is None
    }
    return Forms(notes, running)


def _write_note(
    page: Page,
    note: PageNote,
    indices: Sequence[int],
    note_texts: tuple[Blocks, ...],
    bibliography: Bibliography,
    style: Style,
    notes: dict[int, Inlines],
    memory: _Memory,
) -> None:
    cited: list[tuple[str, Locator | None]] = []
    last = memory.last
    for index in indices:
        around = _surroundings(() if note.note is None else note_texts[note.note], index)
        parts = []
        for item in page.interface.citations[index].items:
            entry = bibliography.entries.get(item.key)
            if entry is not None:
                parts.append(_note_form(item, entry, style, memory, last, within=around.within_sentence))
                last = None
                cited.append((item.key, item.locator))
                memory.seen.add(item.key)
        notes[index] = _fitted(_joined(parts), around)
    memory.last = cited[0] if len(cited) == 1 else None


def _by_note(page: Page) -> Mapping[int | None, Sequence[int]]:
    """The numbers of the citations in each of the author's footnotes."""
    found: dict[int | None, list[int]] = {}
    for index, citation in enumerate(page.interface.citations):
        found.setdefault(citation.note, []).append(index)
    return found


def _note_form(
    item: CitationItem,
    entry: Entry,
    style: Style,
    memory: _Memory,
    last: tuple[str, Locator | None] | None,
    *,
    within: bool,
) -> Inlines:
    """One source of a note; `last` is the single source of the note before, for the first of a note."""
    if last and last[0] == item.key and not (last[1] and not item.locator):
        same = item.locator if item.locator != last[1] else None
        form = style.ibid(entry, same, after_prefix=within or bool(item.prefix))
    elif item.key in memory.seen:
        form = style.later_note(entry, item.locator)
    else:
        form = style.first_note(entry, item.locator)
    before: Inlines = (*item.prefix, Text(" ")) if item.prefix else ()
    if not item.suffix:
        return before + form
    return before + _closed(unstopped(form) + _spaced(item.suffix))


def _closed(form: Inlines) -> Inlines:
    """A form that ends in the author's own words has a full stop too; an address takes none."""
    return form if isinstance(form[-1], Link) else stopped(form)


def _spaced(suffix: Inlines) -> Inlines:
    return suffix if plain_text(suffix).startswith(_PUNCTUATION) else (Text(" "), *suffix)


def _joined(parts: list[Inlines]) -> Inlines:
    """Several forms are parted by semicolons; only the last keeps its full stop."""
    joined: list[Inline] = []
    for part in parts[:-1]:
        joined += (*unstopped(part), Text("; "))
    return (*joined, *(parts[-1] if parts else ()))


def _fitted(form: Inlines, around: _Surroundings) -> Inlines:
    """A form keeps its full stop where its paragraph ends, and never beside the author's own."""
    if around.ends:
        return form
    return _cut(form) if around.after.startswith(".") else unstopped(form)


def _cut(form: Inlines) -> Inlines:
    """Without the last full stop, be it an abbreviation's; an address keeps its own."""
    if not form:
        return form
    *before, last = form
    if isinstance(last, Text):
        return (*before, Text(last.value.removesuffix(".")))
    if isinstance(last, (Link, *_LEAVES)):
        return form
    return (*before, replace(last, children=_cut(last.children)))


def _surroundings(note: Blocks, index: int) -> _Surroundings:
    for run in _runs(note):
        leaves = list(_leaves(run))
        if Citation(index) in leaves:
            place = leaves.index(Citation(index))
            return _Surroundings(_shown(leaves[:place]), _shown(leaves[place + 1 :]))
    return _Surroundings()


def _runs(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Every run of text that a reader sees as one: a paragraph, a heading, a cell, a caption."""
    for block in blocks:
        match block:
            case Paragraph(children=run) | Heading(children=run) | Figure(caption=run) | Chart(caption=run):
                yield run
            case ListBlock(items=items):
                for item in items:
                    yield from _runs(item)
            case BlockQuote(children=inner):
                yield from _runs(inner)
            case Table(head=head, rows=rows, caption=caption):
                yield from (caption, *head, *(cell for row in rows for cell in row))
            case _:
                pass


def _leaves(run: Inlines) -> Iterator[Inline]:
    for node in run:
        if isinstance(node, _LEAVES):
            yield node
        else:
            yield from _leaves(node.children)


def _shown(leaves: Sequence[Inline]) -> str:
    """The words as plain text, with a stand-in for what has its words elsewhere."""
    return "".join(
        _OBJECT if isinstance(node, Citation | InlineQuote | Image) else plain_text((node,))
        for node in leaves
    )


def _running(
    citation: CitationSource,
    bibliography: Bibliography,
    style: Style,
    suffixes: Mapping[str, int],
    *,
    as_note: bool,
) -> tuple[CitedPart, ...]:
    cited = [cited_item(item, bibliography.entries[item.key], suffixes) for item in citation.items]
    if as_note:
        return (CitedPart(style.label(cited[0].entry), 0),) if citation.narrative else ()
    if not citation.narrative:
        return style.bracket_parts(cited)
    return _narrative(cited, style)


def _narrative(cited: list[CitedItem], style: Style) -> tuple[CitedPart, ...]:
    """`LABEL (YEAR, S. 3; LABEL YEAR)`: further sources stand in the bracket of the first."""
    *before, last = style.narrative_parts(cited[0])
    if len(cited) == 1:
        return (*before, last)
    _, *others = style.bracket_parts(cited[1:])
    shifted = [replace(part, item=part.item + 1) if part.item is not None else part for part in others]
    return (*before, replace(last, children=_unclosed(last.children)), CitedPart((Text("; "),)), *shifted)


def _unclosed(form: Inlines) -> Inlines:
    """Without the closing bracket, which a style writes as the last letter."""
    match form:
        case (*before, Text(value)):
            return (*before, Text(value[:-1])) if len(value) > 1 else tuple(before)
        case _:
            return form


def cited_item(item: CitationItem, entry: Entry, suffixes: Mapping[str, int]) -> CitedItem:
    return CitedItem(
        entry=entry,
        prefix=item.prefix,
        locator=item.locator,
        suffix=item.suffix,
        suppress_author=item.suppress_author,
        year_suffix=suffixes.get(item.key),
    )
