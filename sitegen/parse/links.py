"""Link targets: external addresses are judged and cleaned, the rest waits for the link phase."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from sitegen.diagnostics import Fix
from sitegen.model.document import Address, ReferenceSource
from sitegen.parse.collector import Collector
from sitegen.tracking import without_tracking
from sitegen.source import Span

ALLOWED = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_BLANK = re.compile(r"[\s\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]")
_WEB = re.compile(r"https?://(?P<host>[^/?#\s]+)", re.IGNORECASE)


def external(target: str, span: Span, collector: Collector, place: Span) -> str | None:
    """The address that the page links to, or None where it may not be linked at all.

    `span` is the link, `place` the address itself: what a fix replaces.
    """
    scheme = _SCHEME.match(target)
    if _is_local_absolute(target):
        collector.report("LNK005", span, target=target)
    elif target.startswith(("//", "\\\\")):
        collector.report("LNK012", span, target=target)
    elif scheme is None or scheme[1].lower() not in ALLOWED:
        collector.report("LNK004", span, scheme=scheme[1].lower() if scheme else "", target=target)
    elif _BLANK.search(target) or (scheme[1].lower() in {"http", "https"} and not _has_host(target)):
        collector.report("LNK010", span, target=target)
    else:
        return _clean(target, place, collector)
    return None


def is_external(target: str) -> bool:
    """Whether a target is an address or a path of the machine, not a place in the publication."""
    return bool(_SCHEME.match(target)) or target.startswith(("/", "\\"))


def reference(target: str, path: str, span: Span, collector: Collector, *, empty: bool) -> int:
    """Keep a link within the publication; the answer is its number in the interface."""
    file, _, anchor = target.partition("#")
    file = unquote(file.partition("?")[0])
    if file:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
    collector.references.append(ReferenceSource(file, unquote(anchor), empty, span))
    return len(collector.references) - 1


def _clean(target: str, place: Span, collector: Collector) -> str:
    clean, removed = without_tracking(target)
    if removed:
        names = ", ".join(removed)
        collector.report("LNK003", place, parameter=names, fix=Fix(place, clean))
    collector.addresses.append(Address(clean, place))
    return clean


def _has_host(target: str) -> bool:
    match = _WEB.match(target)
    return bool(match) and not match["host"].startswith((".", ":")) if match else False


def _is_local_absolute(target: str) -> bool:
    if target.lower().startswith("file:") or _DRIVE.match(target):
        return True
    return target.startswith(("/", "\\")) and not target.startswith(("//", "\\\\"))
