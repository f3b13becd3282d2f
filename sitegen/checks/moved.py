"""Addresses that have moved for good, as far as links.lock knows (links.md, section 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.bibliography import Bibliography
from sitegen.diagnostics import Diagnostic, Fix, report
from sitegen.hygiene import stands_anywhere
from sitegen.links_lock import LinksLock, Remembered
from sitegen.model.publication import Publication
from sitegen.source import Span
from sitegen.web_addresses import masked


def check_moved(
    publication: Publication, bibliography: Bibliography, lock: LinksLock
) -> Iterator[Diagnostic]:
    """EXT004 for each address of the text and of citations.bib, with the edit where it is written there
    letter by letter. It is told of what was found last, and asks nobody.
    """
    if not lock.entries:
        return
    for url, span, literal in _addresses(publication, bibliography):
        known = lock.get(url)
        if known is not None and _has_moved(known, url):
            fragment = url.partition("#")[2]
            moved = (
                known.moved_to if "#" in known.moved_to or not fragment else f"{known.moved_to}#{fragment}"
            )
            fix = Fix(span, moved) if literal and stands_anywhere(moved) else None
            args: dict[str, Any] = {"url": masked(url), "moved": moved, "date": known.date.isoformat()}
            yield report("EXT004", span, fix=fix, status=str(known.status or ""), **args)


def _addresses(publication: Publication, bibliography: Bibliography) -> Iterator[tuple[str, Span, bool]]:
    for edition in publication.editions:
        for page in edition.pages:
            for address in page.interface.addresses:
                yield address.url, address.span, address.literal and _is_whole(address.span, address.url)
    for entry in bibliography.entries.values():
        span = entry.spans.get("url")
        if entry.url and span is not None:
            yield entry.url, span, _is_whole(span, entry.url)


def _is_whole(span: Span, url: str) -> bool:
    """Whether the place holds this address and no more: one with a tracking parameter is cleaned first."""
    return span.line == span.end_line and span.end_column - span.column == len(url)


def _has_moved(known: Remembered, url: str) -> bool:
    return (
        known.result == "ok" and known.moved_to not in ("", url) and masked(known.moved_to) == known.moved_to
    )
