"""Source text and places in it.

Lines and columns count from 1, columns in characters (code points), as editors show them.
The end of a span is exclusive: a span of one character ends one column further on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from sitegen.values import dataclass

DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Controls that make what follows look different from what it says (CVE-2021-42574)."""


class Span(NamedTuple):
    """A stretch of one file: where a diagnostic points at. (A tuple: there are very many.)"""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


_SPACES = (("\u2009", "\u00a0"), ("\u202f", "\u00a0"), ("\u200b", ""))
_SOFT_HYPHEN = "\u00ad"


def plain_spaces(text: str) -> str:
    """A text without the spaces that no output holds (typography.md, section 1): a thin or narrow one
    becomes U+00A0, one without width goes.
    """
    if text.isascii():
        return text
    for sign, space in _SPACES:
        text = text.replace(sign, space)
    return text


def bare(text: str) -> str:
    """The same without soft hyphens: for titles, names and data (typography.md, section 7)."""
    return plain_spaces(text).replace(_SOFT_HYPHEN, "")


@dataclass(frozen=True, slots=True)
class Source:
    """One file's text, with line feeds as its only line ends, and the offset of every line."""

    path: str
    text: str
    line_starts: tuple[int, ...]

    @classmethod
    def of(cls, path: str, text: str) -> Source:
        """Take any line ends; a byte order mark is dropped."""
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        lengths = (len(line) + 1 for line in text.split("\n"))
        *starts, _ = accumulate(lengths, initial=0)
        return cls(path, text, tuple(starts))

    def span(self, start: int, end: int | None = None) -> Span:
        """The span between two offsets; of one character where no end is given."""
        starts = self.line_starts
        end = start + 1 if end is None else max(start, end)
        line, end_line = bisect_right(starts, start), bisect_right(starts, end)
        return Span(self.path, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """The whole of a line, without the blanks around what stands in it."""
        text = self.line(line)
        indent = len(text) - len(text.lstrip())
        end = max(len(text.rstrip()), indent)
        return Span(self.path, line, indent + 1, line, end + 1)

    def line(self, line: int) -> str:
        """The text of a line, without its line end; empty beyond the last one."""
        start, end = self.line_bounds(line)
        return self.text[start:end]

    def line_bounds(self, line: int) -> tuple[int, int]:
        """The offsets between which a line stands, without its line end: for a part of a very long one."""
        if not 1 <= line <= len(self.line_starts):
            return 0, 0
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return self.line_starts[line - 1], end
