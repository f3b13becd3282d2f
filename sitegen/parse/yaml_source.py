"""YAML with places: the small part of it that a front matter needs.

Keys with texts, lists and further keys; no anchors, aliases and tags. Values are built from the
parser's events, so that depth is limited before it can harm. PyYAML is imported here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.diagnostics.row import N_
from sitegen.schema import CONTROL, shown
from sitegen.source import Source, Span
from sitegen.tree import Array, Entry, Scalar, Table, Value

DEPTH = 10
"""How deep values may go: a person in a list is three."""

CHUNKS = 100
"""How many keys are looked at to save what can be saved from a broken text."""

TOO_DEEP = N_("the values are nested too deeply")
NO_KEYS = N_("there must be lines of the form “key: value”")
ONE_DOCUMENT = N_("there must be one block of lines only")
KEY_IS_TEXT = N_("a key must be a plain word")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SIGNS = "*&!@`%"
_NOTHING = ("", "~", "null", "Null", "NULL")
_OPENED = re.compile(r"while (?:scanning (?!a plain|a block)|parsing a flow)")
_CHUNK = re.compile(r"^[^\s#\-\]}][^\n]*\n?(?:(?:[ \]}#][^\n]*|-(?: [^\n]*)?)?\n)*", re.MULTILINE)


class _Refused(Exception):  # noqa: N818  (no error of ours: it ends the reading)
    """The one finding that makes a text unreadable."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def read_yaml(source: Source, start: int, end: int) -> tuple[Table, bool, tuple[Diagnostic, ...]]:
    """The tree of what stands between two offsets, and whether that is all there was to read.

    A broken text gives one diagnostic (FRM002, FRM015 or FRM016) and those of its keys that can be
    read without the broken part. A key that stands twice is FRM005.
    """
    control = CONTROL.search(source.text, start, end)
    found: tuple[Diagnostic, ...] = ()
    if control:
        character = f"U+{ord(control[0]):04X}"
        found = (report("FRM015", source.span(control.start()), character=character),)
    try:
        builder = _Builder(source, start, end)
        table = builder.document()
    except _Refused as refused:
        return _saved(source, start, end), False, found or (refused.diagnostic,)
    return table, not control, found or tuple(builder.found)


def _saved(source: Source, start: int, end: int) -> Table:
    """The keys of a broken text that can be read each by itself."""
    entries: dict[str, Entry] = {}
    for chunk in islice(_CHUNK.finditer(source.text, start, end), CHUNKS):
        try:
            table = _Builder(source, *chunk.span()).document()
        except _Refused:
            continue
        for entry in table.entries:
            entries.setdefault(entry.key, entry)
    return Table(tuple(entries.values()), source.span(start, end))


class _Builder:
    """Builds the tree of one text from its events; raises `_Refused` where that cannot be."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.found: list[Diagnostic] = []
        # An offset in the text that is parsed is one in the source: nothing is left out.
        self.events: Iterator[Any] = yaml.parse(CONTROL.sub(" ", source.text[start:end]), Loader=_LOADER)

    def document(self) -> Table:
        self.next()
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            return Table((), self.source.span(self.start, self.start))
        value = self.value(self.next(), 0)
        self.next()
        event = self.next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.refused(ONE_DOCUMENT, self.span(event))
        if not isinstance(value, Table):
            raise self.refused(NO_KEYS, value.span)
        return value

    def next(self) -> Any:
        try:
            return next(self.events)
        except yaml.MarkedYAMLError as error:
            raise self.syntax_error(error) from None
        except (yaml.YAMLError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise self.refused(reason, self.source.span(self.start)) from None

    def syntax_error(self, error: yaml.MarkedYAMLError) -> _Refused:
        """What is not closed is reported where it begins, all else where it stands."""
        mark = error.problem_mark or error.context_mark
        context = error.context or ""
        if error.context_mark and _OPENED.match(context):
            mark = error.context_mark
        offset = min(self.start + (mark.index if mark else 0), self.end - 1)
        if self.source.text[offset] in _SIGNS:
            return self.sign(self.source.span(offset))
        return self.refused(error.problem or context, self.source.span(offset))

    def sign(self, span: Span) -> _Refused:
        """A sign that YAML has a use for, and a front matter has none."""
        sign = self.source.line(span.line)[span.column - 1]
        return _Refused(report("FRM016", span, sign=sign))

    def refused(self, reason: str, span: Span) -> _Refused:
        return _Refused(report("FRM002", span, reason=reason))

    def value(self, event: Any, depth: int) -> Value:
        span = self.span(event)
        if depth > DEPTH:
            raise self.refused(TOO_DEEP, span)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise self.sign(span)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(inner := self.next(), yaml.SequenceEndEvent):
                items.append(self.value(inner, depth + 1))
            return Array(tuple(items), span)
        if isinstance(event, yaml.MappingStartEvent):
            return Table(self.entries(depth), span)
        return _scalar(event, span)

    def entries(self, depth: int) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.value(event, depth + 1)
            if not isinstance(key, Scalar):
                raise self.refused(KEY_IS_TEXT, key.span)
            name = event.value
            entry = Entry(name, key.span, self.value(self.next(), depth + 1))
            first = entries.setdefault(name, entry)
            if first is not entry:
                related = (Related(first.span, "first"),)
                self.found.append(report("FRM005", entry.span, related=related, key=shown(name)))
        return tuple(entries.values())

    def span(self, event: Any) -> Span:
        """An event's place; of one that only begins a block, its first character."""
        start = self.start + event.start_mark.index
        end = self.start + event.end_mark.index
        text = self.source.text[start:end]
        return self.source.span(start, max(start + len(text.rstrip()), start + 1))


def _scalar(event: Any, span: Span) -> Scalar:
    """A single value. A line feed within a text that its lines are folded into was a blank line."""
    plain = not event.style
    if plain and event.value in _NOTHING:
        return Scalar(None, span)
    value = event.value if event.style == "|" else event.value.replace("\n", "\n\n")
    return Scalar(value, span, untyped=plain)
