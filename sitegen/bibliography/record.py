"""One entry: its fields decoded, judged and put together.

Diagnostics: BIB012 to BIB025 as far as they concern one entry; addresses and archives have modules
of their own.
"""

from __future__ import annotations

import re

from sitegen.bibliography.addresses import read_doi, read_url
from sitegen.bibliography.archives import read_archive
from sitegen.bibliography.bibtex import LIMIT, UNLIMITED, RawField
from sitegen.bibliography.dates import Date, parse_date, parse_year
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.fields import CONTAINED, IDENTIFIERS, LANGUAGES, ROLES, TEXTS, TYPE_WORDS
from sitegen.bibliography.inherit import Resolved
from sitegen.bibliography.latex import decode, squeeze, verbatim
from sitegen.bibliography.names import InvalidNameError, Names, parse_names
from sitegen.bibliography.suspects import suspects
from sitegen.bibliography.vocabulary import marks
from sitegen.diagnostics import Diagnostic, report
from sitegen.languages.tags import is_tag
from sitegen.model.nodes import Inlines, Text
from sitegen.source import Span

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_FORM = re.compile(r"(.+)_([a-z]{2,3}(?:-[a-z0-9]{2,8})*)", re.IGNORECASE)


class Record:
    """The making of one entry; what is wrong with it goes into `found`."""

    def __init__(self, one: Resolved, kind: str, languages: tuple[str, ...], found: list[Diagnostic]) -> None:
        self.raw = one.entry
        self.kind = kind
        self.found = found
        self.languages = languages
        self.fields = one.fields
        self.language = self._language()
        self.words = self.language or ("ru" if _CYRILLIC.search(self._value("title")) else "en")

    def entry(self) -> Entry:
        doi = read_doi(self.fields.get("doi"), self.found)
        url = read_url(self.fields.get("url"), self.found, has_doi=bool(doi))
        urldate = self._date("urldate")
        entry = Entry(
            key=self.raw.key,
            type=self.kind,
            span=self.raw.span,
            names=self._names(),
            texts=self._texts(),
            date=self._publication_date(),
            urldate=urldate,
            archived=read_archive(self.fields, urldate, self.found),
            language=self.language,
            words=self.words,
            url=url,
            doi=doi,
            newspaper=self._value("entrysubtype").casefold() == "newspaper",
            identifiers=self._identifiers(),
            spans={name: one.span for name, one in self.fields.items()},
        )
        if not self.raw.broken:
            self._report_missing(entry)
        return entry

    def _value(self, name: str) -> str:
        one = self.fields.get(name)
        return one.value.strip() if one else ""

    def _report(self, code: str, span: Span, **args: str) -> None:
        self.found.append(
            report(code, span, nearest=None, related=(), fix=None, severity=None, key=self.raw.key, **args)
        )

    def _report_missing(self, entry: Entry) -> None:
        if not self._value("title"):
            self._report("BIB012", self.raw.span)
        elif (self.kind == "article" and not entry.has("journaltitle")) or (
            self.kind in CONTAINED and not entry.has("booktitle")
        ):
            name = "journaltitle" if self.kind == "article" else "booktitle"
            self._report("BIB013", self.raw.span, type=self.raw.type, field=name)
        if self.kind == "online" and not (self._value("url") or self._value("doi")):
            self._report("BIB015", self.raw.span)
        elif self.kind == "online" and self._value("url") and not self._value("urldate") and not entry.doi:
            self._report("BIB014", self.raw.span)

    def _language(self) -> str:
        """The tag of `langid`; `language` serves too, but may hold anything."""
        name = self._value("langid")
        tag = _tag(name or self._value("language"))
        if name and not tag:
            self._report("BIB025", self.fields["langid"].span, name=name)
        return tag

    def _names(self) -> dict[str, Names]:
        names: dict[str, Names] = {}
        for name, one in self.fields.items():
            if _base(name) in ROLES and one.value.strip() and not self._is_too_long(one):
                try:
                    names[name] = parse_names(squeeze(one.value))
                except InvalidNameError as error:
                    self._report("BIB019", one.span, name=str(error))
                    self.raw.broken = True
                self.found += suspects(squeeze(one.value), one.span)
        return names

    def _texts(self) -> dict[str, Inlines]:
        texts: dict[str, Inlines] = {}
        for name, one in self.fields.items():
            if _base(name) not in TEXTS or self._is_too_long(one):
                continue
            form = _FORM.fullmatch(name)
            nodes, issues = decode(squeeze(one.value), marks(form[2] if form else self.words))
            if nodes:
                texts[name] = nodes
            for issue in issues:
                self._report(
                    "BIB023" if issue.kind == "command" else "BIB024", one.span, text=issue.text, field=name
                )
        if "type" not in texts and self.raw.type in TYPE_WORDS:
            texts["type"] = (Text(TYPE_WORDS[self.raw.type]),)
        return texts

    def _identifiers(self) -> dict[str, str]:
        values = {name: verbatim(squeeze(self._value(name))) for name in IDENTIFIERS}
        return {name: value for name, value in values.items() if value and len(value) <= LIMIT}

    def _is_too_long(self, one: RawField) -> bool:
        if len(one.value) <= LIMIT or one.name in UNLIMITED:
            return False
        self.found.append(report("BIB008", one.span, name=one.name, limit=f"{LIMIT:,}"))
        self.raw.broken = True
        return True

    def _date(self, name: str) -> Date | None:
        value = self._value(name)
        found = parse_date(_unbraced(value)) if value else None
        if value and found is None:
            self._report("BIB020", self.fields[name].span, field=name, text=value[:40])
        return found

    def _publication_date(self) -> Date | None:
        """`date`; `year` and `month` only where it is absent."""
        year = self._value("year")
        if self._value("date") or not year:
            return self._date("date")
        found = parse_year(_unbraced(year), _unbraced(self._value("month")))
        if found is None:
            self._report("BIB020", self.fields["year"].span, field="year", text=year[:40])
        return found


def _base(name: str) -> str:
    """The field whose form for one language this is."""
    form = _FORM.fullmatch(name) if "_" in name else None
    return form[1] if form else name


def _tag(name: str) -> str:
    known = LANGUAGES.get(name.casefold())
    return known or (name if name and is_tag(name) else "")


def _unbraced(value: str) -> str:
    """A date as written: here `~` means “about” and is no space."""
    return squeeze(value.replace("{", "").replace("}", ""))
