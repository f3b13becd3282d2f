"""DataCite's metadata of an edition: what its DOI is registered with."""

from __future__ import annotations

import json
from typing import Any

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
    "content/de/index.md": "---\ntitle: Beispiel\nsubtitle: Ein Zusatz\nabstract: Kurz.\n---\n",
    "content/ru/index.md": "---\ntitle: Пример\ntranslated_from: de\ntranslators: [Iwan Beispiel]\n---\n",
    "content/de/01-eins.md": "---\ntitle: Eins\n---\n\nText.\n",
    "content/ru/01-eins.md": "---\ntitle: Один\n---\n\nТекст.\n",
}


def _record(files: dict[str, str], language: str) -> Any:
    return json.loads(build(files).artifacts[f"data/datacite-{language}.json"])


def test_an_edition_is_described() -> None:
    record = _record(FILES, "de")
    assert record["doi"] == "10.5555/de"
    assert record["url"] == "https://example.org/p/de/"
    assert record["titles"] == [
        {"title": "Beispiel", "lang": "de"},
        {"title": "Ein Zusatz", "titleType": "Subtitle", "lang": "de"},
    ]
    assert record["publicationYear"] == 2025
    assert record["publisher"] == {"name": "Verlag"}
    (creator,) = record["creators"]
    assert (creator["name"], creator["nameType"]) == ("Muster, Eva", "Personal")
    assert creator["nameIdentifiers"][0]["nameIdentifier"] == "https://orcid.org/0000-0002-1825-0097"
    assert record["rightsList"][0]["rightsIdentifier"] == "CC-BY-4.0"
    assert record["descriptions"][0]["description"] == "Kurz."


def test_editions_name_each_other_both_ways() -> None:
    related = {
        tag: {
            (one["relationType"], one["relatedIdentifier"])
            for one in _record(FILES, tag)["relatedIdentifiers"]
        }
        for tag in ("de", "ru")
    }
    assert related["de"] == {
        ("HasTranslation", "10.5555/ru"),
        ("HasPart", "https://example.org/p/de/eins.html"),
    }
    assert ("IsTranslationOf", "10.5555/de") in related["ru"]
    assert [one["contributorType"] for one in _record(FILES, "ru")["contributors"]] == ["Translator"]


def test_without_a_doi_there_is_none() -> None:
    without = "".join(line for line in SETTINGS.splitlines(keepends=True) if not line.startswith("doi"))
    made = build({**FILES, "sitegen.toml": without}).artifacts
    assert made
    assert not [path for path in made if "datacite" in path]
