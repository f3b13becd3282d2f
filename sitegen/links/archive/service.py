"""The Wayback Machine's save service, Save Page Now 2 (links.md, section 4).

An address is submitted, which makes a job; the job is asked for until it is done. Requests are made one
after the other, at a pace that the service allows. Redirects are not followed, so that keys go nowhere
else. What the service answers is data of a stranger: it is capped, and believed only in its known form.
"""

from __future__ import annotations

import json
import re
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import field
from datetime import UTC, date, datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from threading import Timer
from typing import Any, Literal, TypeAlias
from urllib.parse import SplitResult, quote, urlencode

from sitegen.links.waiting import Waits, retry_after
from sitegen.model.nodes import Archived
from sitegen.values import dataclass

SERVER = "https://web.archive.org"
COPIES = "https://web.archive.org/web"
"""Where copies stand, whatever server was asked to make them."""
LARGEST = 1_000_000
"""Bytes of an answer; a larger one is none of the service's."""

_STAMP = re.compile(r"\d{14}", re.ASCII)
_JOB = re.compile(r"[\w.-]{1,200}", re.ASCII)
_LIMITS = frozenset({"error:user-session-limit", "error:too-many-daily-captures", "error:capture-limit"})

Kind: TypeAlias = Literal["refused", "blocked", "keys", "limit", "pending", "unreadable", "unreachable"]
FINAL = frozenset({"blocked", "keys", "limit"})
"""After such an answer nothing more is asked in this run."""


@dataclass(frozen=True, slots=True)
class Failed:
    """No copy was made; `text` is what the service said of it, if it did."""

    kind: Kind
    text: str = ""


@dataclass(frozen=True, slots=True)
class Pauses:
    """Times in seconds: between two submissions, between two questions for a job and how many of these
    there are, before a request that failed is repeated, and how long a request may take.
    """

    between: float
    poll: float = 5
    polls: int = 60
    retries: tuple[float, ...] = (2, 8)
    longest: float = 120
    request: float = 60

    @classmethod
    def of(cls, delay: float | None, *, has_keys: bool) -> Pauses:
        """4 submissions a minute without keys, 12 with them, if nothing else is asked for."""
        between = (5.0 if has_keys else 15.0) if delay is None else delay
        return cls(between, poll=min(5.0, max(between, 0.1)))


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    retry_after: str | None
    is_page: bool
    data: Mapping[str, Any] | None


@dataclass
class Service:
    """One run with one server. `keys` is `key:secret` or empty, and is sent over https or to this machine
    only; `sleep` is how the time passes.
    """

    server: SplitResult
    pauses: Pauses
    keys: str = field(default="", repr=False)
    sleep: Callable[[float], None] = time.sleep
    _next: float = 0.0

    def save(self, address: str) -> Archived | Failed:
        """Submit an address and wait for its copy."""
        self.sleep(max(0.0, self._next - time.monotonic()))
        answer = self._ask("POST", "/save", urlencode({"url": address}))
        self._next = time.monotonic() + self.pauses.between
        if isinstance(answer, Failed):
            return answer
        job = (answer.data or {}).get("job_id")
        if isinstance(job, str) and _JOB.fullmatch(job):
            return self._wait(job, address)
        return _refusal(answer)

    def _wait(self, job: str, address: str) -> Archived | Failed:
        for _ in range(self.pauses.polls):
            answer = self._ask("GET", f"/save/status/{quote(job, safe='')}")
            if isinstance(answer, Failed):
                return answer
            status = (answer.data or {}).get("status")
            if status == "success":
                return _copy(answer.data or {}, address)
            if status != "pending":
                return _refusal(answer)
            self.sleep(self.pauses.poll)
        return Failed("pending")

    def _ask(self, method: str, path: str, body: str | None = None) -> _Answer | Failed:
        """One request, repeated where the service is busy or out of reach."""
        for pause in (*self.pauses.retries, None):
            answer = self._once(method, path, body)
            if isinstance(answer, _Answer) and answer.status != 429 and answer.status < 500:
                return answer
            if pause is None:
                break
            wait = pause
            if isinstance(answer, _Answer) and answer.retry_after is not None:
                wait = retry_after(answer.retry_after, datetime.now(UTC), Waits())
            if wait > self.pauses.longest:
                return Failed("limit", _said(answer))
            self.sleep(wait)
        if isinstance(answer, Failed):
            return answer
        return Failed("limit" if answer.status == 429 else "unreachable", _said(answer))

    def _once(self, method: str, path: str, body: str | None) -> _Answer | Failed:
        connection = self._connection()
        try:
            connection.connect()
            with _limited(connection.sock, self.pauses.request):
                connection.request(method, self.server.path.rstrip("/") + path, body, self._headers(body))
                return _read(connection.getresponse())
        except (OSError, HTTPException, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) else None
            return Failed("unreachable", said or str(error) or type(error).__name__)
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        host, port, limit = self.server.hostname or "", self.server.port, self.pauses.request
        if self.server.scheme == "https":
            return HTTPSConnection(host, port, timeout=limit, context=ssl.create_default_context())
        return HTTPConnection(host, port, timeout=limit)

    def _headers(self, body: str | None) -> dict[str, str]:
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if self.keys and (self.server.scheme == "https" or is_this_machine(self.server.hostname or "")):
            headers["Authorization"] = f"LOW {self.keys}"
        return headers


def is_this_machine(host: str) -> bool:
    return host in {"localhost", "127.0.0.1", "::1"}


def _read(response: HTTPResponse) -> _Answer:
    body = response.read(LARGEST + 1)
    is_page = "json" not in (response.getheader("Content-Type") or "").lower()
    return _Answer(response.status, response.getheader("Retry-After"), is_page, _object(body))


def _object(body: bytes) -> Mapping[str, Any] | None:
    """The JSON object of an answer; None where it is anything else."""
    if len(body) > LARGEST:
        return None
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _copy(data: Mapping[str, Any], address: str) -> Archived | Failed:
    """The address and the day of a copy, by the time that the service says."""
    stamp = data.get("timestamp")
    if not isinstance(stamp, str) or not _STAMP.fullmatch(stamp):
        return Failed("unreadable")
    try:
        day = date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]))
    except ValueError:
        return Failed("unreadable")
    return Archived(f"{COPIES}/{stamp}/{address}", day.isoformat())


def _refusal(answer: _Answer) -> Failed:
    if answer.status in (401, 407):
        return Failed("keys", _said(answer))
    if answer.data is None:
        return Failed("blocked" if answer.is_page or answer.status == 403 else "unreadable")
    if answer.data.get("status_ext") in _LIMITS:
        return Failed("limit", _said(answer))
    return Failed("blocked" if answer.status == 403 else "refused", _said(answer))


def _said(answer: _Answer | Failed) -> str:
    """What the service says in words, cut short."""
    if isinstance(answer, Failed):
        return answer.text
    data = answer.data or {}
    said = next(
        (data[name] for name in ("message", "status_ext", "exception") if isinstance(data.get(name), str)), ""
    )
    text = " ".join(said.split())
    return text if len(text) <= 200 else f"{text[:199]}…"


@contextmanager
def _limited(sock: socket.socket, seconds: float) -> Iterator[None]:
    """A request that takes longer than that ends, however slowly its answer drips in."""
    watch = Timer(seconds, _cut, (sock,))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
