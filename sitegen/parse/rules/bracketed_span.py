"""`[text]{.quote …}` and `[text]{lang=ru}` (Pandoc), and the attributes after a link or an image."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from sitegen.parse.attributes import closing_brace, read_attributes
from sitegen.parse.rules.brackets import closing_bracket


def bracketed_span(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    start = state.pos
    if state.src[start] != "[":
        return False
    end = closing_bracket(state, start)
    if end < 0 or state.src[end + 1 : end + 2] != "{":
        return False
    attributes = read_attributes(state.src, end + 1, state.posMax)
    after = attributes.end if attributes else closing_brace(state.src, end + 1, state.posMax)
    if after < 0:
        return False
    if not silent:
        state.push("span_open", "span", 1).meta["at"] = (start, after)
        limit, state.pos, state.posMax = state.posMax, start + 1, end
        state.md.inline.tokenize(state)
        state.posMax = limit
        token = state.push("span_close", "span", -1)
        token.content = state.src[end + 1 : after]
        token.meta["attributes"] = attributes
        token.meta["at"] = (end + 1, after)
    state.pos = after
    return True


def trailing_attributes(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    """A list directly after a link or an image is kept with its token; None where it cannot be read."""
    if state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    last = state.tokens[-1]
    if last.type not in {"link_close", "image"} or state.src[state.pos - 1] not in ")]":
        return False
    attributes = read_attributes(state.src, state.pos, state.posMax)
    after = attributes.end if attributes else closing_brace(state.src, state.pos, state.posMax)
    if after < 0:
        return False
    if not silent:
        last.meta["attributes"] = attributes
        last.meta["attributes_at"] = (state.pos, after)
    state.pos = after
    return True
