"""Memory across runs, names that do not resolve, certificates, and what is not asked at all."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sitegen.links.addresses import Address, prejudged
from sitegen.links.guard import Guard, Lookup
from sitegen.links.run import Checked, Run, check_addresses, remembering
from sitegen.links.verdict import REASONS, Exchange, Hop, Verdict, judge
from sitegen.links.waiting import Waits, retry_after
from sitegen.links_lock import LinksLock, Remembered
from sitegen.source import Span
from tests.links.fault_server import FaultServer, serving
from tests.links.faults import TABLE

TODAY = date(2026, 3, 10)
QUICK = Waits(connect=0.3, read=0.3, delay=0, retries=())
COPY = "https://web.archive.org/web/20260101000000/x"
LOST = "http://kurier.sitegen-probe.org/a"


def failing(code: int) -> Lookup:
    async def lookup(host: str, _port: int) -> Sequence[str]:
        if host == "127.0.0.1":
            return (host,)
        raise socket.gaierror(code, "")

    return lookup


def address(url: str) -> Address:
    return Address(url, (Span("content/de/01-a.md"),))


def asked(
    server: FaultServer,
    *urls: str,
    lock: LinksLock | None = None,
    today: date = TODAY,
    code: int = socket.EAI_NONAME,
) -> tuple[list[Checked], LinksLock]:
    run = Run(today, lock or LinksLock(), Guard(server.allowed, failing(code)), QUICK)
    checked = check_addresses([address(url) for url in urls], run)
    return list(checked), remembering(checked, run)


def test_an_unknown_name_is_dead_the_second_time_24_hours_later() -> None:
    with serving({"one": TABLE["status 200"].answer}) as server:
        there = server.url("one")
        (lost, _), lock = asked(server, LOST, there)
        assert (lost.verdict.result, lost.verdict.reason) == ("unsure", "name-not-found")
        soon = TODAY + timedelta(days=1)
        (lost, _), lock = asked(server, LOST, there, lock=forgetful(lock), today=soon)
        assert lost.verdict.result == "unsure"
        (lost, _), lock = asked(server, LOST, there, lock=forgetful(lock), today=TODAY + timedelta(days=4))
        assert (lost.verdict.result, lost.verdict.reason) == ("dead", "name-not-found")


def forgetful(lock: LinksLock) -> LinksLock:
    """The lock with all else taken out, so that the server is asked again."""
    return LinksLock({url: one for url, one in lock.entries.items() if one.reason == "name-not-found"})


def test_where_nothing_answers_a_name_says_nothing() -> None:
    """Without a network every name is unknown."""
    lock = LinksLock().with_entries(
        {LOST: Remembered("unsure", None, "", date(2026, 1, 1), "name-not-found")}
    )
    with serving({}) as server:
        (lost,), _ = asked(server, LOST, lock=lock)
    assert lost.verdict.result == "unsure"


def test_a_name_server_that_does_not_answer() -> None:
    with serving({}) as server:
        (lost,), _ = asked(server, LOST, code=socket.EAI_AGAIN)
    assert (lost.verdict.result, lost.verdict.reason) == ("unsure", "no-name-server")


@pytest.mark.parametrize(("fault", "days"), [("status 200", 30), ("status 404", 7), ("status 403", 3)])
def test_what_is_fresh_is_not_asked(fault: str, days: int) -> None:
    with serving({"one": TABLE[fault].answer}) as server:
        url = server.url("one")
        (first,), lock = asked(server, url)
        count = len(server.requests["one"])
        (again,), later = asked(server, url, lock=lock, today=TODAY + timedelta(days=days - 1))
        assert (again.verdict, again.date, len(server.requests["one"])) == (first.verdict, TODAY, count)
        assert later == lock
        asked(server, url, lock=lock, today=TODAY + timedelta(days=days))
        assert len(server.requests["one"]) > count


def test_what_the_publication_no_longer_has_is_forgotten_and_copies_stay() -> None:
    day = date(2026, 1, 1)
    with serving({"one": TABLE["status 404"].answer}) as server:
        url = server.url("one")
        lock = LinksLock().with_entries(
            {url: Remembered("ok", 200, "", day, copy_url=COPY, copy_date=day),
             "https://anders.org/": Remembered("ok", 200, "", day)}
        )  # fmt: skip
        _, after = asked(server, url, lock=lock)
    assert list(after.entries) == [url]
    known = after.get(url)
    assert known is not None
    assert (known.result, known.copy_date, known.is_gone) == ("dead", day, True)


def test_a_certificate_that_nobody_vouches_for() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("untrusted.pem"))
    with serving({"one": TABLE["status 200"].answer}, {"one": context}) as server:
        (one,), _ = asked(server, server.url("one").replace("http:", "https:"))
    assert (one.verdict.result, one.verdict.reason) == ("unsure", "tls")


UNASKED = {
    "mailto:a@kurier.org": ("not checked", "not-asked"),
    "tel:+4930123": ("not checked", "not-asked"),
    "http://abc.onion/": ("not checked", "not-asked"),
    "https://kurier.example/a": ("not checked", "not-asked"),
    "https://kurier.invalid": ("not checked", "not-asked"),
    "https://kurier.test/": ("not checked", "not-asked"),
    "http://localhost:8000/": ("not checked", "internal"),
    "http://192.168.0.10/": ("not checked", "internal"),
    "http://[fe80::1]/": ("not checked", "internal"),
    "https://kurier.org:99999/": ("dead", "no-address"),
    "https://kurier.org:0/": ("dead", "no-address"),
    "https://kurier..org/": ("dead", "no-address"),
    "https://[::1/": ("dead", "no-address"),
    "https://300.1.1.1/": ("dead", "no-address"),
    f"https://{'a' * 64}.org/": ("dead", "no-address"),
}


@pytest.mark.parametrize("url", UNASKED)
def test_not_asked(url: str) -> None:
    verdict = prejudged(url, Guard())
    assert verdict is not None
    assert (verdict.result, verdict.reason) == UNASKED[url]


@pytest.mark.parametrize(
    "url", ["https://kurier.org", "http://президент.рф/", "https://a_b.kurier.org:8443/ä?ü#ö"]
)
def test_asked(url: str) -> None:
    assert prejudged(url, Guard()) is None


NOW = datetime(2015, 10, 21, 7, 28, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("5", 5), (" 5 ", 5), ("3600", 3600), ("0", 0), ("-5", 8), ("bald", 8), ("", 8), ("5.5", 8),
     ("9" * 99, 8),
     ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("Wed, 21 Oct 2015 07:29:00 GMT", 60),
     ("Tue, 20 Oct 2015 07:28:00 GMT", 0), ("Wed, 99 Oct 2015 07:28:00 GMT", 8)],
)  # fmt: skip
def test_retry_after(value: str, seconds: float) -> None:
    assert retry_after(value, NOW, Waits()) == seconds


def test_every_status_has_a_verdict() -> None:
    for status in range(100, 1000):
        verdict = judge(Exchange("https://kurier.org/a", "https://kurier.org/a", status=status))
        assert (verdict.result == "dead") == (status in {404, 410})
        assert (verdict.result == "ok") == (200 <= status < 300)
        assert verdict.reason in REASONS


def test_addresses_that_are_meant_to_stay_are_never_replaced() -> None:
    hops = (Hop(301, "https://verlag.org/182"),)
    for url, moved in (
        ("https://doi.org/10.1000/182", ""),
        ("https://kurier.org/182", "https://verlag.org/182"),
    ):
        assert judge(Exchange(url, "https://verlag.org/182", hops, 200)).moved_to == moved


def test_a_new_address_with_a_secret_is_not_remembered() -> None:
    verdict = Verdict("ok", "", 200, "https://kurier.org/b?token=x", "https://kurier.org/b?token=x")
    lock = remembering([Checked(address("https://kurier.org/a"), verdict, TODAY)], Run(TODAY))
    known = lock.get("https://kurier.org/a")
    assert known is not None
    assert known.moved_to == ""
