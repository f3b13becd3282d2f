"""Counts what a text costs to parse: it stands before all other rules of blocks, and never applies."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from sitegen.parse.budget import spend

_COUNTED = "counted_tokens"


def count_steps(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001, FBT001  (the library's signature)
    """One step for the block that begins, and one for every token made since the last one began."""
    count = len(state.tokens)
    spend(state.env, 1 + count - state.env.get(_COUNTED, 0))
    state.env[_COUNTED] = count
    return False
