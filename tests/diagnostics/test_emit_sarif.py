"""Findings as SARIF 2.1.0, held against the part of its schema that we use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.emitters.sarif import emit
from sitegen.source import Span
from tests.diagnostics.sample_findings import ERROR, NOTE, PATH, WARNING

SCHEMA = Path(__file__).parent / "sarif-subset.schema.json"


def run(*found: Diagnostic, prefix: str = "", language: str = "en") -> Any:
    log = json.loads(emit(found, version="1.2.3", prefix=prefix, language=language))
    Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(log)
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
