"""`new DIR`: a publication to begin with, which builds without a warning."""

from __future__ import annotations

import json
from pathlib import Path

from sitegen.cli.new import starter
from sitegen.version import VERSION
from tests.cli.conftest import Call


def test_the_publication_builds_without_a_warning(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "bericht"
    made = call("new", folder)
    assert made.exit_code == 0
    assert f"cd {folder}" in made.stdout
    assert "sitegen serve" in made.stdout
    result = call("build", "-C", folder, "--strict", "--format", "json")
    assert [one["code"] for one in json.loads(result.stdout)["diagnostics"]] == [
        "MET002"
    ]  # it has no date yet
    assert result.exit_code == 0


def test_it_has_quotes_in_both_languages(call: Call, tmp_path: Path) -> None:
    call("new", tmp_path / "bericht")
    quotes = json.loads(call("quotes", "-C", tmp_path / "bericht").stdout)
    assert len(quotes) == 4
    assert all(set(quote["texts"]) == {"de", "ru"} for quote in quotes)


def test_hidden_names_get_their_dot_and_the_workflow_its_version() -> None:
    files = starter()
    assert ".gitignore" in files
    assert not any(path.startswith(("gitignore", "github")) for path in files)
    workflow = files[".github/workflows/publish.yml"].decode()
    assert f"sitegen-research[charts,search]=={VERSION}" in workflow
    assert "{{ version }}" not in workflow


def test_a_folder_that_holds_something_is_refused(call: Call, tmp_path: Path) -> None:
    (tmp_path / "da.txt").write_text("da", encoding="utf-8")
    result = call("new", tmp_path)
    assert result.exit_code == 1
    assert "is not an empty folder" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["da.txt"]


def test_an_empty_folder_is_taken(call: Call, tmp_path: Path) -> None:
    assert call("new", tmp_path).exit_code == 0
    assert (tmp_path / "sitegen.toml").is_file()


def test_a_place_that_cannot_be_written_is_1(call: Call, tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("da", encoding="utf-8")
    result = call("new", tmp_path / "datei" / "bericht")
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
