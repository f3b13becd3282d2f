"""`[^label]: text`, with further paragraphs indented by four blanks (Pandoc)."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

_DEFINITION = re.compile(r"\[\^([^\s\[\]^]+)\]:[ \t]*")
_INDENT = 4


def note_definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    begin = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("[^", begin):
        return False
    match = _DEFINITION.match(state.src, begin, state.eMarks[start])
    if not match or state.is_code_block(start):
        return False
    if silent:
        return True
    token = state.push("note_definition_open", "", 1)
    token.content = match[1]
    token.meta["at"] = (begin, match.end(1) + 1)
    saved = state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.parentType
    state.blkIndent += _INDENT
    state.bMarks[start], state.tShift[start] = match.end(), 0
    state.sCount[start] = state.blkIndent
    state.parentType = "note"
    state.md.block.tokenize(state, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.parentType = saved
    state.push("note_definition_close", "", -1)
    token.map = [start, max(state.line, start + 1)]
    state.line = token.map[1]
    return True
