"""`check --fix` mends exactly the places of its findings; `--diff` shows the same and writes nothing."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from sitegen.build.mending import Overlay, mend
from sitegen.cli.fixing import write_mended
from sitegen.world import Folder
from tests.cli.conftest import BROKEN, CHAPTER, Call

TRACKED = (
    "---\ntitle: Eins\n---\n\nSiehe https://a.example/?utm_source=x&b=1, z.B. [dort](02-Zwei.md#TEIL).\n\n"
    "Und <https://www.google.com/url?q=https%3A%2F%2Fb.example%2F>.\n"
)
MENDED = (
    "---\ntitle: Eins\n---\n\nSiehe https://a.example/?b=1, z. B. [dort](02-zwei.md#teil).\n\n"
    "Und <https://b.example/>.\n"
)
SECOND = "---\ntitle: Zwei\n---\n\n## Teil\n\nEin Satz.\n"
BIB = "@online{a,\r\n  title = {A}, url = {https://a.example/?fbclid=1},\r\n  urldate = {2024-11-15}\r\n}"
LOCK = (
    '"https://alt.example/a" = { result = "ok", status = 200, moved = "https://neu.example/a", '
    "date = 2024-11-15 }\n"
)


@pytest.fixture
def tracked(folder: Path, chapter: Path) -> Path:
    chapter.write_bytes(TRACKED.encode())
    chapter.with_name("02-zwei.md").write_bytes(SECOND.encode())
    (folder / "citations.bib").write_bytes(BIB.encode())
    return folder


def state(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_safe_is_mended(call: Call, tracked: Path, chapter: Path) -> None:
    before = state(tracked)
    result = call("check", "-C", tracked, "--fix")
    assert result.exit_code == 0
    assert chapter.read_bytes().decode() == MENDED
    assert (tracked / "citations.bib").read_bytes().decode() == BIB.replace("?fbclid=1", "")
    assert "content/de/01-eins.md: 5 places mended (ADR004, LNG008, LNK001, LNK002, LNK003)." in result.stdout
    assert "citations.bib: 1 place mended (BIB034)." in result.stdout
    assert "No errors, no warnings" in result.stdout
    untouched = set(before) - {"content/de/01-eins.md", "citations.bib"}
    assert {path: state(tracked)[path] for path in untouched} == {path: before[path] for path in untouched}


def test_mending_twice_changes_nothing_more(call: Call, tracked: Path) -> None:
    call("check", "-C", tracked, "--fix")
    once = state(tracked)
    result = call("check", "-C", tracked, "--fix")
    assert state(tracked) == once
    assert "There was nothing to mend." in result.stdout


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(
    call: Call, tracked: Path, chapter: Path, ending: str, mark: str
) -> None:
    written = (mark + TRACKED.rstrip("\n")).replace("\n", ending)
    chapter.write_bytes(written.encode())
    call("check", "-C", tracked, "--fix")
    assert chapter.read_bytes().decode() == (mark + MENDED.rstrip("\n")).replace("\n", ending)


def test_rights_stay(call: Call, tracked: Path, chapter: Path) -> None:
    chapter.chmod(0o600)
    call("check", "-C", tracked, "--fix")
    assert chapter.stat().st_mode & 0o777 == 0o600


def test_what_is_left_is_told_and_counts(call: Call, tracked: Path, chapter: Path) -> None:
    chapter.write_text(TRACKED + BROKEN.removeprefix(CHAPTER).replace("fehlt", "nirgends"), encoding="utf-8")
    result = call("check", "-C", tracked, "--fix", "--format", "json")
    assert result.exit_code == 1
    assert [
        one["code"] for one in json.loads(result.stdout)["diagnostics"] if one["severity"] == "error"
    ] == ["LNK001"]
    assert "5 places mended" in result.stderr
    assert "https://a.example/?b=1" in chapter.read_text(encoding="utf-8")


def test_a_moved_address_is_written_anew(call: Call, folder: Path, chapter: Path) -> None:
    chapter.write_text(
        CHAPTER + "\nSiehe https://alt.example/a und [a](https://alt.example/a#b).\n", encoding="utf-8"
    )
    (folder / "links.lock").write_text(LOCK, encoding="utf-8")
    assert call("check", "-C", folder, "--fix").exit_code == 0
    assert chapter.read_text(encoding="utf-8").endswith(
        "Siehe https://neu.example/a und [a](https://alt.example/a#b).\n"
    )


def test_ignored_findings_are_not_mended(call: Call, tracked: Path, chapter: Path) -> None:
    ignore = '[diagnostics]\nignore = [{ code = "LNK003", path = "content/de/*", reason = "bleibt" }]\n'
    with (tracked / "sitegen.toml").open("a", encoding="utf-8") as file:
        file.write(ignore)
    call("check", "-C", tracked, "--fix")
    assert "utm_source" in chapter.read_text(encoding="utf-8")


def test_the_diff_shows_and_writes_nothing(call: Call, tracked: Path) -> None:
    before = state(tracked)
    result = call("check", "-C", tracked, "--diff")
    assert result.exit_code == 1
    assert state(tracked) == before
    assert "--- a/citations.bib\n+++ b/citations.bib\n" in result.stdout
    assert (
        "-Und <https://www.google.com/url?q=https%3A%2F%2Fb.example%2F>.\n+Und <https://b.example/>.\n"
        in result.stdout
    )


@pytest.mark.parametrize("text", [TRACKED, TRACKED.rstrip("\n"), TRACKED.replace("\n", "\r\n")])
def test_the_diff_applied_is_what_fix_does(call: Call, tracked: Path, chapter: Path, text: str) -> None:
    chapter.write_bytes(text.encode())
    patch = call("check", "-C", tracked, "--diff").stdout_bytes
    before = state(tracked)
    call("check", "-C", tracked, "--fix")
    mended = state(tracked)
    for path, data in before.items():
        (tracked / path).write_bytes(data)
    plain = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tracked.parent)}
    subprocess.run(
        ("git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"),
        input=patch, cwd=tracked, check=True, capture_output=True, env=plain,
    )  # fmt: skip
    assert state(tracked) == mended


def test_nothing_to_mend_is_0(call: Call, folder: Path, chapter: Path) -> None:
    chapter.write_text(BROKEN, encoding="utf-8")
    result = call("check", "-C", folder, "--diff")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "There is nothing to mend." in result.stderr


def test_a_file_that_changed_meanwhile_is_not_written(tracked: Path, chapter: Path) -> None:
    mended = mend(Folder.at(tracked))
    chapter.write_text("Neu.\n", encoding="utf-8")
    done, refused = write_mended(tracked, mended, "en")
    assert chapter.read_text(encoding="utf-8") == "Neu.\n"
    assert [line.split(":")[0] for line in done] == ["citations.bib"]
    assert refused == ["content/de/01-eins.md: it has changed meanwhile, and was not mended."]


def test_nothing_is_written_through_a_link(tracked: Path, chapter: Path, tmp_path: Path) -> None:
    mended = mend(Folder.at(tracked))
    outside = tmp_path / "anderswo"
    (tracked / "content" / "de").rename(outside)
    (tracked / "content" / "de").symlink_to(outside)
    _, refused = write_mended(tracked, mended, "en")
    assert (outside / "01-eins.md").read_text(encoding="utf-8") == TRACKED
    assert refused == ["content/de/01-eins.md: it is a link to another place, and was not changed."]


def test_a_linked_file_is_never_mended(call: Call, tracked: Path, chapter: Path, tmp_path: Path) -> None:
    outside = tmp_path / "aussen.md"
    chapter.rename(outside)
    chapter.symlink_to(outside)
    call("check", "-C", tracked, "--fix")
    assert outside.read_text(encoding="utf-8") == TRACKED
    assert chapter.is_symlink()


def test_an_overlay_remembers_what_was_read(tracked: Path) -> None:
    overlay = Overlay(Folder.at(tracked))
    assert overlay.size("citations.bib") == len(BIB)
    first = overlay.read("citations.bib")
    (tracked / "citations.bib").write_text("", encoding="utf-8")
    assert overlay.read("citations.bib") == first
    assert overlay.size("citations.bib") == len(BIB)
