"""How to cite a chapter: it is an entry like any other, set by the same styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

from sitegen.bibliography import Entry, style
from sitegen.bibliography.dates import parse_date
from sitegen.bibliography.formats.biblatex import biblatex, biblatex_entry
from sitegen.bibliography.formats.csl_json import csl_json
from sitegen.bibliography.formats.ris import ris
from sitegen.bibliography.names import InvalidNameError, Name, Names, parse_name
from sitegen.bibliography.suspects import is_body
from sitegen.model.document import Person
from sitegen.model.nodes import Inlines, Text
from sitegen.model.publication import Page
from sitegen.render import urls
from sitegen.render.html import marked
from sitegen.render.site import Site
from sitegen.render.sources import reference_html
from sitegen.render.views import CiteView, LinkView
from sitegen.source import Span

FORMATS: Mapping[str, tuple[str, Callable[[Iterable[Entry]], str]]] = {
    "bib": ("BibTeX (.bib)", biblatex),
    "ris": ("RIS (.ris)", ris),
    "csl.json": ("CSL-JSON (.json)", csl_json),
}
"""The files that a chapter's reference is offered as: the ending, its name, and what writes it."""


def cite_view(site: Site, page: Page, output: str = "") -> CiteView:
    """The box at the foot of a chapter; `output` is the file that it stands in, if not the chapter's."""
    entry = chapter_entry(site, page)
    here = output or page.output
    return CiteView(
        html=reference_html(site, page.language, style(page.language).entry(entry)),
        bibtex=marked(biblatex_entry(entry), page.language),
        downloads=tuple(
            LinkView(urls.relative(here, urls.chapter_reference(page.output, ending)), name)
            for ending, (name, _) in FORMATS.items()
        ),
    )


def chapter_reference(site: Site, page: Page, ending: str) -> str:
    """The reference to a chapter as the text of a file in one of the formats."""
    _, write = FORMATS[ending]
    return write([chapter_entry(site, page)])


def chapter_entry(site: Site, page: Page) -> Entry:
    """A chapter as part of its publication. It has the address of its own; the publication's DOI
    only where there is none, as a DOI names the whole (citations.md, section 1, `crossref`).
    """
    return site.recent.once(("entry", page.interface.path), partial(_chapter_entry, site, page))


def _chapter_entry(site: Site, page: Page) -> Entry:
    front, settings, tag = page.interface.front_matter, site.settings, page.language
    authors = cited_names(front.authors or settings.authors)
    names = {"author": authors, "translator": cited_names(front.translators)}
    date = front.date or settings.date
    url = settings.url + page.output if settings.url else ""
    return Entry(
        key=f"{page.slug}-{tag}",
        type="incollection",
        span=Span(page.interface.path),
        names={role: people for role, people in names.items() if people},
        texts=_texts(site, page),
        date=parse_date(date) if date else None,
        language=tag,
        words=tag,
        url=url,
        doi="" if url else settings.doi.get(tag) or "",
    )


def _texts(site: Site, page: Page) -> dict[str, Inlines]:
    texts = {
        "title": page.title,
        "subtitle": page.interface.front_matter.subtitle,
        "booktitle": site.title(page.language)[0],
        "publisher": site.settings.publisher.best(page.language)[0],
    }
    return {name: (Text(value),) for name, value in texts.items() if value}


def cited_names(people: tuple[Person, ...]) -> Names:
    """Persons of a front matter as a bibliography knows them."""
    return Names(tuple(person_name(one.name) for one in people))


@lru_cache(maxsize=4096)
def person_name(text: str) -> Name:
    """A person as the front matter writes one, given name first; a name of one word, or of an
    institution, is taken as it stands.
    """
    plain = " ".join(text.split())
    if " " not in plain or set("{}\\,") & set(plain) or is_body(plain):
        return Name(plain, corporate=True)
    try:
        return parse_name(plain)
    except InvalidNameError:
        return Name(plain, corporate=True)
