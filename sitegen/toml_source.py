"""TOML with places: `tomllib` says what a file means, a small scanner where each part of it stands.

The scanner reads only text that `tomllib` has accepted, so it need not know what is an error.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.row import N_
from sitegen.source import Source
from sitegen.tree import Array, Entry, Scalar, Table, Value

DEPTH = 10
"""How deep values and dotted keys may go: far more than any file of ours needs, far less than
what exhausts the stack."""

LONGEST = 1000
"""Characters of a number or a bare key: Python refuses to convert much longer numbers."""

TOO_DEEP = N_("the values are nested too deeply")
TOO_LONG = N_("a number or a name is too long")

# An unclosed string runs to where it would have had to end, so that a broken text is scanned only once.
_STRING = (
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:""""{0,2}|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:''''{0,2}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
)
_TOKEN = re.compile(
    rf"(?P<name>{_STRING}|(?P<bare>[\w+-]++))|#[^\n]*+|[ \t]++"
    r"|(?P<dot>\.)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<other>[\s\S])"
)
_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*+)*+")
_KEY = re.compile(rf"{_STRING}|[A-Za-z0-9_-]+")
_SCALAR = re.compile(rf"{_STRING}|\d{{4}}-\d\d-\d\d \d[^\s,\]}}#]*|[^\s,\]}}#]+")
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_toml(source: Source, syntax_code: str) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """The tree of a TOML file; none, with one diagnostic of the given code, if it is not TOML.

    The code's templates are filled with `reason`.
    """
    excess = _excess(source.text)
    if excess:
        reason, offset = excess
        return None, (report(syntax_code, source.span(offset), reason=reason),)
    try:
        values = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax_error(source, syntax_code, str(error)),)
    tree = _placed(source, values, _Scanner(source.text).document())
    assert isinstance(tree, Table)
    return tree, ()


def _excess(text: str) -> tuple[str, int] | None:
    """What would exhaust the stack or the patience of `tomllib`: the reason and the offset."""
    depth = dots = 0
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "open":
                depth, dots = depth + 1, 0
            case "close":
                depth, dots = max(0, depth - 1), 0
            case "dot":
                dots += 1
            case "other":
                dots = 0
            case _:
                if len(token["bare"] or "") > LONGEST:
                    return TOO_LONG, token.start()
        if depth > DEPTH or dots >= DEPTH:
            return TOO_DEEP, token.start()
    return None


def _syntax_error(source: Source, code: str, message: str) -> Diagnostic:
    """`tomllib` tells the place only in its sentence."""
    place = _PLACE.search(message)
    reason = message[: place.start()] if place else message
    offset = len(source.text.rstrip())
    if place and place[1]:
        offset = source.line_starts[int(place[1]) - 1] + int(place[2]) - 1
    return report(code, source.span(offset), reason=reason)


@dataclass(slots=True)
class _Draft:
    """Where a value stands and, for what it holds, where each key and item stands."""

    start: int
    end: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    parts: dict[str, _Draft] = field(default_factory=dict)
    items: list[_Draft] = field(default_factory=list)

    def table(self, name: str, start: int, end: int) -> _Draft:
        """The table of that name, made where there is none; of an array of tables the last one."""
        if name not in self.parts:
            self.keys[name] = (start, end)
            self.parts[name] = _Draft(start, end)
        found = self.parts[name]
        return found.items[-1] if found.items else found


_Path: TypeAlias = list[tuple[str, int, int]]
_Part: TypeAlias = Callable[[_Draft], None]


class _Scanner:
    """One pass over the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def document(self) -> _Draft:
        root = table = _Draft(0, len(self.text))
        self.skip()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header(root)
            else:
                self.pair(table)
            self.skip()
        return root

    def skip(self, length: int = 0) -> None:
        """Go on by that many characters and over blanks, line ends and comments."""
        blank = _BLANK.match(self.text, self.at + length)
        assert blank is not None
        self.at = blank.end()

    def header(self, root: _Draft) -> _Draft:
        brackets = 2 if self.text.startswith("[[", self.at) else 1
        self.skip(brackets)
        path = self.path()
        self.skip(brackets)
        table = root
        for part in path[:-1]:
            table = table.table(*part)
        name, first, last = path[-1]
        if brackets == 1:
            table.keys[name] = (first, last)
            return table.table(name, first, last)
        table.keys.setdefault(name, (first, last))
        array = table.parts.setdefault(name, _Draft(first, last))
        array.items.append(_Draft(first, last))
        return array.items[-1]

    def pair(self, table: _Draft) -> None:
        *path, (name, first, last) = self.path()
        self.skip(len("="))
        for part in path:
            table = table.table(*part)
        table.keys[name] = (first, last)
        table.parts[name] = self.value()

    def path(self) -> _Path:
        """A key, with its dots: the names and their offsets."""
        path: _Path = []
        while not path or self.text[self.at] == ".":
            self.skip(1 if path else 0)
            start, end = self.match(_KEY)
            path.append((_name(self.text[start:end]), start, end))
            self.skip()
        return path

    def value(self) -> _Draft:
        if self.text[self.at] == "[":
            return self.between("]", lambda draft: draft.items.append(self.value()))
        if self.text[self.at] == "{":
            return self.between("}", self.pair)
        return _Draft(*self.match(_SCALAR))

    def between(self, close: str, part: _Part) -> _Draft:
        """What stands between brackets, part by part."""
        draft = _Draft(self.at, self.at)
        self.skip(1)
        while self.text[self.at] != close:
            part(draft)
            self.skip()
            if self.text[self.at] == ",":
                self.skip(1)
        self.at = draft.end = self.at + 1
        return draft

    def match(self, pattern: re.Pattern[str]) -> tuple[int, int]:
        found = pattern.match(self.text, self.at)
        assert found is not None
        self.at = found.end()
        return found.span()


def _name(key: str) -> str:
    if key[0] not in "\"'":
        return key
    name: str = tomllib.loads(f"key = {key}")["key"]
    return name


def _placed(source: Source, value: Any, draft: _Draft) -> Value:
    """Values and their places made into one."""
    span = source.span(draft.start, draft.end)
    if isinstance(value, dict):
        entries = (
            Entry(name, source.span(*draft.keys[name]), _placed(source, part, draft.parts[name]))
            for name, part in value.items()
        )
        return Table(tuple(entries), span)
    if isinstance(value, list):
        items = (_placed(source, item, place) for item, place in zip(value, draft.items, strict=True))
        return Array(tuple(items), span)
    return Scalar(value, span)
