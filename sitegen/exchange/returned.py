"""Returned worklists: what every format gives back, and the limits of what is read at all."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.messages import visible
from sitegen.diagnostics.row import N_
from sitegen.source import Span
from sitegen.values import dataclass

LIMIT = 20_000_000
"""Bytes of a returned file, packed or not."""
_EXCERPT = 60

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
class Nameless:
    """A text that no longer says which one it is: its name in the worklist was changed."""

    text: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        return report("XCH017", self.span, text=excerpt(self.text))


@dataclass(frozen=True, slots=True)
class ReturnedList:
    """A worklist that came back; `span` is the place that names the languages. `nameless` are the places
    of texts that no longer say what they answer; `sent` is how many texts went out, 0 where it is not known.
    """

    source: str
    target: str
    units: tuple[Returned, ...]
    span: Span
    nameless: tuple[Nameless, ...] = ()
    sent: int = 0

    @property
    def missing(self) -> int:
        """How many texts went out and did not come back, as far as it is known."""
        return max(0, self.sent - len({one.id for one in self.units}) - len(self.nameless))

    @classmethod
    def of(
        cls,
        languages: tuple[str, str],
        found: Sequence[Returned | Nameless],
        span: Span,
        sent: str | None,
    ) -> ReturnedList:
        """What a file holds, in its order; `sent` is the number as it stands there."""
        units = tuple(one for one in found if isinstance(one, Returned))
        nameless = tuple(one for one in found if isinstance(one, Nameless))
        return cls(*languages, units, span, nameless, int(sent or 0))


def excerpt(text: str) -> str:
    """The beginning of a text, by which it is found again in the file."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1].rstrip()}…"


class Unreadable(Exception):  # noqa: N818  (no error of ours: a verdict on a file)
    """A returned file that is no worklist, is too large, or may do harm; `reason` is a message's."""

    def __init__(self, reason: str, line: int = 1) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line

    def diagnostic(self, path: str) -> Diagnostic:
        return report("XCH001", Span(path, self.line, 1, self.line, 2), file=path, reason=self.reason)
