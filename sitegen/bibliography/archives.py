"""Archived copies of sources: `archiveurl` and `archivedate` (links.md, section 4).

Diagnostics: BIB026 to BIB032, BIB035.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from sitegen.bibliography.addresses import comparable, is_web
from sitegen.bibliography.bibtex import RawField
from sitegen.bibliography.dates import Date, parse_date
from sitegen.bibliography.latex import verbatim
from sitegen.diagnostics import Diagnostic, report
from sitegen.model.nodes import Archived
from sitegen.tracking import without_tracking

ACCEPTED = ("web.archive.org", "ghostarchive.org", "megalodon.jp", "perma.cc")
REFUSED = tuple(f"archive.{end}" for end in ("today", "is", "ph", "fo", "li", "md", "vn"))
DAYS = 365
"""A copy may be so much older than the day of access."""

_SNAPSHOT = re.compile(
    r"https?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(.+)", re.IGNORECASE | re.DOTALL
)
_MEGALODON = re.compile(r"https?://megalodon\.jp/(\d{4})-(\d{2})(\d{2})-[\d-]+/", re.IGNORECASE)
_START = re.compile(r"https?:/{1,2}(?:www\.)?", re.IGNORECASE)
_POST = re.compile(r"(https://t\.me/)s/([A-Za-z]\w+/\d+)", re.IGNORECASE | re.ASCII)


def read_archive(
    fields: Mapping[str, RawField], urldate: Date | None, found: list[Diagnostic]
) -> Archived | None:
    """The copy of a source, with every check of links.md; None if it may not be linked."""
    url, copy = fields.get("url"), fields.get("archiveurl")
    if url is not None:
        _check_original(url, found)
    if copy is None or not copy.value.strip():
        return None
    address = verbatim(copy.value.strip())
    return _copy(address, copy, fields, urldate, found) if _is_accepted(address, copy, found) else None


def _check_original(url: RawField, found: list[Diagnostic]) -> None:
    host = _host(url.value.strip())
    if _at(host, REFUSED):
        found.append(report("BIB032", url.span, host=host))
    elif _at(host, ACCEPTED):
        found.append(report("BIB030", url.span, host=host))


def _is_accepted(address: str, copy: RawField, found: list[Diagnostic]) -> bool:
    host = _host(address)
    if _at(host, REFUSED):
        found.append(report("BIB032", copy.span, host=host))
    elif ":" not in address.partition("/")[0] and not address.startswith("/"):
        return True
    elif not is_web(address):
        found.append(report("BIB033", copy.span, url=address[:80]))
    elif not _at(host, ACCEPTED):
        found.append(report("BIB035", copy.span, host=host))
    else:
        return True
    return False


def _copy(
    address: str,
    copy: RawField,
    fields: Mapping[str, RawField],
    urldate: Date | None,
    found: list[Diagnostic],
) -> Archived | None:
    snapshot = _SNAPSHOT.fullmatch(address)
    if snapshot is None and _at(_host(address), ("web.archive.org",)):
        found.append(report("BIB031", copy.span))
        return None
    taken = _taken(address)
    written = fields.get("archivedate")
    day = _day(written, taken, copy, found)
    if day is None:
        return None
    if taken and taken != day and written:
        found.append(report("BIB026", written.span, written=day, taken=taken))
    elif urldate and _days_between(day, urldate) > DAYS and written:
        found.append(report("BIB028", written.span, days=DAYS))
    url = fields.get("url")
    if snapshot and url is not None and _same(snapshot[2]) != _same(verbatim(url.value.strip())):
        found.append(report("BIB027", copy.span, original=snapshot[2][:80]))
    return Archived(address, day)


def _day(written: RawField | None, taken: str, copy: RawField, found: list[Diagnostic]) -> str | None:
    """The day of the copy in ISO form."""
    if written is None or not written.value.strip():
        found.append(report("BIB029", copy.span, date=taken or "YYYY-MM-DD"))
        return taken or None
    value = parse_date(written.value)
    if value is None or value.end or value.open_end or value.open_start or not value.start.day:
        found.append(report("BIB020", written.span, key="", field="archivedate", text=written.value[:40]))
        return None
    return value.start.iso()


def _taken(address: str) -> str:
    """The day that the address itself states; empty if it states none."""
    snapshot = _SNAPSHOT.fullmatch(address)
    if snapshot:
        stamp = snapshot[1]
        return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
    match = _MEGALODON.match(address)
    return f"{match[1]}-{match[2]}-{match[3]}" if match else ""


def _days_between(day: str, urldate: Date) -> int:
    start = urldate.start
    opened = date(start.year, start.month if start.month and start.month <= 12 else 1, start.day or 1)
    return (opened - date.fromisoformat(day)).days


def _same(address: str) -> str:
    """An address for comparing: scheme, `www.`, the last slash and what only tracks readers apart. A post
    of a Telegram channel is saved as the page `t.me/s/…` that shows it in a browser.
    """
    address = _POST.sub(r"\1\2", without_tracking("https://" + _START.sub("", address, count=1))[0])
    return (comparable(address) if is_web(address) else address).rstrip("/")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _at(host: str, sites: tuple[str, ...]) -> bool:
    return any(host == site or host.endswith("." + site) for site in sites)
