"""How to cite a publication as a whole: each edition is a report, set by the style of its language."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.bibliography import Entry, style
from sitegen.bibliography.dates import parse_date
from sitegen.bibliography.formats.biblatex import biblatex_entry
from sitegen.model.document import FrontMatter
from sitegen.model.nodes import Text
from sitegen.model.publication import Edition
from sitegen.render import urls
from sitegen.render.cite_chapter import FORMATS, cited_names
from sitegen.render.frame import page_title
from sitegen.render.html import marked
from sitegen.render.site import Site
from sitegen.render.sources import reference_html
from sitegen.render.views import CiteView, LinkView, OtherCiteView
from sitegen.source import Span


def edition_cite(site: Site, edition: Edition) -> CiteView:
    """The box on an edition's title page."""
    tag, here = edition.language, urls.title_page(edition.language)
    entry = edition_entry(site, edition)
    return CiteView(
        html=reference_html(site, tag, style(tag).entry(entry)),
        bibtex=marked(biblatex_entry(entry), tag),
        downloads=tuple(
            LinkView(urls.relative(here, urls.edition_reference(tag, ending)), name)
            for ending, (name, _) in FORMATS.items()
        ),
    )


def other_cites(site: Site, edition: Edition) -> Iterator[OtherCiteView]:
    """The references to the other editions, each in its own form."""
    for one in site.publication.editions:
        if one.language != edition.language:
            reference = style(one.language).entry(edition_entry(site, one))
            yield OtherCiteView(one.language, reference_html(site, one.language, reference))


def edition_reference(site: Site, edition: Edition, ending: str) -> str:
    """The reference to an edition as the text of a file in one of the formats."""
    _, write = FORMATS[ending]
    return write([edition_entry(site, edition)])


def edition_entry(site: Site, edition: Edition) -> Entry:
    """An edition as a report: with its DOI, or else the address of its title page."""
    settings, tag, page = site.settings, edition.language, edition.title_page
    front = page.interface.front_matter if page else FrontMatter()
    names = {
        "author": cited_names(front.authors or settings.authors),
        "translator": cited_names(front.translators),
    }
    texts = {
        "title": page_title(site, edition)[0],
        "subtitle": front.subtitle,
        "institution": settings.publisher.best(tag)[0],
    }
    date, doi = front.date or settings.date, settings.doi.get(tag) or ""
    return Entry(
        key=f"publication-{tag}",
        type="report",
        span=Span(page.interface.path if page else "sitegen.toml"),
        names={role: people for role, people in names.items() if people},
        texts={name: (Text(value),) for name, value in texts.items() if value},
        date=parse_date(date) if date else None,
        language=tag,
        words=tag,
        url=urls.absolute(settings.url, urls.title_page(tag)) if settings.url and not doi else "",
        doi=doi,
    )
