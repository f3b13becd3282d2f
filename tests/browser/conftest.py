"""The demonstration in Chromium: one browser, the site in a folder and on a server under a sub-path."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sitegen.build.output import write
from sitegen.build.pipeline import compile_site
from sitegen.world import Folder, Memory
from tests.site.samples import ROOT, TODAY

BASE = "/repo/"
NAMES = ("chromium", "chromium-browser", "google-chrome")
ABSENT = (
    "all of tests/browser (layout, notes, switch, keyboard, print) is left out, for there is no Chromium:"
    " `apt-get install chromium`, or name one with CHROMIUM=/path/to/it"
)


def chromium() -> str:
    """The browser: the one that `CHROMIUM` names, else one of the system's; empty if there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")


def pytest_runtest_setup() -> None:
    """Without a browser nothing here can run: said once, and a failure where it must not happen."""
    if chromium():
        return
    if os.environ.get("CI") == "true":
        pytest.fail(ABSENT, pytrace=False)
    pytest.skip(ABSENT)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def artifacts() -> Mapping[str, bytes]:
    """The demonstration, as it would be published under the sub-path."""
    folder = Folder.at(ROOT, TODAY)
    files: dict[str, str | bytes] = {path: folder.read(path) for path in folder.files}
    settings = folder.read("sitegen.toml").decode()
    files["sitegen.toml"] = settings.replace("https://example.org/bleiben/", f"https://example.org{BASE}")
    outcome = compile_site(Memory(files, TODAY))
    assert outcome.artifacts, outcome.diagnostics
    return outcome.artifacts


class _Answer(BaseHTTPRequestHandler):
    """A static server as forges have them: below one path, with the site's own page for what is missing."""

    def __init__(self, artifacts: Mapping[str, bytes], *arguments: object) -> None:
        self.artifacts = artifacts
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        name = path.removeprefix(BASE) if path.startswith(BASE) else "?"
        name = name + "index.html" if name.endswith("/") or not name else name
        found = name in self.artifacts
        self.send_response(200 if found else 404)
        kind = guess_type(name)[0] if found else "text/html"
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.end_headers()
        self.wfile.write(self.artifacts[name if found else "404.html"])

    def log_message(self, *_: object) -> None:
        """Nothing is told: the tests look at what the browser got."""


@pytest.fixture(scope="session")
def served(artifacts: Mapping[str, bytes]) -> Iterator[str]:
    """The address of the site on a server of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, artifacts)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def folder(artifacts: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site in a folder."""
    out: Path = tmp_path_factory.mktemp("site") / "public"
    write(artifacts, out)
    return f"{out.as_uri()}/"


@dataclass
class Visit:
    """A window and all that it said and asked for."""

    page: Page
    messages: list[str]
    requests: list[str]


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A window; `(width, scheme)` as the test's parameter, else a phone's in the light."""
    window: tuple[int, Literal["light", "dark"]] = getattr(request, "param", (360, "light"))
    width, scheme = window
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        bypass_csp=False,
    )
    page = context.new_page()
    visit = Visit(page, [], [])
    page.on("console", lambda message: visit.messages.append(message.text))
    page.on("pageerror", lambda error: visit.messages.append(str(error)))
    page.on("requestfailed", lambda failed: visit.messages.append(f"failed: {failed.url}"))
    page.on("request", lambda asked: visit.requests.append(asked.url))
    yield visit
    context.close()
