"""Every kind of fault that a server can have, asked once and judged (links.md, sections 1 to 3)."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import pytest

from sitegen.links.addresses import Address
from sitegen.links.guard import Guard
from sitegen.links.run import Checked, Run, check_addresses
from sitegen.links.waiting import Waits
from sitegen.source import Span
from tests.links.fault_server import FaultServer, serving
from tests.links.faults import TABLE

QUICK = Waits(
    connect=0.2, read=0.2, address=3, delay=0, retries=(0.02, 0.04), unreadable=0.05, longest=0.2, hosts=32
)
TODAY = date(2026, 1, 1)
INSIDE = "innen.sitegen-probe.org"


async def lookup(host: str, _port: int) -> Sequence[str]:
    """No name leads out of this machine."""
    if host in {"127.0.0.1", INSIDE}:
        return ("127.0.0.1",)
    raise socket.gaierror(socket.EAI_NONAME, "unknown")


def address(url: str) -> Address:
    return Address(url, (Span("content/de/01-a.md"),))


def run(server: FaultServer, waits: Waits = QUICK) -> Run:
    return Run(TODAY, guard=Guard(server.allowed, lookup), waits=waits)


@pytest.fixture(scope="module")
def asked() -> Iterator[tuple[FaultServer, dict[str, Checked]]]:
    with serving({name: fault.answer for name, fault in TABLE.items()}) as server:
        urls = {name: server.url(name, fault.path) for name, fault in TABLE.items()}
        checked = check_addresses([address(url) for url in urls.values()], run(server))
        yield server, dict(zip(urls, checked, strict=True))


def test_there_are_enough_of_them() -> None:
    assert len(TABLE) > 100


@pytest.mark.parametrize("name", TABLE)
def test_fault(name: str, asked: tuple[FaultServer, dict[str, Checked]]) -> None:
    server, checked = asked
    fault, verdict = TABLE[name], checked[name].verdict
    assert (verdict.result, verdict.reason) == (fault.result, fault.reason)
    assert verdict.moved_to == (server.url(name, fault.moved) if fault.moved else "")


def test_no_host_is_asked_twice_at_once(asked: tuple[FaultServer, dict[str, Checked]]) -> None:
    server, _ = asked
    calm = [
        name
        for name, fault in TABLE.items()
        if fault.reason != "timeout" and "stall" not in name and "slow" not in name
    ]
    assert {name: server.open_at_once[name] for name in calm if server.open_at_once[name] > 1} == {}


def test_what_servers_learn(asked: tuple[FaultServer, dict[str, Checked]]) -> None:
    """A neutral agent, no referrer, cookies within one chain only, a part of the body only."""
    server, _ = asked
    for requests in server.requests.values():
        for request in requests:
            assert "referer" not in request.headers
            assert "sitegen" not in request.headers["user-agent"].lower()
            assert request.headers["accept"] == "text/html,*/*"
    head, get, *_ = server.requests["status 200"]
    assert (head.method, get.method, get.headers["range"]) == ("HEAD", "GET", "bytes=0-65535")
    twin = server.requests["cookies are needed"][-1]
    assert "cookie" not in twin.headers


def test_how_often_is_asked(asked: tuple[FaultServer, dict[str, Checked]]) -> None:
    """HEAD once, GET three times for a fault; of what is clear, once."""
    methods = {name: [one.method for one in requests] for name, requests in asked[0].requests.items()}
    assert methods["status 500"] == ["HEAD", "GET", "GET", "GET"]
    assert methods["no answer at all"] == ["HEAD", "GET", "GET", "GET"]
    assert methods["status 404"] == ["HEAD", "GET"]
    assert methods["Retry-After of an hour"] == ["HEAD", "GET"]
    assert methods["to a private address"] == ["HEAD"]


def test_a_host_that_asks_to_wait_long_is_left_alone() -> None:
    with serving({"later": TABLE["Retry-After of an hour"].answer}) as server:
        urls = [server.url("later", f"/{number}.html") for number in range(5)]
        checked = check_addresses([address(url) for url in urls], run(server))
        assert [one.verdict.reason for one in checked] == ["asks-to-wait"] * 5
        assert len(server.requests["later"]) <= 2 * 5


def test_pace() -> None:
    """One request at a time, with the pause between two beginnings."""
    times: list[float] = []
    with serving({"one": TABLE["status 404"].answer}) as server:
        urls = [server.url("one", f"/{number}.html") for number in range(3)]
        waits = Waits(connect=1, read=1, delay=0.03, retries=())
        loop_times = run(server, waits)
        check_addresses([address(url) for url in urls], loop_times, lambda *_: times.append(1))
        assert server.open_at_once["one"] == 1
        assert len(server.requests["one"]) == 6
    assert len(times) == 3


def test_the_time_of_the_run() -> None:
    with serving({"never": TABLE["no answer at all"].answer, "there": TABLE["status 200"].answer}) as server:
        waits = Waits(connect=5, read=5, delay=0, run=0.3)
        never, there = check_addresses(
            [address(server.url("never")), address(server.url("there"))], run(server, waits)
        )
    assert (never.verdict.result, never.verdict.reason) == ("not checked", "no-time")
    assert there.verdict.result == "ok"


def test_the_order_is_the_same_in_every_run() -> None:
    def order() -> list[str]:
        with serving({"one": TABLE["status 404"].answer}) as server:
            urls = [server.url("one", f"/{number}.html") for number in range(6)]
            check_addresses([address(url) for url in urls], run(server))
            return [one.target for one in server.requests["one"]]

    first, again = order(), order()
    assert first == again
    assert [one for one, after in pairwise(first) if one > after]


def test_equal_addresses_are_asked_once_and_each_anchor_is_judged() -> None:
    with serving({"one": TABLE["status 200"].answer}) as server:
        base = server.url("one")
        spelt = base.replace("http://", "HTTP://").replace("/artikel/", "/x/../artikel/")
        urls = [base, spelt, f"{base}#ende", f"{base}#mitte"]
        checked = check_addresses([address(url) for url in urls], run(server))
        assert [one.verdict.result for one in checked] == ["ok", "ok", "ok", "dead"]
        assert [one.method for one in server.requests["one"]][:2] == ["HEAD", "GET"]
        assert len(server.requests["one"]) <= 3
