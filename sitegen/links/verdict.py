"""From what happened to what it means: links.md, section 1, as one pure function."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from sitegen.diagnostics.row import N_
from sitegen.links.fragments import presence, wanted_fragment
from sitegen.links.page import Page
from sitegen.links.soft404 import PERSISTENT, Twin, looks_gone
from sitegen.links_lock import NO_ANCHOR, Result
from sitegen.values import dataclass
from sitegen.web_addresses import equality_key

REASONS: dict[str, str] = {
    "": N_("the page is there"),
    "gone": N_("the server says that there is no such page"),
    NO_ANCHOR: N_("the page is there, its anchor is not"),
    "anchor-unsure": N_("the page is there; whether it has the anchor cannot be seen from outside"),
    "name-not-found": N_("no server has this name"),
    "no-name-server": N_("the name could not be looked up"),
    "forbidden-scheme": N_("it leads to an address that is not on the web"),
    "leads-inside": N_("it leads to an address inside a private network"),
    "no-address": N_("its parts cannot be told from each other"),
    "too-many-redirects": N_("it is sent on more than ten times"),
    "loop": N_("it is sent on in a circle"),
    "no-target": N_("it is sent on without saying where to"),
    "refused": N_("the server does not answer programs, or asks for a login"),
    "server-fault": N_("the server has a fault"),
    "other-status": N_("the server's answer says nothing about the page"),
    "asks-to-wait": N_("the server asks to come back much later"),
    "challenge": N_("the server wants to see a browser first"),
    "tls": N_("the connection is not secure: the certificate or its date is wrong"),
    "timeout": N_("there was no answer in time"),
    "no-connection": N_("the connection was refused or broken off"),
    "no-http": N_("the answer is not HTTP, or its head is too large"),
    "home-page": N_("looks gone: it leads to the home page"),
    "other-domain": N_("looks gone: it leads to another domain"),
    "says-not-found": N_("looks gone: its title says so"),
    "parked": N_("looks gone: the domain is for sale"),
    "twin": N_("looks gone: the server answers the same for pages that do not exist"),
    "not-asked": N_("addresses of this kind are not asked"),
    "internal": N_("it is an address inside a private network or of this machine"),
    "resolves-inside": N_("its name leads into a private network, as seen from this machine"),
    "no-time": N_("the time of the run was over"),
}
"""What is said of each reason; the word itself stands in links.lock."""

REFUSALS = frozenset({401, 403, 406, 407, 418, 429, 451, 999})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})

Failure: TypeAlias = Literal[
    "", "name-not-found", "no-name-server", "forbidden-scheme", "leads-inside", "too-many-redirects", "loop",
    "no-target", "asks-to-wait", "tls", "timeout", "no-connection", "no-http", "resolves-inside",
]  # fmt: skip
_DEAD_FAILURES = frozenset({"forbidden-scheme", "leads-inside"})
_RUNS_A_TEST = re.compile(
    r"_cf_chl_opt|/cdn-cgi/challenge-platform|ddos-guard|__ddg|checking your browser|just a moment"
    r"|enable javascript and cookies|проверка браузера|проверяем ваш браузер|captcha",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\blocation\b|document\s*\.\s*cookie")
_BARE = 200
"""Characters of text that a page may have which only tests the browser."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: its status and where it leads."""

    status: int
    target: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """All that happened when an address was asked: the redirects, and the last answer or how it failed.

    `url` is what was asked, with its fragment; `final_url` the address that answered last. `page` is
    the body, where it is HTML; `is_whole` says whether all of it was read.
    """

    url: str
    final_url: str = ""
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    failure: Failure = ""
    mitigated: bool = False
    is_html: bool = False
    page: Page | None = None
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an address is found to be; `reason` is a key of `REASONS`."""

    result: Result
    reason: str = ""
    status: int | None = None
    final_url: str = ""
    moved_to: str = ""


def judge(exchange: Exchange, twin: Twin | None = None, *, was_unknown: bool = False) -> Verdict:
    """The table of links.md, section 1. `was_unknown`: the name did not resolve at least 24 hours ago
    either.
    """
    result, reason = _judged(exchange, twin, was_unknown=was_unknown)
    moved = _moved_to(exchange) if result == "ok" else ""
    return Verdict(result, reason, exchange.status, exchange.final_url, moved)


def _judged(exchange: Exchange, twin: Twin | None, *, was_unknown: bool) -> tuple[Result, str]:
    status = exchange.status
    if exchange.failure:
        return _failed(exchange, was_unknown=was_unknown), exchange.failure
    if status is not None and 200 <= status < 300:
        return _present(exchange, twin)
    if status in {404, 410}:
        return "dead", "gone"
    return "unsure", _unclear(status, exchange)


def _unclear(status: int | None, exchange: Exchange) -> str:
    if status is None:
        return "no-connection"
    if status in {403, 503} and (exchange.mitigated or _is_challenge(exchange.page)):
        return "challenge"
    if status in REFUSALS:
        return "refused"
    return "server-fault" if 500 <= status < 600 else "other-status"


def _failed(exchange: Exchange, *, was_unknown: bool) -> Result:
    if exchange.failure == "resolves-inside":
        return "not checked"
    if exchange.failure == "name-not-found":
        return "dead" if was_unknown else "unsure"
    return "dead" if exchange.failure in _DEAD_FAILURES else "unsure"


def _present(exchange: Exchange, twin: Twin | None) -> tuple[Result, str]:
    """2xx: soft 404s, tests of the browser, and the anchor."""
    if _is_challenge(exchange.page):
        return "unsure", "challenge"
    sign = looks_gone(exchange.url, exchange.final_url, exchange.page, twin)
    return ("unsure", sign) if sign else _anchored(exchange)


def _anchored(exchange: Exchange) -> tuple[Result, str]:
    fragment = wanted_fragment(exchange.url)
    if not fragment or (not exchange.is_html and exchange.is_whole):
        return "ok", ""
    if exchange.page is None:
        return "unsure", "anchor-unsure"
    match presence(fragment, exchange.page, is_whole=exchange.is_whole):
        case "there":
            return "ok", ""
        case "absent":
            return "dead", NO_ANCHOR
        case "unsure":
            return "unsure", "anchor-unsure"


def _is_challenge(page: Page | None) -> bool:
    """A body that only runs a test: hardly a word, and a script that goes on to the page."""
    if page is None or not page.has_script or len(page.text) >= _BARE:
        return False
    is_named = _RUNS_A_TEST.search(page.scripts) or _RUNS_A_TEST.search(page.text)
    return bool(is_named) or (not page.text.strip() and _GOES_ON.search(page.scripts) is not None)


def _moved_to(exchange: Exchange) -> str:
    """The address to write instead: where the permanent redirects at the beginning lead."""
    if (urlsplit(exchange.url).hostname or "").lower() in PERSISTENT:
        return ""
    moved = ""
    for hop in exchange.hops:
        if hop.status not in PERMANENT:
            break
        moved = hop.target
    if not moved or equality_key(moved) == equality_key(exchange.url):
        return ""
    fragment = exchange.url.partition("#")[2]
    return moved if "#" in moved or not fragment else f"{moved}#{fragment}"
