"""A backslash before a quotation mark, a dash or an ellipsis of any script: a sign, as typed (Pandoc).

CommonMark knows backslashes before ASCII signs only.
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

MARKS = frozenset("„“”«»‚‘’‹›…–—")


def escaped_mark(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    position = state.pos
    if state.src[position] != "\\" or state.src[position + 1 : position + 2] not in MARKS:
        return False
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = state.src[position + 1]
        token.markup = state.src[position : position + 2]
        token.info = "escape"
    state.pos += 2
    return True
