"""Links: the library's rule, but none within another (as in Pandoc, the outer one holds)."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.link import link as library_link


def link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    return state.linkLevel == 0 and library_link(state, silent)
