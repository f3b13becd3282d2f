"""Where it is told how to cite a quote: on the page of its chapter among the pages of voices.

That address depends on nothing but the chapter, so that none changes when other chapters grow.
"""

from __future__ import annotations

from sitegen.model.publication import Page, Quote
from sitegen.render import urls
from sitegen.render.facets import facet_name
from sitegen.render.paging import SIZE, page_of, page_output


def quote_anchor(page: Page, quote: Quote) -> str:
    """The id of a quote on all pages of voices."""
    return f"{page.slug}.{quote.id}"


def quote_home(page: Page, quote: Quote) -> str:
    """The file in which the quote stands with its references."""
    before = [one for one in page.quotes if one] if len(page.quotes) > SIZE else []
    place = before.index(quote) if before else 0
    return page_output(urls.facet(page.language, facet_name("chapter", quote.chapter)), page_of(place))
