"""`archiveurl` and `archivedate` put behind the `url` of an entry, and no other sign touched.

The two fields are written as the entry writes its `url`: on lines of their own or in its line, with its
indentation, its spaces around `=`, and its braces or quotation marks.
"""

from __future__ import annotations

import re

from sitegen.bibliography.bibtex import RawField
from sitegen.diagnostics import Fix
from sitegen.model.nodes import Archived
from sitegen.source import Source

LONGEST = 200
"""Characters between the name of a field and its value: so far is looked back."""

_NAME = re.compile(r"(?P<name>[A-Za-z_-]+)(?P<before>\s*)=(?P<after>\s*)(?P<opening>[{\"])$")
_CLOSING = {"{": "}", '"': '"'}


def insertion(source: Source, url: RawField, copy: Archived) -> Fix | None:
    """The edit that gives an entry its two fields; None where the value of `url` is put together from
    several parts, or otherwise not one text in braces or quotation marks.
    """
    text = source.text
    start = source.line_starts[url.span.line - 1] + url.span.column - 1
    end = source.line_starts[url.span.end_line - 1] + url.span.end_column - 1
    head = _NAME.search(text, max(0, start - LONGEST), start)
    if head is None or text[start:end] != url.value or text[end : end + 1] != _CLOSING[head["opening"]]:
        return None
    place = source.span(end + 1, end + 1)
    between = _between(text, head.start())
    fields = (("archiveurl", copy.url), ("archivedate", copy.date))
    return Fix(place, "".join(between + _field(head, name, value) for name, value in fields))


def _between(text: str, start: int) -> str:
    """What parts two fields: a comma with a new line, or with a space."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start]
    if not before.strip():
        return f",\n{before}"
    return f"\n{before}" if before.strip() == "," else ", "


def _field(head: re.Match[str], name: str, value: str) -> str:
    before, opening = head["before"], head["opening"]
    if len(before) > 1 and "\n" not in before:  # the signs of equality stand in one column
        before = " " * max(1, len(head["name"]) + len(before) - len(name))
    after = " " if "\n" in head["after"] else head["after"]
    shown = name.upper() if head["name"].isupper() else name
    return f"{shown}{' ' if chr(10) in before else before}={after}{opening}{value}{_CLOSING[opening]}"
