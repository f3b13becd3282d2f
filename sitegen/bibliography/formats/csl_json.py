"""Entries as CSL-JSON: the items that Zotero, Pandoc and citeproc read (schema csl-data.json 1.0)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sitegen.bibliography.dates import SEASONS, Date, Day
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.formats.kinds import csl_type, is_signed_by_organization
from sitegen.bibliography.names import Name, Names
from sitegen.bibliography.styles.phrases import NUMBERED, pages, titled
from sitegen.model.nodes import Bold, Inlines, Italic, SmallCaps, Text, plain_text

Item = dict[str, object]

_TEXTS = {
    "shorttitle": "title-short",
    "edition": "edition",
    "version": "version",
    "volume": "volume",
    "location": "publisher-place",
    "type": "genre",
    "pagetotal": "number-of-pages",
}
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
_SMALL_CAPS = '<span style="font-variant:small-caps;">{}</span>'


def csl_json(entries: Iterable[Entry]) -> str:
    """The whole file."""
    return json.dumps([csl_item(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def csl_item(entry: Entry) -> Item:
    """One item; what the entry does not give is left out."""
    item: Item = {"id": entry.key, "type": csl_type(entry), "language": entry.language}
    item |= {name: _people(entry.names[role]) for role, name in _ROLES.items() if role in entry.names}
    if is_signed_by_organization(entry):
        item["author"] = [{"literal": entry.plain("organization")}]
    item["title"] = _markup(titled(entry, ""))
    item["container-title"] = _markup(_container(entry))
    item["collection-title"] = _markup(entry.text("series"))
    item |= {name: _markup(entry.text(field)) for field, name in _TEXTS.items()}
    item |= _number(entry)
    item["page"] = pages(entry).replace("–", "-")
    item["publisher"] = _publisher(entry)
    item["issued"] = _date(entry.date) if entry.date else None
    item["accessed"] = _date(entry.urldate) if entry.urldate else None
    item["DOI"], item["URL"] = entry.doi, entry.url
    item |= {name.upper(): entry.identifiers.get(name) for name in ("isbn", "issn")}
    return {name: value for name, value in item.items() if value}


def _container(entry: Entry) -> Inlines:
    for host in ("journal", "book", "main"):
        if entry.has(f"{host}title"):
            return titled(entry, host)
    is_host = entry.type in ("online", "misc") and not is_signed_by_organization(entry)
    return entry.text("organization") if is_host else ()


def _number(entry: Entry) -> Item:
    """An issue, a report's own number, or the place in a series."""
    if entry.type in ("article", "periodical", "suppperiodical"):
        name = "issue"
    else:
        name = "number" if entry.type in NUMBERED else "collection-number"
    return {name: entry.plain("number")}


def _publisher(entry: Entry) -> str:
    names = ("publisher", "institution", "howpublished")
    return next((entry.plain(name) for name in names if entry.has(name)), "")


def _people(names: Names) -> list[Item]:
    return [_person(name) for name in names.people] + ([{"literal": "others"}] if names.others else [])


def _person(name: Name) -> Item:
    if name.corporate:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.prefix,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _date(date: Date) -> Item:
    """One day or two; an interval without an end has no form of its own in version 1.0."""
    if date.open_end or date.open_start:
        year = str(date.start.year)
        return {"literal": f"{year}–" if date.open_end else f"–{year}"}
    ends = [date.start, *([date.end] if date.end else [])]
    item: Item = {"date-parts": [_parts(day) for day in ends]}
    if date.start.month in SEASONS:
        item["season"] = date.start.month - SEASONS[0] + 1
    if any(day.circa or day.uncertain for day in ends):
        item["circa"] = True
    return item


def _parts(day: Day) -> list[int]:
    month = day.month if day.month not in SEASONS else None
    return [part for part in (day.year, month, day.day) if part]


def _markup(children: Inlines) -> str:
    """The few tags that CSL-JSON knows within a text."""
    parts: list[str] = []
    for node in children:
        match node:
            case Text(value):
                parts.append(value)
            case Italic(inner):
                parts.append(f"<i>{_markup(inner)}</i>")
            case Bold(inner):
                parts.append(f"<b>{_markup(inner)}</b>")
            case SmallCaps(inner):
                parts.append(_SMALL_CAPS.format(_markup(inner)))
            case _:
                parts.append(plain_text((node,)))
    return "".join(parts)
