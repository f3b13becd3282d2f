"""How to cite a quote: by the chapter that it stands in, with its own address and its attribution.

Nobody is invented: an interviewee is cited as the page names them, by what is said of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from sitegen.bibliography import Entry, style
from sitegen.bibliography.formats.biblatex import biblatex_entry
from sitegen.bibliography.formats.latex import encode_text
from sitegen.languages.slugs import slug
from sitegen.model.nodes import Text
from sitegen.model.publication import Page, Quote, Wording
from sitegen.render import urls
from sitegen.render.cite_chapter import chapter_entry
from sitegen.render.html import marked, safe
from sitegen.render.site import Site
from sitegen.render.sources import reference_html
from sitegen.render.views import CiteView, OtherCiteView
from sitegen.render.voices_words import cited_after

_PLAIN = re.compile(r"[A-Za-z0-9-]+")
_ID, _NOTE = "Xquote1idX", "Xquote1noteX"
"""What stands for a quote's id and attribution in the references that a chapter's quotes share."""


class QuoteCiter:
    """Writes the references to quotes. All that a chapter's quotes share is set once."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def cite(self, page: Page, quote: Quote) -> CiteView:
        """The reference in the edition's own form, and as BibTeX."""
        wording = _wording(quote, page.language)
        reference = self._cited(page, quote, wording, page.language)
        return CiteView(html=reference, bibtex=self._source(page, quote, wording), downloads=())

    def others(self, page: Page, quote: Quote) -> tuple[OtherCiteView, ...]:
        """The reference in the forms of the other editions: each to its own wording, or to this one where
        it has none.
        """
        views: list[OtherCiteView] = []
        for tag in self.site.settings.languages:
            if tag != page.language:
                own = quote.wording(tag)
                there = self.site.by_output.get(own.output) if own else None
                shown = own if own and there else _wording(quote, page.language)
                views.append(OtherCiteView(tag, self._cited(there or page, quote, shown, tag)))
        return tuple(views)

    def _cited(self, page: Page, quote: Quote, wording: Wording, language: str) -> Markup:
        paraphrase = quote.attributes.kind == "paraphrase"
        before = marked(cited_after(language, wording.attribution, paraphrase=paraphrase), language)
        return safe(f"{before} {self._reference(page, quote.id, language)}")

    def _reference(self, page: Page, identifier: str, language: str) -> str:
        """The reference to a chapter, with the quote's address in it."""
        shared = identifier if not _PLAIN.fullmatch(identifier) else _ID
        key = ("quote-reference", page.output, language, shared)
        html = self.site.kept.once(key, partial(self._shared_reference, page, shared, language))
        return html.replace(f'{_ID}"', f'{identifier}"').replace(_ID, identifier.replace("-", "-<wbr>"))

    def _shared_reference(self, page: Page, shared: str, language: str) -> str:
        entry = style(language).entry(_entry(self.site, page, shared))
        return str(reference_html(self.site, language, entry))

    def _source(self, page: Page, quote: Quote, wording: Wording) -> Markup:
        shared = quote.id if not _PLAIN.fullmatch(quote.id) else _ID
        key = ("quote-source", page.output, shared)
        source = self.site.kept.once(key, partial(self._shared_source, page, shared))
        note = marked(encode_text(wording.attribution), page.language)
        return safe(source.replace(_ID, quote.id).replace(_NOTE, note))

    def _shared_source(self, page: Page, shared: str) -> str:
        entry = _entry(self.site, page, shared)
        entry = replace(entry, texts={**entry.texts, "note": (Text(_NOTE),)})
        return marked(biblatex_entry(entry), page.language)


def _entry(site: Site, page: Page, identifier: str) -> Entry:
    """The chapter's entry, that has the key and the address of a quote."""
    entry = chapter_entry(site, page)
    name = identifier if identifier == _ID else slug(identifier)
    url = f"{entry.url}#{urls.fragment(identifier)}" if entry.url else ""
    return replace(entry, key=f"{entry.key}-{name}", url=url)


def _wording(quote: Quote, language: str) -> Wording:
    wording = quote.wording(language)
    assert wording is not None
    return wording
