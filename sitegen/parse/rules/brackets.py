"""The partner of a square bracket, found once for all brackets of a text: linear."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from sitegen.parse.positions import TextState

_BRACKET = re.compile(r"[\[\]]")
_SIGN = re.compile(r"\\.|`+|<[A-Za-z/][^<>]*>|\[|\]", re.DOTALL)


def closing_bracket(state: StateInline, start: int) -> int:
    """The offset of the `]` that closes the `[` at `start`; -1 if there is none."""
    assert isinstance(state, TextState)
    if state.pairs is None:
        state.pairs = _pairs(state.src)
    end = state.pairs.get(start, -1)
    return end if end < state.posMax else -1


def label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: ARG001, FBT001, FBT002, N803  (the library's signature)
    """The library's search for the end of a link's text, which is quadratic, by the same pairs."""
    return closing_bracket(state, start)


def _pairs(text: str) -> dict[int, int]:
    """Brackets pair as they nest; those in code, in tags and behind a backslash do not count."""
    pairs: dict[int, int] = {}
    open_: list[int] = []
    position = 0
    # One class of signs is found three times as fast as a choice of expressions.
    sign_of = _SIGN if "\\" in text or "`" in text or "<" in text else _BRACKET
    while match := sign_of.search(text, position):
        position = match.end()
        sign = match[0]
        if sign == "[":
            open_.append(match.start())
        elif sign == "]" and open_:
            pairs[open_.pop()] = match.start()
        elif sign.startswith("`"):
            position = _code_end(text, position, sign)
    return pairs


def _code_end(text: str, position: int, ticks: str) -> int:
    found = re.compile(rf"(?<!`){ticks}(?!`)").search(text, position)
    return found.end() if found else position
