"""Where an address leads within a site, as a browser resolves it (URL Standard, 4.4), from the names of
folders alone: nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias
from urllib.parse import unquote

from sitegen.values import dataclass

Fault: TypeAlias = Literal["climbs", "outside", "mail", "host"]
"""What is wrong with an address whatever the site holds: it climbs above the root, lies outside the base
path, is no mail address, names a host without a dot.
"""

_BLANK = "".join(map(chr, range(0x21)))
_BREAKS = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*+):")
_WEB = re.compile(r"(?i:https?:)?//([^/\\?#]++)")
_MAIL = re.compile(r"[^@\s]++@[^@\s]++")
DIRECTIVE = ":~:"
"""Begins what a fragment says to the browser alone (Scroll to Text Fragment)."""


class Target(NamedTuple):
    """A name in the site, without the first slash; `slash` says that it is asked for as a folder. The
    fragment is None where there is none.
    """

    path: str
    slash: bool
    fragment: str | None


Resolved: TypeAlias = Target | Fault | None
"""None: an address that is not judged, as it leads elsewhere."""

Told: TypeAlias = str
"""What an address leads to in one word: `/path`, `/folder/`, `/path#fragment` or a fault; empty for what is
not judged. It is small in memory, and quick to compare and to send.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """From where a page's links count: its own name, or what its `base` says. `path` is None where they
    lead to another site. `root` is the base path of the site, decoded and without slashes; None where it
    is not known. `host` is that of the site, in small letters; empty where it is not known, and then no
    absolute address leads into the site.
    """

    path: str | None
    root: str | None = None
    host: str = ""

    @classmethod
    def of(cls, page: str, root: str | None, base: str | None, host: str = "") -> Origin:
        """The origin of a page with its `base href`, if it has one."""
        own = cls(page, root, host)
        if base is None:
            return own
        there = resolve(base, own)
        if not isinstance(there, Target):
            return cls(None, root, host)
        return cls(there.path + "/" * (there.slash and there.path != ""), root, host)


def told_from(origin: Origin, addresses: Iterable[str]) -> Iterator[Told]:
    """Where addresses lead from there. What does not depend on the page is resolved once for its folder."""
    path = origin.path
    known = _known(path.rpartition("/")[0], origin.root, origin.host) if path is not None else None
    for address in addresses:
        if known is not None and address[:1] > "#" and address[0] != "?":
            yield known.told(address)
        else:
            yield _told(resolve(address, origin))


class _Known(dict[str, Told]):
    """Where addresses lead from a folder; not more of them than fit in a megabyte or so."""

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin

    def told(self, address: str) -> Told:
        """The way alone is looked up, where its fragment is nothing but the rest."""
        way, mark, fragment = address.partition("#")
        if not mark or ":" in address or " " in address or not address.isprintable():
            return self[address]
        told = self[way]
        return f"{told}#{fragment}" if fragment and told[:1] == "/" else told

    def __missing__(self, address: str) -> Told:
        if len(self) >= 4096:
            self.clear()
        told = self[address] = _told(resolve(address, self.origin))
        return told


@lru_cache(maxsize=4)
def _known(folder: str, root: str | None, host: str) -> _Known:
    return _Known(Origin(f"{folder}/", root, host))


def _told(target: Resolved) -> Told:
    if not isinstance(target, Target):
        return target or ""
    path, slash, fragment = target
    if "%" in path or "#" in path or path.endswith("/"):
        path = path.replace("%", "%25").replace("#", "%23")
        path = f"{path[:-1]}%2F" if path.endswith("/") else path
    return f"/{path}{'/' * slash}{f'#{fragment}' if fragment else ''}"


def target_of(told: Told) -> Target | None:
    """The target that was told; None for a fault."""
    if not told.startswith("/"):
        return None
    path, _, fragment = told[1:].partition("#")
    slash = path.endswith("/")
    if slash:
        path = path[:-1]
    if "%" in path:
        path = path.replace("%2F", "/").replace("%23", "#").replace("%25", "%")
    return Target(path, slash, fragment or None)


