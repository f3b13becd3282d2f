"""`: Caption {#tbl-id}` after (or before) a table (Pandoc)."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_CAPTION = re.compile(r":[ \t]+(?=\S)")


def table_caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":", begin):
        return False
    match = _CAPTION.match(state.src, begin, state.eMarks[start])
    if not match or state.is_code_block(start):
        return False
    if silent:
        return True
    line = start + 1
    while line < end and not state.isEmpty(line) and state.sCount[line] >= state.blkIndent:
        line += 1
    opening = state.push("table_caption_open", "", 1)
    opening.map = [start, line]
    opening.meta["at"] = (begin, begin + len(state.src[begin : state.eMarks[start]].rstrip()))
    token = state.push("inline", "", 0)
    token.content = state.getLines(start, line, state.blkIndent, keepLastLF=False).strip()[1:].lstrip()
    token.map = [start, line]
    token.children = []
    state.push("table_caption_close", "", -1)
    state.line = line
    return True
