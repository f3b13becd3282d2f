"""Addresses of sources: `url` and `doi` (citations.md, section 5; links.md, section 5).

Diagnostics: BIB033 (no web address), BIB034 (tracking), BIB036 (no DOI).
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from sitegen.bibliography.bibtex import RawField
from sitegen.bibliography.latex import verbatim
from sitegen.diagnostics import Diagnostic, Fix, report
from sitegen.tracking import without_tracking

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_UNSAFE = re.compile('[\\s"<>\\\\^`{|}\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]')
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")
_PORTS = {"http": 80, "https": 443}
_RESERVED = "%:/?#[]@!$&'()*+,;=~"


def read_url(one: RawField | None, found: list[Diagnostic]) -> str:
    """The address of `url` without tracking parameters; empty if there is none that may be linked."""
    if one is None or not one.value.strip():
        return ""
    address = verbatim(one.value.strip())
    if not is_web(address):
        found.append(report("BIB033", one.span, url=address[:80]))
        return ""
    clean, removed = without_tracking(address)
    if removed:
        fix = Fix(one.span, clean) if _is_as_written(one) else None
        found.append(report("BIB034", one.span, parameter=", ".join(removed), fix=fix))
    return clean


def read_doi(one: RawField | None, found: list[Diagnostic]) -> str:
    """The DOI without its resolver's address; empty if there is none."""
    if one is None or not one.value.strip():
        return ""
    doi = _RESOLVER.sub("", verbatim(one.value.strip()), count=1)
    if _DOI.fullmatch(doi):
        return doi
    found.append(report("BIB036", one.span, doi=doi[:80]))
    return ""


def _is_as_written(one: RawField) -> bool:
    """Whether the value stands in the file letter by letter, so that it can be replaced there."""
    span = one.span
    return (
        span.line == span.end_line
        and span.end_column - span.column == len(one.value)
        and "\\" not in one.value
    )


def is_web(address: str) -> bool:
    """Whether it is an http(s) address: with a host and a possible port, without a password or blanks."""
    try:
        parts = urlsplit(address)
        is_http = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
        return is_http and parts.username is None and parts.port != 0 and not _UNSAFE.search(address)
    except ValueError:
        return False


def comparable(address: str) -> str:
    """An address for comparing, never shown: links.md, section 6. It must be a web address."""
    parts = urlsplit(address)
    scheme, host = parts.scheme.lower(), _host(parts.hostname or "")
    port = f":{parts.port}" if parts.port and parts.port != _PORTS.get(scheme) else ""
    path = _spelt(_resolved(parts.path or "/"))
    query = f"?{_spelt(parts.query)}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/", ":~:text=")) else ""
    return f"{scheme}://{host}{port}{path}{query}{fragment}"


def _host(name: str) -> str:
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return name.lower()


def _spelt(text: str) -> str:
    """`%xx` in capitals, only where it is needed."""
    plain = _ESCAPE.sub(lambda match: _unescaped(match[0]), text)
    return quote(plain, safe=_RESERVED)


def _unescaped(escape: str) -> str:
    letter = chr(int(escape[1:], 16))
    return letter if letter.isascii() and (letter.isalnum() or letter in "-._~") else escape.upper()


def _resolved(path: str) -> str:
    """A path without its dot segments."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            kept = kept[: max(1, len(kept) - 1)]
        elif segment != ".":
            kept.append(segment)
    dangling = path.endswith(("/.", "/.."))
    return "/".join(kept or [""]) + ("/" if dangling else "")


def href(address: str) -> str:
    """The address as a link has it: percent-encoded, what is so already left alone."""
    return address if address.isascii() else quote(address, safe=_RESERVED)
