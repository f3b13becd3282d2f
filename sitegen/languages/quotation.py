"""The quotation marks around a whole quotation (authoring.md, Quote blocks)."""

from __future__ import annotations

from sitegen.languages.quotation_marks import DOUBLE, OPAQUE, SINGLE, pair_up

_BLANK = " \t\n\u00a0\u2009\u202f" + OPAQUE


def outer_pair(text: str) -> tuple[int, int] | None:
    """The offsets of the marks around all of a text; None where there are none, or where the first
    one is closed in the middle.

    Behind the closing mark may stand a full stop, signs that are no text, and one aside in round
    brackets with a stop of its own: `„Ja.“ (lacht)`. An inner quotation may share its closing mark with
    the outer one (`«Фонд «Дом»`). Linear in the text's length.
    """
    start = len(text) - len(text.lstrip(_BLANK.replace(OPAQUE, "")))
    end = _last_of_words(text)
    if end <= start or not {text[start], text[end]} <= DOUBLE | SINGLE:
        return None
    pairing = pair_up(text[: end + 1])
    openings = {closing: opening for opening, closing in pairing.pairs}
    if openings.get(end) == start:
        return start, end
    return (start, end) if start in pairing.unpaired and end in openings else None


def closing(mark: str, *, stop_after: bool, full_stop: bool) -> str:
    """A closing mark with the sentence's full stop, if there is one: `.“` in German, `».` in Russian."""
    if not full_stop:
        return mark
    return f"{mark}." if stop_after else f".{mark}"


def _last_of_words(text: str) -> int:
    """The offset of the last character before full stop, notes and aside; -1 where there is none."""
    end = _without_stop(text, len(text))
    if text[end - 1 : end] == ")":
        opening = _opening_bracket(text, end - 1)
        if opening > 0:
            end = _without_stop(text, opening)
    return end - 1


def _without_stop(text: str, end: int) -> int:
    """Where a text ends without blanks, notes and one full stop."""
    end = _without_blanks(text, end)
    return _without_blanks(text, end - 1) if text[end - 1 : end] == "." else end


def _without_blanks(text: str, end: int) -> int:
    while end > 0 and text[end - 1] in _BLANK:
        end -= 1
    return end


def _opening_bracket(text: str, offset: int) -> int:
    """The partner of the closing bracket at an offset; -1 where there is none."""
    depth = 0
    for place in range(offset, -1, -1):
        depth += {")": 1, "(": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return -1
