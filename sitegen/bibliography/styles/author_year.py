"""The style of the German editions, and with its own words that of any other language but Russian.

DGS, in the spirit of DIN ISO 690 (citations.md, section 3): words of the edition's language for
every entry, names before the year, all names of a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.bibliography.dates import parse_date
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.fields import CONTAINED
from sitegen.bibliography.names import Name, Names
from sitegen.bibliography.styles.cited import bracketed
from sitegen.bibliography.styles.edition import edition_of, is_web, kind_of_work, letter, locator_text, page_text
from sitegen.bibliography.styles.headings import Heading, Writing
from sitegen.bibliography.styles.labels import families, inverted, short_title, undescribed, uninverted
from sitegen.bibliography.styles.months import full_date, has_month, year_label
from sitegen.bibliography.styles.references import archive_link, doi_link, url_link
from sitegen.bibliography.styles.runs import NBSP, capitalised, ending, flow, in_language, join, sentences, stopped
from sitegen.bibliography.styles.sorting import sort_key
from sitegen.bibliography.styles.style import CitedItem
from sitegen.bibliography.vocabulary import terms
from sitegen.languages.terms import Terms
from sitegen.model.document import Locator
from sitegen.model.nodes import Inlines, Italic, Text, plain_text


@dataclass(frozen=True)
class AuthorYear:
    """The forms of a reference in one edition; see the protocol `Style`."""

    language: str

    @property
    def terms(self) -> Terms:
        return terms(self.language)

    def entry(self, entry: Entry, suffix: str = "") -> Inlines:
        heading, year = self._heading(entry), self.year(entry, suffix)
        title = self._title(entry)
        if heading.is_title:
            head = flow(title, f", {year}") if title else flow(year)
        else:
            head = flow(self._names(heading, inverted), f", {year}: ", title)
        return self._whole(entry, [head, *self._description(entry, heading)])

    def first_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        heading = self._heading(entry)
        title = self._title(entry)
        year = self.year(entry)
        body = self._description(entry, heading, year=year, pages=self._pages(entry, locator))
        if not self._anchors(entry, heading):
            pages = self._pages(entry, locator)
            title = join(", ", (title, flow(year), flow(pages)))
        names = () if heading.is_title else flow(self._names(heading, uninverted, short=True), ": ")
        return self._whole(entry, [flow(names, title), *body])

    def later_note(self, entry: Entry, locator: Locator | None) -> Inlines:
        title = entry.text("shorttitle") or entry.text("title")
        label = () if self._heading(entry).is_title else self.label(entry)
        place = self.locator(entry, locator, in_note=True) if locator else ""
        return stopped(join(", ", (label, self._own(entry, title), flow(place))))

    def ibid(self, entry: Entry, locator: Locator | None, *, after_prefix: bool) -> Inlines:
        word = self.terms.ibid
        word = word[:1].lower() + word[1:] if after_prefix else word
        if not locator:
            return flow(word)
        return stopped(flow(f"{word.removesuffix('.')}., {self.locator(entry, locator, in_note=True)}"))

    def bracket(self, items: Sequence[CitedItem]) -> Inlines:
        return flow("(", join("; ", [bracketed(item, self._cited(item)) for item in items]), ")")

    def narrative(self, item: CitedItem) -> Inlines:
        year = flow(self.year(item.entry, self.suffix(item.year_suffix)))
        inside = join(", ", (year, self._place(item)))
        return flow(self.label(item.entry), " (", bracketed(item, inside, with_prefix=False), ")")

    def label(self, entry: Entry) -> Inlines:
        short = entry.plain("shortauthor")
        if short:
            return flow(Writing(self.language).of(short))
        heading = self._heading(entry)
        if heading.names:
            return flow(families(heading.names, "/", self.terms.others))
        if heading.organization:
            return heading.organization
        title = short_title(entry.plain("shorttitle") or entry.plain("title") or entry.key)
        return self._own(entry, flow(title))

    def locator(self, entry: Entry, locator: Locator, *, in_note: bool) -> str:  # noqa: ARG002 (the same)
        return locator_text(locator, self.terms)

    def year(self, entry: Entry, suffix: str = "") -> str:
        return year_label(entry.date, self.terms, suffix)

    def suffix(self, ordinal: int | None) -> str:
        return letter(ordinal, self.terms.suffixes)

    def sort_key(self, entry: Entry) -> tuple[object, ...]:
        heading = self._heading(entry)
        shown = [(name.family, name.given) for name in heading.names.people]
        return sort_key(entry, self.language, shown or [(plain_text(heading.organization), "")])

    def _cited(self, item: CitedItem) -> Inlines:
        year = self.year(item.entry, self.suffix(item.year_suffix))
        label = () if item.suppress_author else self.label(item.entry)
        return join(", ", (join(" ", (label, flow(year))), self._place(item)))

    def _place(self, item: CitedItem) -> Inlines:
        return flow(self.locator(item.entry, item.locator, in_note=False)) if item.locator else ()

    def _heading(self, entry: Entry) -> Heading:
        return Heading.of(entry, Writing(self.language), roles=("author", "editor", "organization"))

    def _names(self, heading: Heading, form: object, *, short: bool = False) -> Inlines:
        """The heading: all names, or in a note the first of more than three."""
        text: Inlines
        if heading.names:
            text = self._people(heading.names, form, short=short)
        else:
            text = heading.organization
        return join(" ", (text, flow(f"({heading.short})" if heading.short else ""), flow(self._role(heading))))

    def _role(self, heading: Heading) -> str:
        return self.terms.editors if heading.role == "editor" else ""

    def _people(self, names: Names, form: object, *, short: bool) -> Inlines:
        assert callable(form)
        people: tuple[Name, ...] = names.people[:1] if short and len(names.people) > 3 else names.people
        others = names.others or len(people) < len(names.people)
        text = " / ".join(form(name) for name in people)
        return flow(f"{text} {self.terms.others}" if others else text)

    def _title(self, entry: Entry) -> Inlines:
        """Title and subtitle, and the translation for this edition in square brackets."""
        title = self._own(entry, titled(entry, ""))
        translation = entry.text(f"title_{self.language}")
        if not translation or entry.language.partition("-")[0] == self.language:
            return title
        shown = flow(undescribed(plain_text(translation))) if _is_bracketed(translation) else translation
        return flow(title, " [", shown, "]")

    def _own(self, entry: Entry, nodes: Inlines) -> Inlines:
        """Words in the language of the entry."""
        return in_language(nodes, entry.language, self.language)

    def _whole(self, entry: Entry, parts: Sequence[Inlines]) -> Inlines:
        addendum = entry.text("addendum", self.language)
        if f"addendum_{self.language}" not in entry.texts:
            addendum = self._own(entry, addendum)
        return join(" ", (sentences([*parts, addendum]), self._link(entry)))
