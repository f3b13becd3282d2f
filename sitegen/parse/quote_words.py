"""The words of a quote without what the page sets by itself: outer marks and the final stop.

The author may write either (authoring.md, Quote blocks); what follows the author's own closing
mark, such as `(lacht)`, is kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.token import Token

from sitegen.languages.quotation import outer_pair
from sitegen.parse.runs import OPAQUE

_ABBREVIATION = re.compile(r"(?:^|[\s\u00a0(])(?:[^\W\d_]|др|пр|гг|вв|руб|тыс|usw|bzw|etc)\.$")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """What was taken off: the aside's tokens, and whether a full stop ended the words."""

    aside: list[Token]
    full_stop: bool


@dataclass(frozen=True, slots=True)
class _Place:
    paragraph: int
    index: int
    offset: int
    depth: int


def trim(paragraphs: list[list[Token]], *, stop_after_closing: bool) -> Trimmed:
    """Take outer marks, aside and final stop off the tokens of a quote's paragraphs, in place.

    Where the language sets the stop inside the marks, one before a note's mark stays there.
    """
    text, places = _flatten(paragraphs)
    pair = outer_pair(text)
    aside: list[Token] = []
    stop = False
    if pair and not _is_buried(text, pair[1], places):
        aside, stop = _cut_tail(paragraphs, places[pair[1]])
        _delete(paragraphs, places[pair[0]])
    return Trimmed(aside, _cut_stop(paragraphs, past_marks=stop_after_closing) or stop)


def _flatten(paragraphs: list[list[Token]]) -> tuple[str, list[_Place]]:
    """All text in one string, and for each of its characters the token it stands in."""
    parts: list[str] = []
    places: list[_Place] = []
    for number, tokens in enumerate(paragraphs):
        depth = 0
        for index, token in enumerate(tokens):
            depth += token.nesting
            sign = _sign(token)
            parts.append(sign)
            places.extend(_Place(number, index, offset, depth) for offset in range(len(sign)))
        parts.append("\n")
        places.append(_Place(number, len(tokens), 0, 0))
    return "".join(parts[:-1]), places


def _sign(token: Token) -> str:
    if token.type == "text":
        return token.content
    if token.type == "softbreak":
        return "\n"
    return OPAQUE if token.nesting == 0 else ""


def _is_buried(text: str, close: int, places: list[_Place]) -> bool:
    """Whether an aside would have to be cut out of an emphasis or a span."""
    return bool(text[close + 1 :].strip()) and places[close].depth > 0


def _delete(paragraphs: list[list[Token]], place: _Place) -> None:
    token = paragraphs[place.paragraph][place.index]
    token.content = token.content[: place.offset] + token.content[place.offset + 1 :]
    if place.offset == 0:
        token.content = token.content.lstrip()


def _cut_tail(paragraphs: list[list[Token]], close: _Place) -> tuple[list[Token], bool]:
    """Cut at the closing mark; a stop directly behind it belongs to the words."""
    tokens = paragraphs[close.paragraph]
    token = tokens[close.index]
    behind = token.content[close.offset + 1 :]
    stop = behind.startswith(".") and not behind.startswith("..")
    tail = token.copy(content=behind[1:] if stop else behind)
    token.content = token.content[: close.offset]
    if close.depth > 0:
        return [], stop
    aside = [tail, *tokens[close.index + 1 :]]
    del tokens[close.index + 1 :]
    marks = [one for one in aside if one.type == "note_reference"]
    if not any(one.content.strip() for one in aside if one.type == "text"):
        tokens.extend(marks)
        return [], stop
    return aside, stop


def _cut_stop(paragraphs: list[list[Token]], *, past_marks: bool) -> bool:
    tokens = paragraphs[-1] if paragraphs else []
    for token in reversed(tokens):
        if token.type == "note_reference" and past_marks:
            continue
        if token.nesting < 0 or (token.type == "text" and not token.content.strip()):
            continue
        text = token.content.rstrip()
        if (
            token.type != "text"
            or not text.endswith(".")
            or text.endswith("..")
            or _ABBREVIATION.search(text)
        ):
            return False
        token.content = text[:-1]
        return True
    return False
