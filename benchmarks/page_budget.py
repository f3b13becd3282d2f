"""What a chapter weighs, and when its first words are seen: `python -m benchmarks.page_budget`.

The demonstration is built and its chapters are weighed as a server sends them (gzip -9). Chromium then
reads the longest chapter of each language, and beside it a bare HTML file of the same text, in turn, at
400 kbit/s and 400 ms. The exit code is 1 where a limit is broken.
"""

from __future__ import annotations

import argparse
import gzip
import html
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from posixpath import join, normpath
from statistics import median
from threading import Thread
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from sitegen.build.pipeline import compile_site
from sitegen.world import Folder

ROOT = Path(__file__).parents[1]
LIMITS = {
    "first screen": 13_000,
    "HTML": 14_000,
    "CSS": 8_000,
    "script": 6_000,
    "in all": 30_000,
    "requests": 4,
    "fonts": 0,
    "layout shift": 0.0,
    "first paint": 1.3,
}
"""Bytes (gzip -9), counts, and the first contentful paint by that of the bare file."""
LINE = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
WINDOWS = ((360, 740), (1280, 800))
BARE = "bare.html"
TEXT = re.compile(r"<(script|style|template)\b.*?</\1>", re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|h\d|li|div|blockquote|tr|td|th|section|figcaption|dt|dd|summary)>|<br>")
RESOURCE = re.compile(r'<(?:link rel="stylesheet" href|script(?: defer)? src)="([^"]+)"')
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
PAINT = """() => new Promise((done) =>
  new PerformanceObserver((list) => done(list.getEntriesByName("first-contentful-paint")[0].startTime))
    .observe({ type: "paint", buffered: true }))"""


def weigh(artifacts: Mapping[str, bytes], path: str) -> dict[str, float]:
    """What a chapter and all that it asks for weigh, pictures apart: numbers that never change."""
    page = artifacts[path].decode()
    asked = {normpath(join(path, "..", href)): artifacts for href in RESOURCE.findall(page)}
    kinds: dict[str, float] = {"HTML": weight(artifacts[path]), "CSS": 0, "script": 0}
    for name in asked:
        kinds["CSS" if name.endswith(".css") else "script"] += weight(artifacts[name])
    fonts = sum(name.endswith((".woff", ".woff2", ".ttf", ".otf")) for name in artifacts)
    head = page[: page.index("</p>", page.index('<div class="text">'))]
    return {
        "words": len(words(page).split()),
        "first screen": weight(head.encode()) + kinds["CSS"],
        **kinds,
        "in all": sum(kinds.values()),
        "requests": 1 + len(asked),
        "fonts": fonts,
    }


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def words(page: str) -> str:
    """The text of a page, a line for each block."""
    body = BLOCK_END.sub("\n", TEXT.sub("", page[page.index("<body") :]))
    return html.unescape(re.sub(r"<[^>]+>", "", body))


def bare(page: str) -> bytes:
    """The same text as paragraphs of a file without style, script, links or metadata."""
    lines = (line.strip() for line in words(page).splitlines())
    text = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines if line)
    head = (
        '<!doctype html><html lang="de"><meta charset="utf-8"><title>-</title><link rel="icon" href="data:,">'
    )
    return f'{head}<meta name="viewport" content="width=device-width">\n{text}'.encode()


def chapters(artifacts: Mapping[str, bytes]) -> list[str]:
    mark = b'<main id="main" tabindex="-1" class="chapter">'
    return sorted(path for path, data in artifacts.items() if path.endswith(".html") and mark in data)


def broken(measured: Mapping[str, float]) -> list[str]:
    """The limits that a page does not keep."""
    return [name for name, limit in LIMITS.items() if measured.get(name, 0) > limit]


class _Answer(BaseHTTPRequestHandler):
    """Everything compressed, over one connection, as good servers do."""

    protocol_version = "HTTP/1.1"

    def __init__(self, files: Mapping[str, bytes], *arguments: object) -> None:
        self.files = files
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.lstrip("/")
        data = self.files.get(path)
        body = gzip.compress(data or b"", 9)
        self.send_response(404 if data is None else 200)
        self.send_header("Content-Type", guess_type(path)[0] or "application/octet-stream")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """The table is what is told."""


@contextmanager
def serving(files: Mapping[str, bytes]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, files)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@dataclass(frozen=True, slots=True)
class Load:
    """One page read over the slow line: milliseconds, requests but for pictures, layout shift."""

    paint: float
    requests: int
    shift: float


def load(browser: Browser, address: str, window: tuple[int, int]) -> Load:
    """A page in a fresh window, read to its end and through to its foot."""
    context = browser.new_context(viewport={"width": window[0], "height": window[1]})
    page: Page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.resource_type))
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    page.goto(address, wait_until="load")
    paint = page.evaluate(PAINT)
    page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    found = Load(paint, sum(kind != "image" for kind in asked), page.evaluate(SHIFT))
    context.close()
    return found


def measure(browser: Browser, artifacts: Mapping[str, bytes], path: str, runs: int) -> dict[str, float]:
    """What only a browser knows: the median of the ratios of `runs` pairs, in the small window."""
    files = {**artifacts, BARE: bare(artifacts[path].decode())}
    with serving(files) as site:
        pairs = [
            (load(browser, site + BARE, WINDOWS[0]), load(browser, site + path, WINDOWS[0]))
            for _ in range(runs)
        ]
        wide = load(browser, site + path, WINDOWS[1])
    return {
        "bare ms": median(one.paint for one, _ in pairs),
        "chapter ms": median(one.paint for _, one in pairs),
        "first paint": median(chapter.paint / plain.paint for plain, chapter in pairs),
        "requests": max(one.requests for one in (wide, *(chapter for _, chapter in pairs))),
        "layout shift": max(one.shift for one in (wide, *(chapter for _, chapter in pairs))),
    }


def longest(artifacts: Mapping[str, bytes]) -> list[str]:
    """Of each language the chapter whose HTML weighs most."""
    by_language: dict[str, list[str]] = {}
    for path in chapters(artifacts):
        by_language.setdefault(path.partition("/")[0], []).append(path)
    return [max(paths, key=lambda path: weight(artifacts[path])) for paths in by_language.values()]


def table(path: str, measured: Mapping[str, float]) -> None:
    print(path)
    for name, value in measured.items():
        limit = LIMITS.get(name)
        shown = f"{value:,.0f}" if value == int(value) or value > 100 else f"{value:.3f}"
        verdict = "" if limit is None else f"  of {limit:,}" + ("  BROKEN" if value > limit else "")
        print(f"  {name:<14}{shown:>9}{verdict}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="pairs of a chapter and its bare text")
    arguments = parser.parse_args()
    artifacts = compile_site(Folder.at(ROOT, date(2026, 12, 1))).artifacts
    weighed = {path: weigh(artifacts, path) for path in chapters(artifacts)}
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for one in longest(artifacts):
            weighed[one] |= measure(browser, artifacts, one, arguments.runs)
        browser.close()
    for one, measured in weighed.items():
        table(one, measured)
    return int(any(map(broken, weighed.values())))


if __name__ == "__main__":
    sys.exit(main())
