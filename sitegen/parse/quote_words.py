"""The words of a quote without what the page sets by itself: outer marks and the final stop.

The author may write either (authoring.md, Quote blocks); what follows the author's own closing
mark, such as `(lacht)`, is kept apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from markdown_it.token import Token

from sitegen.languages.quotation import outer_pair
from sitegen.languages.quotation_marks import pair_up
from sitegen.parse.runs import OPAQUE, without
from sitegen.values import dataclass

_ABBREVIATION = re.compile(
    r"(?:^|[\s\u00a0(.])(?:(?![яЯI])[^\W\d_]|др|пр|гг|вв|руб|тыс|млн|млрд|usw|bzw|etc|ggf|Jh|Mio|Mrd)\.$"
)
"""Words that end in a dot of their own. `я` and `I` are words, every other single letter stands for one."""


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


@dataclass(frozen=True, slots=True)
class _Flat:
    """All text of a quote in one string, and where in it each token begins."""

    text: str
    starts: list[int]
    tokens: list[tuple[int, int, int]]

    def first_of_paragraph(self, offset: int) -> int | None:
        """The offset, if nothing stands before it in its paragraph."""
        line = self.text.rfind("\n", 0, offset) + 1
        begins = line == 0 or self.place(line).paragraph != self.place(line - 1).paragraph
        return offset if begins and not self.text[line:offset].strip() else None

    def place(self, offset: int) -> _Place:
        """The token that a character stands in."""
        number = bisect_right(self.starts, offset) - 1
        paragraph, index, depth = self.tokens[number]
        return _Place(paragraph, index, offset - self.starts[number], depth)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Outer marks; `end` is the closing one's offset. A shared one closes an inner quotation as well."""

    openings: list[_Place]
    closing: _Place
    end: int
    is_shared: bool


def trim(paragraphs: list[list[Token]], *, stop_after_closing: bool, inline: bool = False) -> Trimmed:
    """Take outer marks, aside and final stop off the tokens of a quote's paragraphs, in place.

    Where the language sets the stop inside the marks, one before a note's mark stays there; where it
    sets it behind them, it stands behind a note's mark and an aside too: `«Да» (смеётся).`
    """
    flat = _flatten(paragraphs)
    marks = _outer_marks(flat)
    aside: list[Token] = []
    stop = False
    if marks and _can_cut(paragraphs, marks.closing, flat.text[marks.end + 1 :]):
        aside, stop = _cut_tail(paragraphs[marks.closing.paragraph], marks.closing, kept=marks.is_shared)
        for opening in reversed(marks.openings):
            _delete(paragraphs[opening.paragraph], opening)
    stop = _cut_stop(paragraphs, past_marks=stop_after_closing) or stop
    if aside and stop and stop_after_closing and not inline and not _is_sentence(aside):
        if _ends_in_stop(aside):
            return Trimmed(aside, full_stop=False)
        at = aside[-1].meta["at"]
        return Trimmed([*aside, Token("text", "", 0, content=".", meta={"at": at})], full_stop=False)
    return Trimmed(aside, stop)


def _outer_marks(flat: _Flat) -> _Marks | None:
    """The marks around all words. Careless ones are understood: one closing mark that serves an inner
    quotation too (`«Фонд «Дом»`), and a paragraph that opens the quotation anew.
    """
    pair = outer_pair(flat.text)
    if pair is None:
        return None
    start, end = pair
    pairing = pair_up(flat.text[: end + 1])
    inner = next((opening for opening, closing in pairing.pairs if closing == end), start)
    openings = [start]
    if inner != start:
        anew = {flat.first_of_paragraph(offset) for offset in (inner, *pairing.unpaired)} - {None, start}
        openings += sorted(offset for offset in anew if offset is not None)
    places = [flat.place(offset) for offset in openings]
    return _Marks(places, flat.place(end), end, is_shared=inner not in openings)


def _has_words(tokens: list[Token]) -> bool:
    return any(token.content.strip(" .\n") for token in tokens if token.type == "text")


