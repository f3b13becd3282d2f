"""`sitegen translations`: the report, agreeing, and the old wording from git."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Call

SETTINGS = 'languages = ["de", "ru"]\ntitle = { de = "Probe", ru = "Проба" }\n'
RUSSIAN = "---\ntitle: Раз\n---\n\nПервый абзац.\n\n## Раздел {#geld}\n\nВторой абзац, совсем другой.\n"
GERMAN = (
    "---\ntitle: Eins\ntranslated_from: ru\n---\n\nErster Absatz.\n\n"
    "## Abschnitt {#geld}\n\nZweiter Absatz, ganz anders.\n"
)
DE, RU = "content/de/01-eins.md", "content/ru/01-eins.md"


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    for path, text in (("sitegen.toml", SETTINGS), (RU, RUSSIAN), (DE, GERMAN)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def git(root: Path, *arguments: str) -> None:
    own = {
        f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    subprocess.run(("git", *arguments), cwd=root, check=True, capture_output=True, env={**os.environ, **own})


def test_the_report_as_json(pair: Path, call: Call) -> None:
    assert call("translations", "-C", pair, "accept").exit_code == 0
    edit(pair, RU, "Первый", "Самый первый")
    edit(pair, RU, "совсем другой.", "совсем другой.\n\nТретий, новый.")
    result = call("translations", "-C", pair, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {
            "chapter": "01-eins",
            "language": "de",
            "source": "ru",
            "in_step": 2,
            "stale": 1,
            "missing": 1,
            "extra": 0,
            "percent": 50,
            "blocks": [
                {"state": "stale", "path": DE, "line": 6, "source_path": RU, "source_line": 5},
                {"state": "missing", "path": None, "line": None, "source_path": RU, "source_line": 11},
            ],
        }
    ]


def test_the_report_as_text_shows_old_and_new(pair: Path, call: Call) -> None:
    git(pair, "init", "-q")
    git(pair, "add", "-A")
    git(pair, "commit", "-qm", "eins")
    call("translations", "accept", "-C", pair)
    edit(pair, RU, "Первый", "Самый первый")
    git(pair, "commit", "-qam", "zwei")
    text = call("translations", "-C", pair).stdout
    lines = text.split("\n")
    assert lines[0].split() == ["chapter", "language", "in", "step", "stale", "missing", "extra"]
    assert lines[1].split() == ["01-eins", "de", "←", "ru", "2", "1", "0", "0", "66", "%"]
    assert lines[3].startswith(f"{DE}:6: stale: 01-eins, de, ")
    assert lines[4].endswith(f":{RU}:5: Первый абзац.")
    assert lines[4].startswith("  agreed on: ")
    assert lines[5] == f"  source: {RU}:5: Самый первый абзац."
    assert lines[6] == f"  translation: {DE}:6: Erster Absatz."


def test_without_git_the_digest_names_the_old_wording(pair: Path, call: Call) -> None:
    call("translations", "accept", "-C", pair)
    edit(pair, RU, "Первый", "Самый первый")
    lock = (pair / "translations.lock").read_text(encoding="utf-8")
    old = next(line for line in call("translations", "-C", pair).stdout.split("\n") if "agreed on" in line)
    assert old.split(": ")[1] in lock


def test_agreeing_on_one_block_leaves_the_others_stale(pair: Path, call: Call) -> None:
    call("translations", "accept", "-C", pair)
    edit(pair, RU, "Первый", "Самый первый")
    edit(pair, RU, "## Раздел", "## Другой раздел")
    done = call("translations", "accept", "-C", pair, "01-eins", "--block", "geld")
    assert (done.exit_code, done.stdout.split(": ")[1]) == (0, "1 passage newly agreed on.\n")
    (status,) = json.loads(call("translations", "-C", pair, "--format", "json").stdout)
    assert [block["line"] for block in status["blocks"]] == [6]
    call("translations", "accept", "-C", pair, DE)
    assert call("translations", "-C", pair, "--strict").exit_code == 0


def test_title_and_abstract_go_stale_too(pair: Path, call: Call) -> None:
    call("translations", "accept", "-C", pair)
    edit(pair, RU, "title: Раз", "title: Два")
    result = call("translations", "-C", pair, "--format", "json", "--strict")
    (status,) = json.loads(result.stdout)
    assert (result.exit_code, status["stale"], status["blocks"][0]["line"]) == (1, 1, 2)
    assert call("translations", "accept", "-C", pair, "--block", "head").exit_code == 0
    assert call("translations", "-C", pair, "--strict").exit_code == 0


def test_agreeing_twice_writes_the_same_bytes(pair: Path, call: Call) -> None:
    call("translations", "accept", "-C", pair)
    lock = pair / "translations.lock"
    before, stamp = lock.read_bytes(), lock.stat().st_mtime_ns
    assert call("translations", "accept", "-C", pair).exit_code == 0
    assert (lock.read_bytes(), lock.stat().st_mtime_ns) == (before, stamp)


def test_names_that_nothing_has_are_wrong_usage(pair: Path, call: Call) -> None:
    result = call("translations", "accept", "-C", pair, "01-ein")
    assert result.exit_code == 2
    assert "There is no chapter “01-ein”. Did you mean “01-eins”?" in result.stderr
    result = call("translations", "accept", "-C", pair, "--block", "gold")
    assert result.exit_code == 2
    assert "There is no block “gold”. Did you mean “geld”?" in result.stderr


def test_a_broken_lock_is_told_and_kept(pair: Path, call: Call) -> None:
    (pair / "translations.lock").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    result = call("translations", "accept", "-C", pair)
    assert result.exit_code == 1
    assert "translations.lock:1" in result.stderr
    assert (pair / "translations.lock").read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


def test_a_chapter_that_is_missing_is_all_missing(pair: Path, call: Call) -> None:
    (pair / DE).unlink()
    (status,) = json.loads(call("translations", "-C", pair, "--format", "json").stdout)
    assert (status["language"], status["missing"], status["percent"]) == ("de", 3, 0)


def test_one_language_has_no_translations(folder: Path, call: Call) -> None:
    assert call("translations", "-C", folder).stdout == "There are no translations.\n"
    assert json.loads(call("translations", "-C", folder, "--format", "json").stdout) == []


def test_a_renamed_chapter_keeps_what_was_agreed_on(pair: Path, call: Call) -> None:
    call("translations", "accept", "-C", pair)
    edit(pair, RU, "Первый", "Самый первый")
    for path in (DE, RU):
        (pair / path).rename(pair / path.replace("01-eins", "02-neu"))
    (status,) = json.loads(call("translations", "-C", pair, "--format", "json").stdout)
    assert (status["chapter"], status["stale"], status["in_step"]) == ("02-neu", 1, 2)
    call("translations", "accept", "-C", pair)
    lock = (pair / "translations.lock").read_text(encoding="utf-8")
    assert "02-neu" in lock
    assert "01-eins" not in lock


def test_a_draft_original_is_not_a_missing_translation(pair: Path, call: Call) -> None:
    edit(pair, RU, "title: Раз", "title: Раз\ndraft: true")
    assert json.loads(call("translations", "-C", pair, "--format", "json").stdout) == []


def test_the_excerpt_shows_what_changed(pair: Path, call: Call) -> None:
    words = " ".join(f"слово{number}" for number in range(40))
    edit(pair, RU, "Первый абзац.", f"{words} конец.[^1]\n\n[^1]: Старая сноска.")
    git(pair, "init", "-q")
    git(pair, "add", "-A")
    git(pair, "commit", "-qm", "eins")
    call("translations", "accept", "-C", pair)
    edit(pair, RU, "Старая сноска", "Новая сноска")
    lines = call("translations", "-C", pair).stdout.split("\n")
    assert any("agreed on" in line and "Старая сноска" in line for line in lines)
    assert any("source" in line and "Новая сноска" in line for line in lines)


def test_an_empty_block_is_wrong_usage(pair: Path, call: Call) -> None:
    assert call("translations", "accept", "-C", pair, "--block", "").exit_code == 2
    assert not (pair / "translations.lock").exists()
