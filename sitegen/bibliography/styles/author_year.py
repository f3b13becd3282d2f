"""The style of the German editions, and with its own words that of any other language but Russian.

DGS, in the spirit of DIN ISO 690 (citations.md, section 3): words of the edition's language for
every entry, all names of a heading, the year after them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.styles.author_year_parts import Parts, names_text
from sitegen.bibliography.styles.cited import bracketed, in_sentence, joined
from sitegen.bibliography.styles.headings import Heading, heading
from sitegen.bibliography.styles.labels import families, sorted_names, title_label, undescribed
from sitegen.bibliography.styles.months import year_label
from sitegen.bibliography.styles.phrases import brief_title, labelled_pages, letter, locator_text, titled
from sitegen.bibliography.styles.runs import flow, in_language, join, sentences, stopped
from sitegen.bibliography.styles.sorting import list_key
from sitegen.bibliography.styles.style import CitedItem, CitedPart
from sitegen.bibliography.vocabulary import terms
from sitegen.languages.terms import Terms
from sitegen.model.document import Locator
from sitegen.model.nodes import Inlines, plain_text

ROLES = ("author", "editor", "organization")


@dataclass(frozen=True)
class AuthorYear:
    """The forms of a reference in one edition; see the protocol `Style`."""

    language: str

    @property
    def terms(self) -> Terms:
        return terms(self.language)

    def entry(self, entry: Entry, suffix: str = "") -> Inlines:
        parts = Parts(entry, self.language, self._heading(entry), self._places(entry, None))
        year = flow(self.year(entry, suffix))
        title = flow(self._title(entry), parts.after_title)
        if parts.heading.is_title:
            head = join(", ", (self._title(entry), year, parts.pages if parts.after_title else ()))
        else:
            head = flow(names_text(parts.heading, self.terms, note=False), ", ", year, ": ", title)
        return self._whole(parts, head)

    def first_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        places = self._places(entry, locator)
        parts = Parts(entry, self.language, self._heading(entry), places, note=True, year=self.year(entry))
        title = flow(self._title(entry), parts.after_title)
        if parts.heading.is_title:
            return self._whole(parts, title)
        return self._whole(parts, flow(names_text(parts.heading, self.terms, note=True), ": ", title))

    def later_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        title = self._own(entry, brief_title(entry))
        label = () if self._heading(entry).is_title else self.label(entry)
        return stopped(join(", ", (label, title, self._place(entry, locator))))

    def ibid(self, entry: Entry, locator: Locator | None, *, after_prefix: bool) -> Inlines:
        word = self.terms.ibid
        word = word[:1].lower() + word[1:] if after_prefix else word
        return stopped(join(", ", (flow(word), self._place(entry, locator))))

    def bracket_parts(self, items: Sequence[CitedItem]) -> tuple[CitedPart, ...]:
        return bracketed(items, self._cited, "()")

    def bracket(self, items: Sequence[CitedItem]) -> Inlines:
        return joined(self.bracket_parts(items))

    def narrative_parts(self, item: CitedItem) -> tuple[CitedPart, ...]:
        year = flow(self.year(item.entry, self.suffix(item.year_suffix)))
        inside = join(", ", (year, self._place(item.entry, item.locator)))
        return in_sentence(item, self.label(item.entry), inside, "()")

    def narrative(self, item: CitedItem) -> Inlines:
        return joined(self.narrative_parts(item))

    def label(self, entry: Entry) -> Inlines:
        found = self._heading(entry)
        if found.short:
            return flow(found.short)
        if found.names:
            return flow(families(found.names, "/", self.terms.others))
        if found.organization:
            return found.organization
        return self._own(entry, flow(title_label(entry)))

    def locator(self, entry: Entry, locator: Locator, *, in_note: bool) -> str:  # noqa: ARG002  (one form for both)
        return locator_text(locator, self.terms, plurals=True)

    def year(self, entry: Entry, suffix: str = "") -> str:
        return year_label(entry.date, self.terms, suffix)

    def suffix(self, ordinal: int | None) -> str:
        return letter(ordinal, self.terms.suffixes)

    def sort_key(self, entry: Entry) -> tuple[object, ...]:
        found = self._heading(entry)
        other = plain_text(found.organization) or undescribed(entry.plain("title"))
        return list_key(entry, self.language, sorted_names(found.names.people) or [(other, "")])

    def _cited(self, item: CitedItem) -> Inlines:
        year = flow(self.year(item.entry, self.suffix(item.year_suffix)))
        label = () if item.suppress_author else self.label(item.entry)
        return join(", ", (join(" ", (label, year)), self._place(item.entry, item.locator)))

    def _place(self, entry: Entry, locator: Locator | None) -> Inlines:
        return flow(self.locator(entry, locator, in_note=True)) if locator else ()

    def _places(self, entry: Entry, locator: Locator | None) -> Inlines:
        """The pages of the work, and in a note the place cited in it (section 3, rule 6)."""
        whole = labelled_pages(entry, self.terms)
        cited = self.locator(entry, locator, in_note=True) if locator else ""
        if not whole or not cited or whole == cited:
            return flow(whole or cited)
        here = f"{self.terms.here} " if locator and locator.kind else ""
        return flow(f"{whole}, {here}{cited}")

    def _heading(self, entry: Entry) -> Heading:
        return heading(entry, self.language, ROLES)

    def _title(self, entry: Entry) -> Inlines:
        """Title and subtitle, and the translation for this edition in square brackets."""
        title = self._own(entry, titled(entry, ""))
        primary = self.language.partition("-")[0]
        translation = entry.text(f"title_{primary}")
        if not translation or entry.language.partition("-")[0] == primary:
            return title
        return flow(title, " [", translation, "]")

    def _own(self, entry: Entry, nodes: Inlines) -> Inlines:
        """Words in the language of the entry."""
        return in_language(nodes, entry.language, self.language)

    def _whole(self, parts: Parts, head: Inlines) -> Inlines:
        return join(" ", (sentences([head, *parts.sentences(), parts.addendum()]), parts.link()))
