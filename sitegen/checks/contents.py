"""What a chapter holds that its translation holds too: notes, citations, links, figures, numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Literal, TypeAlias
from urllib.parse import unquote, urlsplit

from sitegen.model.document import FloatSource, Interface, Locator
from sitegen.source import Span
from sitegen.values import dataclass

Kind: TypeAlias = Literal["note", "citation", "link", "figure", "table", "number"]

FLOATS: tuple[Kind, ...] = ("figure", "table")
ANY_PLACE = "*"
"""A locator in words (`passim`): worded anew in each language, so that nothing can be said of it."""

_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Item:
    """One thing: `key` is the same in every language, `label` what the author sees of it.

    `block` is the number of the block that it stands in, or whose footnote it stands in (`note`); None
    where no mark leads to that note. `detail` is a citation's locator, or the month of a day; `doubtful` says
    that a number may be negative or not; `host` an address's, with `*` for
    the language. `other` is what answers it.
    """

    kind: Kind
    key: str
    label: str
    span: Span
    block: int | None
    note: int | None = None
    detail: str = ""
    host: str = ""
    doubtful: bool = False
    other: Item | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """All items of a chapter in reading order, and the values of the words for numbers of each block."""

    interface: Interface
    items: tuple[Item, ...]
    spelt: dict[int, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, interface: Interface) -> Contents:
        places = _Places.of(interface)
        spelt: dict[int, set[str]] = {}
        for line, values in interface.spelt:
            block, _ = places.of_span(Span(interface.path, line, 1, line, 1))
            if block is not None:
                spelt.setdefault(block, set()).update(values)
        return cls(interface, tuple(_items(interface, places)), spelt)

    def of_kind(self, *kinds: Kind) -> list[Item]:
        return [item for item in self.items if item.kind in kinds]


@dataclass(frozen=True, slots=True)
class _Places:
    """Which block and which note a place of the file belongs to."""

    ends: Sequence[int]
    starts: Sequence[int]
    definitions: Sequence[tuple[int, int]]
    inline: Sequence[tuple[Span, int]]
    blocks_of_notes: dict[int, int]

    @classmethod
    def of(cls, interface: Interface) -> _Places:
        starts = [block.span.line for block in interface.blocks]
        ends = [block.span.end_line for block in interface.blocks]
        notes = list(enumerate(interface.notes))
        definitions = sorted((note.span.line, number) for number, note in notes if not _is_inline(note.label))
        inline = sorted((note.span, number) for number, note in notes if _is_inline(note.label))
        places = cls(ends, starts, definitions, inline, {})
        for mark in interface.note_marks:
            block = places.block(mark.span.line)
            if block is not None:
                places.blocks_of_notes.setdefault(mark.note, block)
        return places

    def block(self, line: int) -> int | None:
        """The block that a line belongs to by itself."""
        number = bisect_right(self.starts, line) - 1
        return number if number >= 0 and line <= self.ends[number] else None

    def of_span(self, span: Span) -> tuple[int | None, int | None]:
        block = self.block(span.line)
        if block is not None:
            return block, self._inline_note(span)
        place = bisect_right(self.definitions, (span.line, len(self.definitions) + len(self.inline))) - 1
        if place < 0:
            return None, None
        note = self.definitions[place][1]
        return self.blocks_of_notes.get(note), note

    def _inline_note(self, span: Span) -> int | None:
        place = bisect_right(self.inline, span, key=lambda one: one[0]) - 1
        if place < 0 or not within(span, self.inline[place][0]):
            return None
        return self.inline[place][1]


def within(span: Span, outer: Span) -> bool:
    return outer[1:3] <= span[1:3] and span[3:] <= outer[3:]


def _is_inline(label: str) -> bool:
    return label.startswith("^")


def _items(interface: Interface, places: _Places) -> Iterator[Item]:
    for mark in interface.note_marks:
        label = interface.notes[mark.note].label
        block, _ = places.of_span(mark.span)
        yield Item("note", label, label, mark.span, block, mark.note)
    for citation in interface.citations:
        block, note = places.of_span(citation.span)
        for one in citation.items:
            detail = _locator(one.locator)
            yield Item("citation", one.key, _shown(one.locator), one.span, block, note, detail)
    yield from _links(interface, places)
    yield from _floats(interface, places)
    for number in interface.numbers:
        month = str(number.month or "")
        yield Item("number", number.value, number.value, number.span, *places.of_span(number.span),
                   detail=month, doubtful=number.doubtful)  # fmt: skip


def _links(interface: Interface, places: _Places) -> Iterator[Item]:
    for address in interface.addresses:
        key, host = _address(address.url, interface.language)
        yield Item("link", key, address.url, address.span, *places.of_span(address.span), host=host)
    for reference in interface.references:
        file = reference.file.rpartition("/")[2] or f"{interface.stem}.md"
        label = file if reference.file else f"#{reference.anchor}"
        key = _without_tag(file, interface.language)
        yield Item("link", f"#{key}", label, reference.span, *places.of_span(reference.span))


def _floats(interface: Interface, places: _Places) -> Iterator[Item]:
    """Figures, charts and tables; those that have neither caption nor id too."""
    known: set[int] = set()
    for one in interface.floats:
        block, note = places.of_span(one.span)
        known.add(-1 if block is None else block)
        whole = interface.blocks[block] if block is not None else None
        span = whole.span if whole and whole.kind == "table" else one.span
        yield Item(_kind(one), one.id, one.caption, span, block, note)
    for number, found in enumerate(interface.blocks):
        if number in known or found.kind not in {"figure", "chart", "table"}:
            continue
        yield Item("table" if found.kind == "table" else "figure", "", "", found.span, number)


def _kind(one: FloatSource) -> Kind:
    return "table" if one.kind == "table" else "figure"


def _locator(locator: Locator | None) -> str:
    if locator is None:
        return ""
    parts = (locator, *locator.more)
    return (
        "; ".join(f"{one.kind} {one.value}" for one in parts) if all(one.kind for one in parts) else ANY_PLACE
    )


def _shown(locator: Locator | None) -> str:
    if locator is None:
        return "–"
    return ", ".join(one.value for one in (locator, *locator.more))


def _address(url: str, language: str) -> tuple[str, str]:
    """The address as it is compared, and its host if it is of one language (`*.wikipedia.org`)."""
    key = unquote(_SCHEME.sub("", url)).rstrip("/")
    try:
        parts = urlsplit(url)
        name = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return key, ""
    tag = language.partition("-")[0]
    labels = ["*" if label in {tag, language} else label for label in name.split(".")]
    words = {word.lower() for word in re.split(r"[^A-Za-z]+", f"{parts.path} {parts.query}")}
    of_language = "*" in labels or tag in words
    return key, ".".join(labels) if of_language else ""


def _without_tag(file: str, language: str) -> str:
    """`bericht-de.pdf` and `bericht-ru.pdf` are one file in two languages."""
    name, dot, ending = file.rpartition(".")
    tag = re.escape(language.partition("-")[0])
    return re.sub(rf"[-_.]{tag}$", "", name, flags=re.IGNORECASE) + dot + ending
