"""The demonstration in Chromium: one browser, the site in a folder and on a server under a sub-path."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any, Literal
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


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Gone before other tests run: as long as Playwright runs, no test of this process can have an event loop
    of its own.
    """
    path = chromium()
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def artifacts() -> Mapping[str, bytes]:
    return sites.demonstration()


@pytest.fixture(scope="package")
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


@pytest.fixture(scope="package")
def served(artifacts: Mapping[str, bytes]) -> Iterator[str]:
    with serving(artifacts) as address:
        yield address


@pytest.fixture(scope="package")
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


@pytest.fixture(scope="package")
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

    def listeners(self) -> Mapping[str, Callable[[Any], None]]:
        """What writes them down."""
        return {
            "console": lambda message: self.messages.append(message.text),
            "pageerror": lambda error: self.messages.append(str(error)),
            "requestfailed": lambda failed: self.messages.append(f"failed: {failed.url}"),
            "request": lambda asked: self.requests.append(asked.url),
        }


class Windows:
    """Windows of one browser, in two profiles: with script and without. Profiles and windows are used again:
    to open them takes longer than most tests.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._profiles: dict[bool, BrowserContext] = {}
        self._free: dict[bool, list[Page]] = {True: [], False: []}

    @contextmanager
    def open(
        self, width: int, scheme: str = "light", *, height: int = 800, script: bool = True
    ) -> Iterator[Visit]:
        """A window as if without a past: what a page keeps, `kept` tells; one whose test failed is closed."""
        page = self._free[script].pop() if self._free[script] else self._profile(script=script).new_page()
        page.set_viewport_size({"width": width, "height": height})
        colours: Literal["dark", "light"] = "dark" if scheme == "dark" else "light"
        page.emulate_media(media="null", color_scheme=colours, reduced_motion="reduce")
        visit = Visit(page, [], [])
        listeners = visit.listeners()
        for event, listener in listeners.items():
            page.on(event, listener)  # type: ignore[call-overload]
        try:
            yield visit
        except BaseException:
            page.close()
            raise
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        self._leave(page)
        self._free[script].append(page)

    def kept(self) -> list[object]:
        """What pages have kept about their reader: cookies, and what lies in their storage."""
        states = [one.storage_state(indexed_db=True) for one in self._profiles.values()]
        return [item for state in states for item in (*state["cookies"], *state["origins"])]

    @staticmethod
    def _leave(page: Page) -> None:
        """Nothing of a test stays: no page, no answer in place of the server's, no pointer over a link."""
        page.unroute_all()
        page.mouse.move(-1, -1)
        page.goto("about:blank")

    def _profile(self, *, script: bool) -> BrowserContext:
        if script not in self._profiles:
            self._profiles[script] = self._browser.new_context(bypass_csp=False, java_script_enabled=script)
        return self._profiles[script]


@pytest.fixture(scope="package")
def windows(browser: Browser) -> Iterator[Windows]:
    windows = Windows(browser)
    yield windows
    assert windows.kept() == []


@pytest.fixture
def visit(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A window; `(width, scheme)` as the test's parameter, else a phone's in the light."""
    width, scheme = getattr(request, "param", (360, "light"))
    with windows.open(width, scheme) as visit:
        yield visit
