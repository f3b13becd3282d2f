"""Returned worklists: what every format gives back, and the limits of what is read at all."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.row import N_
from sitegen.source import Span

LIMIT = 20_000_000
"""Bytes of a returned file, packed or not."""

NO_WORKLIST = N_("it is not a worklist that sitegen made")
TOO_LARGE = N_("it is too large")
NOT_UTF8 = N_("it is not UTF-8 text")


@dataclass(frozen=True, slots=True)
class Returned:
    """One unit as it came back. `text` may be empty; `span` is its place in the returned file, in a
    Word file the number of its row among those of all tables.
    """

    chapter: str
    key: str
    source_digest: str
    target_digest: str
    text: str
    span: Span

    @property
    def id(self) -> str:
        return f"{self.chapter}:{self.key}"


@dataclass(frozen=True, slots=True)
class ReturnedList:
    """A worklist that came back; `span` is the place that names the languages."""

    source: str
    target: str
    units: tuple[Returned, ...]
    span: Span


class Unreadable(Exception):  # noqa: N818  (no error of ours: a verdict on a file)
    """A returned file that is no worklist, is too large, or may do harm; `reason` is a message's."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line

    def diagnostic(self, path: str) -> Diagnostic:
        return report("XCH001", Span(path, self.line, 1, self.line, 2), file=path, reason=self.reason)
