"""Every external address of a publication, with its places: text, footnotes, citations.bib.

Addresses that are equal (links.md, section 6) are asked once; each anchor is judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from sitegen.bibliography import Bibliography, Entry
from sitegen.links.fetch import request_url
from sitegen.links.guard import UNASKED_ENDS, Guard, written_number
from sitegen.links.verdict import Verdict
from sitegen.model.document import Interface
from sitegen.source import Source, Span
from sitegen.values import dataclass
from sitegen.web_addresses import equality_key, host_key

DOI = "https://doi.org/"
Sources = Callable[[str], Source | None]

_WEB = re.compile(r"https?:", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)")


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is first spelt, and all its places in the order of the files. `has_copy`: a
    source with this address has an archived copy.
    """

    url: str
    places: tuple[Span, ...]
    has_copy: bool = False

    @property
    def key(self) -> str:
        """Addresses of one key are one page to ask for."""
        return equality_key(self.url)


def collect(
    interfaces: Iterable[Interface], bibliography: Bibliography, sources: Sources
) -> tuple[Address, ...]:
    """All addresses, in the order of their first places."""
    found: dict[str, list[tuple[str, Span]]] = {}
    for url, span in (*_of_text(interfaces), *_of_sources(bibliography, sources)):
        found.setdefault(_identity(url), []).append((url, span))
    copied = _copied(bibliography)
    addresses = (_address(uses, copied) for uses in found.values())
    return tuple(sorted(addresses, key=lambda one: (one.places[0], one.url)))


def prejudged(url: str, guard: Guard) -> Verdict | None:
    """The verdict on an address that is not asked; None where it is (links.md, section 1)."""
    if not _WEB.match(url):
        return Verdict("not checked", "not-asked")
    if not is_readable(url):
        return Verdict("dead", "no-address")
    if guard.is_allowed(url):
        return None
    if (urlsplit(url).hostname or "").rstrip(".").lower().endswith(UNASKED_ENDS):
        return Verdict("not checked", "not-asked")
    return Verdict("not checked", "internal") if guard.is_internal(url) else None


def is_readable(url: str) -> bool:
    """Whether host and port can be told, and are such as can be."""
    try:
        parts = urlsplit(url)
        host = host_key(parts.hostname or "")
        request_url(url)
        is_port = parts.port != 0
    except ValueError:
        return False
    if host.startswith("["):
        return is_port and written_number(host) is not None
    labels = host.removesuffix(".").split(".")
    is_name = len(host) <= 253 and all(_LABEL.fullmatch(label) for label in labels)
    return is_port and is_name and (not labels[-1].isdecimal() or written_number(host) is not None)


def almost_same(addresses: Iterable[Address]) -> Iterator[tuple[Address, Address]]:
    """Pairs that differ only in the last slash or in http and https: the first such and a later one."""
    first: dict[str, Address] = {}
    for one in addresses:
        if _WEB.match(one.url) and is_readable(one.url):
            other = first.setdefault(one.key.partition("://")[2].rstrip("/"), one)
            if other.key != one.key:
                yield other, one


def _of_text(interfaces: Iterable[Interface]) -> Iterator[tuple[str, Span]]:
    for interface in interfaces:
        for address in interface.addresses:
            yield address.url, address.span


def _of_sources(bibliography: Bibliography, sources: Sources) -> Iterator[tuple[str, Span]]:
    for entry in bibliography.entries.values():
        span = entry.spans.get("url", entry.span)
        url = entry.url or ("" if "url" not in entry.spans else _slice(sources(span.path), span))
        if _WEB.match(url):
            yield url, span
        if entry.doi:
            yield DOI + entry.doi, entry.spans.get("doi", entry.span)


def _slice(source: Source | None, span: Span) -> str:
    if source is None or span.line != span.end_line:
        return ""
    return source.line(span.line)[span.column - 1 : span.end_column - 1]


def _identity(url: str) -> str:
    """The key with the anchor."""
    try:
        return f"{equality_key(url)} {urlsplit(url).fragment}" if _WEB.match(url) else url
    except ValueError:
        return url


def _copied(bibliography: Bibliography) -> Mapping[str, Entry]:
    entries = (entry for entry in bibliography.entries.values() if entry.archived)
    return {_page(entry.url): entry for entry in entries if entry.url}


def _page(url: str) -> str:
    return _identity(url).partition(" ")[0]


def _address(uses: list[tuple[str, Span]], copied: Mapping[str, Entry]) -> Address:
    url = uses[0][0]
    return Address(url, tuple(sorted({span for _, span in uses})), _page(url) in copied)
