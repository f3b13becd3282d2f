"""Safe edits of files: what findings offer to mend (`Diagnostic.fix`), applied to the bytes of a file.

Spans count in the text that the parser saw. Line ends, a byte order mark and whatever lies between the
edits stay byte for byte; a line feed in a replacement becomes the line end of its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic, Fix
from sitegen.values import dataclass

BOM = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file's bytes after its edits, and the edits that were made. Others were left out: they overlap
    with one before them, or have no place in the file.
    """

    data: bytes
    made: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    fix: Fix


def by_file(diagnostics: Iterable[Diagnostic]) -> dict[str, tuple[Fix, ...]]:
    """The edits of each file that findings offer, each once."""
    found: dict[str, dict[Fix, None]] = {}
    for diagnostic in diagnostics:
        if diagnostic.fix is not None:
            found.setdefault(diagnostic.fix.span.path, {})[diagnostic.fix] = None
    return {path: tuple(fixes) for path, fixes in sorted(found.items())}


def applied(data: bytes, fixes: Iterable[Fix]) -> Fixed:
    """The edits of one file, in the order of their places. A file that is not UTF-8 stays as it is."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return Fixed(data)
    lines = _Lines(text)
    edits = sorted(lines.edits(fixes), key=lambda edit: (edit.start, edit.end, edit.fix.replacement))
    parts: list[str] = []
    made: list[Fix] = []
    position = 0
    for edit in edits:
        if edit.start < position or (made and edit.fix.span[1:3] == made[-1].span[1:3]):
            continue
        parts += (text[position : edit.start], lines.replacement(edit))
        position = edit.end
        made.append(edit.fix)
    return Fixed("".join([*parts, text[position:]]).encode(), tuple(made)) if made else Fixed(data)


class _Lines:
    """Where the lines of a file begin and end, and by which sign."""

    def __init__(self, text: str) -> None:
        self.text = text
        ends = list(_LINE_END.finditer(text))
        self.starts = [len(BOM) if text.startswith(BOM) else 0, *(end.end() for end in ends)]
        self.stops = [*(end.start() for end in ends), len(text)]
        self.signs = [end[0] for end in ends] or ["\n"]

    def edits(self, fixes: Iterable[Fix]) -> list[_Edit]:
        """The edits that change something and whose place is there."""
        found: list[_Edit] = []
        for fix in dict.fromkeys(fixes):
            span = fix.span
            start, end = self._offset(span.line, span.column), self._offset(span.end_line, span.end_column)
            if start is not None and end is not None and start <= end:
                edit = _Edit(start, end, fix)
                if self.replacement(edit) != self.text[start:end]:
                    found.append(edit)
        return found

    def replacement(self, edit: _Edit) -> str:
        """The new text with the line end of the line that it begins in, or of the one before."""
        line = min(edit.fix.span.line, len(self.signs))
        return edit.fix.replacement.replace("\n", self.signs[line - 1])

    def _offset(self, line: int, column: int) -> int | None:
        if not 1 <= line <= len(self.starts) or column < 1:
            return None
        offset = self.starts[line - 1] + column - 1
        return offset if offset <= self.stops[line - 1] else None
