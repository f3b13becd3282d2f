"""The preview: the site held in memory, built again on every change, shown to this machine only.

Nothing of the disk is served: an address is looked up in the built site, or it is not found. Who
asks by another name than ours gets nothing (DNS rebinding), nor does a page of another origin
hear of changes (robustness.md, "What has bitten other generators").
"""

from __future__ import annotations

import secrets
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import quote, unquote

from watchfiles import watch

from sitegen.build.last_build import Seen, look
from sitegen.build.pipeline import NOTHING, Outcome, compile_site
from sitegen.build.revision import revise
from sitegen.build.spool import Overlay
from sitegen.build.store import Store
from sitegen.build.trace import Trace
from sitegen.build.units import Earlier
from sitegen.diagnostics.emitters import page
from sitegen.diagnostics.emitters.text import Sources
from sitegen.values import dataclass
from sitegen.world import FOLDERS, Folder, World

HOST = "127.0.0.1"
EVENTS = "/.sitegen/events"
SCRIPT = "/.sitegen/reload.js"

RELOAD = b"""\
"use strict";
(function () {
  const shown = new URL(document.currentScript.src).searchParams.get("v");
  const events = new EventSource("/.sitegen/events");
  events.onmessage = function (event) {
    if (event.data !== shown) {
      events.close();
      location.reload();
    }
  };
  addEventListener("pagehide", function () { events.close(); });
  addEventListener("pageshow", function (event) { if (event.persisted) { location.reload(); } });
})();
"""

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "zip": "application/zip",
}
_UNKNOWN = "application/octet-stream"
_ERROR_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is shown at one moment: the site, or in its place the page that says why there is none."""

    version: str
    artifacts: Mapping[str, bytes]
    broken: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Good:
    """The last site that was whole, and what it was made from."""

    seen: Seen
    trace: Trace
    artifacts: Mapping[str, bytes]


Built = Callable[[World, Outcome, float], None]
"""Is told what was built, and how many seconds it took."""


class Preview:
    """The newest snapshot of a publication's folder, and who waits for the next one."""

    def __init__(self, root: Path, language: str, sources: Callable[[World], Sources], built: Built) -> None:
        self.root = root.resolve()
        self.stop = threading.Event()
        self._store = Store.open(self.root)
        self._language = language
        self._sources = sources
        self._built = built
        self._run = secrets.token_hex(4)
        self._count = 0
        self._newest: Snapshot | None = None
        self._good: _Good | None = None
        self._changed = threading.Condition()

    def build(self) -> None:
        """Build; what is shown stays where the folder changes under the listing: more is to come."""
        started = time.monotonic()
        try:
            world = Folder.at(self.root)
        except OSError:
            return
        outcome = self._outcome(world)
        self._built(world, outcome, time.monotonic() - started)
        broken = None
        if any(one.severity == "error" for one in outcome.diagnostics):
            broken = page.emit(outcome.diagnostics, self._sources(world), language=self._language).encode(
                "utf-8", "backslashreplace"
            )
        self._show(outcome.artifacts, broken)

    def _outcome(self, world: Folder) -> Outcome:
        """What the folder makes now: only the pages of a chapter, where nothing else has changed since the
        last site that was whole.
        """
        good = self._good
        seen = look(world, "", good.seen if good else None)
        changed = seen.changed(good.seen) if good else None
        made = revise(world, changed, good.trace, good.artifacts, self._store) if good and changed else None
        if good and made:
            artifacts = Overlay(good.artifacts, made.artifacts)
            outcome = Outcome(None, artifacts, made.diagnostics, made.remarks, made.reasons, made.trace)
        else:
            earlier = Earlier(good.trace.keys, good.artifacts, here=True) if good else NOTHING
            outcome = compile_site(world, drafts=True, store=self._store, others=seen.others, earlier=earlier)
        if outcome.trace:
            self._good = _Good(seen, outcome.trace, outcome.artifacts)
        return outcome

    def follow(self, *, step: int = 50, pause: int = 200) -> None:
        """Build, and again after every change, until `stop` is set; `step` and `pause` are milliseconds:
        how long nothing may change before a build, and how often `stop` is looked at.
        """
        first = True
        for changed in self._changes(step, pause):
            if first or changed:
                self.build()
                first = False

    def newest(self, than: str | None = None, timeout: float | None = None) -> Snapshot | None:
        """The first snapshot of another version; none if there is no such in time, or no preview any more."""
        with self._changed:
            self._changed.wait_for(lambda: self.stop.is_set() or self._is_news(than), timeout)
            return self._newest if self._is_news(than) and not self.stop.is_set() else None

    def close(self) -> None:
        """Let everyone go who waits."""
        self.stop.set()
        with self._changed:
            self._changed.notify_all()

    def counts(self, path: str) -> bool:
        """Whether a changed path is one that a world lists: not the output, nor anything hidden."""
        try:
            parts = Path(path).relative_to(self.root).parts
        except ValueError:
            return False
        hidden = any(part.startswith(".") for part in parts)
        return bool(parts) and not hidden and (len(parts) == 1 or parts[0] in FOLDERS)

    def _changes(self, step: int, pause: int) -> Iterator[bool]:
        """Whether something has changed, again and again; found by looking where the system cannot tell."""
        for polling in (None, True):
            try:
                for changes in watch(
                    self.root,
                    watch_filter=lambda _, path: self.counts(path),
                    step=step,
                    rust_timeout=pause,
                    yield_on_timeout=True,
                    stop_event=self.stop,
                    force_polling=polling,
                ):
                    yield bool(changes)
            except (OSError, RuntimeError):  # no watches are left: watchfiles raises either
                if polling:
                    raise
            else:
                return

    def _is_news(self, than: str | None) -> bool:
        return self._newest is not None and self._newest.version != than

    def _show(self, artifacts: Mapping[str, bytes], broken: bytes | None) -> None:
        with self._changed:
            old = self._newest
            if old is not None and old.broken == broken and _is_same(old.artifacts, artifacts):
                return
            self._count += 1
            self._newest = Snapshot(f"{self._run}-{self._count}", artifacts, broken)
            self._changed.notify_all()


