"""CITATION.cff: what the Citation File Format 1.2.0 allows, and the publication's own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.publications import build
from tests.site.samples import site

SCHEMA = json.loads((Path(__file__).parent / "cff-subset.schema.json").read_text(encoding="utf-8"))


def citation(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(site(name).artifacts["CITATION.cff"])
    return found


@pytest.mark.parametrize("name", ["demonstration", "starter", "every-form", "hostile"])
def test_it_keeps_to_the_format(name: str) -> None:
    jsonschema.validate(citation(name), SCHEMA)


def test_it_says_what_the_publication_says() -> None:
    said = citation("every-form")
    assert said["title"].startswith("Jede Form")
    assert said["authors"] == [
        {"family-names": "Beispiel", "given-names": "Anna"},
        {"family-names": "Muster", "given-names": "Boris", "orcid": "https://orcid.org/0000-0002-1825-0097"},
    ]
    assert (said["doi"], said["date-released"]) == ("10.5555/formen.de", "2024-11-15")
    report, (other,) = said["preferred-citation"], said["references"]
    assert (report["type"], report["languages"], other["languages"]) == ("report", ["de"], ["ru"])
    assert report["publisher"] == {"name": "Verlag"}
    assert other["doi"] == "10.5555/formen.ru"


def test_the_publisher_stands_for_authors_and_without_both_there_is_none() -> None:
    settings = 'languages = ["de"]\ntitle = "Beispiel"\n'
    made = build({"sitegen.toml": settings + 'publisher = "Verlag"\n'}).artifacts
    assert yaml.safe_load(made["CITATION.cff"])["authors"] == [{"name": "Verlag"}]
    assert "CITATION.cff" not in build({"sitegen.toml": settings}).artifacts
