"""Which sources of citations.bib are submitted to an archive, and which never are (links.md, section 4)."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from typing import Literal, TypeAlias
from urllib.parse import urldefrag, urlsplit

from sitegen.bibliography.addresses import is_web
from sitegen.bibliography.bibtex import RawEntry, RawField, read_raw
from sitegen.bibliography.latex import verbatim
from sitegen.hygiene import is_secret, judge
from sitegen.links_lock import LinksLock
from sitegen.model.nodes import Archived
from sitegen.source import Source
from sitegen.tracking import ARCHIVES, at
from sitegen.values import dataclass
from sitegen.web_addresses import equality_key, has_secret

Reason: TypeAlias = Literal[
    "own", "onion", "private", "secret", "login", "archive", "invalid", "composed", "fields"
]

_OTHER = frozenset({"string", "preamble", "comment"})
_POST = re.compile(r"(https?://(?:www\.)?t\.me/)([A-Za-z]\w{3,31}/\d+)(?=[?#]|$)", re.IGNORECASE | re.ASCII)
_LOGIN = frozenset({401, 407})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source without a copy: the address to submit, and its copy where one is known already."""

    key: str
    url: str
    submitted: str
    field: RawField
    known: Archived | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that is not submitted, and why."""

    key: str
    url: str
    reason: Reason


def candidates(source: Source, own: str, lock: LinksLock) -> tuple[Candidate | Skipped, ...]:
    """Every source with an address and without `archiveurl`, in the order of the file. `own` is the
    publication's own address, empty if it has none.
    """
    entries, _ = read_raw(source)
    return tuple(_judged(entries, own, lock))


def submitted(url: str) -> str:
    """The form in which an address is saved: a post of a Telegram channel as the page that shows it
    without a program, and nothing that only tracks readers.
    """
    return _POST.sub(r"\1s/\2", urldefrag(judge(url)[0]).url)


def _judged(entries: list[RawEntry], own: str, lock: LinksLock) -> Iterator[Candidate | Skipped]:
    for entry in entries:
        fields = {one.name: one for one in reversed(entry.fields)}
        url, copy = fields.get("url"), fields.get("archiveurl")
        if entry.type in _OTHER or entry.broken or url is None or (copy and copy.value.strip()):
            continue
        address = verbatim(url.value.strip())
        if not address:
            continue
        reason = _reason(address, own, lock)
        if copy is not None or "archivedate" in fields:
            reason = reason or "fields"
        if reason:
            yield Skipped(entry.key, address, reason)
            continue
        known = lock.get(address)
        found = Archived(known.copy_url, known.copy_date.isoformat()) if known and known.copy_date else None
        yield Candidate(entry.key, address, submitted(address), url, found)


def _reason(address: str, own: str, lock: LinksLock) -> Reason | None:
    """Why an address is handed to no archive; None where it may be."""
    if not is_web(address):
        return "secret" if is_secret(address) else "invalid"
    host = (urlsplit(address).hostname or "").rstrip(".").lower()
    known = lock.get(address)
    reasons: dict[Reason, bool] = {
        "onion": host.endswith(".onion"),
        "private": _is_private(host),
        "archive": at(host, ARCHIVES),
        "own": bool(own) and _place(address).startswith(_place(own)),
        "secret": is_secret(address) or has_secret(judge(address)[0]),
        "login": known is not None and known.status in _LOGIN,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _place(address: str) -> str:
    """An address for comparing, whatever its scheme."""
    return equality_key(address).partition("://")[2]


def _is_private(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False
