"""Characters that no text needs and that can deceive: control and bidirectional signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from sitegen.diagnostics import Diagnostic, report
from sitegen.parse.positions import Origin
from sitegen.parse.runs import place
from sitegen.source import DIRECTION, Source, Span

_IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CONTROL = re.compile(r"[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]")


def judge_characters(source: Source, start: int = 0) -> list[Diagnostic]:
    """One finding for each line that holds a control character, or a bidirectional one."""
    if may_deceive(source.text):
        return [*_judge(source, _CONTROL, "SRC005", start), *judge_direction(source, start)]
    return []


def may_deceive(text: str) -> bool:
    """Whether a text may hold such signs at all: they are not printable, nor are some blanks."""
    return not text.replace("\n", "").replace("\t", "").isprintable()


def judge_direction(source: Source, start: int = 0) -> list[Diagnostic]:
    """One finding for each line that holds a bidirectional control."""
    return list(_judge(source, DIRECTION, "SYN016", start))


def _judge(source: Source, pattern: re.Pattern[str], code: str, start: int) -> Iterator[Diagnostic]:
    lines: set[int] = set()
    for match in pattern.finditer(source.text, start):
        span = source.span(match.start(), match.end())
        if span.line not in lines:
            lines.add(span.line)
            yield report(code, span, character=f"U+{ord(match[0]):04X}")


def judge_entities(tokens: Iterable[Token], origin: Origin) -> Iterator[Diagnostic]:
    """The same signs written as entities, such as `&#x202e;`: no look at the source shows them."""
    for token in tokens:
        if token.type != "text" or token.content.isprintable():
            continue
        for pattern, code in ((_CONTROL, "SRC005"), (DIRECTION, "SYN016")):
            for match in pattern.finditer(token.content):
                start = place(token, match.start())
                span = origin.span(start, start + 1)
                if origin.source.line(span.line)[span.column - 1 : span.column] != match[0]:
                    yield report(code, span, character=f"U+{ord(match[0]):04X}")


def judge_names(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """File names with such signs in them; a name that is no UTF-8 is one, too."""
    for path in paths:
        control, turned = _IN_NAMES.search(path), DIRECTION.search(path)
        if control:
            yield report("SRC006", Span(path), character=f"U+{ord(control[0]):04X}")
        elif turned:
            character = f"U+{ord(turned[0]):04X}"
            yield report("SRC006", Span(path), severity="warning", character=character)


def without_controls(text: str) -> str:
    """Control characters never reach the output: each becomes a blank, so that places stay."""
    return _CONTROL.sub(" ", text) if may_deceive(text) else text
