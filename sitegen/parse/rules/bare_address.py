"""Bare `http(s)://` addresses become links; punctuation after them is not theirs (authoring.md).

Linear in the text; the library's own link finder is not (robustness.md).
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_SCHEME = re.compile(r"(?<![^\W_])https?$", re.IGNORECASE)
_ADDRESS = re.compile(r"//[^\s<>\"“”„«»`\\^{}|\u0000-\u001f]+")
_TRAILING = ".,;:!?…'’‘*_~"


def bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    position, text = state.pos, state.src
    if text[position] != ":" or silent or state.linkLevel > 0:
        return False
    scheme = _SCHEME.search(text, max(0, position - 6), position)
    address = _ADDRESS.match(text, position + 1, state.posMax)
    if not scheme or not address or not state.pending.endswith(scheme[0]):
        return False
    end = address_end(text, address.start() + 2, address.end())
    if end <= address.start() + 2:
        return False
    state.pending = state.pending[: -len(scheme[0])]
    token = state.push("bare_address", "a", 0)
    token.content = text[scheme.start() : end]
    token.meta["at"] = (scheme.start(), end)
    state.pos = end
    return True


def address_end(text: str, start: int, end: int) -> int:
    """Where an address ends: before the sentence's punctuation, and before a bracket that was
    opened outside of it.
    """
    depth = 0
    for index in range(start, end):
        if text[index] in "([":
            depth += 1
        elif text[index] in ")]":
            depth -= 1
            if depth < 0:
                end = index
                break
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return end
