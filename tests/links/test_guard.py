"""No address inside a network is ever asked (robustness.md, promise 3)."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.links.guard import Guard, GuardedResolver, Lookup, RefusedError, is_public

PUBLIC = ("93.184.216.34", "2606:2800:220:1::1", "8.8.8.8", "64:ff9b::808:808")
INSIDE = (
    "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.10", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "239.1.1.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
    "203.0.113.5", "240.0.0.1", "192.88.99.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1",
    "fec0::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1", "2002:7f00:1::", "2002:808:808::",
    "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2001::1", "2001:db8::1", "100::1",
)  # fmt: skip


def answering(*answers: Sequence[str]) -> Lookup:
    """A name server that answers so, one time after the other."""
    left = list(answers)

    async def lookup(_host: str, _port: int) -> Sequence[str]:
        return left.pop(0)

    return lookup


def records(guard: Guard, host: str = "kurier.org", port: int = 443) -> Sequence[str]:
    return asyncio.run(_records(guard, host, port))


async def _records(guard: Guard, host: str, port: int) -> Sequence[str]:
    return await guard.records(host, port)


@pytest.mark.parametrize("number", PUBLIC)
def test_public(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))
    assert records(Guard(lookup=answering([number]))) == [number]


@pytest.mark.parametrize("number", INSIDE)
def test_inside(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))
    host = f"[{number}]" if ":" in number else number
    assert Guard().is_internal(f"http://{host}/")
    with pytest.raises(RefusedError):
        records(Guard(lookup=answering([number])))
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    with pytest.raises(RefusedError):
        Guard().open_socket((family, socket.SOCK_STREAM, 0, "", (number, 80)))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.ip_addresses(v=4))
def test_what_is_not_global_is_refused(number: ipaddress.IPv4Address) -> None:
    mapped = ipaddress.IPv6Address(f"::ffff:{number}")
    assert not is_public(mapped)
    assert not is_public(number) or number.is_global
    assert is_public(
        ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(number))
    ) == is_public(number)


@pytest.mark.parametrize(
    "host",
    ["localhost", "a.localhost", "LOCALHOST.", "drucker.local", "wiki.internal", "intranet", "2130706433",
     "0x7f000001", "0177.0.0.1", "127.1", "10.1", "[::ffff:a00:1]", "[::]"],
)  # fmt: skip
def test_spellings_of_inside(host: str) -> None:
    assert Guard().is_internal(f"http://{host}/")


def test_one_private_record_refuses_the_name() -> None:
    with pytest.raises(RefusedError):
        records(Guard(lookup=answering(["93.184.216.34", "10.0.0.1"])))


def test_another_answer_the_second_time() -> None:
    """DNS rebinding: what was public when it was judged is not believed again."""
    guard = Guard(lookup=answering(["93.184.216.34"], ["127.0.0.1"]))
    assert records(guard) == ["93.184.216.34"]
    with pytest.raises(RefusedError):
        records(guard)


def test_the_connection_goes_to_a_checked_record() -> None:
    async def resolved() -> list[str]:
        found = await GuardedResolver(Guard(lookup=answering(["93.184.216.34"]))).resolve("kurier.org", 80)
        return [one["host"] for one in found]

    assert asyncio.run(resolved()) == ["93.184.216.34"]


def test_only_the_allowed_host_and_port() -> None:
    guard = Guard([("127.0.0.1", 8000), ("probe.test", 8001)], answering(["127.0.0.1"], ["127.0.0.1"]))
    assert not guard.is_internal("http://127.0.0.1:8000/x")
    assert guard.is_internal("http://127.0.0.1:8001/x")
    assert records(guard, "probe.test", 8001) == ["127.0.0.1"]
    with pytest.raises(RefusedError):
        records(guard, "anders.org", 8001)
    guard.open_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 8000))).close()
    with pytest.raises(RefusedError):
        guard.open_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 22)))


def test_a_name_without_records_is_unknown() -> None:
    with pytest.raises(socket.gaierror):
        records(Guard(lookup=answering([])))
