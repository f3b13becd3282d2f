"""Findings that the publication accepts, with its reason (`[diagnostics] ignore`)."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.table import TABLE
from sitegen.settings import Ignore, Settings


def without_ignored(found: Iterable[Diagnostic], settings: Settings) -> tuple[Diagnostic, ...]:
    """Leave out the warnings and remarks that are ignored. An error never is: an entry that asks for
    it is a finding itself, and so is one that ignores nothing.
    """
    allowed = [entry for entry in settings.ignore if TABLE[entry.code].severity != "error"]
    used: set[Ignore] = set()
    kept: list[Diagnostic] = []
    for one in found:
        match = next((entry for entry in allowed if _covers(entry, one)), None)
        if match is None or one.severity == "error":
            kept.append(one)
        else:
            used.add(match)
    unused = [entry for entry in allowed if entry not in used]
    refused = [entry for entry in settings.ignore if entry not in allowed]
    return (
        *kept,
        *(report("CFG026", entry.span, ignored=entry.code, where=entry.path) for entry in unused),
        *(report("CFG027", entry.span, ignored=entry.code) for entry in refused),
    )


def _covers(entry: Ignore, found: Diagnostic) -> bool:
    return entry.code == found.code and fnmatchcase(found.span.path, entry.path)
