"""`build` and `check`: exit codes, formats, and what goes where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

import pytest

from sitegen.build.documents import Parser
from tests.cli.conftest import BROKEN, WARNED, Call


def test_a_fine_publication_is_written(call: Call, folder: Path) -> None:
    result = call("build", "-C", folder)
    assert result.exit_code == 0
    assert (folder / "public" / "index.html").is_file()
    lines = result.stdout.splitlines()
    assert "written, 0 unchanged, 0 removed." in lines[0]
    assert str(folder / "public" / "index.html") in lines[1]
    assert lines[2].startswith("No errors, no warnings (")
    assert result.stderr == ""


def test_building_again_writes_nothing(call: Call, folder: Path) -> None:
    call("build", "-C", folder)
    assert ": 0 written," in call("build", "-C", folder).stdout


def test_why_each_file_was_made(call: Call, folder: Path, chapter: Path) -> None:
    first = call("build", "-C", folder, "--no-search", "--explain").stdout.splitlines()
    assert first[0] == "All files were made: no earlier build of this folder is known."
    assert "de/eins.html: from content/de/01-eins.md; written." in first
    again = call("build", "-C", folder, "--no-search", "--explain").stdout.splitlines()
    assert again[0] == "Nothing has changed since the last build, and nothing was made."
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nNoch ein Satz.\n", encoding="utf-8")
    edited = call("build", "-C", folder, "--no-search", "--explain").stdout.splitlines()
    assert edited[0].endswith("since the last build: content/de/01-eins.md.")
    assert edited[1:5] == [
        "data/cite/de-eins.bib: from content/de/01-eins.md; the same.",
        "data/cite/de-eins.csl.json: from content/de/01-eins.md; the same.",
        "data/cite/de-eins.ris: from content/de/01-eins.md; the same.",
        "de/eins.html: from content/de/01-eins.md; written.",
    ]
    (folder / "public" / "de" / "eins.html").unlink()
    mended = call("build", "-C", folder, "--no-search", "--explain").stdout.splitlines()
    assert mended[0].endswith("were not as the last build had left them.")
    drafts = call("build", "-C", folder, "--no-search", "--drafts", "--explain").stdout.splitlines()
    assert drafts[0].endswith("the day or an option is another than last time.")


def test_the_site_may_go_elsewhere(call: Call, folder: Path, tmp_path: Path) -> None:
    assert call("build", "-C", folder, "-o", tmp_path / "site").exit_code == 0
    assert (tmp_path / "site" / "index.html").is_file()
    assert not (folder / "public").exists()


def test_errors_are_1_and_nothing_is_written(call: Call, folder: Path, chapter: Path) -> None:
    chapter.write_text(BROKEN, encoding="utf-8")
    result = call("build", "-C", folder)
    assert result.exit_code == 1
    assert not (folder / "public").exists()
    assert "content/de/01-eins.md:7:" in result.stdout
    assert "   7 | Siehe [dort](02-fehlt.md)." in result.stdout
    assert "1 error, 0 warnings" in result.stdout.splitlines()[-1]


def test_warnings_are_1_only_where_asked(call: Call, folder: Path, chapter: Path) -> None:
    chapter.write_text(WARNED, encoding="utf-8")
    assert call("check", "-C", folder).exit_code == 0
    assert call("check", "-C", folder, "--strict").exit_code == 1
    assert call("build", "-C", folder, "--strict").exit_code == 1
    assert not (folder / "public").exists()
    assert call("build", "-C", folder).exit_code == 0


def test_check_writes_nothing(call: Call, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    assert call("check", "-C", folder).exit_code == 0
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    "command", [["check"], ["check", "--fix"], ["check", "--diff"], ["quotes"], ["translations"], ["links"]]
)
def test_what_a_build_has_parsed_is_not_parsed_again(
    call: Call, folder: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("build", "-C", folder).exit_code == 0

    def sealed(*_: object) -> NoReturn:
        raise AssertionError("parsed again")

    monkeypatch.setattr(Parser, "sealed", sealed)
    assert call(*command, "-C", folder).exit_code == 0


def test_an_output_folder_with_sources_is_refused(call: Call, folder: Path) -> None:
    result = call("build", "-C", folder, "-o", folder, "--format", "json")
    assert result.exit_code == 1
    assert [one["code"] for one in json.loads(result.stdout)["diagnostics"]] == ["OUT001"]
    assert json.loads(result.stdout)["diagnostics"][0]["path"] == "."


def test_drafts_are_left_out_unless_asked_for(call: Call, folder: Path, chapter: Path) -> None:
    draft = chapter.with_name("02-zwei.md")
    draft.write_text("---\ntitle: Zwei\ndraft: true\n---\n\nEin Satz.\n", encoding="utf-8")
    call("build", "-C", folder)
    assert not (folder / "public" / "de" / "zwei.html").exists()
    call("build", "-C", folder, "--drafts")
    assert (folder / "public" / "de" / "zwei.html").exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_on_stdout_is_one_object_and_nothing_else(
    call: Call, folder: Path, chapter: Path, command: str
) -> None:
    chapter.write_text(BROKEN, encoding="utf-8")
    result = call(command, "-C", folder, "--format", "json")
    found = json.loads(result.stdout)
    assert (found["errors"], found["warnings"]) == (1, 0)
    assert found["diagnostics"][0]["path"] == "content/de/01-eins.md"


def test_json_of_a_fine_build_keeps_notes_off_stdout(call: Call, folder: Path) -> None:
    result = call("build", "-C", folder, "--format", "json")
    assert json.loads(result.stdout) == {"diagnostics": [], "errors": 0, "warnings": 0}
    assert "unchanged" in result.stderr


def test_services_are_told_files_from_where_they_were_called(
    call: Call, folder: Path, chapter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chapter.write_text(BROKEN, encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    assert "file=studie/content/de/01-eins.md," in call("check", "-C", "studie", "--format", "github").stdout
    log = json.loads(call("check", "-C", "studie", "--format", "sarif").stdout)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "studie/content/de/01-eins.md"
    monkeypatch.chdir(folder)
    assert "file=content/de/01-eins.md," in call("check", "--format", "github").stdout


def test_a_broken_file_that_is_not_utf8_shows_its_line(call: Call, folder: Path, chapter: Path) -> None:
    chapter.write_bytes("---\ntitle: Eins\n---\n\nZwei Sätze.\n".encode("latin-1"))
    result = call("check", "-C", folder)
    assert result.exit_code == 1
    assert "content/de/01-eins.md:5:7: error SRC001" in result.stdout
    assert "Zwei S\ufffdtze." in result.stdout


def test_quotes_are_data_on_stdout(call: Call, folder: Path, chapter: Path) -> None:
    assert json.loads(call("quotes", "-C", folder).stdout) == []
    chapter.write_text(BROKEN, encoding="utf-8")
    result = call("quotes", "-C", folder, "--format", "csv")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "content/de/01-eins.md:7:" in result.stderr
