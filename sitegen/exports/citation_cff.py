"""CITATION.cff: how to cite the publication, for programs (Citation File Format 1.2.0).

The publication is described in its first language; the other editions are its references.
"""

from __future__ import annotations

import re

import yaml

from sitegen.model.document import Person
from sitegen.render import urls
from sitegen.render.cite_chapter import person_name
from sitegen.render.frame import LICENSES
from sitegen.render.metadata.work import Work, edition_work
from sitegen.render.pages import ORCID
from sitegen.render.site import Site
from sitegen.source import bare

MESSAGE = "If you use this publication, please cite it as given here."
DAY = len("2024-11-15")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)?/[A-Za-z0-9:/_;.()\[\]\\-]+")


def citation_cff(site: Site) -> str:
    """The file. The publisher stands for authors that are not named: the format asks for one."""
    first, *others = (edition_work(site, edition) for edition in site.publication.editions)
    settings = site.settings
    record: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": MESSAGE,
        "title": _title(first),
        "authors": _authors(site, first),
        "abstract": "\n\n".join(first.abstract),
        "keywords": list(first.keywords),
        "license": settings.license if settings.license in LICENSES else "",
        "doi": _doi(first),
        "url": settings.url,
        "date-released": first.date if len(first.date) == DAY else "",
        "preferred-citation": _report(site, first),
        "references": [_report(site, one) for one in others],
    }
    return yaml.safe_dump(_filled(record), allow_unicode=True, sort_keys=False, width=100)


def _report(site: Site, work: Work) -> dict[str, object]:
    publisher, _ = site.settings.publisher.best(work.language)
    year, *rest = (int(part) for part in work.date.split("-")) if work.date else (0,)
    return _filled(
        {
            "type": "report",
            "title": _title(work),
            "authors": _authors(site, work),
            "translators": [_agent(one) for one in work.translators],
            "year": year,
            "month": rest[0] if rest else 0,
            "date-published": work.date if len(work.date) == DAY else "",
            "publisher": {"name": bare(publisher)} if publisher else None,
            "doi": _doi(work),
            "url": urls.absolute(site.settings.url, work.output) if site.settings.url else "",
            "languages": [work.language.partition("-")[0]],
        }
    )


def _doi(work: Work) -> str:
    """The DOI, unless it has signs that the format does not know."""
    return work.doi if _DOI.fullmatch(work.doi) else ""


def _title(work: Work) -> str:
    return f"{work.title}: {work.subtitle}" if work.subtitle else work.title


def _authors(site: Site, work: Work) -> list[dict[str, object]]:
    publisher, _ = site.settings.publisher.best(work.language)
    return [_agent(one) for one in work.authors] or [{"name": bare(publisher)}]


def _agent(person: Person) -> dict[str, object]:
    name = person_name(person.name)
    orcid = ORCID + person.orcid if person.orcid else ""
    if name.corporate or not name.given:
        return _filled({"name": name.surname, "orcid": orcid})
    parts = {"family-names": name.family, "name-particle": name.prefix, "given-names": name.given}
    return _filled({**parts, "orcid": orcid})


def _filled(record: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in record.items() if value}
