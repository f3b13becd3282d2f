"""The areas of a GOST-like description (citations.md, section 4): words of the entry's language.

A description is in the language of its entry; what belongs to the page stands in it marked as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.names import Name, Names
from sitegen.bibliography.styles.labels import initials
from sitegen.bibliography.styles.months import has_month, partial_date, year_label
from sitegen.bibliography.styles.phrases import (
    NUMBERED,
    edition,
    is_part,
    is_web,
    kind_of_work,
    locator_text,
    pages,
    titled,
    version,
)
from sitegen.bibliography.styles.runs import NBSP, capital, flow, in_language, join
from sitegen.bibliography.vocabulary import terms
from sitegen.languages.terms import Terms
from sitegen.model.document import Locator
from sitegen.model.nodes import Inlines, Text

PLACES = {"Москва": "М.", "Санкт-Петербург": "СПб.", "Ленинград": "Л."}


@dataclass(frozen=True)
class Areas:
    """The areas of one description. `suffix` parts works of one year."""

    found: Entry
    language: str
    suffix: str = ""
    locator: Locator | None = None

    @cached_property
    def words(self) -> Terms:
        return terms(self.found.words)

    @property
    def _host_name(self) -> str:
        """The field that holds the name of what the entry stands in; empty if it stands by itself."""
        entry = self.found
        if entry.type in ("article", "suppperiodical"):
            return "journaltitle" if entry.has("journaltitle") else ""
        if is_part(entry):
            return "booktitle" if entry.has("booktitle") else ""
        return "organization" if is_web(entry) and entry.has("organization") else ""

    def title(self) -> Inlines:
        """Title, translation, kind; then the host, and who is responsible for it."""
        entry = self.found
        title = titled(entry, "")
        translation = entry.text(f"title_{self.language}")
        if translation and entry.language.partition("-")[0] != self.language:
            title = flow(title, " [", self._of_page(translation), "]")
        kind = kind_of_work(entry, self.words) if entry.type not in ("article", "online") else ""
        title = join(": ", (title, flow(kind)))
        return flow(title, self._responsible() if not is_part(entry) else "", self._host())

    def rest(self) -> list[Inlines]:
        """The areas after title and host, up to the link."""
        entry = self.found
        if self._host_name == "journaltitle":
            return self._periodical()
        if is_web(entry):
            return [self._year_area(), self._date_area(), self._place()]
        work = [flow(version(entry, self.words)), flow(edition(entry, self.words)), self._volume()]
        work += [self._imprint(), self._place() or self._total(), self._series()]
        return work

    def _periodical(self) -> list[Inlines]:
        """`YEAR. Т. V, № N. С. a–b`, `YEAR. D MMMM (№ N). С. a` (rule 5)."""
        entry = self.found
        number = self._labelled("number", entry.plain("number"))
        if entry.newspaper and has_month(entry.date):
            day = flow(self._date_area(), f" ({number})" if number else "")
            return [self._year_area(), day, self._place()]
        volume = "" if entry.newspaper else self._labelled("volume", entry.plain("volume"))
        issue = flow(", ".join(part for part in (volume, number) if part))
        return [self._year_area(), issue, self._place()]

    def _host(self) -> Inlines:
        name = self._host_name
        if not name:
            return ()
        if name == "organization":
            own = f"organization_{self.language}"
            text = self.found.text(own)
            return flow(" // ", self._of_page(text) if text else self.found.text(name))
        host = titled(self.found, name.removesuffix("title"))
        return flow(" // ", host, self._responsible() if name == "booktitle" else "")

    def _responsible(self) -> Inlines:
        """` / hrsg. von K. Weiß`; of a thesis the school (rule 3)."""
        entry = self.found
        if entry.type == "thesis":
            school = entry.text("institution", self.language) or entry.text("publisher", self.language)
            return flow(" / ", school) if school else ()
        editors = entry.people("editor", self.language)
        if editors:
            return flow(f" / {self.words.edited_by} {self._people(editors)}")
        authors = entry.people("bookauthor", self.language) if is_part(entry) else None
        return flow(f" / {self._people(authors)}") if authors else ()

    def _people(self, names: Names) -> str:
        """`K. Weiß, C. von Humboldt`; of more than three the first, and a sign in brackets."""
        if names.others or len(names.people) > 3:
            return f"{_given_first(names.people[0])} [{self.words.others}]"
        return ", ".join(_given_first(name) for name in names.people)

    def _volume(self) -> Inlines:
        number = self._labelled("volume", self.found.plain("volume"))
        return join(". ", (titled(self.found, "main"), flow(number)))

    def _imprint(self) -> Inlines:
        """`PLACE: PUBLISHER, YEAR`; the year alone is an area of its own."""
        entry = self.found
        names = ("publisher", "institution", "howpublished", "organization")
        name = next((name for name in names if entry.has(name)), "")
        publisher = entry.text(name, self.language) if name and entry.type != "thesis" else ()
        host = join(": ", (self._location(), publisher))
        return flow(host, ", ", self._year(small=True)) if host else self._year_area()

    def _location(self) -> Inlines:
        location = self.found.text("location", self.language)
        short = PLACES.get(self.found.plain("location")) if self.found.words == "ru" else None
        return (Text(short),) if short else location

    def _year_area(self) -> Inlines:
        return self._year(small=False)

    def _year(self, *, small: bool) -> Inlines:
        """The year; none is `[Б. г.]` as an area, `[б. г.]` after a comma, in the page's language."""
        page = terms(self.language)
        if self.found.date is None:
            none = year_label(None, page, self.suffix)
            return self._of_page(flow(f"[{none if small else capital(none)}]"))
        return flow(year_label(self.found.date, page, self.suffix))

    def _date_area(self) -> Inlines:
        date = self.found.date
        return flow(partial_date(date, self.found.words, self.words)) if date and has_month(date) else ()

    def _place(self) -> Inlines:
        """The place that is cited, else the pages of the work (rule 7)."""
        if self.locator:
            return flow(locator_text(self.locator, self.words, capitals=True))
        return flow(self._labelled("page", pages(self.found)))

    def _total(self) -> Inlines:
        total = self.found.plain("pagetotal")
        return flow(self.words.pages_total.format(total)) if total.isdecimal() else flow(total)

    def _series(self) -> Inlines:
        entry = self.found
        if not entry.has("series"):
            return ()
        number = entry.plain("number") if entry.type not in NUMBERED else ""
        return flow("(", join("; ", (entry.text("series"), flow(number))), ")")

    def _labelled(self, kind: str, value: str) -> str:
        return f"{capital(self.words.labels[kind])}{NBSP}{value}" if value else ""

    def _of_page(self, nodes: Inlines) -> Inlines:
        """Words of the page within a description in another language."""
        return in_language(nodes, self.language, self.found.language or self.language)


def surname_first(name: Name) -> str:
    """`Иванова А. П.`, without a comma (rule 2)."""
    return NBSP.join(part for part in (name.surname, initials(name.given), name.suffix) if part)


def _given_first(name: Name) -> str:
    return NBSP.join(part for part in (initials(name.given), name.surname, name.suffix) if part)
