"""`sitegen links` on a publication in a folder, against a server of faults on loopback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call
from tests.links.fault_server import FaultServer, serving
from tests.links.faults import TABLE

HEAD = "---\ntitle: Eins\n---\n\n"
SOURCE = """\
@online{{a,
  title = {{A}},
  url = {{{url}}},
  urldate = {{2025-01-01}},
  archiveurl = {{https://web.archive.org/web/20250102000000/{url}}},
  archivedate = {{2025-01-02}},
}}
"""
EPOCH = "1767225600"  # 2026-01-01


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    with serving(
        {name: TABLE[name].answer for name in ("status 200", "status 404", "status 403", "301")}
    ) as found:
        yield found


def links(call: Call, folder: Path, server: FaultServer, *more: str) -> Any:
    allowed = [word for host, port in server.allowed for word in ("--allow", f"{host}:{port}")]
    return call(
        "links", "-C", folder, "--delay", "0", "--timeout", "1", *allowed, *more, SOURCE_DATE_EPOCH=EPOCH
    )


def as_json(result: Any) -> Any:
    return json.loads(result.stdout)


def test_all_are_there(call: Call, folder: Path, chapter: Path, server: FaultServer) -> None:
    url = server.url("status 200")
    chapter.write_text(f"{HEAD}Siehe <{url}>.\n", encoding="utf-8")
    result = links(call, folder, server, "--format", "json")
    assert result.exit_code == 0, result.output
    assert as_json(result) == {
        "diagnostics": [],
        "errors": 0,
        "warnings": 0,
        "links": [
            {
                "url": url,
                "result": "ok",
                "status": 200,
                "final_url": url,
                "reason": "the page is there",
                "places": [{"path": "content/de/01-eins.md", "line": 5, "column": 8}],
            }
        ],
    }
    lock = (folder / "links.lock").read_text(encoding="utf-8")
    assert lock.endswith(f'"{url}" = {{ result = "ok", status = 200, date = 2026-01-01 }}\n')


def test_what_is_dead_fails_and_says_when_and_where(
    call: Call, folder: Path, chapter: Path, server: FaultServer
) -> None:
    url = server.url("status 404")
    chapter.write_text(f"{HEAD}Ein Satz.[^1]\n\n[^1]: <{url}>\n", encoding="utf-8")
    result = links(call, folder, server)
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"content/de/01-eins.md:7:8: error EXT001: “{url}” is no longer there: the server says that there is "
        "no such page (status: 404; asked from this machine on 2026-01-01)."
    )
    assert "Addresses: 0 there, 1 dead, 0 unsure, 0 not checked." in result.stdout


def test_with_a_copy_it_is_a_warning(call: Call, folder: Path, server: FaultServer) -> None:
    text = SOURCE.format(url=server.url("status 404"))
    (folder / "citations.bib").write_text(text, encoding="utf-8")
    result = links(call, folder, server, "--format", "json")
    assert result.exit_code == 0, result.output
    assert [
        (one["code"], one["severity"], one["path"], one["line"]) for one in as_json(result)["diagnostics"]
    ] == [("EXT002", "warning", "citations.bib", 3)]


def test_what_is_unsure_is_listed(call: Call, folder: Path, chapter: Path, server: FaultServer) -> None:
    chapter.write_text(f"{HEAD}<{server.url('status 403')}>\n", encoding="utf-8")
    result = links(call, folder, server)
    assert result.exit_code == 0
    assert "note EXT003" in result.stdout


def test_moved_carries_a_fix(call: Call, folder: Path, chapter: Path, server: FaultServer) -> None:
    chapter.write_text(f"{HEAD}[dort]({server.url('301')})\n", encoding="utf-8")
    result = links(call, folder, server, "--format", "json")
    assert result.exit_code == 0
    (found,) = as_json(result)["diagnostics"]
    assert found["code"] == "EXT004"
    assert found["fix"]["replacement"] == server.url("301", "/artikel/neu.html")
    assert (found["fix"]["column"], found["fix"]["end_column"]) == (8, 8 + len(server.url("301")))


def test_private_and_broken_addresses_are_findings(
    call: Call, folder: Path, chapter: Path, server: FaultServer
) -> None:
    chapter.write_text(
        f"{HEAD}<http://10.0.0.1/> <http://localhost/a> <https://kurier.org:99999/> <mailto:a@kurier.org>\n"
        "[so](https://)\n",
        encoding="utf-8",
    )
    result = links(call, folder, server, "--format", "json")
    assert result.exit_code == 1
    told = as_json(result)
    assert [one["code"] for one in told["diagnostics"]] == ["EXT005", "EXT005", "EXT007", "LNK010"]
    assert [(one["url"], one["result"]) for one in told["links"]] == [
        ("http://10.0.0.1/", "not checked"),
        ("http://localhost/a", "not checked"),
        ("https://kurier.org:99999/", "dead"),
        ("mailto:a@kurier.org", "not checked"),
        ("https://", "dead"),
    ]


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_secrets_are_masked_everywhere(
    form: str, call: Call, folder: Path, chapter: Path, server: FaultServer
) -> None:
    host = f"127.0.0.1:{server.ports['status 404']}"
    chapter.write_text(
        f"{HEAD}<http://{host}/a?token=geheim1> <http://anna:geheim2@{host}/b>\n"
        f"[c](http://{host}/c#access_token=geheim3)\n",
        encoding="utf-8",
    )
    (folder / "citations.bib").write_text(
        SOURCE.format(url=f"http://{host}/d?api_key=geheim4"), encoding="utf-8"
    )
    result = links(call, folder, server, "--format", form)
    assert result.exit_code == 1
    assert "geheim" not in result.output
    assert "geheim" not in (folder / "links.lock").read_text(encoding="utf-8")
    assert "***" in result.stdout


def test_what_is_known_is_not_asked_again(
    call: Call, folder: Path, chapter: Path, server: FaultServer
) -> None:
    chapter.write_text(f"{HEAD}<{server.url('status 200')}>\n", encoding="utf-8")
    links(call, folder, server)
    lock = (folder / "links.lock").read_bytes()
    count = len(server.requests["status 200"])
    assert links(call, folder, server).exit_code == 0
    assert len(server.requests["status 200"]) == count
    assert (folder / "links.lock").read_bytes() == lock
    links(call, folder, server, "--no-cache")
    assert len(server.requests["status 200"]) > count


def test_without_allow_nothing_inside_is_asked(
    call: Call, folder: Path, chapter: Path, server: FaultServer
) -> None:
    count = sum(map(len, server.requests.values()))
    chapter.write_text(f"{HEAD}<{server.url('status 200')}>\n", encoding="utf-8")
    result = call("links", "-C", folder)
    assert result.exit_code == 1
    assert "EXT005" in result.stdout
    assert sum(map(len, server.requests.values())) == count
    assert not (folder / "links.lock").exists()


def test_findings_can_be_ignored(call: Call, folder: Path, chapter: Path, server: FaultServer) -> None:
    chapter.write_text(f"{HEAD}<{server.url('status 403')}>\n", encoding="utf-8")
    with (folder / "sitegen.toml").open("a", encoding="utf-8") as file:
        file.write('[diagnostics]\nignore = [{ code = "EXT003", path = "content/*", reason = "bekannt" }]\n')
    assert "EXT003" not in links(call, folder, server).stdout
    assert call("check", "-C", folder, "--strict").exit_code == 0


def test_drafts_are_not_asked(call: Call, folder: Path, chapter: Path, server: FaultServer) -> None:
    text = f"{HEAD.replace('title', 'draft: true{nl}title')}<{server.url('status 404')}>\n".replace(
        "{nl}", "\n"
    )
    chapter.with_name("02-entwurf.md").write_text(text, encoding="utf-8")
    assert links(call, folder, server).exit_code == 0


@pytest.mark.parametrize(
    "arguments", [("--allow", "127.0.0.1"), ("--allow", "a:0"), ("--base", "/x"), ("--timeout", "0")]
)
def test_wrong_usage(arguments: tuple[str, str], call: Call, folder: Path) -> None:
    assert call("links", "-C", folder, *arguments).exit_code == 2


WITHOUT = """
import sys
sys.modules["aiohttp"] = None
from sitegen.cli import main
for words in (["build", "-C", sys.argv[1]], ["links", "-C", sys.argv[1]]):
    try:
        main(words)
    except SystemExit as end:
        print("code", end.code)
"""


def test_the_build_asks_nobody_and_needs_no_aiohttp(folder: Path, chapter: Path, server: FaultServer) -> None:
    """Without the extra all else works, and this command says what to install."""
    chapter.write_text(f"{HEAD}<{server.url('status 200')}>\n", encoding="utf-8")
    count = sum(map(len, server.requests.values()))
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(folder)], capture_output=True, text=True, check=False
    )
    assert re.findall("^code (.*)$", told.stdout, re.MULTILINE) == ["0", "1"]
    assert "pip install 'sitegen-research[links]'" in told.stderr
    assert "Traceback" not in told.stderr
    assert sum(map(len, server.requests.values())) == count
