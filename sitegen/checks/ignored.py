"""Findings that the publication accepts, with its reason (`[diagnostics] ignore`)."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.table import TABLE
from sitegen.settings import Ignore, Settings

EXTERNAL = "EXT"
"""Findings that come and go with other people's servers: an entry for one is never useless."""
RENDERED = ("SIT", "OUT")
"""Findings about the pages that were made."""


def without_ignored(found: Iterable[Diagnostic], settings: Settings) -> tuple[Diagnostic, ...]:
    """Leave out the warnings and remarks that are ignored. An error never is: an entry that asks for
    it is a finding itself, and so is one that ignores nothing.
    """
    allowed = [entry for entry in settings.ignore if TABLE[entry.code].severity != "error"]
    covering = cache(lambda code, path: next((one for one in allowed if _covers(one, code, path)), None))
    used: set[Ignore] = set()
    kept: list[Diagnostic] = []
    for one in found:
        match = covering(one.code, one.span.path) if one.severity != "error" else None
        if match is None:
            kept.append(one)
        else:
            used.add(match)
    unknown = _unknown(kept)
    unused = [entry for entry in allowed if entry not in used and not entry.code.startswith(unknown)]
    refused = [entry for entry in settings.ignore if entry not in allowed]
    return (
        *kept,
        *(report("CFG026", entry.span, ignored=entry.code, where=entry.path) for entry in unused),
        *(report("CFG027", entry.span, ignored=entry.code) for entry in refused),
    )


def _unknown(found: Iterable[Diagnostic]) -> tuple[str, ...]:
    """The families of findings that cannot be known to be missing: pages are made only without errors."""
    return (EXTERNAL, *RENDERED) if any(one.severity == "error" for one in found) else (EXTERNAL,)


def _covers(entry: Ignore, code: str, path: str) -> bool:
    return entry.code == code and fnmatchcase(path, entry.path)
