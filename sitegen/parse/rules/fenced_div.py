"""`::: {.quote …}` … `:::`: a block with attributes (Pandoc's fenced div)."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_OPEN = re.compile(r":{3,}\s*(\{.*\}|[^\s:{}]+)\s*:*\s*$")
_CLOSE = re.compile(r":{3,}\s*$")
_CODE_FENCE = re.compile(r"(`{3,}|~{3,})")


def fenced_div(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    """An opening line and what it holds. Blocks do not nest: one that meets the next opening
    line, or the end, is not closed, and then holds its first paragraph only.
    """
    if state.is_code_block(start):
        return False
    opening = _OPEN.match(_line(state, start))
    if not opening:
        return _stray_close(state, start, silent=silent)
    if silent:
        return True
    close = _closing_line(state, start, end)
    inner_end = close if close is not None else _first_blank(state, start, end)
    token = state.push("div_open", "div", 1)
    token.map = [start, inner_end + (close is not None)]
    token.info = opening[1]
    token.meta["closed"] = close is not None
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "div", inner_end
    state.md.block.tokenize(state, start + 1, inner_end)
    state.parentType, state.lineMax = parent, limit
    state.push("div_close", "div", -1)
    state.line = inner_end + (close is not None)
    return True


def _stray_close(state: StateBlock, line: int, *, silent: bool) -> bool:
    if not _CLOSE.match(_line(state, line)):
        return False
    if not silent:
        state.push("stray_div_close", "", 0).map = [line, line + 1]
        state.line = line + 1
    return True


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    fence = ""
    for line in range(start + 1, end):
        text = _line(state, line)
        if code := _CODE_FENCE.match(text):
            fence = "" if fence and code[1].startswith(fence) else fence or code[1]
        elif fence:
            continue
        elif _CLOSE.match(text):
            return line
        elif _OPEN.match(text):
            return None
    return None


def _first_blank(state: StateBlock, start: int, end: int) -> int:
    return next((line for line in range(start + 1, end) if state.isEmpty(line)), end)


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
