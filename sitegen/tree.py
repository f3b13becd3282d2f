"""What a settings file says, before anyone has judged it: values, each with its place.

TOML and YAML are both read into this one tree, and `schema.py` checks it.
"""

from __future__ import annotations

from datetime import date, time
from typing import TypeAlias

from sitegen.source import Span
from sitegen.values import dataclass

Plain: TypeAlias = str | int | float | date | time | None
"""A value without a place. A `bool` is an `int` and a `datetime` a `date`, as in Python."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value; None where a key has none. An `untyped` one is text that its format leaves
    open to be read as anything else (YAML without quotation marks).
    """

    value: Plain
    span: Span
    untyped: bool = False


@dataclass(frozen=True, slots=True)
class Array:
    items: tuple[Value, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and what it is given; `span` is the key's own place."""

    key: str
    span: Span
    value: Value


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, in the order of the source; no key stands in it twice."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> Value | None:
        return next((entry.value for entry in self.entries if entry.key == key), None)


Value: TypeAlias = Scalar | Array | Table
