"""How long to wait: the numbers of links.md, section 3, and what a server asks for."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from sitegen.values import dataclass

SECONDS = re.compile(r"\d{1,12}")


@dataclass(frozen=True, slots=True)
class Waits:
    """All times of a run, in seconds, and what is asked at once."""

    connect: float = 10
    read: float = 20
    address: float = 60
    delay: float = 1
    retries: tuple[float, ...] = (2, 8)
    unreadable: float = 8
    longest: float = 120
    run: float | None = None
    hosts: int = 8


def retry_after(value: str, now: datetime, waits: Waits) -> float:
    """The seconds that a `Retry-After` asks for (RFC 9110, section 10.2.3): a number, or a date in GMT.
    A negative or unreadable value counts as 8 seconds.
    """
    text = value.strip()
    if SECONDS.fullmatch(text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return waits.unreadable
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


@dataclass(slots=True)
class Host:
    """One host and port: one connection at a time, a pause between two requests."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    has_ended: bool = False

    def close(self) -> None:
        """Nobody asks it again in this run."""
        self.has_ended = True

    def is_closed(self) -> bool:
        return self.has_ended


class Pace:
    """Who may ask when: the hosts of a run, and how many are asked at once."""

    def __init__(self, waits: Waits) -> None:
        self._waits = waits
        self._hosts: dict[tuple[str, int], Host] = {}
        self._together = asyncio.Semaphore(waits.hosts)

    def host(self, name: tuple[str, int]) -> Host:
        return self._hosts.setdefault(name, Host())

    @asynccontextmanager
    async def turn(self, host: Host) -> AsyncIterator[None]:
        """The right to one request."""
        loop = asyncio.get_running_loop()
        async with host.lock:
            await asyncio.sleep(max(0.0, host.free_at - loop.time()))
            async with self._together:
                host.free_at = loop.time() + self._waits.delay
                yield
