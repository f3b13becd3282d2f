"""`sitegen links --site DIR`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.cli.links_site import check_tree


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "teil").mkdir(parents=True)
    (root / "index.html").write_text('<a href="teil/a.html#ende">\n<a href="/repo/teil/">', encoding="utf-8")
    (root / "teil/a.html").write_text('<p id="ende"><a href="../">', encoding="utf-8")
    (root / "teil/index.html").write_text("<p>", encoding="utf-8")
    return root


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as end:
        main(["links", *arguments])
    return int(str(end.value.code)), capsys.readouterr().out


def test_a_site_without_fault(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(capsys, "--site", str(site), "--base", "/repo")
    assert code == 0
    assert "3" in out


@pytest.mark.parametrize("base", ["/repo", "repo/", "https://example.org/repo/"])
def test_a_fault_is_told_with_page_and_line(
    base: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "teil/a.html").write_text('<p>\n\n<a href="/teil/fehlt.html">', encoding="utf-8")
    code, out = run(capsys, "--site", str(site), "--base", base, "--format", "json")
    assert code == 1
    found = [(one["code"], one["path"], one["line"], one["column"]) for one in json.loads(out)["diagnostics"]]
    assert found == [("SIT002", "index.html", 1, 10), ("SIT006", "teil/a.html", 3, 10)]


def test_the_line_is_shown(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "teil/a.html").write_text('<p id="ende">\n<a href="fehlt.html">', encoding="utf-8")
    code, out = run(capsys, "--site", str(site))
    assert code == 1
    assert "teil/a.html:2:10: error SIT001" in out
    assert '<a href="fehlt.html">' in out


def test_a_warning_is_no_failure(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "index.html").write_text('<a href="teil">', encoding="utf-8")
    code, out = run(capsys, "--site", str(site), "--format", "github")
    assert code == 0
    assert out.startswith("::warning file=")


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_each_format_returns_the_same_code(form: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "index.html").write_text('<a href="fehlt.html">', encoding="utf-8")
    assert check_tree("de", site, "", form) == 1
    assert "SIT001" in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "--site", str(tmp_path / "nichts"))[0] == 2


def test_a_folder_without_pages_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "blatt.css").write_text("p {}", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        main(["--lang", "en", "links", "--site", str(tmp_path)])
    said = capsys.readouterr()
    assert end.value.code == 2
    assert "no HTML page" in said.err
    assert said.out == ""


def test_climbing_above_the_server_is_an_error_without_a_base(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "index.html").write_text('<a href="/../index.html">', encoding="utf-8")
    code, out = run(capsys, "--site", str(site))
    assert code == 1
    assert "SIT005" in out
