"""What may be asked: never an address inside a network (robustness.md, promise 3).

A name is refused where any of its records is not public, the connection goes to a record that was
checked, and the socket is checked once more before it is opened: whatever a name server answers the
second time does not matter.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any
from urllib.parse import SplitResult, urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult

from sitegen.web_addresses import PORTS, host_key

Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
"""The numbers of a host's records. `socket.gaierror` where there are none."""

LOCAL_ENDS = (".localhost", ".local", ".internal", ".home.arpa", ".lan")
UNASKED_ENDS = (".onion", ".example", ".invalid", ".test")
"""Names that no name server knows (RFC 2606, RFC 7686)."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_REFUSED = tuple(
    ipaddress.ip_network(net)
    for net in (
        "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "255.255.255.255/32", "::/96", "64:ff9b:1::/48",
        "100::/64", "2001::/23", "2002::/16", "3fff::/20", "5f00::/16", "fec0::/10",
    )
)  # fmt: skip


class RefusedError(OSError):
    """A host that lies, or may lie, inside a network."""


class Guard:
    """Decides about hosts and their numbers. `allowed` are pairs of host and port that may be asked
    whatever they are: for tests.
    """

    def __init__(self, allowed: Iterable[tuple[str, int]] = (), lookup: Lookup | None = None) -> None:
        self._allowed = frozenset((host_key(host), port) for host, port in allowed)
        self._lookup = lookup or system_lookup
        self._admitted: set[tuple[str, int]] = set()

    def is_allowed(self, url: str) -> bool:
        """Whether the host and port of an address were named by whoever runs the command."""
        parts = urlsplit(url)
        return (host_key(parts.hostname or ""), port_of(parts)) in self._allowed

    def is_internal(self, url: str) -> bool:
        """Whether the address says by itself that it leads inside a network."""
        host = host_key(urlsplit(url).hostname or "").rstrip(".")
        if self.is_allowed(url):
            return False
        number = written_number(host)
        if number is not None:
            return not is_public(number)
        return host == "localhost" or host.endswith(LOCAL_ENDS) or "." not in host

    async def records(self, host: str, port: int) -> Sequence[str]:
        """The numbers to connect to: all checked. RefusedError, or `socket.gaierror`."""
        numbers = await self._lookup(host, port)
        if not numbers:
            raise socket.gaierror(socket.EAI_NONAME, "no records")
        if (host_key(host), port) in self._allowed:
            self._admitted.update((number, port) for number in numbers)
        elif not all(is_public(ipaddress.ip_address(number.partition("%")[0])) for number in numbers):
            raise RefusedError(host)
        return numbers

    def open_socket(self, info: Any) -> socket.socket:
        """The socket for a connection, which is checked for the last time."""
        family, kind, protocol, _, place = info
        number, port = str(place[0]), int(place[1])
        is_known = (number, port) in self._admitted or (host_key(number), port) in self._allowed
        if not (is_known or is_public(ipaddress.ip_address(number.partition("%")[0]))):
            raise RefusedError(number)
        return socket.socket(family, kind, protocol)


class GuardedResolver(AbstractResolver):
    """The guard as aiohttp wants it."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        del family
        return [_record(host, number, port) for number in await self._guard.records(host, port)]

    async def close(self) -> None:
        """There is nothing to close."""


async def system_lookup(host: str, port: int) -> Sequence[str]:
    """The records that the system's resolver finds."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def is_public(number: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether a number belongs to the public internet, and to one machine of it."""
    if isinstance(number, ipaddress.IPv6Address):
        if number in _NAT64:
            return is_public(ipaddress.IPv4Address(int(number) & 0xFFFFFFFF))
        if number.ipv4_mapped is not None or number.is_site_local:
            return False
    special = number.is_multicast or number.is_reserved or number.is_unspecified or number.is_loopback
    return number.is_global and not special and not any(number in net for net in _REFUSED)


def written_number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The number that a host is written as, in the short and hexadecimal forms too that browsers read."""
    try:
        if host.startswith("["):
            return ipaddress.IPv6Address(host.strip("[]").partition("%")[0])
        if host.rpartition(".")[2][:1].isdecimal():
            return ipaddress.IPv4Address(socket.inet_aton(host))
    except (ValueError, OSError):
        pass
    return None


def port_of(parts: SplitResult) -> int:
    return parts.port or PORTS.get(parts.scheme.lower(), 0)


def _record(host: str, number: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=number, port=port, family=family, proto=0, flags=flags)
