"""How an address is shown: decoded where that is readable, a host in its own letters (links.md, section 6).

What is shown stays the address: whoever copies it arrives at the same place.
"""

from __future__ import annotations

import re
import unicodedata

_HOST = re.compile(r"(https?://(?:[^/?#@]*@)?)([^/?#:\[\]]+)", re.IGNORECASE)
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_LONGEST_LABEL = 63
"""Letters of a host's label (RFC 1035, section 2.3.4); the codecs take quadratic time over longer ones."""
_ASCII = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""What an address may hold encoded or plain without a difference (RFC 3986, unreserved)."""


def shown_address(address: str) -> str:
    """The text of an address. What cannot be read, or would mislead, stays encoded: signs of the address
    itself, blanks, controls, and hosts whose words mix scripts.
    """
    if "%" not in address and "xn--" not in address.lower():
        return address
    host = _HOST.match(address)
    end = host.end() if host else 0
    start = host[1] + _shown_host(host[2]) if host else ""
    return start + _ESCAPES.sub(lambda found: _decoded(found[0]), address[end:])


def mixed_label(host: str) -> str | None:
    """The first label of a host whose letters are of several scripts, as it would be shown."""
    for label in host.split("."):
        shown = unicode_label(label) if label.lower().startswith("xn--") else label
        if not shown.isascii() and _is_mixed(shown):
            return shown
    return None


def unicode_label(label: str) -> str:
    """A label of a host in the letters that it stands for."""
    if len(label) > _LONGEST_LABEL:
        return label
    try:
        shown = label.encode("ascii").decode("idna")
        return shown if shown.encode("idna").decode("ascii") == label.lower() else label
    except UnicodeError:
        return label


def _shown_host(host: str) -> str:
    return host if mixed_label(host) else ".".join(unicode_label(label) for label in host.split("."))


def _decoded(escapes: str) -> str:
    """A run of `%xx` as far as it is UTF-8 that can be read."""
    data = bytes.fromhex(escapes.replace("%", ""))
    shown: list[str] = []
    at = 0
    while at < len(data):
        letter, size = _letter(data, at)
        shown.append(letter or escapes[3 * at : 3 * (at + size)])
        at += size
    return "".join(shown)


def _letter(data: bytes, at: int) -> tuple[str, int]:
    """The readable character at a place, empty if there is none, and how many bytes it takes."""
    first = data[at]
    if first < 0x80:
        return (chr(first) if first in _ASCII else ""), 1
    size = 2 if first < 0xE0 else 3 if first < 0xF0 else 4
    try:
        letter = data[at : at + size].decode()
    except UnicodeDecodeError:
        return "", 1
    return (letter if unicodedata.category(letter)[0] in "LMNPS" else ""), size


def _is_mixed(label: str) -> bool:
    found = {_script(letter) for letter in label if letter.isalpha()}
    return len(found) > 1


def _script(letter: str) -> str:
    code = ord(letter)
    if letter.isascii() or 0xC0 <= code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "Latin"
    if 0x370 <= code < 0x400 or 0x1F00 <= code < 0x2000:
        return "Greek"
    return "Cyrillic" if 0x400 <= code < 0x530 else "other"
