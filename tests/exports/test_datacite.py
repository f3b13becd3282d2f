"""DataCite's metadata of an edition: what its DOI is registered with."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.publications import build

SETTINGS = """\
languages = ["de", "ru"]
title = { de = "Beispiel", ru = "Пример" }
url = "https://example.org/p/"
publisher = "Verlag"
license = "CC-BY-4.0"
date = 2025-11-03
doi = { de = "10.5555/de", ru = "10.5555/ru" }
authors = [{ name = "Eva Muster", orcid = "0000-0002-1825-0097" }]
"""
FILES = {
    "sitegen.toml": SETTINGS,
    "content/de/index.md": "---\ntitle: Beispiel\nsubtitle: Zusatz\nabstract: Kurz.\nkeywords: [Wort]\n---\n",
    "content/ru/index.md": "---\ntitle: Пример\ntranslated_from: de\ntranslators: [Iwan Beispiel]\n---\n",
    "content/de/01-eins.md": "---\ntitle: Eins\n---\n\nText.\n",
    "content/ru/01-eins.md": "---\ntitle: Один\n---\n\nТекст.\n",
}


TEXT, YEAR = {"type": "string", "minLength": 1}, {"type": "string", "pattern": "^[0-9]{4}$"}


def _one_of(*values: str) -> dict[str, Any]:
    return {"enum": list(values)}


def _closed(needed: dict[str, Any], **may: Any) -> dict[str, Any]:
    """An object with these properties and no others."""
    properties = {**needed, **may}
    return {
        "type": "object",
        "properties": properties,
        "required": list(needed),
        "additionalProperties": False,
    }


def _some(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": 1}


IDENTIFIER = _closed({"nameIdentifier": TEXT, "nameIdentifierScheme": TEXT}, schemeUri=TEXT)
AGENT = {
    "nameType": _one_of("Personal", "Organizational"),
    "givenName": TEXT,
    "familyName": TEXT,
    "nameIdentifiers": _some(IDENTIFIER),
}
RELATED = {
    "relatedIdentifier": TEXT,
    "relatedIdentifierType": _one_of("DOI", "URL"),
    "relationType": _one_of("HasPart", "HasTranslation", "IsTranslationOf"),
}
SCHEMA = _closed(
    {
        "schemaVersion": _one_of("http://datacite.org/schema/kernel-4"),
        "doi": {"type": "string", "pattern": r"^10\.[0-9]{4,9}/\S+$"},
        "url": {"type": "string", "pattern": "^https?://"},
        "types": _closed({"resourceTypeGeneral": _one_of("Report")}),
        "creators": _some(_closed({"name": TEXT}, **AGENT)),
        "titles": _some(_closed({"title": TEXT}, titleType=_one_of("Subtitle"), lang=TEXT)),
        "publisher": _closed({"name": TEXT}),
        "publicationYear": YEAR,
    },
    contributors=_some(_closed({"name": TEXT, "contributorType": _one_of("Translator")}, **AGENT)),
    dates=_some(_closed({"date": TEXT, "dateType": _one_of("Issued")})),
    language=TEXT,
    subjects=_some(_closed({"subject": TEXT}, lang=TEXT)),
    descriptions=_some(_closed({"description": TEXT, "descriptionType": _one_of("Abstract")}, lang=TEXT)),
    rightsList=_some(_closed({}, rightsIdentifier=TEXT, rightsIdentifierScheme=TEXT, rightsUri=TEXT)),
    relatedIdentifiers=_some(_closed(RELATED)),
)
"""What DataCite's schema 4.6 asks for and allows, as far as we make use of it."""


def _records(**changed: str) -> dict[str, Any]:
    """The records of both editions; `changed` are lines of the settings."""
    lines = dict(line.split(" = ", 1) for line in SETTINGS.splitlines()) | changed
    settings = "\n".join(f"{key} = {value}" for key, value in lines.items() if value)
    artifacts = build({**FILES, "sitegen.toml": settings}).artifacts
    found = {tag: artifacts.get(f"data/datacite-{tag}.json") for tag in ("de", "ru")}
    return {tag: json.loads(data) for tag, data in found.items() if data}


@pytest.mark.parametrize("authors", ["", '["Eva Muster", "{Gruppe Süd}"]'])
def test_a_record_is_valid(authors: str) -> None:
    records = _records(authors=authors)
    assert len(records) == 2
    for record in records.values():
        assert [one.message for one in Draft202012Validator(SCHEMA).iter_errors(record)] == []


def test_an_edition_is_described_with_its_translations() -> None:
    records = _records()
    record = records["de"]
    assert record["doi"] == "10.5555/de"
    assert record["url"] == "https://example.org/p/de/"
    assert record["titles"] == [
        {"title": "Beispiel", "lang": "de"},
        {"title": "Zusatz", "titleType": "Subtitle", "lang": "de"},
    ]
    assert record["publicationYear"] == "2025"
    assert record["publisher"] == {"name": "Verlag"}
    (creator,) = record["creators"]
    assert (creator["name"], creator["nameType"]) == ("Muster, Eva", "Personal")
    assert creator["nameIdentifiers"][0]["nameIdentifier"] == "https://orcid.org/0000-0002-1825-0097"
    assert record["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"
    assert record["descriptions"][0]["description"] == "Kurz."
    related = {
        tag: {(one["relationType"], one["relatedIdentifier"]) for one in record["relatedIdentifiers"]}
        for tag, record in records.items()
    }
    assert related["de"] == {
        ("HasTranslation", "10.5555/ru"),
        ("HasPart", "https://example.org/p/de/eins.html"),
    }
    assert ("IsTranslationOf", "10.5555/de") in related["ru"]
    assert [one["contributorType"] for one in records["ru"]["contributors"]] == ["Translator"]


def test_without_a_doi_there_is_none() -> None:
    assert _records(doi="") == {}
