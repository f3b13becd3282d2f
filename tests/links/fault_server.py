"""A server of faults on loopback: raw sockets, one port for each fault, nothing left to chance.

A fault is a function from a request to what is sent: bytes, pauses in seconds, and `RESET`.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import struct
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum


class Act(Enum):
    """What is done instead of sending."""

    RESET = "reset"


RESET = Act.RESET
Part = bytes | float | Act


@dataclass(frozen=True)
class Request:
    """One request: which it is of its port, from 1; `ports` are those of all faults, by name."""

    method: str
    target: str
    headers: Mapping[str, str]
    number: int
    port: int
    ports: Mapping[str, int]

    @property
    def is_head(self) -> bool:
        return self.method == "HEAD"


Answer = Callable[[Request], Iterable[Part]]


@dataclass
class FaultServer:
    """The running server. `requests` are those of each fault, in order."""

    ports: dict[str, int] = field(default_factory=dict)
    requests: dict[str, list[Request]] = field(default_factory=dict)
    open_at_once: dict[str, int] = field(default_factory=dict)

    def url(self, name: str, path: str = "/artikel/seite.html") -> str:
        return f"http://127.0.0.1:{self.ports[name]}{path}"

    @property
    def allowed(self) -> list[tuple[str, int]]:
        return [("127.0.0.1", port) for port in self.ports.values()]


@contextmanager
def serving(
    faults: Mapping[str, Answer], tls: Mapping[str, ssl.SSLContext] | None = None
) -> Iterator[FaultServer]:
    """Serve each fault on a port of its own until the end of the block."""
    server = FaultServer(requests={name: [] for name in faults}, open_at_once=dict.fromkeys(faults, 0))
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda _loop, _context: None)
    ready, done = threading.Event(), asyncio.Event()

    async def serve() -> None:
        listening = []
        for name, answer in faults.items():
            one = await asyncio.start_server(
                _handler(server, name, answer), "127.0.0.1", 0, ssl=(tls or {}).get(name), limit=2**17
            )
            server.ports[name] = one.sockets[0].getsockname()[1]
            listening.append(one)
        ready.set()
        await done.wait()
        for one in listening:
            one.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait(10)
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(10)
        loop.close()


def _handler(
    server: FaultServer, name: str, answer: Answer
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    running = 0

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal running
        running += 1
        server.open_at_once[name] = max(server.open_at_once[name], running)
        try:
            with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                request = _request(await reader.readuntil(b"\r\n\r\n"), server, name)
                server.requests[name].append(request)
                await _send(answer(request), writer)
        finally:
            running -= 1
            with suppress(OSError):
                writer.close()

    return handle


async def _send(parts: Iterable[Part], writer: asyncio.StreamWriter) -> None:
    for part in parts:
        if isinstance(part, Act):
            connection: socket.socket = writer.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            return
        if isinstance(part, float):
            await asyncio.sleep(part)
        else:
            writer.write(part)
            await writer.drain()


def _request(head: bytes, server: FaultServer, name: str) -> Request:
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = {
        key.strip().lower(): value.strip() for key, _, value in (line.partition(":") for line in lines)
    }
    number = len(server.requests[name]) + 1
    return Request(method, target, headers, number, server.ports[name], server.ports)
