"""What a DOI of an edition is registered with: DataCite's metadata (schema 4.6) as JSON.

The file is for the house that registers the DOI; it is never sent. Each edition has a DOI of its own, and
names those of the other languages as its original or its translations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sitegen.model.document import Person
from sitegen.model.publication import Edition
from sitegen.render import urls
from sitegen.render.cite_chapter import person_name
from sitegen.render.frame import license_address
from sitegen.render.metadata.signposting import is_registrable
from sitegen.render.metadata.work import Work, edition_work
from sitegen.render.pages import ORCID
from sitegen.render.site import Site
from sitegen.source import bare

SCHEMA = "http://datacite.org/schema/kernel-4"


def has_datacite(site: Site, edition: Edition) -> bool:
    return is_registrable(site, edition_work(site, edition))


def datacite(site: Site, edition: Edition) -> str:
    """The record of one edition."""
    work = edition_work(site, edition)
    publisher = {"name": bare(site.settings.publisher.best(work.language)[0])}
    record = {
        "schemaVersion": SCHEMA,
        "doi": work.doi,
        "url": urls.absolute(site.settings.url, work.output),
        "types": {"resourceTypeGeneral": "Report"},
        "creators": [_agent(one) for one in work.authors] or [{**publisher, "nameType": "Organizational"}],
        "contributors": [{**_agent(one), "contributorType": "Translator"} for one in work.translators],
        "titles": list(_titles(work)),
        "publisher": publisher,
        "publicationYear": work.date[:4],
        "dates": [{"date": work.date, "dateType": "Issued"}],
        "language": work.language,
        "subjects": [{"subject": one, "lang": work.language} for one in work.keywords],
        "descriptions": [
            {"description": one, "descriptionType": "Abstract", "lang": work.language}
            for one in work.abstract
        ],
        "rightsList": list(_rights(site)),
        "relatedIdentifiers": [*_editions(site, work), *_chapters(site, edition)],
    }
    filled = {name: value for name, value in record.items() if value}
    return json.dumps(filled, ensure_ascii=False, indent=2) + "\n"


def _titles(work: Work) -> Iterator[dict[str, str]]:
    yield {"title": work.title, "lang": work.language}
    if work.subtitle:
        yield {"title": work.subtitle, "titleType": "Subtitle", "lang": work.language}


def _agent(person: Person) -> dict[str, object]:
    name = person_name(person.name)
    if name.corporate or not name.given:
        agent: dict[str, object] = {"name": name.surname, "nameType": "Organizational"}
    else:
        parts = {"givenName": name.given, "familyName": name.surname}
        agent = {"name": f"{name.surname}, {name.given}", "nameType": "Personal", **parts}
    if person.orcid:
        scheme = {"nameIdentifierScheme": "ORCID", "schemeUri": ORCID.rstrip("/")}
        agent["nameIdentifiers"] = [{"nameIdentifier": ORCID + person.orcid, **scheme}]
    return agent


def _rights(site: Site) -> Iterator[dict[str, str]]:
    name = site.settings.license
    if name:
        address = license_address(name)
        known = {"rightsIdentifier": name, "rightsIdentifierScheme": "SPDX"}
        yield {**known, **({"rightsUri": address} if address else {})}


def _editions(site: Site, work: Work) -> Iterator[dict[str, str]]:
    """The other languages, where they have a DOI."""
    for one in site.publication.editions:
        doi, output = site.settings.doi.get(one.language), urls.title_page(one.language)
        if not doi or doi == work.doi:
            continue
        if output in work.originals:
            yield {
                "relatedIdentifier": doi,
                "relatedIdentifierType": "DOI",
                "relationType": "IsTranslationOf",
            }
        elif output in work.translations:
            yield {"relatedIdentifier": doi, "relatedIdentifierType": "DOI", "relationType": "HasTranslation"}


def _chapters(site: Site, edition: Edition) -> Iterator[dict[str, str]]:
    for page in edition.chapters:
        if not page.interface.front_matter.draft:
            address = urls.absolute(site.settings.url, page.output)
            yield {"relatedIdentifier": address, "relatedIdentifierType": "URL", "relationType": "HasPart"}
