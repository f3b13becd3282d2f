"""What an entry takes over from others: `xdata` and `crossref` (citations.md, section 1).

Diagnostics: BIB021 (there is no such entry), BIB022 (a circle).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.bibliography.bibtex import SUGGESTIONS, RawEntry, RawField
from sitegen.bibliography.fields import CONTAINED, FIELD_ALIASES, TYPE_ALIASES
from sitegen.diagnostics import Diagnostic, nearest, report

Fields = Mapping[str, RawField]

_SAME = frozenset(
    [
        "editor",
        "editortype",
        "date",
        "year",
        "month",
        "location",
        "publisher",
        "series",
        "number",
        "volume",
        "edition",
        "langid",
    ]
)
_RENAMED = {"title": "", "subtitle": "sub", "titleaddon": ""}


@dataclass(slots=True)
class Resolved:
    """An entry with all its fields: the first of a name wins, its own before those taken over."""

    entry: RawEntry
    fields: dict[str, RawField]


def resolve(entries: Mapping[str, RawEntry]) -> tuple[dict[str, Resolved], list[Diagnostic]]:
    """Give every entry what it takes over. An entry in a circle keeps only its own fields."""
    done: dict[str, Resolved] = {}
    found: list[Diagnostic] = []
    own = {key: _own(entry) for key, entry in entries.items()}
    for key in entries:
        _visit(key, entries, own, done, found)
    return {key: done[key] for key in entries}, found


def parents(fields: Fields) -> list[tuple[str, str]]:
    """The entries that are named: pairs of field and key, in the order in which they are asked."""
    named: list[tuple[str, str]] = []
    if "xdata" in fields:
        named += [("xdata", key.strip()) for key in fields["xdata"].value.split(",") if key.strip()]
    if "crossref" in fields and fields["crossref"].value.strip():
        named.append(("crossref", fields["crossref"].value.strip()))
    return named


def _own(entry: RawEntry) -> dict[str, RawField]:
    fields: dict[str, RawField] = {}
    for one in entry.fields:
        fields.setdefault(FIELD_ALIASES.get(one.name, one.name), one)
    return fields


def _visit(
    key: str,
    entries: Mapping[str, RawEntry],
    own: Mapping[str, dict[str, RawField]],
    done: dict[str, Resolved],
    found: list[Diagnostic],
) -> None:
    """Parents first; a stack instead of recursion, as chains may be long."""
    path: dict[str, None] = {}
    stack = [key]
    while stack:
        current = stack[-1]
        if current in done:
            stack.pop()
            continue
        path[current] = None
        waiting = [parent for _, parent in parents(own[current]) if parent in entries and parent not in done]
        circle = next((parent for parent in waiting if parent in path), None)
        if circle is not None:
            _report_circle([*path], circle, entries, own, done, found)
        elif waiting:
            stack.append(waiting[0])
            continue
        else:
            done[current] = _merge(entries[current], own[current], done, entries, found)
        path.pop(current, None)


def _report_circle(
    path: list[str],
    start: str,
    entries: Mapping[str, RawEntry],
    own: Mapping[str, dict[str, RawField]],
    done: dict[str, Resolved],
    found: list[Diagnostic],
) -> None:
    members = path[path.index(start) :]
    for member in members:
        done[member] = Resolved(entries[member], own[member])
    name = next(name for name, parent in parents(own[start]) if parent in members)
    text = " → ".join([*members, start])
    found.append(report("BIB022", own[start][name].span, field=name, path=text))


def _merge(
    entry: RawEntry,
    own: dict[str, RawField],
    done: Mapping[str, Resolved],
    entries: Mapping[str, RawEntry],
    found: list[Diagnostic],
) -> Resolved:
    fields = dict(own)
    for name, key in parents(own):
        parent = done.get(key)
        if parent is None:
            close = nearest(key, entries) if len(found) < SUGGESTIONS else None
            found.append(
                report("BIB021", own[name].span, key=entry.key, field=name, parent=key, nearest=close)
            )
            entry.broken = True
        elif name == "xdata":
            entry.broken = entry.broken or parent.entry.broken
            for field, one in parent.fields.items():
                if field not in ("xdata", "crossref"):
                    fields.setdefault(field, one)
        else:
            _inherit(TYPE_ALIASES.get(entry.type, entry.type), fields, parent)
    return Resolved(entry, fields)


def _inherit(kind: str, fields: dict[str, RawField], parent: Resolved) -> None:
    """From the whole to its part: the whole's title becomes the title of the book."""
    has_editor, has_series = "editor" in fields, "series" in fields
    has_date = "date" in fields or "year" in fields
    for field, one in parent.fields.items():
        name = _heir(kind, field)
        is_kept_back = (
            (name.startswith("editor") and has_editor)
            or (name == "number" and (has_series or "series" not in parent.fields or kind == "article"))
            or (name in ("date", "year", "month") and has_date)
        )
        if name and not is_kept_back:
            fields.setdefault(name, one)


def _heir(kind: str, name: str) -> str:
    """The name under which a part takes a field over; empty if it does not."""
    if name in _RENAMED:
        host = "journal" if kind == "article" else "book" if kind in CONTAINED else "main"
        return f"{host}{_RENAMED[name]}{name.removeprefix('sub')}"
    if name == "author" and kind in ("inbook", "bookinbook", "suppbook"):
        return "bookauthor"
    return name if name in _SAME or name.startswith("editor_") else ""
