"""The demonstration in Chromium: one browser, the site in a folder and on a server under a sub-path."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from sitegen.build.output import write
from tests.browser import sites
from tests.browser.kinds import pages
from tests.browser.sites import BASE

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
    return sites.demonstration()


@pytest.fixture(scope="session")
def long_lists() -> Mapping[str, bytes]:
    return sites.long_lists()


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


@contextmanager
def serving(artifacts: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a site on a server of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, artifacts)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()


def _in_a_folder(artifacts: Mapping[str, bytes], folder: Path) -> str:
    write(artifacts, folder / "public")
    return f"{(folder / 'public').as_uri()}/"


@pytest.fixture(scope="session")
def served(artifacts: Mapping[str, bytes]) -> Iterator[str]:
    with serving(artifacts) as address:
        yield address


@pytest.fixture(scope="session")
def folder(artifacts: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site in a folder."""
    return _in_a_folder(artifacts, tmp_path_factory.mktemp("site"))


@dataclass(frozen=True)
class Places:
    """Where the page of a kind and a language is found: its path, and the addresses of its site."""

    pages: Mapping[tuple[str, str], tuple[str, Mapping[str, str]]]

    def address(self, kind: str, language: str, origin: str) -> str:
        path, roots = self.pages[kind, language]
        return roots[origin] + path


@pytest.fixture(scope="session")
def places(
    artifacts: Mapping[str, bytes],
    long_lists: Mapping[str, bytes],
    served: str,
    folder: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Places]:
    """A page of every kind: the demonstration's, and where it has none that of the site with long lists."""
    own, light = {"server": served, "folder": folder}, pages(long_lists, heaviest=False)
    needed = {path: data for path, data in long_lists.items() if path in light.values() or "assets/" in path}
    with serving(needed) as address:
        other = {"server": address, "folder": _in_a_folder(needed, tmp_path_factory.mktemp("long"))}
        found = {key: (path, other) for key, path in light.items()}
        yield Places(found | {key: (path, own) for key, path in pages(artifacts, heaviest=True).items()})


@dataclass
class Visit:
    """A window and all that it said and asked for."""

    page: Page
    messages: list[str]
    requests: list[str]


@contextmanager
def window(browser: Browser, width: int, scheme: str, *, script: bool = True) -> Iterator[Visit]:
    """A window without a past."""
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=False,
        java_script_enabled=script,
    )
    page = context.new_page()
    visit = Visit(page, [], [])
    page.on("console", lambda message: visit.messages.append(message.text))
    page.on("pageerror", lambda error: visit.messages.append(str(error)))
    page.on("requestfailed", lambda failed: visit.messages.append(f"failed: {failed.url}"))
    page.on("request", lambda asked: visit.requests.append(asked.url))
    yield visit
    context.close()


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A window; `(width, scheme)` as the test's parameter, else a phone's in the light."""
    width, scheme = getattr(request, "param", (360, "light"))
    with window(browser, width, scheme) as visit:
        yield visit
