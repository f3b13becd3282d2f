"""`Bürger*innen`: a star between two letters is a letter, never emphasis (typography.md, section 6)."""

from __future__ import annotations

import unicodedata

from markdown_it.rules_inline import StateInline


def gender_star(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    position, text = state.pos, state.src
    if text[position] != "*" or not 0 < position < len(text) - 1:
        return False
    if not (_ends_letter(text[position - 1]) and text[position + 1].isalpha()):
        return False
    if not silent:
        state.append_pending("*")
    state.pos += 1
    return True


def _ends_letter(sign: str) -> bool:
    """A letter, or the accent on one."""
    return sign.isalpha() or unicodedata.category(sign) == "Mn"
