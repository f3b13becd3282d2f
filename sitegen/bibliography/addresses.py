"""Addresses of sources: `url` and `doi` (citations.md, section 5; links.md, section 5).

Diagnostics: BIB033 (no web address), BIB034 (tracking), BIB036 (no DOI), ADR001 to ADR008.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from sitegen.bibliography.bibtex import RawField
from sitegen.bibliography.latex import verbatim
from sitegen.diagnostics import Diagnostic, Fix, report
from sitegen.hygiene import DOI, FORBIDDEN, TRACKING, is_credentialed, judge
from sitegen.web_addresses import RESERVED, equality_key

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_RESOLVER = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_UNSAFE = re.compile('[\\s"<>\\\\^`{|}\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]')


def read_url(one: RawField | None, found: list[Diagnostic], *, has_doi: bool = False) -> str:
    """The address of `url` without tracking parameters; empty if there is none that may be linked.
    That it holds a DOI is told only where the source has none: with one, it is not shown.
    """
    if one is None or not one.value.strip():
        return ""
    address = verbatim(one.value.strip())
    if not is_web(address) and not is_credentialed(address):
        found.append(report("BIB033", one.span, url=address[:80]))
        return ""
    clean, flaws = judge(address)
    for flaw in flaws:
        code = "BIB034" if flaw.code == TRACKING else flaw.code
        fix = Fix(one.span, flaw.replacement) if flaw.replacement and _is_as_written(one) else None
        if not (code == DOI and has_doi):
            found.append(report(code, one.span, fix=fix, **flaw.args))
    return "" if any(flaw.code in FORBIDDEN for flaw in flaws) else clean


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
    length = span.end_column - span.column
    return span.line == span.end_line and length == len(one.value) and "\\" not in one.value


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
    return equality_key(address)


def href(address: str) -> str:
    """The address as a link has it: percent-encoded, what is so already left alone."""
    return address if address.isascii() else quote(address, safe=RESERVED)
