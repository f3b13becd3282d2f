"""`translations export` and `import`: files, refusals, exit codes."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import click
import docx
import pytest
from click.testing import CliRunner, Result

from sitegen.cli.language import speaking
from sitegen.cli.translations import command as status
from sitegen.cli.translations_accept import command as accept
from sitegen.cli.translations_export import command as export
from sitegen.cli.translations_import import command as take_back

Run = Callable[..., Result]

SETTINGS = 'languages = ["de", "ru"]\ntitle = { de = "Probe", ru = "Проба" }\n'
GERMAN = "---\ntitle: Eins\n---\n\nEin Satz.\n\nNoch ein Satz 1999.\n"
RUSSIAN = "---\ntitle: Один\ntranslated_from: de\ntranslation: partial\n---\n\nЕщё фраза 1999.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "studie"
    for language, text in (("de", GERMAN), ("ru", RUSSIAN)):
        (root / "content" / language).mkdir(parents=True)
        (root / "content" / language / "01-eins.md").write_text(text, encoding="utf-8", newline="")
    (root / "content" / "de" / "02-zwei.md").write_text("---\ntitle: Zwei\n---\n\nText.\n", encoding="utf-8")
    (root / "sitegen.toml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return root


@pytest.fixture
def run(root: Path) -> Run:
    def call(command: click.Command, *arguments: object, language: str = "en") -> Result:
        words = ["-C", str(root), *map(str, arguments)]
        with speaking(language):
            return CliRunner().invoke(command, words, obj=language, standalone_mode=False)

    return call


def code(result: Result) -> object:
    return (
        result.exception.exit_code
        if isinstance(result.exception, click.ClickException)
        else result.return_value
    )


def told(result: Result) -> str:
    return str(result.exception) if result.exception else result.stdout


@pytest.mark.parametrize("form", ["xliff", "docx-table", "md"])
def test_out_and_back_changes_nothing(run: Run, root: Path, form: str) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert code(run(export, "--format", form, "--all")) == 0
    (made,) = Path().glob("de-ru.*")
    result = run(take_back, made)
    assert code(result) == 0
    assert "Nothing was taken over" in result.stdout
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_what_came_back_stands_in_the_chapter(run: Run, root: Path) -> None:
    run(export, "--format", "md", "01-eins")
    made = Path("de-ru.md")
    text = made.read_text(encoding="utf-8")
    made.write_text(text.replace("> Ein Satz.\n", "> Ein Satz.\n\nФраза.\n"), encoding="utf-8")
    result = run(take_back, made)
    assert (code(result), "1 translation taken over into content/ru/01-eins.md" in result.stdout) == (0, True)
    chapter = (root / "content/ru/01-eins.md").read_text(encoding="utf-8")
    assert chapter == RUSSIAN.replace("Ещё", "Фраза.\n\nЕщё")


def test_work_that_has_no_place_is_told_and_is_1(run: Run, root: Path) -> None:
    run(export, "--format", "docx-table", "01-eins")
    document = docx.Document("de-ru.docx")
    cells = document.tables[0].rows[1].cells
    cells[0].text, cells[3].text = "Heimat", "Фраза."
    document.save("de-ru.docx")
    result = run(take_back, "de-ru.docx")
    assert (code(result), "XCH017" in result.stdout, "de-ru.docx:2" in result.stdout) == (1, True, True)


def test_texts_that_are_gone_are_told(run: Run) -> None:
    run(export, "--format", "md", "--all")
    made = Path("de-ru.md")
    text = made.read_text(encoding="utf-8")
    made.write_text(text[: text.rindex("<!-- chapter 02-zwei")], encoding="utf-8")
    result = run(take_back, made)
    assert (code(result), "XCH018" in result.stdout, ": 2 of the 5 " in result.stdout) == (0, True, True)


def listed(run: Run) -> list[tuple[str, str]]:
    return [(one["chapter"], one["language"]) for one in json.loads(run(status, "--format", "json").stdout)]


def exported(run: Run) -> list[str]:
    """The units of a worklist of all that there is."""
    if Path("all.md").exists():
        Path("all.md").unlink()
    run(export, "--format", "md", "--all", "-o", "all.md")
    return re.findall(r"^<!-- unit (\S+)", Path("all.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("draft", ["de/01-eins.md", "de/02-zwei.md", "ru/01-eins.md", None])
def test_the_report_and_the_worklist_know_the_same_pairs(run: Run, root: Path, draft: str | None) -> None:
    if draft:
        path = root / "content" / draft
        path.write_text(path.read_text(encoding="utf-8").replace("title", "draft: true\ntitle"), "utf-8")
    chapters = {unit.partition(":")[0] for unit in exported(run)}
    assert [(chapter, "ru") for chapter in sorted(chapters)] == listed(run)


def test_a_translation_that_is_a_draft_is_not_translated_anew(run: Run, root: Path) -> None:
    path = root / "content/ru/01-eins.md"
    path.write_text(RUSSIAN.replace("title", "draft: true\ntitle"), encoding="utf-8")
    run(export, "--format", "md", "01-eins")
    made = Path("de-ru.md")
    text = made.read_text(encoding="utf-8")
    assert "Noch ein Satz" not in text
    made.write_text(text.replace("> Ein Satz.\n", "> Ein Satz.\n\nФраза.\n"), encoding="utf-8")
    assert code(run(take_back, made)) == 0
    assert "Фраза.\n\nЕщё фраза 1999.\n" in path.read_text(encoding="utf-8")


def test_what_was_stale_stays_so_until_it_is_agreed_on(run: Run, root: Path) -> None:
    run(accept)
    source = root / "content/de/01-eins.md"
    source.write_text(GERMAN.replace("Noch ein Satz", "Ein anderer Satz"), encoding="utf-8")
    run(export, "--format", "md", "01-eins")
    made = Path("de-ru.md")
    text = made.read_text(encoding="utf-8")
    made.write_text(text.replace("Ещё фраза", "Иная фраза"), encoding="utf-8")
    assert "1 translation taken over" in run(take_back, made).stdout
    assert [one["stale"] for one in json.loads(run(status, "--format", "json").stdout)] == [1, 0]
    run(accept)
    assert [one["stale"] for one in json.loads(run(status, "--format", "json").stdout)] == [0, 0]


def test_a_new_chapter_never_takes_the_place_of_a_file(run: Run, root: Path) -> None:
    run(export, "--format", "md", "02-zwei", "-o", "zwei.md")
    made = Path("zwei.md")
    text = made.read_text(encoding="utf-8").replace("> Zwei\n", "> Zwei\n\nДва\n")
    made.write_text(text, encoding="utf-8")
    target = root / "content/ru/02-zwei.md"
    target.write_bytes(b"\xff no UTF-8")
    result = run(take_back, made)
    assert (code(result), "XCH016" in result.stdout) == (1, True)
    assert target.read_bytes() == b"\xff no UTF-8"
    target.unlink()
    assert code(run(take_back, made)) == 0
    assert "title: Два" in target.read_text(encoding="utf-8")


def test_findings_are_told_and_are_1(run: Run) -> None:
    Path("fremd.xlf").write_text("Guten Tag", encoding="utf-8")
    Path("fremd.docx").write_bytes(b"PK")
    result = run(take_back, "fremd.xlf", "fremd.docx", "gibt-es-nicht.md")
    assert code(result) == 1
    assert result.stdout.count("XCH001") == 3


def test_a_file_is_not_replaced_unless_asked_for(run: Run) -> None:
    assert code(run(export)) == 0
    again = run(export)
    assert (code(again), "exists already" in told(again)) == (1, True)
    assert code(run(export, "--force")) == 0


def test_wrong_usage_is_2(run: Run) -> None:
    for arguments in (["--language", "fr"], ["03-drei"]):
        assert code(run(export, *arguments)) == 2
    Path("brief.txt").write_text("", encoding="utf-8")
    assert code(run(take_back, "brief.txt")) == 2


def test_nothing_to_do_is_said(run: Run, root: Path) -> None:
    (root / "content/de/02-zwei.md").unlink()
    (root / "content/ru/01-eins.md").write_text(
        GERMAN.replace("Ein Satz.", "Фраза.").replace("title", "translated_from: de\ntitle"), encoding="utf-8"
    )
    result = run(export)
    assert (code(result), "nothing to translate" in result.stdout) == (0, True)
    assert not Path("de-ru.xlf").exists()


def test_without_the_libraries_one_sentence_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("lxml", "docx", "sitegen.exchange.xliff", "sitegen.exchange.safe_xml"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "lxml", None)
    result = run(export)
    assert (code(result), "sitegen-research[translators]" in told(result)) == (1, True)
    assert code(run(export, "--format", "md")) == 0


@pytest.mark.parametrize("language", ["en", "de", "ru"])
@pytest.mark.parametrize("command", [export, take_back])
def test_help_is_told_in_every_language(run: Run, command: click.Command, language: str) -> None:
    result = run(command, "--help", language=language)
    assert "--format" in result.stdout
