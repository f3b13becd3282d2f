"""Findings that the publication accepts, with its reason (`[diagnostics] ignore`)."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from sitegen.diagnostics import Diagnostic, report
from sitegen.settings import Ignore, Settings


def without_ignored(found: Iterable[Diagnostic], settings: Settings) -> tuple[Diagnostic, ...]:
    """Leave out what is ignored; an entry that ignores nothing is a finding itself."""
    used: set[Ignore] = set()
    kept: list[Diagnostic] = []
    for one in found:
        match = next((entry for entry in settings.ignore if _covers(entry, one)), None)
        if match is None:
            kept.append(one)
        else:
            used.add(match)
    unused = [entry for entry in settings.ignore if entry not in used]
    return (*kept, *(report("CFG026", entry.span, ignored=entry.code, where=entry.path) for entry in unused))


def _covers(entry: Ignore, found: Diagnostic) -> bool:
    return entry.code == found.code and fnmatchcase(found.span.path, entry.path)
