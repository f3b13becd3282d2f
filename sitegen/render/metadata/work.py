"""What is described: an edition as a whole, or one of its chapters. Every form is made from this record."""

from __future__ import annotations

from typing import Literal

from sitegen.model.document import FrontMatter, Person
from sitegen.model.publication import Edition, Page
from sitegen.render import urls
from sitegen.render.frame import page_title
from sitegen.render.site import Site
from sitegen.source import bare
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """A report or a chapter in one language, as its page shows it; texts without soft hyphens.

    `date` is an ISO date of any precision or empty, `number` a chapter's place in the order, `doi` the
    bare DOI of a report, `originals` and `translations` the output files of what it translates and of
    what translates it.
    """

    kind: Literal["Report", "Chapter"]
    language: str
    output: str
    title: str
    subtitle: str
    authors: tuple[Person, ...]
    translators: tuple[Person, ...]
    date: str
    abstract: tuple[str, ...]
    keywords: tuple[str, ...]
    number: int = 0
    doi: str = ""
    originals: tuple[str, ...] = ()
    translations: tuple[str, ...] = ()


def chapter_work(site: Site, page: Page) -> Work:
    """A chapter; its authors and date are the publication's where it names none."""
    front = page.interface.front_matter
    others = [(one.output, site.by_output[one.output]) for one in page.counterparts]
    return _work(
        site,
        front,
        "Chapter",
        page.language,
        page.output,
        page.title,
        number=page.number or 0,
        originals=tuple(output for output, one in others if one.language == front.translated_from),
        translations=tuple(output for output, one in others if _source(one) == page.language),
    )


def edition_work(site: Site, edition: Edition) -> Work:
    """An edition: what its title page says of it."""
    tag, page = edition.language, edition.title_page
    others = [one for one in site.publication.editions if one.language != tag]
    return _work(
        site,
        page.interface.front_matter if page else FrontMatter(),
        "Report",
        tag,
        urls.title_page(tag),
        page_title(site, edition)[0],
        doi=site.settings.doi.get(tag) or "",
        originals=tuple(urls.title_page(one.language) for one in others if _translates(edition, one)),
        translations=tuple(urls.title_page(one.language) for one in others if _translates(one, edition)),
    )


def _work(
    site: Site,
    front: FrontMatter,
    kind: Literal["Report", "Chapter"],
    language: str,
    output: str,
    title: str,
    *,
    number: int = 0,
    doi: str = "",
    originals: tuple[str, ...] = (),
    translations: tuple[str, ...] = (),
) -> Work:
    return Work(
        kind,
        language,
        output,
        bare(title),
        bare(front.subtitle),
        _bare(front.authors or site.settings.authors),
        _bare(front.translators),
        front.date or site.settings.date or "",
        tuple(bare(text) for text in front.abstract),
        tuple(bare(text) for text in front.keywords),
        number,
        doi,
        originals,
        translations,
    )


def _bare(people: tuple[Person, ...]) -> tuple[Person, ...]:
    return tuple(Person(bare(one.name), one.orcid) for one in people)


def _source(page: Page) -> str | None:
    return page.interface.front_matter.translated_from


def _translates(edition: Edition, other: Edition) -> bool:
    """Whether one edition is a translation of another: its title page says so, else all its chapters do."""
    page = edition.title_page
    if page and _source(page):
        return _source(page) == other.language
    return bool(edition.chapters) and all(_source(one) == other.language for one in edition.chapters)
