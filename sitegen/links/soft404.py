"""Pages that say “not found” with status 200 (links.md, section 2). Never a reason for dead."""

from __future__ import annotations

import random
import re
from urllib.parse import unquote, urlsplit, urlunsplit

from sitegen.links.page import Page
from sitegen.values import dataclass
from sitegen.web_addresses import equality_key, host_key

WORDS = (
    "404", "not found", "nicht gefunden", "existiert nicht", "не найден", "не найдена", "не найдено",
    "не найдены", "удалена", "не существует",
)  # fmt: skip
PARKED = ("domain is for sale", "parked", "купить домен", "diese domain")
LITTLE = 2000
"""Bytes of text: a page that says no more than that it is not there."""
ALIKE = 0.9
PERSISTENT = (
    "doi.org",
    "dx.doi.org",
    "hdl.handle.net",
    "nbn-resolving.org",
    "purl.org",
    "n2t.net",
    "w3id.org",
)
"""Hosts whose addresses are meant to stay, wherever they lead."""
RESOLVERS = (*PERSISTENT, "bit.ly", "clck.ru", "t.co", "goo.gl", "vk.cc", "youtu.be", "t.me", "tinyurl.com")
"""Hosts whose business is to send to another one."""

_HOME = re.compile(r"/(?:[a-z]{2}(?:[-_][A-Za-z]{2})?/?)?(?:index\.\w+)?|/404[^/]*/?")
_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(WORDS)})(?!\w)", re.IGNORECASE)
_PARKED = tuple(re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE) for phrase in PARKED)
_SHARED_ENDS = frozenset({"co", "com", "org", "net", "gov", "edu", "ac", "msk", "spb", "in", "or", "ne"})


@dataclass(frozen=True, slots=True)
class Twin:
    """What a page that cannot exist answered beside one that was asked for."""

    final_url: str
    text: str


def looks_gone(asked: str, final: str, page: Page | None, twin: Twin | None) -> str:
    """The sign that an answer with 2xx is no such page; empty where there is none."""
    if _leads_home(asked, final):
        return "home-page"
    if _leads_elsewhere(asked, final):
        return "other-domain"
    if page is not None:
        if _says_so(page):
            return "says-not-found"
        if sum(bool(phrase.search(page.text)) for phrase in _PARKED) >= 2:
            return "parked"
    if twin is not None and not _is_home(asked) and _is_twin(final, asked, page, twin):
        return "twin"
    return ""


def twin_address(url: str) -> str:
    """A sibling that nobody has written: 16 letters, the same in every run."""
    parts = urlsplit(url)
    letters = random.Random(parts.netloc)  # noqa: S311  (no secret: it must be the same in every run)
    name = "".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=16))
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rpartition("/")[0] + "/" + name, "", ""))


def _leads_home(asked: str, final: str) -> bool:
    before, after = urlsplit(asked).path or "/", urlsplit(final).path or "/"
    is_home = _HOME.fullmatch(after) is not None
    return (
        is_home
        and equality_key(asked) != equality_key(final)
        and not _is_home(asked)
        and len(before) > len(after)
    )


def _is_home(url: str) -> bool:
    return _HOME.fullmatch(urlsplit(url).path or "/") is not None


def _leads_elsewhere(asked: str, final: str) -> bool:
    """To another registrable domain, with nothing of the path kept."""
    before, after = urlsplit(asked), urlsplit(final)
    domain = _registrable(before.hostname or "")
    if domain == _registrable(after.hostname or "") or (before.hostname or "").lower() in RESOLVERS:
        return False
    kept = set(_segments(before.path)) & set(_segments(after.path))
    return bool(_segments(before.path)) and not kept


def _segments(path: str) -> list[str]:
    return [segment.rpartition(".")[0] or segment for segment in unquote(path).lower().split("/") if segment]


def _registrable(host: str) -> str:
    """The domain that somebody has registered: the last two labels, three behind `co.uk` and its like."""
    labels = host_key(host).rstrip(".").split(".")
    if labels[-1].isdecimal() or host.startswith("["):
        return host
    length = 3 if len(labels) > 2 and labels[-2] in _SHARED_ENDS and len(labels[-1]) == 2 else 2
    return ".".join(labels[-length:])


def _says_so(page: Page) -> bool:
    titles = [title for title in (page.title, page.heading) if title and len(title.split()) <= 10]
    return len(page.text.encode()) < LITTLE and any(_WORDS.search(title) for title in titles)


def _is_twin(final: str, asked: str, page: Page | None, twin: Twin) -> bool:
    is_same_place = equality_key(final) == equality_key(twin.final_url)
    if is_same_place and equality_key(final) != equality_key(asked):
        return True
    return page is not None and bool(twin.text) and _likeness(page.text, twin.text) >= ALIKE


def _likeness(one: str, other: str) -> float:
    """The share of runs of five words that two texts have in common."""
    here, there = _shingles(one), _shingles(other)
    return len(here & there) / len(here | there) if here and there else 0.0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[start : start + 5]) for start in range(max(1, len(words) - 4))} if words else set()
