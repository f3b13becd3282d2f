"""citations.bib, read: every entry as one record, every fault of the file in one run.

A bad entry never hides others, and a broken one stays, so that what cites it is not reported too.
Rules: citations.md, sections 1, 2 and 5. Diagnostics: all codes BIB….
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from sitegen.bibliography.addresses import comparable
from sitegen.bibliography.bibtex import RawEntry, RawField, read_raw
from sitegen.bibliography.entry import Bibliography, Entry
from sitegen.bibliography.fields import TYPE_ALIASES, TYPES
from sitegen.bibliography.inherit import Resolved, resolve
from sitegen.bibliography.record import Record
from sitegen.diagnostics import Diagnostic, Related, in_order, nearest, report
from sitegen.source import Source

_CONTROL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]")


def read(source: Source, languages: tuple[str, ...]) -> tuple[Bibliography, tuple[Diagnostic, ...]]:
    """Read a bibliography. `languages` are those of the publication, the default edition first."""
    source, found = _without_controls(source)
    raw, syntax = read_raw(source)
    found += syntax
    kept = _distinct(raw, found)
    resolved, inherited = resolve(kept)
    found += inherited
    faulty: set[str] = set()
    entries = dict(_entries(resolved.values(), languages, found, faulty))
    found += _same_addresses(entries.values())
    return Bibliography(entries, source.path, frozenset(faulty)), in_order(found)


def _without_controls(source: Source) -> tuple[Source, list[Diagnostic]]:
    """Control characters, such as NUL, become spaces; the first is reported."""
    match = _CONTROL.search(source.text)
    if not match:
        return source, []
    name = f"U+{ord(match[0]):04X}"
    text = _CONTROL.sub(" ", source.text)
    return Source(source.path, text, source.line_starts), [
        report("BIB011", source.span(match.start()), sign=name)
    ]


def _distinct(raw: Iterable[RawEntry], found: list[Diagnostic]) -> dict[str, RawEntry]:
    """The first entry of every key."""
    kept: dict[str, RawEntry] = {}
    folded: dict[str, RawEntry] = {}
    for entry in raw:
        key = entry.key = unicodedata.normalize("NFC", entry.key)
        first = kept.get(key)
        other = folded.setdefault(key.casefold(), entry)
        if first is not None:
            related = (Related(first.span, "first"),)
            found.append(report("BIB003", entry.span, key=key, line=first.span.line, related=related))
            continue
        kept[key] = entry
        if other is not entry:
            related = (Related(other.span, "first"),)
            found.append(report("BIB004", entry.span, key=key, other=other.key, related=related))
        _report_twice(entry, found)
    return kept


def _report_twice(entry: RawEntry, found: list[Diagnostic]) -> None:
    """A field that is given twice: the first one counts."""
    names: dict[str, RawField] = {}
    for one in entry.fields:
        first = names.setdefault(one.name, one)
        if first is not one and not entry.broken:
            related = (Related(first.span, "first"),)
            found.append(report("BIB005", one.span, key=entry.key, field=one.name, related=related))


def _entries(
    resolved: Iterable[Resolved], languages: tuple[str, ...], found: list[Diagnostic], faulty: set[str]
) -> Iterable[tuple[str, Entry]]:
    for one in resolved:
        before = len(found)
        written = one.entry.type
        kind = TYPE_ALIASES.get(written, written)
        if kind == "xdata":
            continue
        if kind not in TYPES:
            close = nearest(written, TYPES | TYPE_ALIASES.keys())
            found.append(report("BIB006", one.entry.span, key=one.entry.key, type=written, nearest=close))
            kind = "misc"
        entry = Record(one, kind, languages, found).entry()
        if one.entry.broken or any(fault.severity == "error" for fault in found[before:]):
            faulty.add(entry.key)
        yield entry.key, entry


def _same_addresses(entries: Iterable[Entry]) -> Iterable[Diagnostic]:
    """Two entries that point at one page are probably one source."""
    first: dict[str, Entry] = {}
    for entry in entries:
        if not entry.url:
            continue
        other = first.setdefault(comparable(entry.url), entry)
        if other is not entry:
            place = entry.spans.get("url", entry.span)
            related = (Related(other.spans.get("url", other.span), "first"),)
            yield report("BIB016", place, key=entry.key, other=other.key, related=related)
