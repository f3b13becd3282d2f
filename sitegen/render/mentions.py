"""Citations and their sources, there and back: where a page cites each source, and the links between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from sitegen.languages.slugs import unique
from sitegen.model.document import CitationSource
from sitegen.model.publication import Page, PageNote
from sitegen.render import urls
from sitegen.render.site import Site
from sitegen.render.views import LinkView, MentionView
from sitegen.render.words import chapter_label, figure_label, note_label, words
from sitegen.values import dataclass

Kind: TypeAlias = Literal["note", "citation", "quote", "chart"]
Place: TypeAlias = tuple[Kind, int, int]
"""A citation in running text: what it is, its number in the interface, and that of its item."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that cites a source. `anchor` is its id, `number` that of the note or the chart."""

    key: str
    kind: Kind
    anchor: str
    number: int = 0


def place_ids(page: Page) -> Mapping[Place, str]:
    """The ids of the citations that are no notes: `cite-KEY`, `cite-KEY-2` …, in reading order."""
    interface = page.interface
    named = (interface.headings, interface.quotes, interface.floats)
    taken = {one.id for group in named for one in group}
    taken |= {one for note in page.notes for one in (note.id, *note.marks)}
    ids: dict[Place, str] = {}
    counts: dict[str, int] = {}
    for place, key in _places(page):
        counts[key] = counts.get(key, 0) + 1
        ids[place] = unique(f"cite-{key}" + (f"-{counts[key]}" if counts[key] > 1 else ""), taken)
        taken.add(ids[place])
    return ids


def mentions(page: Page) -> Mapping[str, tuple[Mention, ...]]:
    """Every place of a page by the key that it cites: notes by their numbers, then the text."""
    found: dict[str, list[Mention]] = {}
    of_notes = _by_note(page)
    for note in page.notes:
        for key in dict.fromkeys(_keys_of_note(page, note, of_notes)):
            found.setdefault(key, []).append(Mention(key, "note", note.marks[0], note.number))
    ids = place_ids(page)
    for place, key in _places(page):
        kind, index, _ = place
        number = page.float_numbers[index] if kind == "chart" else 0
        found.setdefault(key, []).append(Mention(key, kind, ids[place], number))
    return {key: tuple(places) for key, places in found.items()}


def mention_view(page: Page, places: tuple[Mention, ...], output: str) -> MentionView:
    """The places of one page for a list of sources in `output`, which may be that page itself."""
    text = words(page.language)
    if page.output == output:
        lead = text.note if places and places[0].kind == "note" else ""
        return MentionView(None, lead, tuple(_links(page, places, output, "")))
    name = chapter_label(page.language, page.number) if page.number else text.title_page
    link = LinkView(urls.relative(output, page.output), name)
    return MentionView(link, "", tuple(_links(page, places, output, f"{name}, ")))


def source_href(site: Site, page: Page, output: str, key: str) -> str:
    """The way from a citation to its source: at the foot of its page, else in the bibliography."""
    there = output if output == page.output else site.sources[page.language].output(key)
    return urls.relative(output, there, f"ref-{key}")


def _links(page: Page, places: tuple[Mention, ...], output: str, before: str) -> Iterator[LinkView]:
    counts: dict[Kind, int] = {}
    for one in places:
        counts[one.kind] = counts.get(one.kind, 0) + 1
        several = sum(other.kind == one.kind for other in places) > 1
        shown, told = _label(page.language, one, counts[one.kind] if several else 0)
        label = f"{before}{told}" if before or told != shown else ""
        yield LinkView(urls.relative(output, page.output, one.anchor), shown, note=label)


def _label(language: str, place: Mention, which: int) -> tuple[str, str]:
    """What a link shows, and what it tells those who only hear it."""
    if place.kind == "note":
        return str(place.number), note_label(language, place.number)
    if place.kind == "chart":
        label = figure_label(language, place.number)
    else:
        text = words(language)
        label = text.in_quote if place.kind == "quote" else text.in_text
        label = f"{label}\u00a0{which}" if which else label
    return label, label


def _by_note(page: Page) -> Mapping[int, list[CitationSource]]:
    """The citations in each of the author's footnotes."""
    found: dict[int, list[CitationSource]] = {}
    for citation in page.interface.citations:
        if citation.note is not None:
            found.setdefault(citation.note, []).append(citation)
    return found


def _keys_of_note(page: Page, note: PageNote, of_notes: Mapping[int, list[CitationSource]]) -> Iterator[str]:
    own = () if note.citation is None else (page.interface.citations[note.citation],)
    for citation in (*own, *(() if note.note is None else of_notes.get(note.note, ()))):
        for item in citation.items:
            yield item.key


def _places(page: Page) -> list[tuple[Place, str]]:
    """The citations of a page that are no notes, in reading order."""
    found: list[tuple[tuple[int, int], Place, str]] = []
    interface = page.interface
    for mark, place in zip(interface.marks, page.places, strict=True):
        if mark[0] == "citation" and not place.number:
            for number, item in enumerate(interface.citations[mark[1]].items):
                found.append(((item.span.line, item.span.column), ("citation", mark[1], number), item.key))
    for index, (source, quote) in enumerate(zip(interface.quotes, page.quotes, strict=True)):
        if quote and quote.attributes.cite:
            found.append(((source.span.line, source.span.column), ("quote", index, 0), quote.attributes.cite))
    for index, one in enumerate(interface.floats):
        if one.chart and one.chart.cite:
            found.append(((one.span.line, one.span.column), ("chart", index, 0), one.chart.cite))
    return [(place, key) for _, place, key in sorted(found)]
