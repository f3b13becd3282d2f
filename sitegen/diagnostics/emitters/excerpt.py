"""A source line with a place in it marked by `^^^^`, for a terminal.

Wide characters take two columns there, combining ones none (Unicode Standard Annex 11); tabs
stay tabs, so that the mark stands right wherever the terminal puts its tab stops.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from sitegen.diagnostics.messages import visible
from sitegen.source import Source, Span
from sitegen.values import dataclass

_TAB = 8
_CUT = "…"
_BEFORE = 3
"""At least one third of a cut line stands before the place, where there is so much."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One character as the terminal shows it, and how many columns it takes there."""

    text: str
    width: int

    @property
    def blank(self) -> str:
        return "\t" if self.text == "\t" else " " * self.width

    @property
    def mark(self) -> str:
        return "^" if self.text == "\t" else "^" * self.width


def excerpt(source: Source, span: Span, width: int) -> tuple[str, str]:
    """The line that the span begins in, cut around the place to `width` columns, and the marks."""
    head, foot = source.line_bounds(span.line)
    near = max(0, span.column - 1 - 2 * width)  # a line may be a megabyte long, and have many findings
    line = [_cell(character) for character in source.text[head + near : min(head + near + 5 * width, foot)]]
    start = min(span.column - 1 - near, len(line))
    last = span.end_column - 1 - near if span.end_line == span.line else len(line)
    end = max(min(last, len(line)), start)
    first, beyond = _window(line, start, width)
    text = "".join(cell.text for cell in line[first:beyond])
    before = "".join(cell.blank for cell in line[first:start])
    marks = "".join(cell.mark for cell in line[start : min(end, beyond)]) or "^"
    lead = _CUT if near + first else ""
    tail = _CUT if head + near + beyond < foot else ""
    return f"{lead}{text}{tail}".rstrip(), f"{' ' * len(lead)}{before}{marks}"


@lru_cache(maxsize=4096)
def _cell(character: str) -> Cell:
    if character == "\t":
        return Cell(character, _TAB)
    if unicodedata.category(character) in {"Mn", "Me"} or character in "\u200c\u200d":
        return Cell(character, 0)
    shown = visible(character)
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return Cell(shown, 2 if wide else len(shown))


def _window(line: list[Cell], start: int, width: int) -> tuple[int, int]:
    """The stretch of the line that is shown: all of it, or as much around `start` as there is room."""
    room = max(width - 2 * len(_CUT), 1)
    if sum(cell.width for cell in line) <= width:
        return 0, len(line)
    first = _fit(line, range(start - 1, -1, -1), room // _BEFORE, start)
    beyond = _fit(line, range(first, len(line)), room, first)
    if beyond == len(line):
        first = _fit(line, range(len(line) - 1, -1, -1), room, len(line))
    return first, beyond


def _fit(line: list[Cell], indices: range, room: int, edge: int) -> int:
    """How far the edge can move along the indices before the room is used up."""
    for index in indices:
        room -= line[index].width
        if room < 0:
            break
        edge = index if indices.step < 0 else index + 1
    return edge