def _is_sentence(aside: list[Token]) -> bool:
    """Whether an aside is a sentence of its own, with a stop inside the bracket: `(Смеётся.)`"""
    return _last_words(aside).endswith((".)", "!)", "?)", "…)"))


def _ends_in_stop(aside: list[Token]) -> bool:
    return _last_words(aside).endswith((".", "…"))


def _last_words(aside: list[Token]) -> str:
    return next((one.content.rstrip() for one in reversed(aside) if one.content.strip()), "")


def _flatten(paragraphs: list[list[Token]]) -> _Flat:
    parts: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int, int]] = []
    length = 0
    for number, tokens in enumerate(paragraphs):
        depth = 0
        for index, token in enumerate(tokens):
            depth += token.nesting
            if sign := _sign(token):
                parts.append(sign)
                starts.append(length)
                places.append((number, index, depth))
                length += len(sign)
        parts.append("\n")
        length += 1
    return _Flat("".join(parts[:-1]), starts, places)


def _sign(token: Token) -> str:
    if token.type == "text":
        return token.content
    if token.type in {"softbreak", "hardbreak"}:
        return "\n"
    return OPAQUE if token.nesting == 0 else ""


def _can_cut(paragraphs: list[list[Token]], close: _Place, behind: str) -> bool:
    """Whether nothing but ends of emphasis and spans stands between the closing mark and an aside."""
    if close.depth == 0 or not behind.strip(". \n"):
        return True
    tokens = paragraphs[close.paragraph]
    return not tokens[close.index].content[close.offset + 1 :].strip() and _end_of_depth(tokens, close) > 0


def _end_of_depth(tokens: list[Token], close: _Place) -> int:
    """The number of the token at which all that holds the closing mark has ended; 0 if other words come
    first.
    """
    depth = close.depth
    for index in range(close.index + 1, len(tokens)):
        if depth == 0:
            return index
        if tokens[index].nesting >= 0:
            return 0
        depth -= 1
    return len(tokens) if depth == 0 else 0


def _delete(tokens: list[Token], place: _Place) -> None:
    """Take the opening mark off, with blanks that follow it at the start."""
    token = tokens[place.index]
    end = place.offset + 1
    if place.offset == 0:
        end += len(token.content[1:]) - len(token.content[1:].lstrip())
    tokens[place.index] = without(token, place.offset, end)


def _cut_tail(tokens: list[Token], close: _Place, *, kept: bool) -> tuple[list[Token], bool]:
    """Cut at the closing mark, or behind it if it is kept; a stop directly behind it belongs to the
    words.
    """
    token = tokens[close.index]
    behind = token.content[close.offset + 1 :]
    stop = behind.startswith(".") and not behind.startswith("..")
    tail = without(token, 0, close.offset + 1 + stop)
    tokens[close.index] = without(token, close.offset + kept, len(token.content))
    if close.depth:
        aside, start = [], _end_of_depth(tokens, close)
        if not start:
            return [], stop
    else:
        aside, start = [tail], close.index + 1
    aside += tokens[start:]
    del tokens[start:]
    if _has_words(aside):
        return aside, stop
    aside = [one for one in aside if one.type not in {"softbreak", "hardbreak"}]
    stop = stop or any("." in one.content for one in aside if one.type == "text")
    marks = [one for one in aside if one.type != "text" or "." not in one.content]
    return marks if any(one.type != "text" for one in marks) else [], stop


def _cut_stop(paragraphs: list[list[Token]], *, past_marks: bool) -> bool:
    """Take the full stop off that ends the words, unless it is an abbreviation's or an ellipsis's."""
    tokens = paragraphs[-1] if paragraphs else []
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.type == "note_reference" and past_marks:
            continue
        if token.nesting < 0 or (token.type == "text" and not token.content.strip()):
            continue
        text = token.content.rstrip()
        if token.type != "text" or not text.endswith(".") or _is_kept(text):
            return False
        tokens[index] = without(token, len(text) - 1, len(token.content))
        return True
    return False


def _is_kept(text: str) -> bool:
    return text.endswith(("..", "…")) or bool(_ABBREVIATION.search(text))
