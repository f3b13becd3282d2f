"""`::: {.quote …}` … `:::`: a block with attributes (Pandoc's fenced div)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock

_COLONS = ":::"
_FENCE = re.compile(r":{3,}[ \t]*(?P<info>.*?)[ \t]*$")
_WORD = re.compile(r"[^\s:{}]+")
_CODE_FENCE = re.compile(r"(`{3,}|~{3,})")
_ITEM = re.compile(r"(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)+(?=:::)")
_CODE_INDENT = 4


@dataclass(slots=True)
class Fences:
    """The blocks of one container, down to the line `stop`: opening lines with their closing ones."""

    start: int = 0
    stop: int = 0
    closing: dict[int, int] = field(default_factory=dict)


def fenced_div(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    """An opening line and what it holds. One that is never closed holds its first paragraph only."""
    if not state.src.startswith(_COLONS, state.bMarks[start] + state.tShift[start]):
        return False
    info = _info(_line(state, start))
    if info is None or state.is_code_block(start):
        return False
    if silent:
        return True
    if not info:
        _place(state, "stray_div_close", start, nesting=0)
        state.line = start + 1
        return True
    close = _fences(state, start, end).closing.get(start)
    inner_end = _first_end(state, start, end) if close is None else close
    _place(state, "div_open", start, nesting=1, info=info, closed=close is not None)
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "div", inner_end
    state.md.block.tokenize(state, start + 1, inner_end)
    state.parentType, state.lineMax = parent, limit
    state.push("div_close", "div", -1)
    state.line = inner_end + (close is not None)
    return True


def _place(state: StateBlock, kind: str, line: int, *, nesting: int, info: str = "", **meta: object) -> None:
    token = state.push(kind, "", nesting)  # type: ignore[arg-type]
    token.map = [line, line + 1]
    token.info = info
    begin = state.bMarks[line] + state.tShift[line]
    token.meta = {"at": (begin, begin + len(_line(state, line).rstrip())), **meta}


def _info(line: str) -> str | None:
    """What stands behind the colons, a closing run of colons apart; empty for the end of a block."""
    match = _FENCE.match(line) if line.startswith(_COLONS) else None
    if match is None:
        return None
    info = match["info"]
    shorter = info.rstrip(":").rstrip()
    return shorter if shorter.endswith("}") or _WORD.fullmatch(shorter) else info


def _fences(state: StateBlock, start: int, end: int) -> Fences:
    """The fences around a line, paired once for all blocks of a container."""
    known: dict[tuple[int, int, int], Fences] = state.env.setdefault("fences", {})
    place = (state.level, state.blkIndent, end)
    fences = known.get(place)
    if fences is None or not fences.start <= start < fences.stop:
        fences = known[place] = _pair(state, start, end)
    return fences


def _pair(state: StateBlock, start: int, end: int) -> Fences:
    """Pair the fences as they nest, so that of those that stay open the end is missing."""
    fences = Fences(start, end)
    opened: list[int] = []
    code = ""
    for line in range(start, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            fences.stop = line
            break
        if state.sCount[line] - state.blkIndent >= _CODE_INDENT:
            continue
        text = _line(state, line)
        if _COLONS not in text and text[:1] not in "`~":
            continue
        if found := _CODE_FENCE.match(text):
            code = "" if code and found[1].startswith(code) else code or found[1]
        elif not code:
            _count(text, line, opened, fences.closing)
    return fences


def _count(text: str, line: int, opened: list[int], closing: dict[int, int]) -> None:
    """A block that begins within a list item is closed there; it counts so that its end does."""
    item = _ITEM.match(text)
    info = _info(text[item.end() :] if item else text)
    if info:
        opened.append(line)
    elif info is not None and opened:
        closing[opened.pop()] = line


def _first_end(state: StateBlock, start: int, end: int) -> int:
    """Where the first paragraph ends: before an empty line or another fence."""
    lines = range(start + 1, end)
    return next((line for line in lines if state.isEmpty(line) or _info(_line(state, line)) is not None), end)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
