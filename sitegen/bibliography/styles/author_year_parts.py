"""What follows the title in a reference of the author-year style (citations.md, section 3)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sitegen.bibliography.dates import Date, parse_date
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.names import Names
from sitegen.bibliography.styles.headings import Heading, Writing, heading
from sitegen.bibliography.styles.labels import inverted, uninverted
from sitegen.bibliography.styles.months import full_date, has_month
from sitegen.bibliography.styles.phrases import (
    NUMBERED,
    edition,
    is_part,
    is_web,
    kind_of_work,
    titled,
    version,
)
from sitegen.bibliography.styles.references import RESOLVER, archive_link, doi_link, url_link
from sitegen.bibliography.styles.runs import NBSP, capital, capitalised, flow, in_language, join
from sitegen.bibliography.vocabulary import terms
from sitegen.languages.terms import Terms
from sitegen.model.nodes import Inlines, Italic


def names_text(found: Heading, words: Terms, *, note: bool) -> Inlines:
    """A heading written out: inverted in a list; in a note as spoken, of more than three the first."""
    text = flow(_people(found.names, words, note=note)) if found.names else found.organization
    short = flow(f"({found.short})") if found.short else ()
    role = flow(words.editors) if found.role == "editor" else ()
    return join(" ", (text, short, role))


def _people(names: Names, words: Terms, *, note: bool) -> str:
    people = names.people[:1] if note and len(names.people) > 3 else names.people
    text = " / ".join((uninverted if note else inverted)(name) for name in people)
    return f"{text} {words.others}" if names.others or len(people) < len(names.people) else text


@dataclass(frozen=True)
class Parts:
    """The parts of one reference. `pages` is written out, `year` is empty in a list.

    Year and pages stand after the container or the publisher, else after the title.
    """

    found: Entry
    language: str
    heading: Heading
    pages: Inlines
    note: bool = False
    year: str = ""

    @cached_property
    def terms(self) -> Terms:
        return terms(self.language)

    @cached_property
    def after_title(self) -> Inlines:
        """Year and pages, where nothing else can hold them."""
        if self._tail:
            return ()
        rest = join(", ", (flow(self.year), self.pages))
        return flow(", ", rest) if rest else ()

    def sentences(self) -> list[Inlines]:
        """What stands between the title and the link."""
        entry = self.found
        work = [self._volume(), flow(version(entry, self.terms)), flow(edition(entry, self.terms))]
        book = [*self._book(), *work] if is_part(entry) else work
        if not self._tail:
            parts = [self._kind(), *book]
        elif is_part(entry) and not self._imprint():
            *before, last = [part for part in book if part]
            parts = [*before, self._closed(last)]
        else:
            parts = [self._kind(), *book, self._tail]
        return [*parts, entry.text("howpublished")]

    def addendum(self) -> Inlines:
        name = f"addendum_{self.language}"
        return self.found.text(name) or self._own(self.found.text("addendum"))

    def link(self) -> Inlines:
        """The DOI, else the address with the days of access and of its copy (rule 5)."""
        entry, words = self.found, self.terms
        if entry.doi:
            return doi_link(entry, RESOLVER + entry.doi)
        if not entry.url:
            return ()
        accessed = flow(self._accessed(entry.urldate)) if entry.urldate else ()
        archived: Inlines = ()
        copied = parse_date(entry.archived.date) if entry.archived else None
        if copied:
            archived = archive_link(entry, words.archived.format(full_date(copied, self.language, words)))
        days = join(", ", (accessed, archived))
        return flow(url_link(entry), " (", days, ").") if days else url_link(entry)

    def _accessed(self, date: Date) -> str:
        words, start = self.terms, date.start
        if not start.month:
            return words.accessed_year.format(start.year)
        pattern = words.accessed if start.day else words.accessed_month
        return pattern.format(full_date(date, self.language, words))

    @cached_property
    def _tail(self) -> Inlines:
        """The container or the imprint with year and pages; empty where there is neither."""
        entry = self.found
        if entry.type in ("article", "suppperiodical"):
            return self._closed(self._journal(), dated=entry.newspaper) if entry.has("journaltitle") else ()
        if is_web(entry):
            return self._web()
        imprint = self._imprint()
        if imprint:
            return join(", ", (flow(imprint, self._year_and_series()), self.pages))
        return self._book()[0] if is_part(entry) and self._book() else ()

    def _closed(self, host: Inlines, *, dated: bool = False) -> Inlines:
        """A host with year and pages; the year does not stand beside a date."""
        date = self.found.date if dated and has_month(self.found.date) else None
        day = flow(full_date(date, self.language, self.terms)) if date else flow(self.year)
        return join(", ", (host, day, self.pages))

    def _web(self) -> Inlines:
        """`ORG, DATE` (rule 4); the organization only where it is not the heading."""
        entry = self.found
        host: Inlines = ()
        if self.heading.role != "organization" and entry.has("organization"):
            host = self._container(Writing(self.language).inlines(entry.text("organization", self.language)))
        return self._closed(host, dated=True) if host or has_month(entry.date) else ()

    def _journal(self) -> Inlines:
        entry = self.found
        volume, number = entry.plain("volume"), entry.plain("number")
        name = self._container(self._own(titled(entry, "journal")))
        if volume and not entry.newspaper:
            return flow(name, f" {volume}({number})" if number else f" {volume}")
        return flow(name, f", {self.terms.labels['number']}{NBSP}{number}" if number else "")

    def _book(self) -> list[Inlines]:
        """`In: EDITORS (Hrsg.): BOOK`."""
        entry = self.found
        title = self._container(self._own(titled(entry, "book")))
        if not title:
            return []
        found = heading(entry, self.language, ("editor", "bookauthor"))
        if found.is_title or found.names == self.heading.names:
            return [flow(f"{self.terms.inside} ", title)]
        found = Heading(found.role, found.names)
        return [flow(f"{self.terms.inside} ", names_text(found, self.terms, note=self.note), ": ", title)]

    def _kind(self) -> Inlines:
        if self.found.type in ("article", "online"):
            return ()
        return capitalised(self._own(flow(kind_of_work(self.found, self.terms))))

    def _volume(self) -> Inlines:
        """The whole that a volume belongs to, and its number."""
        entry = self.found
        if entry.type == "article":
            return ()
        number = entry.plain("volume")
        shown = f"{self.terms.labels['volume']}{NBSP}{number}" if number else ""
        main = self._own(titled(entry, "main"))
        return join(", ", (main, flow(shown if main else capital(shown))))

    def _imprint(self) -> Inlines:
        """`PLACE: PUBLISHER`; a school or an institution stands for a publisher."""
        entry = self.found
        names = ("publisher", "institution", "organization")
        name = next((name for name in names if entry.has(name) and name != self.heading.role), "")
        publisher = entry.text(name, self.language) if name else ()
        if name == "organization":
            publisher = Writing(self.language).inlines(publisher)
        return join(": ", (entry.text("location", self.language), publisher))

    def _year_and_series(self) -> Inlines:
        entry = self.found
        year = f", {self.year}" if self.year else ""
        if not entry.has("series"):
            return flow(year)
        number = entry.plain("number") if entry.type not in NUMBERED else ""
        series = join(", ", (self._own(entry.text("series")), flow(number)))
        return flow(year, " (", series, ")")

    def _container(self, nodes: Inlines) -> Inlines:
        return (Italic(nodes),) if nodes else ()

    def _own(self, nodes: Inlines) -> Inlines:
        return in_language(nodes, self.found.language, self.language)
