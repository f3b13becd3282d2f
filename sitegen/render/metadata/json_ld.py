"""The description of a page in the terms of schema.org, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterable

from markupsafe import Markup

from sitegen.bibliography.suspects import is_body
from sitegen.model.document import Person
from sitegen.model.publication import Edition
from sitegen.render import urls
from sitegen.render.frame import license_address
from sitegen.render.html import safe
from sitegen.render.metadata.work import Work
from sitegen.render.pages import ORCID
from sitegen.render.paging import items_of
from sitegen.render.site import Site
from sitegen.source import bare

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ESCAPED = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def script_text(record: dict[str, object]) -> Markup:
    """A record as the text of a script element of data: nothing in it ends the element."""
    return safe(_encode(record).translate(_ESCAPED))


def chapter_record(site: Site, work: Work) -> dict[str, object]:
    title_page, (title, _) = urls.title_page(work.language), site.title(work.language)
    whole = _filled({"@type": "Report", "@id": _id(site, title_page), "name": bare(title)})
    return _filled({**_record(site, work), "position": work.number, "isPartOf": whole})


def report_record(site: Site, work: Work, edition: Edition) -> dict[str, object]:
    publisher, _ = site.settings.publisher.best(work.language)
    return _filled(
        {
            **_record(site, work),
            "publisher": {"@type": "Organization", "name": bare(publisher)} if publisher else None,
            "identifier": f"https://doi.org/{work.doi}" if work.doi else None,
            "hasPart": [
                _filled(
                    {
                        "@type": "Chapter",
                        "@id": _id(site, page.output),
                        "position": page.number,
                        "name": bare(page.title),
                    }
                )
                for page in items_of(edition.chapters, 1)
            ],
        }
    )


def _record(site: Site, work: Work) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": work.kind,
        "@id": _id(site, work.output),
        "name": work.title,
        "alternativeHeadline": work.subtitle,
        "inLanguage": work.language,
        "author": [_person(one) for one in work.authors],
        "translator": [_person(one) for one in work.translators],
        "datePublished": work.date,
        "abstract": "\n\n".join(work.abstract),
        "keywords": list(work.keywords),
        "license": license_address(site.settings.license),
        "translationOfWork": _ids(site, work.originals),
        "workTranslation": _ids(site, work.translations),
    }


def _person(person: Person) -> dict[str, str]:
    """A person, or an institution; of a name of one word nobody knows which it is, unless it has an ORCID."""
    orcid = {"@id": ORCID + person.orcid} if person.orcid else {}
    if not person.orcid and is_body(person.name):
        return {"@type": "Organization", "name": person.name}
    known = {"@type": "Person"} if person.orcid or " " in person.name else {}
    return {**known, **orcid, "name": person.name}


def _id(site: Site, output: str) -> str:
    return urls.absolute(site.settings.url, output) if site.settings.url else ""


def _ids(site: Site, outputs: Iterable[str]) -> list[dict[str, str]]:
    return [{"@id": _id(site, output)} for output in outputs] if site.settings.url else []


def _filled(record: dict[str, object]) -> dict[str, object]:
    """A record without what is empty; a list of one is what it holds."""
    filled = {name: value for name, value in record.items() if value}
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in filled.items()
    }
