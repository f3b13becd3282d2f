"""Citations as in Pandoc: `[vgl. @a, S. 3; @b]`, `[-@a]`, `@a [S. 3]`, `@a`."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from sitegen.parse.rules.brackets import closing_bracket
from sitegen.values import dataclass

_KEY = r"@(?:\{(?P<braced>[^\s{}]+)\}|(?P<key>\w(?:\w|[:.#$%&\-+?<>~/](?=\w))*))"
_CITED = re.compile(rf"(?<![\w\\@])(?P<minus>-)?{_KEY}")
_CITED_OR_CODE = re.compile(rf"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|{_CITED.pattern}", re.DOTALL)
_NARRATIVE = re.compile(_KEY)
_SEPARATOR = re.compile(r"\\.|;", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Cited:
    """One segment of a citation: offsets of its key and of what stands around it."""

    key: str
    suppress: bool
    start: int
    end: int
    prefix: tuple[int, int]
    rest: tuple[int, int]


def citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    """A bracket that holds at least one key and is no link, span or note."""
    start = state.pos
    if state.src[start] != "[" or state.src[start + 1 : start + 2] == "^" or state.linkLevel:
        return False
    end = closing_bracket(state, start)
    if end < 0 or state.src[end + 1 : end + 2] in ("(", "{") or not _find(state.src, start + 1, end):
        return False
    if not silent:
        cited, without = _cited(state.src, _pieces(state.src, start + 1, end))
        _push(state, cited, narrative=False, without=without)
    state.pos = end + 1
    return True


def narrative_citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    start, text = state.pos, state.src
    if (
        text[start] != "@"
        or state.linkLevel
        or (start and (text[start - 1].isalnum() or text[start - 1] in "_@"))
    ):
        return False
    match = _NARRATIVE.match(text, start, state.posMax)
    if not match:
        return False
    end = match.end()
    rest, more, after = (end, end), [], end
    bracket = end + 1 if text[end : end + 2] == " [" else end
    if text[bracket : bracket + 1] == "[" and text[bracket + 1 : bracket + 2] != "^":
        close = closing_bracket(state, bracket)
        if close > 0 and text[close + 1 : close + 2] not in ("(", "{"):
            pieces = _pieces(text, bracket + 1, close)
            if not _find(text, *pieces[0]):
                rest, more, after = pieces[0], pieces[1:], close + 1
    if not silent:
        key = match["braced"] or match["key"]
        first = Cited(key, False, start, end, (start, start), rest)  # noqa: FBT003  (a record's field)
        others, without = _cited(text, more)
        _push(state, [first, *others], narrative=True, without=without)
        state.tokens[-1].meta["at"] = (start, after)
    state.pos = after
    return True


def _cited(text: str, pieces: list[tuple[int, int]]) -> tuple[list[Cited], list[tuple[int, int]]]:
    """The segments that hold a key, and the places of those that hold none."""
    found: list[Cited] = []
    without: list[tuple[int, int]] = []
    for start, end in pieces:
        match = _find(text, start, end)
        if match:
            key = match["braced"] or match["key"]
            place = (match.start(), match.end())
            found.append(Cited(key, bool(match["minus"]), *place, (start, match.start()), (match.end(), end)))
        else:
            without.append((start, end))
    return found, without


def _find(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first key that does not stand in code."""
    if text.find("@", start, end) < 0:
        return None
    found = _CITED_OR_CODE.finditer(text, start, end)
    return next((match for match in found if not match["ticks"]), None)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between semicolons."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for match in _SEPARATOR.finditer(text, start, end):
        if match[0] == ";":
            pieces.append((begin, match.start()))
            begin = match.end()
    return [*pieces, (begin, end)]


def _push(state: StateInline, cited: list[Cited], *, narrative: bool, without: list[tuple[int, int]]) -> None:
    token = state.push("citation", "", 0)
    token.meta["cited"] = cited
    token.meta["narrative"] = narrative
    token.meta["without"] = without
