"""`Bürger*innen`: a star between two letters is a letter, never emphasis (typography.md, section 6)."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline


def gender_star(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    position, text = state.pos, state.src
    if text[position] != "*" or not 0 < position < len(text) - 1:
        return False
    if not (text[position - 1].isalpha() and text[position + 1].isalpha()):
        return False
    if not silent:
        state.pending += "*"
    state.pos += 1
    return True
