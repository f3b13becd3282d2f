"""A save service on loopback that answers as it is told, and keeps what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

STAMP = "20241115081500"


@dataclass(frozen=True)
class Reply:
    """One answer; `drip` sends it byte by byte with so many seconds between."""

    status: int = 200
    data: object = None
    body: bytes | None = None
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: float = 0

    @property
    def content(self) -> bytes:
        return json.dumps(self.data).encode() if self.body is None else self.body


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    form: Mapping[str, str]
    headers: Mapping[str, str]
    at: float


CUT = Reply(status=0)
"""The connection is broken off without an answer."""


def job(name: str = "job-1") -> Reply:
    return Reply(data={"url": "https://kurier.example/", "job_id": name})


def pending() -> Reply:
    return Reply(data={"status": "pending", "resources": []})


def success(stamp: Any = STAMP) -> Reply:
    return Reply(data={"status": "success", "timestamp": stamp, "original_url": "https://other.example/"})


def error(status_ext: str, message: str, status: int = 200) -> Reply:
    data = {"status": "error", "status_ext": status_ext, "message": message, "exception": "x"}
    return Reply(status, data)


@dataclass
class SaveService:
    """`replies` are given one after the other; without any left, jobs succeed."""

    url: str
    replies: list[Reply]
    asked: list[Asked] = field(default_factory=list)

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if self.replies:
            return self.replies.pop(0)
        return job() if asked.method == "POST" else success()

    @property
    def submitted(self) -> list[str]:
        return [one.form["url"] for one in self.asked if one.method == "POST"]


@contextmanager
def save_service(*replies: Reply) -> Iterator[SaveService]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    service = SaveService(f"http://127.0.0.1:{server.server_port}", list(replies))
    server.service = service  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer("")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode())

    def _answer(self, body: str) -> None:
        form = {name: values[0] for name, values in parse_qs(body, keep_blank_values=True).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, self.path, form, headers, time.monotonic())
        reply: Reply = self.server.service.reply(asked)  # type: ignore[attr-defined]
        if reply is CUT:
            self.close_connection = True
            return
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.content)))
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        write: Callable[[bytes], object] = self.wfile.write
        try:
            if not reply.drip:
                write(reply.content)
                return
            for byte in reply.content:
                write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Tests are quiet."""
