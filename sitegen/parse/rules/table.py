"""Tables: the library's rule (GFM), with the place of every cell in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import table as library_table
from markdown_it.token import Token

_BLANKS = " \t"


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
    """Each cell's `meta["pieces"]` are pairs of offsets: in its content, and in the text. What stands
    in a row beyond the last column begins at its `meta["surplus"]`.
    """
    count = len(state.tokens)
    if not library_table(state, start, end, silent):
        return False
    if not silent:
        for opening, line, cells in _rows(state.tokens[count:]):
            _place(state, opening, line, cells)
    return True


def _place(state: StateBlock, opening: Token, line: int, cells: Sequence[Token]) -> None:
    begin, stop = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    places = [
        [(content, begin + place) for content, place in pieces] for pieces in _cells(state.src[begin:stop])
    ]
    for cell, pieces in zip(cells, places, strict=False):
        cell.meta["pieces"] = pieces
    surplus = (pieces[0][1] for pieces in places[len(cells) :])
    opening.meta["surplus"] = next(
        (place for place in surplus if state.src[place : place + 1] not in "|\n"), None
    )


def _rows(tokens: Sequence[Token]) -> Iterator[tuple[Token, int, list[Token]]]:
    """The opening token, the line and the cells of every row."""
    cells: list[Token] = []
    opening = tokens[0]
    for token in tokens:
        if token.type == "tr_open":
            cells, opening = [], token
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close" and opening.map:
            yield opening, opening.map[0], cells


def _cells(line: str) -> Iterator[list[tuple[int, int]]]:
    """Of every cell the pieces: a cell begins behind a bar, and anew behind every escaped one."""
    first = len(line) - len(line.lstrip(_BLANKS))
    start = first + line.startswith("|", first)
    stop = len(line.rstrip(_BLANKS))
    escaped: list[int] = []
    for bar in (place for place in range(start, stop) if line[place] == "|"):
        if bar > start and line[bar - 1] == "\\":
            escaped.append(bar)
            continue
        yield _pieces(line, start, bar, escaped)
        start, escaped = bar + 1, []
    if start < stop:
        yield _pieces(line, start, stop, escaped)


def _pieces(line: str, start: int, end: int, escaped: Sequence[int]) -> list[tuple[int, int]]:
    begin = start + len(line[start:end]) - len(line[start:end].lstrip(_BLANKS))
    return [(0, begin), *((bar - 1 - begin - number, bar) for number, bar in enumerate(escaped))]
