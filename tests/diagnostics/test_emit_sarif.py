"""Findings as SARIF 2.1.0, held against its schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from sitegen.diagnostics import Diagnostic, Fix, Related, report
from sitegen.diagnostics.emitters.sarif import emit
from sitegen.diagnostics.table import TABLE
from sitegen.source import Span
from tests.diagnostics.sample_findings import ERROR, NOTE, PATH, WARNING

DATA = Path(__file__).parent / "data"
SCHEMA: dict[str, Any] = json.loads((DATA / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
ADDRESS = re.compile(r"([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")


def run(*found: Diagnostic, prefix: str = "", language: str = "en") -> Any:
    log = json.loads(emit(found, version="1.2.3", prefix=prefix, language=language))
    VALIDATOR.validate(log)
    return log["runs"][0]


def test_a_result_points_at_its_rule() -> None:
    made = run(ERROR, WARNING, NOTE)
    rules = made["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["SRC003", "SRC005"]
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in made["results"]] == ["note", "error", "warning"]


def test_places_are_relative_encoded_addresses_and_characters() -> None:
    made = run(ERROR, prefix="studie/")
    place = made["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "studie/content/de/01-%C3%BCber%20uns.md"
    assert place["region"] == {"startLine": 5, "startColumn": 4, "endLine": 5, "endColumn": 5}
    assert made["columnKind"] == "unicodeCodePoints"


def test_related_places_and_fixes_are_carried() -> None:
    result = run(ERROR)["results"][0]
    assert result["relatedLocations"][0]["message"]["text"] == "the other place"
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == ""


def test_fingerprints_stay_when_text_is_added_above_and_differ_within_a_run() -> None:
    def prints(*lines: int) -> list[str]:
        found = [report("SRC003", Span(PATH, line), reason="x") for line in lines]
        return [one["partialFingerprints"]["sitegenFinding/v1"] for one in run(*found)["results"]]

    assert prints(3, 9) == prints(13, 90)
    assert len(set(prints(3, 9))) == 2


def test_rules_speak_the_language() -> None:
    made = run(ERROR, language="de")
    assert made["tool"]["driver"]["language"] == "de"
    assert made["tool"]["driver"]["rules"][0]["fullDescription"]["text"].startswith("Steuerzeichen")


def test_no_findings_are_a_valid_log() -> None:
    assert run()["results"] == []


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_every_kind_of_finding_is_valid(language: str) -> None:
    place = Span(PATH, 2, 1, 2, 5)
    found = [
        report(code, place, nearest="x", related=(Related(place, "other"),), fix=Fix(place, "y"))
        for code in TABLE
    ]
    made = run(*found, prefix="a b/", language=language)
    assert len(made["results"]) == len(made["tool"]["driver"]["rules"]) == len(TABLE)


@pytest.mark.parametrize("name", ["%", "a:b.md", "кириллица.md", "a\u202eb", "a b?#c"])
def test_any_name_of_a_file_becomes_an_address(name: str) -> None:
    place = run(report("SRC003", Span(name), reason="x"))["results"][0]["locations"][0]["physicalLocation"]
    assert ADDRESS.fullmatch(place["artifactLocation"]["uri"])


def test_the_schema_is_the_one_that_the_log_names_and_refuses_what_is_wrong() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    log = json.loads(emit([ERROR], version="1.2.3"))
    assert "sarif-schema-2.1.0" in log["$schema"]
    assert "2.1.0" in SCHEMA["title"]
    del log["runs"][0]["results"][0]["message"]
    with pytest.raises(ValidationError):
        VALIDATOR.validate(log)
