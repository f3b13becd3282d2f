"""One address asked to its end: HEAD, then GET; redirects by hand, each hop judged; retries.

Cookies live as long as one chain. Each request waits for its host's turn; waiting does not count
against the time of the address.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import field, replace
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

from sitegen.links.fetch import LARGE, SMALL, Answer, fetch, request_url
from sitegen.links.guard import Guard, port_of
from sitegen.links.page import read_page
from sitegen.links.verdict import REDIRECTS, Exchange, Failure, Hop
from sitegen.links.waiting import Host, Pace, Waits, retry_after
from sitegen.values import dataclass
from sitegen.web_addresses import host_key

MOST = 10
"""Redirects that are followed."""
_HOSTLESS = re.compile(r"https?:/*", re.IGNORECASE)
_AGAIN = frozenset({"timeout", "no-connection"})


@dataclass(frozen=True, slots=True)
class Client:
    """What all addresses of a run share."""

    session: aiohttp.ClientSession
    guard: Guard
    pace: Pace
    waits: Waits


@dataclass(slots=True)
class _Chain:
    """The state of one chain: where it is, with which cookies, and how much of its time is used."""

    url: str
    cap: int
    left: float
    method: str = "HEAD"
    tries: int = 0
    hops: list[Hop] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    cookies: aiohttp.CookieJar = field(default_factory=lambda: aiohttp.CookieJar(unsafe=True))

    def cookie(self) -> str:
        found = self.cookies.filter_cookies(URL(request_url(self.url), encoded=True))
        return "; ".join(f"{one.key}={one.value}" for one in found.values())


async def ask(
    client: Client, url: str, *, whole: bool = False, method: str = "HEAD", retried: bool = True
) -> Exchange:
    """Ask an address that may be asked. `whole` reads as much as a search for an anchor needs."""
    chain = _Chain(
        url.partition("#")[0],
        LARGE if whole else SMALL,
        client.waits.address,
        method,
        0 if retried else len(client.waits.retries),
    )
    while True:
        answer = await _settled(client, chain)
        if answer.status not in REDIRECTS:
            return _exchange(url, chain, answer)
        failure = _follow(client, chain, answer)
        if failure:
            return _exchange(url, chain, Answer(failure, status=answer.status))


def _exchange(url: str, chain: _Chain, answer: Answer) -> Exchange:
    page = read_page(answer.text) if answer.text is not None else None
    is_led_inside = answer.failure == "resolves-inside" and bool(chain.hops)
    return Exchange(
        url,
        chain.url,
        tuple(chain.hops),
        answer.status,
        "leads-inside" if is_led_inside else answer.failure,
        answer.mitigated,
        answer.is_html,
        page,
        answer.is_whole,
    )


async def _settled(client: Client, chain: _Chain) -> Answer:
    """The answer at one hop: of HEAD only a redirect counts, of GET the last of three."""
    if chain.method == "HEAD":
        answer = await _turn(client, chain)
        if answer.status in REDIRECTS or answer.failure in {
            "name-not-found",
            "no-name-server",
            "resolves-inside",
        }:
            return answer
        chain.method = "GET"
        if chain.left > 0:
            await _as_asked(client, chain, answer)
    while True:
        answer = await _turn(client, chain)
        if answer.status == 416:
            answer = await _turn(client, chain, ranged=False)
        if not _is_worth_another(answer) or chain.tries >= len(client.waits.retries) or chain.left <= 0:
            return answer
        pause = client.waits.retries[chain.tries]
        chain.tries += 1
        if not await _as_asked(client, chain, answer, pause):
            return replace(answer, failure="asks-to-wait")


async def _turn(client: Client, chain: _Chain, *, ranged: bool = True) -> Answer:
    host = _host(client, chain.url)
    if host.is_closed():
        return Answer("asks-to-wait")
    async with client.pace.turn(host):
        if host.is_closed():
            return Answer("asks-to-wait")
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            async with asyncio.timeout(max(0.001, chain.left)):
                return await fetch(
                    client.session, chain.method, chain.url, client.waits,
                    cookie=chain.cookie(), cap=chain.cap, ranged=ranged,
                )  # fmt: skip
        except TimeoutError:
            return Answer("timeout")
        finally:
            chain.left -= loop.time() - start


async def _as_asked(client: Client, chain: _Chain, answer: Answer, pause: float | None = None) -> bool:
    """Wait before the next request, as the server asks or by `pause`; False where it asks for too long:
    then nobody asks this host again in this run. Of an answer to HEAD only a short wait is heeded.
    """
    if answer.retry_after is not None and answer.status in {429, 503}:
        asked = retry_after(answer.retry_after, datetime.now(UTC), client.waits)
        if asked > client.waits.longest:
            if pause is not None:
                _host(client, chain.url).close()
            return False
        pause = asked
    await asyncio.sleep(pause or 0)
    return True


def _is_worth_another(answer: Answer) -> bool:
    status = answer.status or 0
    return answer.failure in _AGAIN or status == 429 or 500 <= status < 600


def _host(client: Client, url: str) -> Host:
    parts = urlsplit(url)
    return client.pace.host((host_key(parts.hostname or ""), port_of(parts)))


def _follow(client: Client, chain: _Chain, answer: Answer) -> Failure:
    """Go on to where a redirect leads; the failure where it may not or cannot be followed."""
    chain.cookies.update_cookies_from_headers(answer.cookies, URL(request_url(chain.url), encoded=True))
    chain.seen.add((request_url(chain.url), ""))
    target = joined(chain.url, answer.location)
    failure = _refusal(client, target)
    if failure:
        return failure
    assert target is not None
    step = (request_url(target), _with_cookies(chain, target))
    if step in chain.seen:
        return "loop"
    if len(chain.hops) >= MOST:
        return "too-many-redirects"
    chain.seen.add(step)
    chain.hops.append(Hop(answer.status or 0, target))
    chain.url = target
    return ""


def _with_cookies(chain: _Chain, target: str) -> str:
    found = chain.cookies.filter_cookies(URL(request_url(target), encoded=True))
    return "; ".join(sorted(f"{one.key}={one.value}" for one in found.values()))


def _refusal(client: Client, target: str | None) -> Failure:
    if target is None:
        return "no-target"
    if urlsplit(target).scheme.lower() not in {"http", "https"}:
        return "forbidden-scheme"
    return "leads-inside" if client.guard.is_internal(target) else ""


def joined(url: str, location: str) -> str | None:
    """Where a `Location` leads from an address; None where that cannot be told."""
    if not location or _HOSTLESS.fullmatch(location):
        return None
    try:
        target = urljoin(url, location.replace("\\", "/"))
        parts = urlsplit(target)
        is_web = parts.scheme.lower() in {"http", "https"}
        is_readable = not is_web or (bool(parts.hostname) and parts.port != 0)
        request_url(target)
    except (ValueError, UnicodeError):
        return None
    return target if is_readable else None
