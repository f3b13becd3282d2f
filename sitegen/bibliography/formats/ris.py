"""Entries as RIS: what EndNote, Citavi and Zotero import. UTF-8, a tag a line, lines end in CR LF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.bibliography.dates import SEASONS, Date
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.formats.kinds import is_signed_by_organization, ris_type
from sitegen.bibliography.names import Name
from sitegen.bibliography.styles.phrases import NUMBERED, pages, titled
from sitegen.model.nodes import plain_text

_ROLES = {"author": "AU", "editor": "ED", "translator": "A4", "bookauthor": "A2"}
_TEXTS = {"edition": "ET", "volume": "VL", "location": "CY", "type": "M3", "shorttitle": "ST"}
_BLANK = re.compile(r"\s+")


def ris(entries: Iterable[Entry]) -> str:
    """The whole file: entries are parted by an empty line."""
    return "\r\n".join(ris_entry(entry) for entry in entries)


def ris_entry(entry: Entry) -> str:
    tags = [("TY", ris_type(entry)), ("ID", entry.key), *_tags(entry)]
    lines = [f"{tag}  - {_BLANK.sub(' ', value).strip()}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tags(entry: Entry) -> Iterator[tuple[str, str]]:
    for role, tag in _ROLES.items():
        for name in entry.names[role].people if role in entry.names else ():
            yield tag, _name(name)
    if is_signed_by_organization(entry):
        yield "AU", entry.plain("organization")
    yield "TI", plain_text(titled(entry, ""))
    yield "T2", _container(entry)
    yield "T3", entry.plain("series")
    if entry.date:
        yield "PY", str(entry.date.start.year)
        yield "DA", _date(entry.date)
    for field, tag in _TEXTS.items():
        yield tag, entry.plain(field)
    yield ("M1" if entry.type in NUMBERED else "IS"), entry.plain("number")
    first, _, last = pages(entry).partition("–")
    yield "SP", first
    yield "EP", last
    yield "PB", _publisher(entry)
    yield "SN", entry.identifiers.get("isbn") or entry.identifiers.get("issn") or ""
    yield "DO", entry.doi
    yield "UR", entry.url
    yield "Y2", _date(entry.urldate) if entry.urldate else ""
    yield "LA", entry.language


def _container(entry: Entry) -> str:
    for host in ("journal", "book", "main"):
        if entry.has(f"{host}title"):
            return plain_text(titled(entry, host))
    is_host = entry.type in ("online", "misc") and not is_signed_by_organization(entry)
    return entry.plain("organization") if is_host else ""


def _publisher(entry: Entry) -> str:
    names = ("publisher", "institution", "howpublished")
    return next((entry.plain(name) for name in names if entry.has(name)), "")


def _name(name: Name) -> str:
    """`van der Berg, Jan, Jr.`; a corporate body as it stands."""
    return ", ".join(part for part in (name.surname, name.given, name.suffix) if part)


def _date(date: Date) -> str:
    """`2021/11/05/`; what is not known stays empty, a season is words at the end."""
    day = date.start
    if day.month in SEASONS:
        return f"{day.year:04}///{('spring', 'summer', 'autumn', 'winter')[day.month - SEASONS[0]]}"
    month = f"{day.month:02}" if day.month else ""
    return f"{day.year:04}/{month}/{f'{day.day:02}' if day.day else ''}/"
