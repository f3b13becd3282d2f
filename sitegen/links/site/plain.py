"""The links and ids of a page that is written as our own pages are, in one pass of one expression.

It knows tags whose attributes are in small letters and double quotes. A page in which anything is written
in another way, or that holds what its expression has no word for, is read letter by letter (tags.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from sitegen.links.site.styles import references
from sitegen.links.site.tags import unescaped


class Plain(NamedTuple):
    """A plain page: its ids, the addresses that readers are led to, and those of files that it shows or
    loads. Each as often as it stands there.
    """

    ids: list[str]
    led: list[str]
    loaded: list[str]


_TOLD = r"a[ />]|meta|iframe|noembed|noframes|plaintext|script|style|template|textarea|title|xmp"
"""Beginnings of tags that are known in one form only: most hold text that is no HTML."""
_HOLDING = "id|href|src|srcset|imagesrcset|poster|data|style"
"""Attributes that an anchor or an address may stand in, whatever the tag."""


def _but(names: str = _HOLDING) -> str:
    """Any attribute but these."""
    return rf' (?!(?:{names})=)[a-z][a-z0-9-]*+(?:="[^"]*+")?+'


def _once(name: str, group: int) -> str:
    """An attribute whose value is taken; a second one of its name is not known."""
    return rf' {name}(?({group})(?!))="([^"]++)"'


_END = r"(?: ?/)?+>"
_DULL = (
    r"/[a-z][a-z0-9]*+>"
    rf"|(?!{_TOLD})[a-z][a-z0-9]*+(?:{_but()})*+{_END}"
    rf'|meta(?: http-equiv="Content-Security-Policy"|{_but("id|http-equiv|style")})*+{_END}'
    r"|title>[^<]*+</title>"
    r'|script type="application/ld\+json">[^<]*+</script>'
    r"|![a-zA-Z][^>]*+>"
    r"|!-- [^>]*+(?<=--)>"
)
_SAYING = (
    rf"a(?:{_once('href', 1)}|{_once('id', 2)}|{_but(_HOLDING + '|name')})*{_END}"
    rf"|link(?:{_once('href', 3)}|{_but()})*{_END}"
    rf"|img(?:{_once('src', 4)}|{_but()})*{_END}"
    rf"|script(?:{_once('src', 5)}|{_but()})*></script>"
    r"|style>([^<]*+)</style>"
    rf"|(?!{_TOLD})[a-z][a-z0-9]*+(?:{_once('id', 7)}|{_but()})*{_END}"
)
_TAG = re.compile(rf"(?:[^<]*+<(?:{_DULL}))*+[^<]*+(?:<(?:{_SAYING})|\Z|(<)[\s\S]*+)".encode())
"""All that says nothing, then a tag that does. The last group is the beginning of what is not known."""


def plain(data: bytes) -> Plain | None:
    """Read a page; None where it is no plain one."""
    led, own, linked, shown, run, styles, ids, unknown = zip(*_TAG.findall(data), strict=True)
    if any(unknown) or data.startswith((b"\xff", b"\xfe")):  # marks of UTF-16
        return None
    columns = _joined(own, ids), _joined(led), _joined(linked, shown, run)
    try:
        if not all(map(bytes.isascii, columns)):
            data.decode()
        named, leading, loading = map(_values, columns)
        styled = [one.address for style in filter(None, styles) for one in references(style.decode())]
    except UnicodeDecodeError:
        return None
    return Plain(named, leading, loading + styled)


def _joined(*columns: Iterable[bytes]) -> bytes:
    """Values in one text, parted by what stands in none."""
    return b'"'.join(filter(None, chain(*columns)))


def _values(joined: bytes) -> list[str]:
    if not joined:
        return []
    values = joined.decode().split('"')
    return [unescaped(one) for one in values] if b"&" in joined else values