class Server(ThreadingHTTPServer):
    """Serves a preview on the loopback address; the port 0 takes any free one."""

    daemon_threads = True
    allow_reuse_port = False
    request_queue_size = 128  # five, as in the base class, are taken by one page that opens connections

    def __init__(self, preview: Preview, port: int, heartbeat: float = 15) -> None:
        self.preview = preview
        self.heartbeat = heartbeat
        self.bug: BaseException | None = None
        super().__init__((HOST, port), Handler)

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return f"http://{HOST}:{self.server_port}/"

    def server_bind(self) -> None:
        """Without the look-up of this machine's name that the base class makes."""
        TCPServer.server_bind(self)
        self.server_name = HOST
        self.server_port = self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002  the base class's signature
        """A reader who went away is none; anything else is a bug and ends the preview."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            self.bug = error
            self.preview.close()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version = "sitegen"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        names = {f"{name}:{self.server.server_port}" for name in (HOST, "localhost", "[::1]")}
        path = self.path.partition("?")[0].partition("#")[0]
        origins = self.headers.get_all("Origin", [])
        if len(self.headers.get_all("Host", [])) != 1 or self.headers["Host"].lower() not in names:
            self._plain(403, "This preview answers only to its own address.")
        elif path == SCRIPT:
            self._send(200, TYPES["js"], RELOAD)
        elif path != EVENTS:
            self._page(path)
        elif all(origin in {f"http://{name}" for name in names} for origin in origins):
            self._events()
        else:
            self._plain(403, "Only the preview's own pages hear of changes.")

    do_HEAD = do_GET  # noqa: N815  the base class names them so

    def do_POST(self) -> None:
        self._plain(405, "Only GET and HEAD.", {"Allow": "GET, HEAD"})

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_TRACE = do_CONNECT = do_POST  # noqa: N815

    def _page(self, path: str) -> None:
        snapshot = self.server.preview.newest()
        if snapshot is None:
            self._plain(503, "The preview has ended.")
        elif snapshot.broken is not None:
            body = with_script(snapshot.broken, snapshot.version)
            self._send(500, TYPES["html"], body, {"Content-Security-Policy": _ERROR_POLICY})
        else:
            self._artifact(snapshot, path)

    def _artifact(self, snapshot: Snapshot, path: str) -> None:
        name = resolve(snapshot.artifacts, path)
        if name is not None and name.endswith("/"):
            self._send(302, TYPES["txt"], b"", {"Location": quote(f"/{name}")})
            return
        status = 404 if name is None else 200
        name = name or "404.html"
        body = snapshot.artifacts.get(name, b"")
        if name.endswith(".html"):
            body = with_script(body, snapshot.version)
        self._send(status, TYPES.get(name.rpartition(".")[2], _UNKNOWN), body)

    def _events(self) -> None:
        """Server-sent events (HTML standard, section 9.2): each is the version of a snapshot."""
        self._head(200, {"Content-Type": "text/event-stream; charset=utf-8"})
        shown: str | None = None
        while self.command != "HEAD":
            snapshot = self.server.preview.newest(shown, self.server.heartbeat)
            if self.server.preview.stop.is_set():
                return
            shown = snapshot.version if snapshot else shown
            self.wfile.write(f"data: {shown}\n\n".encode() if snapshot else b": still here\n\n")

    def _plain(self, status: int, text: str, headers: Mapping[str, str] | None = None) -> None:
        self._send(status, TYPES["txt"], f"{text}\n".encode(), headers)

    def _send(self, status: int, kind: str, body: bytes, headers: Mapping[str, str] | None = None) -> None:
        self._head(status, {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _head(self, status: int, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the base class cannot read or has no method for, said without repeating it."""
        del message, explain
        self.close_connection = True
        self._plain(code, "This request cannot be answered.")

    def log_message(self, *_: Any) -> None:
        """Requests are nobody's news."""


def _is_same(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> bool:
    return new.is_like(old) if isinstance(new, Overlay) else old == new


def resolve(artifacts: Mapping[str, bytes], path: str) -> str | None:
    """The artifact at an address, as a static host finds it (robustness.md, "Links of a built tree"):
    `/x` is answered with `x.html`; a name ending in `/` stands for "go there"; none is not found.
    """
    try:
        name = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    if not name.startswith("/"):
        return None
    name = name[1:]
    if name == "" or name.endswith("/"):
        name += "index.html"
    if name in artifacts:
        return name
    if f"{name}/index.html" in artifacts:
        return f"{name}/"
    return f"{name}.html" if f"{name}.html" in artifacts else None


def with_script(body: bytes, version: str) -> bytes:
    """The page with the script that reloads it when there is another version."""
    tag = f'<script src="{SCRIPT}?v={version}" defer></script>\n'.encode()
    before, end, after = body.rpartition(b"</body>")
    return before + tag + end + after if end else body + tag
