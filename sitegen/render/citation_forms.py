"""Which form each citation of a page takes: bracket, first note, later note, ibid.

Rules: citations.md, section 5. In notes style, a citation in running text is a note of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.bibliography import Bibliography, Entry
from sitegen.bibliography.styles import CitedItem, CitedPart, Style, stopped, unstopped
from sitegen.model.document import CitationItem, CitationSource, Locator
from sitegen.model.nodes import Blocks, Citation, Inlines, Link, Paragraph, Text, plain_text
from sitegen.model.publication import Page, PageNote

_PUNCTUATION = (",", ";", ".", ":", ")", "–", "—")


@dataclass(frozen=True, slots=True)
class Forms:
    """The text of each citation by its number in the interface: what stands in the note, and what
    stands in the running text (nothing, a label, or the whole bracket), source by source.
    """

    notes: Mapping[int, Inlines]
    running: Mapping[int, tuple[CitedPart, ...]]


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
        ends = note.citation is not None or _ends_with(note_texts[note.note or 0], index)
        parts = []
        for item in page.interface.citations[index].items:
            entry = bibliography.entries.get(item.key)
            if entry is not None:
                parts.append(_note_form(item, entry, style, memory, last))
                cited.append((item.key, item.locator))
                memory.seen.add(item.key)
        notes[index] = _joined(parts, final_stop=ends)
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
) -> Inlines:
    if last and last[0] == item.key and not (last[1] and not item.locator):
        same = item.locator if item.locator != last[1] else None
        form = style.ibid(entry, same, after_prefix=bool(item.prefix))
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


def _joined(parts: list[Inlines], *, final_stop: bool) -> Inlines:
    """Several forms are parted by semicolons; the full stop of the last stays where the note ends."""
    joined: list[Inlines] = []
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        joined.append(part if last and final_stop else unstopped(part))
        if not last:
            joined.append((Text("; "),))
    return tuple(node for part in joined for node in part)


def _ends_with(note: Blocks, index: int) -> bool:
    if not note or not isinstance(note[-1], Paragraph):
        return True
    last = next(
        (
            node
            for node in reversed(note[-1].children)
            if plain_text((node,)).strip() or isinstance(node, Citation)
        ),
        None,
    )
    return last == Citation(index)


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
    return (*style.narrative_parts(cited[0]), *_others(cited[1:], style))


def _others(cited: list[CitedItem], style: Style) -> tuple[CitedPart, ...]:
    """The bracket of further sources behind a narrative one, which is the first of its citation."""
    parts = style.bracket_parts(cited) if cited else ()
    shifted = tuple(replace(part, item=part.item + 1) if part.item is not None else part for part in parts)
    return (CitedPart((Text(" "),)), *shifted) if shifted else ()


def cited_item(item: CitationItem, entry: Entry, suffixes: Mapping[str, int]) -> CitedItem:
    return CitedItem(
        entry=entry,
        prefix=item.prefix,
        locator=item.locator,
        suffix=item.suffix,
        suppress_author=item.suppress_author,
        year_suffix=suffixes.get(item.key),
    )
