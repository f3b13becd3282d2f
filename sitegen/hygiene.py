"""What is wrong with an address that a browser would still open (links.md, sections 5 and 6).

Each flaw names its row in the table of codes; chapters and citations.bib report it at their own place.
An archive's address is left as it is: what it holds belongs to the copy.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from sitegen.address_text import mixed_label
from sitegen.tracking import ARCHIVES, at, is_signature, without_tracking
from sitegen.values import dataclass

TRACKING = "LNK003"
CREDENTIALS, SHARED, DECEPTIVE = "ADR001", "ADR002", "ADR003"
WRAPPED, SHORTENED, SIGNED, MOBILE, DOI = "ADR004", "ADR005", "ADR006", "ADR007", "ADR008"

FORBIDDEN = frozenset({CREDENTIALS, SHARED, DECEPTIVE})
"""Errors: such an address is not linked."""
SECRET = frozenset({CREDENTIALS, SHARED, SIGNED})
"""Whoever has such an address can do more than a reader: it is handed to nobody."""

SHORTENERS = ("bit.ly", "clck.ru", "t.co", "goo.gl", "vk.cc")
RESOLVERS = ("doi.org", "dx.doi.org")
_INVITING = ("discord.com", "discordapp.com", "chat.whatsapp.com")
_SHARING = frozenset({"sharing", "share_link", "drive_link"})
_MOBILE = re.compile(r"\A(https?://)(?:m|mobile|amp)\.(?=[^/?#:.]+\.)", re.IGNORECASE)
_WIKIMEDIA = re.compile(r"\A(https?://[a-z-]+)\.m(\.wik[a-z]+\.org)(?=[/?#:]|$)", re.IGNORECASE)
_AMP = re.compile(r"\A(https?://[^?#]*?)/amp(?=/|[?#]|$)", re.IGNORECASE)
_DOI = re.compile(r"/(10\.\d{4,9}/[^\s?#]+)")
_DOI_TAIL = re.compile(r"(?:/(?:full|fulltext|pdf|abstract|epdf|html|meta)|\.pdf|\.full|/)$", re.IGNORECASE)
_LONGEST_TAIL = len("/fulltext")
_BIDI = re.compile("[\u202a-\u202e]|%E2%80%A[A-E]", re.IGNORECASE)
_PLAIN = re.compile(
    r"https?://[^/?#\s]++[^\s<>()\[\]{}\"'`\\|^*~$;\u0000-\u001f\u007f\u2028\u2029]*+(?<![.,:!?])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault of an address: `detail` fills the row's template; `replacement` is the address that says
    the same without the fault, where that is certain.
    """

    code: str
    detail: str = ""
    replacement: str | None = None

    @property
    def args(self) -> dict[str, Any]:
        return {"parameter" if self.code == TRACKING else "detail": self.detail}


def judge(address: str) -> tuple[str, tuple[Flaw, ...]]:
    """The address that the page links to, and what is wrong with the one that was written.

    An error stands alone, and a wrapper too: what is in it is judged once it is unwrapped. Only web
    addresses have flaws.
    """
    parts = _split(address)
    if parts is None or parts.scheme.lower() not in ("http", "https"):
        return address, ()
    host = (parts.hostname or "").rstrip(".").lower()
    if at(host, ARCHIVES):
        return address, ()
    error = _forbidden(address, parts, host)
    if error:
        return address, (error,)
    inner = unwrapped(parts, host)
    if inner:
        return inner, (Flaw(WRAPPED, host, inner),)
    clean, removed = without_tracking(address)
    flaws = [Flaw(TRACKING, ", ".join(removed), clean)] if removed else []
    if at(host, SHORTENERS):
        flaws.append(Flaw(SHORTENED, host))
    signatures = [name for name, _ in parse_qsl(parts.query, keep_blank_values=True) if is_signature(name)]
    if signatures:
        flaws.append(Flaw(SIGNED, signatures[0]))
    return clean, (*flaws, *_proposals(clean, parts.path, host))


