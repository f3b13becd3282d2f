"""Highwire tags, which Google Scholar and Zotero read (accessibility-metadata.md, section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.bibliography.names import Name
from sitegen.model.document import Person
from sitegen.render.cite_chapter import person_name
from sitegen.render.metadata.views import MetaTagView
from sitegen.render.metadata.work import Work


def highwire(work: Work, publication: str, publisher: str) -> tuple[MetaTagView, ...]:
    """The tags of a chapter, or of a report, in the order in which they are usually given."""
    return tuple(
        MetaTagView(f"citation_{name}", value) for name, value in _tags(work, publication, publisher)
    )


def author_forms(authors: Sequence[Person]) -> tuple[str, ...]:
    """Each author as `Family, Given`; a sole one with a blank on either side as `Given Family`, since
    Zotero takes a tag with blanks on both sides of its comma for two persons.
    """
    names = [person_name(one.name) for one in authors]
    return tuple(_form(name, alone=len(names) == 1) for name in names)


def _form(name: Name, *, alone: bool) -> str:
    if name.corporate or not name.given:
        return name.surname
    if alone and (" " in name.surname or " " in name.given):
        return f"{name.given} {name.surname}"
    return f"{name.surname}, {name.given}"


def publication_date(iso: str) -> str:
    """`2024/11/15`, or the year alone where the day is not known."""
    return iso.replace("-", "/") if len(iso) == len("2024-11-15") else iso[:4]


def _tags(work: Work, publication: str, publisher: str) -> Iterator[tuple[str, str]]:
    yield "title", work.title
    for author in author_forms(work.authors):
        yield "author", author
    if work.date:
        yield "publication_date", publication_date(work.date)
    yield "language", work.language
    if work.kind == "Chapter":
        yield "inbook_title", publication
    if publisher:
        yield "publisher" if work.kind == "Chapter" else "technical_report_institution", publisher
    if work.doi:
        yield "doi", work.doi
    if work.keywords:
        yield "keywords", ";".join(work.keywords)
