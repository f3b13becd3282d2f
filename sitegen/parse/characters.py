"""Characters that no text needs and that can deceive: control and bidirectional signs."""

from __future__ import annotations

import re

from sitegen.diagnostics import Diagnostic, report
from sitegen.source import Source

_CONTROL = re.compile(r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def judge_characters(source: Source, start: int = 0) -> list[Diagnostic]:
    """One finding for each line that holds a control character, or a bidirectional one."""
    found: list[Diagnostic] = []
    for pattern, code in ((_CONTROL, "SRC005"), (_BIDI, "SYN016")):
        lines: set[int] = set()
        for match in pattern.finditer(source.text, start):
            span = source.span(match.start(), match.end())
            if span.line not in lines:
                lines.add(span.line)
                found.append(report(code, span, character=f"U+{ord(match[0]):04X}"))
    return found


def without_controls(text: str) -> str:
    """Control characters never reach the output: each becomes a blank, so that places stay."""
    return _CONTROL.sub(" ", text)
