"""Syntax of the format that was not understood and would stand on the page as it is typed.

Found where the inline tokens left it as text: what stands in code or behind a backslash is meant so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sitegen.parse.attributes import lost_id
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.parse.runs import OPAQUE

_BRACES = re.compile(
    r"\{[ \t]*(?:[.#][^\W\d]|lang=)(?:[^{}]{0,500}\}|[^\s{}]*(?:[ \t]+(?:[.#][^\W\d]|\w+=)[^\s{}]*)*)"
)
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]+)\](?:\[(?P<label>[^\[\]\n]*)\]|\([^()\n]+\))")
_NOTE = re.compile(rf"\^\[[^\s{OPAQUE}]*")
_LETTER = re.compile(r"[^\W\d_]")
_BRACKET = re.compile(r"[\[\]]")
_WORD = re.compile(r"[^\s\ufffc]*")
_REMARKS = frozenset({"sic", "sic!", "…", "..."})
"""What stands in brackets of its own in prose, also directly before or behind another bracket."""
_PREFIX = 80
"""How many characters a citation's bracket holds before the key, at most."""
_SHOWN = 40


def report_leftovers(context: Context, tokens: Sequence[Token], origin: Origin) -> None:
    """SYN019 for each leftover among the inline tokens of one block, as the library made them. Where
    text lies too deep to be read, that alone is told.
    """
    if not _may_hold(tokens):
        return
    text = _as_typed(tokens)
    last = -1
    for start, end in sorted((*_attributes(text), *_links(text), *_notes(text), *_citations(text, tokens))):
        if start <= last:
            continue
        last = end
        span = origin.span(start, end)
        typed = context.source.text[origin.offset(start) : origin.offset(end - 1) + 1]
        context.collector.report("SYN019", span, text=_shown(typed))
        context.collector.lose(lost_id(typed.rstrip("}.,;:!?") + "}"))


def _may_hold(tokens: Sequence[Token]) -> bool:
    """Whether there can be a leftover at all: each has a bracket or a brace that stayed text."""
    found = False
    for token in tokens:
        if token.type == "text":
            found = found or "[" in token.content or "{" in token.content
        elif token.type == "too_deep":
            return False
    return found


def _as_typed(tokens: Sequence[Token]) -> str:
    """The text, each character at its place in the block; what is no text is opaque."""
    signs = [OPAQUE] * max((token.meta["at"][1] for token in tokens if "at" in token.meta), default=0)
    for token in tokens:
        content = "\n" if token.type == "softbreak" else token.content
        if token.type in {"text", "softbreak"} and content and "at" in token.meta:
            start = token.meta["at"][0]
            signs[start : start + len(content)] = content
    return "".join(signs)


def _shown(typed: str) -> str:
    words = " ".join(typed.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _attributes(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _BRACES.finditer(text))


def _notes(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _NOTE.finditer(text))


def _links(text: str) -> Iterator[tuple[int, int]]:
    """Links with an address that has blanks or a label that nothing defines."""
    for match in _LINK.finditer(text):
        words, label = match["words"], match["label"]
        if _LETTER.search(words) and not {words, label} & _REMARKS:
            yield match.span()


def _citations(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Citations whose bracket is never closed, before the key or behind it."""
    places = [token.meta["at"] for token in tokens if token.type == "citation" and token.meta["narrative"]]
    if not places:
        return
    unclosed = _unclosed(text)
    for start, end in places:
        before = text.rfind("[", max(0, start - _PREFIX), start)
        behind = end + (text[end : end + 1] == " ")
        if before in unclosed:
            yield before, end
        elif behind in unclosed:
            match = _WORD.match(text, behind)
            yield start, match.end() if match else behind + 1


def _unclosed(text: str) -> frozenset[int]:
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            opened.pop()
    return frozenset(opened)
