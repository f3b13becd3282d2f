"""The sources of an edition, put in order once for all pages: where each stands, and who cites it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from sitegen.bibliography import Bibliography
from sitegen.bibliography.styles import style
from sitegen.model.publication import Edition, Page
from sitegen.render import urls
from sitegen.render.paging import page_of, page_output
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """`keys` in the order of the list, `citing` the pages that cite each, in the order of the edition."""

    language: str
    keys: tuple[str, ...]
    places: Mapping[str, int] = field(repr=False)
    citing: Mapping[str, tuple[Page, ...]] = field(repr=False)

    def output(self, key: str) -> str:
        """The page of the bibliography that an entry stands on."""
        return page_output(urls.bibliography(self.language), page_of(self.places.get(key, 0)))


def source_index(edition: Edition, keys: Iterable[str], bibliography: Bibliography) -> SourceIndex:
    order = style(edition.language).sort_key
    entries = sorted((bibliography.entries[key] for key in keys), key=order)
    citing: dict[str, list[Page]] = {}
    for page in edition.pages:
        for key in cited_keys(page, bibliography):
            citing.setdefault(key, []).append(page)
    return SourceIndex(
        edition.language,
        tuple(entry.key for entry in entries),
        {entry.key: place for place, entry in enumerate(entries)},
        {key: tuple(pages) for key, pages in citing.items()},
    )


def cited_keys(page: Page, bibliography: Bibliography) -> tuple[str, ...]:
    """The sources of one page, each once."""
    keys = [item.key for citation in page.interface.citations for item in citation.items]
    keys += [quote.attributes.cite for quote in page.quotes if quote and quote.attributes.cite]
    keys += [one.chart.cite for one in page.interface.floats if one.chart and one.chart.cite]
    return tuple(key for key in dict.fromkeys(keys) if key in bibliography.entries)
