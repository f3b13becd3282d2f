"""A footnote that gives the address of a source should cite the source (links.md, section 6)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.bibliography import Bibliography
from sitegen.bibliography.addresses import comparable, is_web
from sitegen.diagnostics import Diagnostic, report
from sitegen.model.publication import Publication

RESOLVER = "https://doi.org/"


def check_addresses(publication: Publication, bibliography: Bibliography) -> Iterator[Diagnostic]:
    """CIT005 for each bare address in a footnote that is the `url` or the DOI of an entry."""
    known = _addresses(bibliography)
    for edition in publication.editions:
        for page in edition.pages:
            for address in page.interface.addresses:
                if address.note is None or not address.bare or not is_web(address.url):
                    continue
                key = known.get(comparable(address.url))
                if key is not None:
                    yield report("CIT005", address.span, key=key)


def _addresses(bibliography: Bibliography) -> dict[str, str]:
    """The key of the first entry with each address, by the form that is compared."""
    known: dict[str, str] = {}
    for key, entry in bibliography.entries.items():
        for address in (entry.url, RESOLVER + entry.doi if entry.doi else ""):
            if address:
                known.setdefault(comparable(address), key)
    return known
