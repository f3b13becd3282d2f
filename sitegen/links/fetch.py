"""One request: asked by HEAD or GET, read to its cap, nothing concluded.

The only module that speaks HTTP. What goes wrong is a word (`Failure`), never an exception.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import cast
from urllib.parse import quote, urlsplit

import aiohttp
from aiohttp.client_proto import ResponseHandler
from yarl import URL

from sitegen.links.guard import Guard, GuardedResolver, RefusedError
from sitegen.links.page import decoded, is_html
from sitegen.links.verdict import Failure
from sitegen.links.waiting import Waits
from sitegen.values import dataclass
from sitegen.web_addresses import RESERVED, host_key

SMALL = 65_536
"""Bytes of a body that are read, after unpacking; also the most that a head may have."""
LARGE = 1_000_000
"""The same where an anchor is looked for."""
AGENT = "Mozilla/5.0 (compatible)"
HEADERS = {"Accept": "text/html,*/*", "Accept-Encoding": "gzip, deflate", "User-Agent": AGENT}

logging.getLogger("aiohttp").addHandler(logging.NullHandler())  # what a server does is no news

_STEP = 16_384
_OVERHEAD = 4
"""Bytes of each line of a head beside name and value."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request brought: a status, or a failure. `text` is the body, where it is HTML that can be
    read; `is_whole` says whether all of it arrived.
    """

    failure: Failure = ""
    status: int | None = None
    location: str = ""
    retry_after: str | None = None
    mitigated: bool = False
    is_html: bool = False
    text: str | None = None
    is_whole: bool = True
    cookies: tuple[str, ...] = ()


class _Body:
    """A body as it arrives, unpacked up to a cap."""

    def __init__(self, limit: int, encoding: str) -> None:
        self.limit = limit
        self.encoding = encoding
        self.data = bytearray()
        self.is_whole = True
        self.is_readable = encoding in {"", "identity", "gzip", "x-gzip", "deflate"}
        self._unpacker = None if encoding in {"", "identity"} else zlib.decompressobj(47)

    def add(self, chunk: bytes) -> bool:
        """Take what arrived; False where there is enough."""
        room = self.limit - len(self.data)
        if self._unpacker is None:
            self.data += chunk[:room]
            is_over = len(chunk) > room
        else:
            self.data += self._unpacked(chunk, room)
            is_over = bool(self._unpacker.unconsumed_tail)
        if is_over:
            self.is_whole = False
        return self.is_readable and not is_over

    def _unpacked(self, chunk: bytes, room: int) -> bytes:
        """At most `room` bytes; raw deflate too, which some servers send."""
        assert self._unpacker is not None
        try:
            return self._unpacker.decompress(chunk, max(1, room))
        except zlib.error:
            if self.data or self.encoding != "deflate":
                raise
            self._unpacker = zlib.decompressobj(-15)
            return self._unpacker.decompress(chunk, max(1, room))


class _HeadFirst(ResponseHandler):
    """A connection that hands over the head of an answer by itself: aiohttp's parser forgets a status that
    arrives together with a broken body, and here the status decides.
    """

    _seen: bytes | None = b""

    def data_received(self, data: bytes) -> None:
        if self._seen is None:
            super().data_received(data)
            return
        end = (self._seen + data).find(b"\r\n\r\n")
        if end < 0:
            self._seen = (self._seen + data)[-3:]
            super().data_received(data)
            return
        split = end + 4 - len(self._seen)
        self._seen = None
        super().data_received(data[:split])
        if data[split:]:
            super().data_received(data[split:])


@asynccontextmanager
async def session(guard: Guard, waits: Waits) -> AsyncIterator[aiohttp.ClientSession]:
    """A client that connects only where the guard lets it; it keeps no cookies and no connections."""
    connector = aiohttp.TCPConnector(
        resolver=GuardedResolver(guard),
        socket_factory=guard.open_socket,
        use_dns_cache=False,
        force_close=True,
        limit=0,
    )
    made = partial(_HeadFirst, loop=asyncio.get_running_loop())
    connector._factory = cast("partial[ResponseHandler]", made)  # noqa: SLF001  there is no other way
    async with aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
        headers=HEADERS,
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=waits.connect, sock_read=waits.read),
        max_line_size=SMALL,
        max_field_size=SMALL,
        max_headers=SMALL,
    ) as client:
        yield client


async def fetch(
    client: aiohttp.ClientSession,
    method: str,
    url: str,
    waits: Waits,
    *,
    cookie: str = "",
    cap: int = SMALL,
    ranged: bool = True,
) -> Answer:
    """Ask once. The head must come within the times for connecting and reading, the body within the
    latter: it is cut off then, and the status stands.
    """
    headers = {"Cookie": cookie} if cookie else {}
    if method == "GET" and ranged:
        headers["Range"] = f"bytes=0-{cap - 1}"
    try:
        async with asyncio.timeout(waits.connect + waits.read):
            response = await client.request(
                method, URL(request_url(url), encoded=True), headers=headers, allow_redirects=False
            )
    except Exception as error:  # noqa: BLE001  no server's answer ends the run
        return Answer(failure_of(error))
    try:
        return await _read(response, method, waits, cap)
    finally:
        response.close()


def request_url(url: str) -> str:
    """The address as it is sent: host in punycode, all else percent-encoded where it must be; without
    user and password, which are nobody's business, and without fragment.
    """
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port is not None else ""
    path = quote(parts.path or "/", safe=RESERVED)
    query = f"?{quote(parts.query, safe=RESERVED)}" if parts.query else ""
    return f"{parts.scheme.lower()}://{host_key(parts.hostname or '')}{port}{path}{query}"


def failure_of(error: BaseException) -> Failure:
    """Which word stands for an exception."""
    inner = getattr(error, "os_error", None) or error
    if isinstance(inner, RefusedError):
        return "resolves-inside"
    if isinstance(inner, socket.gaierror):
        unknown = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
        return "name-not-found" if inner.errno in unknown else "no-name-server"
    if isinstance(error, aiohttp.ClientSSLError) or isinstance(inner, ssl.SSLError | ssl.CertificateError):
        return "tls"
    if isinstance(error, TimeoutError):
        return "timeout"
    is_broken = isinstance(error, aiohttp.ClientConnectionError | OSError)
    return "no-connection" if is_broken else "no-http"


async def _read(response: aiohttp.ClientResponse, method: str, waits: Waits, cap: int) -> Answer:
    raw = response.raw_headers
    if sum(len(name) + len(value) + _OVERHEAD for name, value in raw) > SMALL:
        return Answer("no-http")
    body = _Body(cap, response.headers.get("Content-Encoding", "").strip().lower())
    if method == "GET":
        await _fill(body, response, waits)
    kind = response.headers.get("Content-Type", "")
    data = bytes(body.data)
    found = is_html(kind, data)
    return Answer(
        status=response.status,
        location=_text({name.lower(): value for name, value in reversed(raw)}.get(b"location", b"")),
        retry_after=response.headers.get("Retry-After"),
        mitigated="cf-mitigated" in response.headers,
        is_html=found,
        text=decoded(data, kind) if found and data and body.is_readable else None,
        is_whole=body.is_whole and body.is_readable,
        cookies=tuple(response.headers.getall("Set-Cookie", ())),
    )


async def _fill(body: _Body, response: aiohttp.ClientResponse, waits: Waits) -> None:
    try:
        async with asyncio.timeout(waits.read):
            async for chunk in response.content.iter_chunked(_STEP):
                if not body.add(chunk):
                    body.is_whole = False
                    return
    except (aiohttp.ClientError, OSError, ValueError, zlib.error):  # a TimeoutError is an OSError
        body.is_whole = False


def _text(value: bytes) -> str:
    """A header's value: UTF-8, else as the standard has it."""
    try:
        return value.decode("utf-8").strip()
    except UnicodeDecodeError:
        return value.decode("latin-1").strip()
