"""html-validate and the Nu HTML checker find no error on any page (accessibility-metadata.md, section 4).

Each is started once, for all pages together. They are installed by `npm ci` in this folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.browser import sites
from tests.browser.kinds import pages

pytestmark = pytest.mark.validators

HERE = Path(__file__).parent
NU = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
HTML_VALIDATE = HERE / "html.mjs"
ABSENT = (
    "tests/validators (html-validate, Nu) is left out: it needs Node.js 20.19 or newer, Java, and"
    " `npm ci --prefix tests/validators`"
)
UNKNOWN = ("CSS: “container”: Property “container” doesn't exist.", "CSS: Unrecognized at-rule “@container”")
"""What Nu 26.9 does not know yet of CSS, which it reads where a page holds some: container queries (2022)."""
SPOILT = """\
<!doctype html>
<html lang="de"><head><title>Beispiel</title></head>
<body><h1>Titel</h1><p id="a" id="b"><div>Text</p><img src="a.png"></div></body></html>
"""


@pytest.fixture(scope="module", autouse=True)
def _installed() -> None:
    """Without them nothing here can run: said once, and a failure where it must not happen."""
    if NU.is_file() and shutil.which("node") and shutil.which("java"):
        return
    if os.environ.get("CI") == "true":
        pytest.fail(ABSENT, pytrace=False)
    pytest.skip(ABSENT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Every page of the demonstration, the kinds that only long lists have, and a page that is spoilt."""
    folder = tmp_path_factory.mktemp("pages")
    long_lists = sites.long_lists()
    light = set(pages(long_lists, heaviest=False).values())
    _put(folder / "demonstration", sites.demonstration())
    _put(folder / "long", {path: data for path, data in long_lists.items() if path in light})
    _put(folder, {"spoilt.html": SPOILT.encode()})
    yield folder
    shutil.rmtree(folder)


def _put(folder: Path, artifacts: Mapping[str, bytes]) -> None:
    for path, data in artifacts.items():
        if path.endswith(".html"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def _answer(*command: str | Path, given: str = "") -> Any:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, encoding="utf-8")
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        pytest.fail(f"{command[0]}: {done.stderr or done.stdout}", pytrace=False)


def _judged(found: list[tuple[str, str]]) -> None:
    """Nothing is said of any page but the spoilt one, of which something is said."""
    assert [text for path, text in found if not path.endswith("spoilt.html")] == []
    assert [text for path, text in found if path.endswith("spoilt.html")]


def test_html_validate_finds_nothing(folder: Path) -> None:
    names = sorted(str(path) for path in folder.rglob("*.html"))
    assert len(names) > 60
    found = _answer("node", HTML_VALIDATE, given="\n".join(names))
    _judged([(one["path"], "{path}:{line}: {rule}: {message}".format(**one)) for one in found])


def test_the_nu_checker_finds_no_error(folder: Path) -> None:
    options = ("-Xss2m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", NU)
    answer = _answer("java", *options, "--errors-only", "--format", "json", "--stdout", folder)
    found = [one for one in answer["messages"] if one["message"] not in UNKNOWN]
    _judged([(one["url"], f"{one['url']}:{one.get('lastLine', 0)}: {one['message']}") for one in found])
