"""The style of the Russian edition: GOST R 7.0.5 in spirit (citations.md, section 4).

Words of the entry's language inside the description, Russian around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.bibliography.dates import Date, parse_date
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.names import Name
from sitegen.bibliography.styles.cited import bracketed, in_sentence, joined
from sitegen.bibliography.styles.gost_parts import Areas, surname_first
from sitegen.bibliography.styles.headings import Heading, heading
from sitegen.bibliography.styles.labels import families, is_cyrillic, title_label, undescribed
from sitegen.bibliography.styles.months import year_label
from sitegen.bibliography.styles.phrases import brief_title, letter, locator_text
from sitegen.bibliography.styles.references import archive_link, doi_link, url_link
from sitegen.bibliography.styles.runs import flow, in_language, join, sentences
from sitegen.bibliography.styles.sorting import list_key
from sitegen.bibliography.styles.style import CitedItem, CitedPart
from sitegen.bibliography.vocabulary import terms
from sitegen.languages.terms import Terms
from sitegen.model.document import Locator
from sitegen.model.nodes import Inlines

LATIN_IBID = "Ibid."


@dataclass(frozen=True)
class Gost:
    """The forms of a reference in one edition; see the protocol `Style`."""

    language: str

    @property
    def terms(self) -> Terms:
        return terms(self.language)

    def entry(self, entry: Entry, suffix: str = "") -> Inlines:
        return self._whole(Areas(entry, self.language, suffix))

    def first_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        return self._whole(Areas(entry, self.language, locator=locator))

    def later_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        found = self._heading(entry)
        names = flow(found.short) if found.short else self._names(entry, found)
        place = self.locator(entry, locator, in_note=True) if locator else ""
        return self._foreign(entry, sentences([names, brief_title(entry), flow(place)]))

    def ibid(self, entry: Entry, locator: Locator | None, *, after_prefix: bool) -> Inlines:
        word = self.terms.ibid if is_cyrillic(entry.plain("title")) else LATIN_IBID
        word = word[:1].lower() + word[1:] if after_prefix else word
        place = self.locator(entry, locator, in_note=True) if locator else ""
        return sentences([flow(word), flow(place)])

    def bracket_parts(self, items: Sequence[CitedItem]) -> tuple[CitedPart, ...]:
        return bracketed(items, self._cited, "[]")

    def bracket(self, items: Sequence[CitedItem]) -> Inlines:
        return joined(self.bracket_parts(items))

    def narrative_parts(self, item: CitedItem) -> tuple[CitedPart, ...]:
        inside = join(", ", (self._year(item), self._place(item)))
        return in_sentence(item, self.label(item.entry), inside, "[]")

    def narrative(self, item: CitedItem) -> Inlines:
        return joined(self.narrative_parts(item))

    def label(self, entry: Entry) -> Inlines:
        found = self._heading(entry)
        if found.short:
            return flow(found.short)
        if found.names:
            return flow(families(found.names, ", ", terms(entry.words).others))
        return self._foreign(entry, flow(title_label(entry)))

    def locator(self, entry: Entry, locator: Locator, *, in_note: bool) -> str:
        return locator_text(locator, terms(entry.words), capitals=in_note)

    def year(self, entry: Entry, suffix: str = "") -> str:
        return year_label(entry.date, self.terms, suffix)

    def suffix(self, ordinal: int | None) -> str:
        return letter(ordinal, self.terms.suffixes)

    def sort_key(self, entry: Entry) -> tuple[object, ...]:
        found = self._heading(entry)
        names = [(name.family, surname_first(name)) for name in self._shown(found)]
        return list_key(entry, self.language, names or [(undescribed(entry.plain("title")), "")])

    def _cited(self, item: CitedItem) -> Inlines:
        label = () if item.suppress_author else self.label(item.entry)
        return join(", ", (label, self._year(item), self._place(item)))

    def _year(self, item: CitedItem) -> Inlines:
        return flow(self.year(item.entry, self.suffix(item.year_suffix)))

    def _place(self, item: CitedItem) -> Inlines:
        return flow(self.locator(item.entry, item.locator, in_note=False)) if item.locator else ()

    def _heading(self, entry: Entry) -> Heading:
        return heading(entry, self.language, ("author",))

    def _shown(self, found: Heading) -> Sequence[Name]:
        """The names of a heading: up to three, else the first (rule 2)."""
        people = found.names.people
        return people[:1] if found.names.others or len(people) > 3 else people

    def _names(self, entry: Entry, found: Heading) -> Inlines:
        people = self._shown(found)
        text = ", ".join(surname_first(name) for name in people)
        has_more = bool(people) and (found.names.others or len(people) < len(found.names.people))
        return flow(f"{text} {terms(entry.words).others}" if has_more else text)

    def _whole(self, areas: Areas) -> Inlines:
        entry = areas.found
        found = self._heading(entry)
        short = flow(f"({found.short})") if found.short and found.names else ()
        names = join(" ", (self._names(entry, found), short))
        if f"author_{self.language}" in entry.names:
            names = in_language(names, self.language, entry.language or self.language)
        addendum = entry.text("addendum", self.language)
        description = sentences([names, areas.title(), *areas.rest(), addendum])
        return join(" ", (self._foreign(entry, description), self._link(entry)))

    def _link(self, entry: Entry) -> Inlines:
        """Its words are the page's; the full stop stands outside of the link (rule 6)."""
        if entry.doi:
            return flow("DOI: ", doi_link(entry, entry.doi), ".")
        if not entry.url:
            return ()
        accessed = flow(self.terms.accessed.format(_numeric(entry.urldate))) if entry.urldate else ()
        archived: Inlines = ()
        copied = parse_date(entry.archived.date) if entry.archived else None
        if copied:
            archived = archive_link(entry, self.terms.archived.format(_numeric(copied)))
        days = join("; ", (accessed, archived))
        return flow("URL: ", url_link(entry), flow(" (", days, ")") if days else "", ".")

    def _foreign(self, entry: Entry, nodes: Inlines) -> Inlines:
        return in_language(nodes, entry.language, self.language)


def _numeric(date: Date) -> str:
    """`17.07.2024`."""
    return ".".join(reversed(date.start.iso().split("-")))