def is_credentialed(address: str) -> bool:
    """Whether an address holds a user name or a password."""
    parts = _split(address)
    return parts is not None and parts.scheme.lower() in ("http", "https") and "@" in parts.netloc


def stands_anywhere(address: str) -> bool:
    """Whether an address can be put into any text or field: none of its signs is read as a mark there."""
    return _PLAIN.fullmatch(address) is not None


def is_secret(address: str) -> bool:
    """Whether an address opens more than a public page."""
    return any(flaw.code in SECRET for flaw in judge(address)[1])


def unwrapped(parts: SplitResult, host: str) -> str | None:
    """The address that a wrapper leads to, decoded once and without tracking; None if it is none, or
    leads to nothing that could stand in its place.
    """
    for name in _wrapped(host, parts.path):
        for given, inner in _pairs(parts.query):
            if given == name and stands_anywhere(inner) and not is_credentialed(inner):
                return without_tracking(inner)[0]
    return None


def _forbidden(address: str, parts: SplitResult, host: str) -> Flaw | None:
    if "@" in parts.netloc:
        return Flaw(CREDENTIALS)
    mixed = mixed_label(host)
    if mixed or _BIDI.search(address):
        return Flaw(DECEPTIVE, mixed or "U+202A–202E")
    token = _share_token(host, parts)
    return Flaw(SHARED, token) if token else None


def _share_token(host: str, parts: SplitResult) -> str:
    values = {name.lower(): value for name, value in parse_qsl(parts.query, keep_blank_values=True)}
    if values.get("usp", "").lower() in _SHARING:
        return f"usp={values['usp']}"
    if "invite" in values or (at(host, _INVITING) and parts.path.startswith("/invite/")):
        return "invite"
    return "fbid" if "fbid" in values and values.get("set", "").startswith("a.") else ""


def _proposals(address: str, path: str, host: str) -> tuple[Flaw, ...]:
    """What is worth a look, and never certain."""
    mobile = _AMP.sub(r"\1", _WIKIMEDIA.sub(r"\1\2", _MOBILE.sub(r"\1", address)))
    if mobile != address:
        return (Flaw(MOBILE, mobile),)
    doi = _DOI.search(path)
    if doi and not at(host, RESOLVERS):
        return (Flaw(DOI, "https://doi.org/" + _without_tail(doi[1])),)
    return ()


def _without_tail(doi: str) -> str:
    """A DOI without what a publisher's address says behind it; taken off from the end, in linear time."""
    end = len(doi)
    while tail := _DOI_TAIL.search(doi, max(0, end - _LONGEST_TAIL), end):
        end = tail.start()
    return doi[:end]


def _wrapped(host: str, path: str) -> tuple[str, ...]:
    """The names of the parameters that hold a wrapper's address."""
    labels = host.removeprefix("www.").split(".")
    if labels[0] == "google" and 2 <= len(labels) <= 3 and path == "/url":
        return ("q", "url")
    wrappers = (
        (("l.facebook.com", "lm.facebook.com"), "/l.php", "u"),
        (("vk.com", "m.vk.com", "www.vk.com"), "/away.php", "to"),
        (("away.vk.com",), "", "to"),
        (("t.umblr.com",), "/redirect", "z"),
        (("out.reddit.com",), "", "url"),
    )
    return tuple(name for hosts, start, name in wrappers if host in hosts and path.startswith(start))


def _pairs(query: str) -> list[tuple[str, str]]:
    pairs = (part.partition("=") for part in query.split("&"))
    return [(name, _decoded(value)) for name, _, value in pairs]


def _decoded(value: str) -> str:
    try:
        return unquote(value, errors="strict")
    except UnicodeDecodeError:
        return ""


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        parts.hostname  # noqa: B018  (reading it says whether it can be read)
    except ValueError:
        return None
    return parts
