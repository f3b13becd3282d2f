"""links.lock: what `sitegen links` last found out about each external address.

One line per address, sorted, each a line of TOML: address, result, status, reason, final address and
day. No names and no times of day. Secrets in addresses are masked. `sitegen archive` adds the copy that
it has made and its day. Written by these two commands only; the build reads it.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal, TypeAlias, get_args
from urllib.parse import urlsplit

from sitegen.diagnostics import Diagnostic, report
from sitegen.source import Source
from sitegen.values import dataclass
from sitegen.web_addresses import equality_key, has_secret, masked

PATH = "links.lock"
LIMIT = 8_000_000
"""Bytes: some 40,000 addresses."""

HEADER = "# What external addresses last answered. Written by “sitegen links” and “sitegen archive”.\n"

Result: TypeAlias = Literal["ok", "dead", "unsure", "not checked"]

FRESH = {"ok": 30, "unsure": 3, "dead": 7}
"""For so many days a result is not asked anew (links.md, section 3)."""

NO_ANCHOR = "no-anchor"
"""The reason of a page that is there while its anchor is not."""

_TEXTS = ("reason", "final", "moved", "copy")


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is known of one address.

    `status` is that of the last answer, None where there was none; `final_url` the address after all
    redirects, empty where it is the address itself; `moved_to` the new address of a page that has moved
    for good; `reason` a word of `links.verdict`; `copy_url` and `copy_date` what `sitegen archive` made.
    """

    result: Result
    status: int | None
    final_url: str
    date: dt.date
    reason: str = ""
    moved_to: str = ""
    copy_url: str = ""
    copy_date: dt.date | None = None

    @property
    def is_gone(self) -> bool:
        """Whether a page says “no longer available” of it: not where only an anchor is missing
        (links.md, section 1).
        """
        return self.result == "dead" and self.reason != NO_ANCHOR

    def is_fresh(self, today: dt.date) -> bool:
        """Whether it need not be asked on that day."""
        return 0 <= (today - self.date).days < FRESH.get(self.result, 0)


@dataclass(frozen=True, slots=True)
class LinksLock:
    """What is remembered, by the key of each address (`lock_key`)."""

    entries: Mapping[str, Remembered] = field(default_factory=dict)

    def get(self, url: str) -> Remembered | None:
        """What is known of an address, however it is spelt; its fragment counts."""
        return self.entries.get(lock_key(url))

    def fresh(self, url: str, today: dt.date) -> Remembered | None:
        """The same, where it need not be asked anew. An address with a secret in it is always asked:
        its key does not tell it from another one.
        """
        found = None if has_secret(url) else self.get(url)
        return found if found is not None and found.is_fresh(today) else None

    def with_entries(self, changes: Mapping[str, Remembered | None]) -> LinksLock:
        """The lock with other lines for some addresses (not keys); None takes one out."""
        merged: dict[str, Remembered | None] = dict(self.entries)
        merged.update({lock_key(url): entry for url, entry in changes.items()})
        return LinksLock({url: entry for url, entry in merged.items() if entry is not None})


def lock_key(url: str) -> str:
    """The form of an address that is compared, with its fragment, without its secrets."""
    try:
        key = equality_key(url)
        fragment = urlsplit(url).fragment
    except ValueError:
        return masked(url)
    return masked(f"{key}#{fragment}" if fragment and "#" not in key else key)


def read_links_lock(source: Source | None) -> tuple[LinksLock, tuple[Diagnostic, ...]]:
    """The lock of a publication; empty where there is no file. Each line that has not the tool's form
    is a finding (EXT008) and is left out. Of two lines for one address the later day counts.
    """
    if source is None:
        return LinksLock(), ()
    entries: dict[str, Remembered] = {}
    found: list[Diagnostic] = []
    for number, text in enumerate(source.text.split("\n"), 1):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        line = _read_line(text)
        if line is None:
            found.append(report("EXT008", source.line_span(number), text=_shown(text)))
        elif line[0] not in entries or entries[line[0]].date <= line[1].date:
            entries[line[0]] = line[1]
    return LinksLock(entries), tuple(found)


def links_lock_text(lock: LinksLock) -> str:
    """The file that `read_links_lock` reads."""
    return HEADER + "".join(f"{_quoted(url)} = {_line(lock.entries[url])}\n" for url in sorted(lock.entries))


def _line(entry: Remembered) -> str:
    texts = {
        "reason": entry.reason,
        "final": masked(entry.final_url),
        "moved": masked(entry.moved_to),
        "copy": entry.copy_url,
    }
    parts = [f"result = {_quoted(entry.result)}"]
    parts += [f"status = {entry.status}"] if entry.status is not None else []
    parts += [f"{name} = {_quoted(text)}" for name, text in texts.items() if text]
    parts += [f"copied = {entry.copy_date.isoformat()}"] if entry.copy_date else []
    return "{ " + ", ".join([*parts, f"date = {entry.date.isoformat()}"]) + " }"


def _read_line(text: str) -> tuple[str, Remembered] | None:
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    if len(values) != 1:
        return None
    url, value = next(iter(values.items()))
    entry = _remembered(value) if isinstance(value, dict) else None
    return None if entry is None else (url, entry)


def _remembered(value: Mapping[str, Any]) -> Remembered | None:
    status, copied = value.get("status"), value.get("copied")
    texts = [value.get(name, "") for name in _TEXTS]
    is_whole = (
        set(value) <= {"result", "status", "copied", "date", *_TEXTS}
        and value.get("result") in get_args(Result)
        and _is_status(status)
        and all(isinstance(text, str) for text in texts)
        and type(value.get("date")) is dt.date
        and (copied is None or type(copied) is dt.date)
    )
    if not is_whole:
        return None
    reason, final, moved, copy = texts
    return Remembered(value["result"], status, final, value["date"], reason, moved, copy, copied)


def _is_status(status: Any) -> bool:
    return status is None or (type(status) is int and 0 < status < 1000)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's, with all that steers written out."""
    return re.sub(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069]", _escape, json.dumps(text, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _shown(text: str) -> str:
    text = masked(text.strip())
    return text if len(text) <= 40 else f"{text[:39]}…"
