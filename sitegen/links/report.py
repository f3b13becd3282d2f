"""What a run found, as findings and as data. Secrets in addresses are masked everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sitegen.diagnostics import Diagnostic, Severity, report
from sitegen.links.addresses import almost_same
from sitegen.links.run import Checked
from sitegen.links.verdict import REASONS
from sitegen.links_lock import NO_ANCHOR, LinksLock
from sitegen.source import Source, Span
from sitegen.web_addresses import masked

OF_TEXT = frozenset({"LNK010", "LNK012", "BIB033", "ADR001", "ADR002", "ADR003"})
"""Findings of the texts that are told here too: addresses that nobody can ask."""

_WEB = re.compile(r"https?://[^\s<>\"|^`{}\\]+", re.IGNORECASE)


def findings(checked: Iterable[Checked], lock: LinksLock) -> Iterator[Diagnostic]:
    """One for each place of an address that is not simply there (EXT001 to EXT007), and one for each that
    is written in two ways (EXT009). Those that have moved are found in the new links.lock.
    """
    found = tuple(checked)
    for one in found:
        has_copy = one.address.has_copy or _has_copy(one, lock)
        for place in one.address.places:
            code, severity = _code(one, has_copy=has_copy)
            if code:
                yield report(code, place, severity=severity, **_args(one))
    for first, other in almost_same(one.address for one in found):
        yield report("EXT009", other.places[0], url=masked(other.url), other=masked(first.url))


def records(checked: Iterable[Checked], faulty: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """One object for each address: its keys are a contract (docs: the command line). An address that cannot
    be read as one is dead; only its finding knows it.
    """
    return [*map(_record, checked), *(found for one in faulty if (found := _faulty(one)))]


def without_secrets(source: Source) -> Source:
    """The text with the secrets of its addresses covered, letter by letter, so that places stay."""
    return Source(source.path, _WEB.sub(_covered, source.text), source.line_starts)


def _code(one: Checked, *, has_copy: bool) -> tuple[str, Severity | None]:
    verdict = one.verdict
    if verdict.result == "unsure":
        return "EXT003", None
    if verdict.result == "dead":
        return _dead(verdict.reason, has_copy=has_copy)
    inside: dict[str, Severity] = {"internal": "error", "resolves-inside": "warning"}
    return ("EXT005", inside[verdict.reason]) if verdict.reason in inside else ("", None)


def _dead(reason: str, *, has_copy: bool) -> tuple[str, Severity | None]:
    if reason == "no-address":
        return "EXT007", None
    if reason == NO_ANCHOR:
        return "EXT006", "warning" if has_copy else None
    return "EXT002" if has_copy else "EXT001", None


def _args(one: Checked) -> dict[str, Any]:
    verdict = one.verdict
    return {
        "url": masked(one.address.url),
        "reason": REASONS[verdict.reason],
        "status": "–" if verdict.status is None else str(verdict.status),
        "date": one.date.isoformat(),
    }


def _has_copy(one: Checked, lock: LinksLock) -> bool:
    known = lock.get(one.address.url)
    return known is not None and bool(known.copy_url)


def _record(one: Checked) -> dict[str, object]:
    verdict = one.verdict
    is_answered = verdict.result != "not checked" and verdict.status is not None
    return {
        "url": masked(one.address.url),
        "result": verdict.result,
        "status": verdict.status,
        "final_url": masked(verdict.final_url or one.address.url) if is_answered else None,
        "reason": REASONS[verdict.reason],
        "places": [_place(place) for place in one.address.places],
    }


def _faulty(found: Diagnostic) -> dict[str, object] | None:
    args = dict(found.args)
    url = args.get("target") or args.get("url")
    if found.code not in {"LNK010", "LNK012", "BIB033"} or not url:
        return None
    return {
        "url": masked(url),
        "result": "dead",
        "status": None,
        "final_url": None,
        "reason": REASONS["no-address"],
        "places": [_place(found.span)],
    }


def _place(span: Span) -> dict[str, object]:
    return {"path": span.path, "line": span.line, "column": span.column}


def _covered(match: re.Match[str]) -> str:
    """The same number of letters, those that `masked` leaves out as dots."""
    url, shown = match[0], masked(match[0])
    if url == shown:
        return url
    start = next((at for at, (one, other) in enumerate(zip(url, shown, strict=False)) if one != other), 0)
    return url[:start] + "•" * (len(url) - start)


def counts(checked: Sequence[Checked]) -> dict[str, int]:
    """How many addresses there are of each result."""
    return {
        result: sum(one.verdict.result == result for one in checked)
        for result in ("ok", "dead", "unsure", "not checked")
    }
