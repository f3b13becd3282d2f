"""`[^label]`, the mark of a footnote, and `^[text]`, a footnote in place (Pandoc)."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from sitegen.parse.rules.brackets import closing_bracket

_MARK = re.compile(r"\[\^([^\s\[\]^]+)\]")


def note_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    if state.src[state.pos] != "[":
        return False
    match = _MARK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("note_reference", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def inline_note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    start = state.pos
    if state.src[start : start + 2] != "^[":
        return False
    end = closing_bracket(state, start + 1)
    if end < 0:
        return False
    if not silent:
        state.push("inline_note_open", "", 1)
        limit, state.pos, state.posMax = state.posMax, start + 2, end
        state.md.inline.tokenize(state)
        state.posMax = limit
        state.push("inline_note_close", "", -1)
    state.pos = end + 1
    return True
