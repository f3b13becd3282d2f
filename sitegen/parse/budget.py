"""How much work one source may make (robustness.md, promise 4).

The limit is on steps and not on seconds, so that the verdict on a text is the same on every machine. A
step is a block that begins, a token of the blocks (a cell of a table is three), or a piece of a line
that the rules of Markdown are tried on: a few hundredths of a second for a thousand. A text of the
size limit, 1 MB, takes about 100,000; what comes near one for each character is no text.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

STEPS = 250_000
"""About ten seconds."""

_SPENT = "steps"


class TooMuchError(Exception):
    """The steps are spent; it never leaves the parser."""


def with_budget() -> dict[str, object]:
    """The environment of a text whose steps are counted."""
    return {_SPENT: 0}


def spend(environment: MutableMapping[str, Any], steps: int = 1) -> None:
    """Count steps; where none are counted, nothing happens. TooMuchError when all are spent."""
    if _SPENT in environment:
        environment[_SPENT] += steps
        if environment[_SPENT] > STEPS:
            raise TooMuchError
