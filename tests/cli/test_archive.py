"""`sitegen archive`, from the folder to the service and back into citations.bib."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.links.archive.save_service import STAMP, Reply, error, job, save_service, success

BIB = """\
% Quellen
@online{kurier,
  title   = {A},
  url     = {https://kurier.example/a?fbclid=1},
  urldate = {2024-11-15},
}
@online{kanal, title={B}, url={https://t.me/kanal/12}, urldate={2024-11-15}}
@online{da, title={C}, url={https://da.example/}, urldate={2024-11-15},
  archiveurl={https://web.archive.org/web/20241115081500/https://da.example/}, archivedate={2024-11-15}}
@online{geheim, title={D}, url={https://kurier.example/?token=abc}, urldate={2024-11-15}}
"""
FIRST = "https://web.archive.org/web/20241115081500/https://kurier.example/a"
SECOND = "https://web.archive.org/web/20241115081500/https://t.me/s/kanal/12"
WRITTEN = BIB.replace(
    "fbclid=1},\n", f"fbclid=1}},\n  archiveurl = {{{FIRST}}},\n  archivedate = {{2024-11-15}},\n"
).replace("kanal/12}", f"kanal/12}}, archiveurl={{{SECOND}}}, archivedate={{2024-11-15}}")
QUICK = ("--delay", 0)


@pytest.fixture
def bib(folder: Path) -> Path:
    path = folder / "citations.bib"
    path.write_bytes(BIB.encode())
    path.with_name("sitegen.toml").write_text(
        'languages = ["de"]\ntitle = "Probe"\nurl = "https://bleiben.example/"\n', encoding="utf-8"
    )
    return path


def test_sources_are_saved_and_written(call: Call, folder: Path, bib: Path) -> None:
    with save_service() as service:
        result = call("archive", "-C", folder, "--server", service.url, *QUICK)
    assert result.exit_code == 0
    assert service.submitted == ["https://kurier.example/a", "https://t.me/s/kanal/12"]
    assert bib.read_bytes().decode() == WRITTEN
    assert f"kurier: {FIRST}\n" in result.stdout
    assert "2 of 2 sources have their copies." in result.stdout
    assert "geheim: not saved, the address carries a token or a password" in result.stderr
    assert "abc" not in result.stderr
    lock = (folder / "links.lock").read_text(encoding="utf-8")
    assert f'copy = "{FIRST}", copied = 2024-11-15' in lock
    assert [one["code"] for one in _errors(call, folder)] == []


def test_a_second_run_has_nothing_to_do(call: Call, folder: Path, bib: Path) -> None:
    with save_service() as service:
        call("archive", "-C", folder, "--server", service.url, *QUICK)
        before = bib.read_bytes()
        result = call("archive", "-C", folder, "--server", service.url, *QUICK)
    assert (result.exit_code, len(service.submitted), bib.read_bytes()) == (0, 2, before)


def test_a_dry_run_asks_nobody(call: Call, folder: Path, bib: Path) -> None:
    with save_service() as service:
        result = call("archive", "-C", folder, "--server", service.url, "--dry-run")
    assert (result.exit_code, service.asked, bib.read_bytes()) == (0, [], BIB.encode())
    assert not (folder / "links.lock").exists()
    assert (
        "kanal: https://t.me/s/kanal/12\n  archiveurl = https://web.archive.org/web/YYYYMMDD" in result.stdout
    )


def test_keys_come_from_the_environment(call: Call, folder: Path, bib: Path) -> None:
    keys = {"IA_ACCESS_KEY_ID": "abc", "IA_SECRET_ACCESS_KEY": "geheim"}
    with save_service(Reply(401, {"message": "Wrong keys"})) as service:
        result = call("archive", "-C", folder, "--server", service.url, *QUICK, **keys)
    assert result.exit_code == 1
    assert service.asked[0].headers["authorization"] == "LOW abc:geheim"
    assert "the archive does not accept the keys: Wrong keys" in result.stderr
    assert "kanal: not saved, its turn did not come" in result.stderr
    assert "geheim" not in result.output.replace("geheim: not saved", "")
    assert bib.read_bytes() == BIB.encode()


@pytest.mark.parametrize(
    "keys", [{"IA_ACCESS_KEY_ID": "abc"}, {"IA_ACCESS_KEY_ID": "a", "IA_SECRET_ACCESS_KEY": "b\r\nX: y"}]
)
def test_keys_that_are_none(call: Call, folder: Path, bib: Path, keys: dict[str, str]) -> None:
    assert call("archive", "-C", folder, **keys).exit_code == 2


def test_what_was_saved_stays_saved(call: Call, folder: Path, bib: Path) -> None:
    """A failure later on takes nothing back, and one source that cannot be saved does not end the run."""
    replies = (job(), error("error:no-access", "Das geht nicht\u202e"), job(), success(STAMP))
    with save_service(*replies) as service:
        result = call("archive", "-C", folder, "--server", service.url, *QUICK)
    assert result.exit_code == 1
    assert "the archive could not save it: Das geht nicht\\u202e" in result.stderr
    assert bib.read_text(encoding="utf-8") == BIB.replace(
        "kanal/12}", f"kanal/12}}, archiveurl={{{SECOND}}}, archivedate={{2024-11-15}}"
    )
    assert "1 of 2 sources have their copies." in result.stdout


def test_line_ends_stay(call: Call, folder: Path, bib: Path) -> None:
    bib.write_bytes(("\ufeff" + BIB).replace("\n", "\r\n").encode())
    with save_service() as service:
        assert call("archive", "-C", folder, "--server", service.url, *QUICK).exit_code == 0
    assert bib.read_bytes() == ("\ufeff" + WRITTEN).replace("\n", "\r\n").encode()


def test_a_broken_lock_is_not_written_over(call: Call, folder: Path, bib: Path) -> None:
    (folder / "links.lock").write_text("kaputt\n", encoding="utf-8")
    with save_service() as service:
        assert call("archive", "-C", folder, "--server", service.url, *QUICK).exit_code == 0
    assert (folder / "links.lock").read_text(encoding="utf-8") == "kaputt\n"
    assert bib.read_bytes().decode() == WRITTEN


def test_a_linked_file_is_not_written(call: Call, folder: Path, bib: Path, tmp_path: Path) -> None:
    outside = tmp_path / "aussen.bib"
    bib.rename(outside)
    bib.symlink_to(outside)
    with save_service() as service:
        assert call("archive", "-C", folder, "--server", service.url, *QUICK).exit_code == 0
    assert service.asked == []
    assert outside.read_bytes() == BIB.encode()


def test_one_address_is_submitted_once(call: Call, folder: Path, bib: Path) -> None:
    entry = "@online{{{}, title={{T}}, url={{https://kurier.example/a}}, urldate={{2024-11-15}}}}\n"
    bib.write_text(entry.format("a") + entry.format("b"), encoding="utf-8")
    with save_service() as service:
        call("archive", "-C", folder, "--server", service.url, *QUICK)
    assert service.submitted == ["https://kurier.example/a"]
    assert bib.read_text(encoding="utf-8").count(FIRST) == 2


def test_no_sources_is_fine(call: Call, folder: Path) -> None:
    assert call("archive", "-C", folder).exit_code == 0


@pytest.mark.parametrize(
    "server", ["archive.example", "ftp://a.example", "http://", "http://a:b@c.example", "http://[x"]
)
def test_wrong_servers(call: Call, folder: Path, bib: Path, server: str) -> None:
    assert call("archive", "-C", folder, "--server", server).exit_code == 2


def _errors(call: Call, folder: Path) -> list[dict[str, str]]:
    found = json.loads(call("check", "-C", folder, "--format", "json").stdout)["diagnostics"]
    return [one for one in found if one["severity"] == "error"]
