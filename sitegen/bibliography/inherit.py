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
    resolver = _Resolver(entries)
    for key in entries:
        resolver.visit(key)
    return {key: resolver.done[key] for key in entries}, resolver.found


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


class _Resolver:
    def __init__(self, entries: Mapping[str, RawEntry]) -> None:
        self.entries = entries
        self.own = {key: _own(entry) for key, entry in entries.items()}
        self.done: dict[str, Resolved] = {}
        self.found: list[Diagnostic] = []

    def visit(self, key: str) -> None:
        """Parents first; a stack instead of recursion, as chains may be long."""
        path: dict[str, None] = {}
        stack = [key]
        while stack:
            current = stack[-1]
            if current in self.done:
                stack.pop()
                continue
            path[current] = None
            named = [parent for _, parent in parents(self.own[current])]
            waiting = [parent for parent in named if parent in self.entries and parent not in self.done]
            circle = next((parent for parent in waiting if parent in path), None)
            if circle is not None:
                self._cut([*path], circle)
            elif waiting:
                stack.append(waiting[0])
                continue
            else:
                self.done[current] = self._merged(self.entries[current], self.own[current])
            path.pop(current, None)

    def _cut(self, path: list[str], start: str) -> None:
        """Report a circle, and leave its entries as they are."""
        members = path[path.index(start) :]
        for member in members:
            self.done[member] = Resolved(self.entries[member], self.own[member])
        fields = self.own[start]
        name = next(name for name, parent in parents(fields) if parent in members)
        self.found.append(report("BIB022", fields[name].span, field=name, path=" → ".join([*members, start])))

    def _merged(self, entry: RawEntry, own: dict[str, RawField]) -> Resolved:
        fields = dict(own)
        for name, key in parents(own):
            parent = self.done.get(key)
            if parent is None:
                self._report_missing(entry, name, key, own[name])
            elif name == "xdata":
                entry.broken = entry.broken or parent.entry.broken
                for field, one in parent.fields.items():
                    if field not in ("xdata", "crossref"):
                        fields.setdefault(field, one)
            else:
                _inherit(TYPE_ALIASES.get(entry.type, entry.type), fields, parent)
        return Resolved(entry, fields)

    def _report_missing(self, entry: RawEntry, name: str, key: str, one: RawField) -> None:
        entry.broken = True
        close = nearest(key, self.entries) if len(self.found) < SUGGESTIONS else None
        self.found.append(report("BIB021", one.span, key=entry.key, field=name, parent=key, nearest=close))


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