def base_path(address: str) -> str:
    """A base path as `Origin` takes it, from `/repo`, `repo/` or `https://host/repo/`."""
    path = re.sub(r"^[a-zA-Z][a-zA-Z0-9+.-]*://[^/]*", "", address.strip())
    return "/".join(filter(None, unquote(path).split("/")))


def web_host(address: str) -> str:
    """The host of an absolute address as `Origin` takes it, with a port of its own; empty without one."""
    web = _WEB.match(address.strip())
    return unquote(web[1]).lower() if web else ""


def resolve(address: str, origin: Origin) -> Resolved:
    """Where an address leads from there."""
    address = address.strip(_BLANK)
    if not address.isprintable():
        address = address.translate(_BREAKS)
    if origin.host and web_host(address) == origin.host:
        return _on_own_host(_WEB.sub("", address, count=1), origin)
    if scheme := _SCHEME.match(address):
        is_mail = scheme[1].lower() == "mailto"
        return "mail" if is_mail and not _is_mail(address[scheme.end() :]) else None
    way, mark, fragment = address.partition("#")
    way = way.partition("?")[0].replace("\\", "/")
    if way.startswith("//"):
        return None if "." in _host(way).strip(".") else "host"
    if way.startswith("/"):
        there = _from_root(way, origin.root)
    elif origin.path is None:
        return None
    elif way:
        there = _from_folder(origin.path.rpartition("/")[0], way)
    else:
        there = Target(origin.path.rstrip("/"), origin.path.endswith("/") or not origin.path, None)
    return _with_fragment(there, fragment) if mark else there


def _on_own_host(rest: str, origin: Origin) -> Resolved:
    """What follows the site's own host; beside the site's path there stands another site."""
    way, mark, fragment = rest.partition("#")
    there = _from_root(way.partition("?")[0].replace("\\", "/") or "/", origin.root)
    if there == "outside":
        return None
    return _with_fragment(there, fragment) if mark else there


def _with_fragment(there: Resolved, fragment: str) -> Resolved:
    if isinstance(there, Target):
        return there._replace(fragment=fragment.partition(DIRECTIVE)[0])
    return there


@lru_cache(maxsize=4096)
def _from_folder(folder: str, way: str) -> Target | Fault:
    """The way, without query and fragment, from a folder of the site."""
    names = folder.split("/") if folder else []
    steps = _steps(way)
    for step in steps:
        if step == "..":
            if not names:
                return "climbs"
            names.pop()
        elif step != ".":
            names.append(step)
    return Target("/".join(names), _is_folder(way, steps), None)


@lru_cache(maxsize=4096)
def _from_root(way: str, root: str | None) -> Resolved:
    """A way from the root of the host, above which nothing lies, wherever the site stands."""
    names: list[str] = []
    steps = _steps(way[1:])
    for step in steps:
        if step == "..":
            if not names:
                return "climbs"
            names.pop()
        elif step != ".":
            names.append(step)
    if root is None:
        return None
    base = root.split("/") if root else []
    if names[: len(base)] != base:
        return "outside"
    return Target("/".join(names[len(base) :]), _is_folder(way, steps), None)


def _is_folder(way: str, steps: list[str]) -> bool:
    return way.endswith("/") or not steps or steps[-1] in {".", ".."}


def _steps(way: str) -> list[str]:
    """The names on a way, decoded once; what only decoding makes a slash parts names too."""
    steps = (unquote(way, errors="surrogateescape") if "%" in way else way).split("/")
    return steps if steps[-1] else steps[:-1]


def _host(way: str) -> str:
    """The host of an address that begins with two slashes."""
    authority = way.lstrip("/").partition("/")[0].rpartition("@")[2]
    return authority if authority.startswith("[") else authority.partition(":")[0]


def _is_mail(address: str) -> bool:
    """Whether it is one or several mail addresses, each with a user and a host (RFC 6068)."""
    people, _, fields = address.partition("?")
    if not people and re.search(r"(?:^|&)to=[^&]", fields, re.IGNORECASE):
        return True
    return all(_MAIL.fullmatch(unquote(one)) for one in people.split(","))
