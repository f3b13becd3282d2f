"""The best way through two short stretches of blocks, and which of its pairs are more than a guess.

Needleman and Wunsch's alignment, computed from both ends: a pair is certain where every way without it
is clearly worse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from sitegen.link.likeness import GAP, Likeness
from sitegen.model.document import BlockSource

Blocks: TypeAlias = Sequence[BlockSource]

MARGIN = 12
"""By how many points a pair must beat every way without it."""

SLACK = 40
"""How far off the diagonal partners are looked for, beyond the difference in length."""

_NEVER = -(10**9)


def certain_pairs(source: Blocks, target: Blocks, likeness: Likeness) -> list[tuple[int, int]]:
    """The pairs that are certain, as numbers within the two stretches."""
    if not source or not target:
        return []
    straight = _straight(source, target, likeness)
    return straight if straight is not None else _Table(source, target, likeness).certain()


def _straight(source: Blocks, target: Blocks, likeness: Likeness) -> list[tuple[int, int]] | None:
    """One by one, where both stretches are equally long and nothing speaks against it."""
    if len(source) != len(target):
        return None
    for one, other in zip(source, target, strict=True):
        points = likeness.points(one, other)
        if points is None or (one.traits != other.traits and not one.traits & other.traits):
            return None
    return [(number, number) for number in range(len(source))]


class _Table:
    """All ways within a band around the diagonal. `ahead[i][j]` is the best sum up to before blocks i
    and j, `behind[i][j]` the best one from there on.
    """

    def __init__(self, source: Blocks, target: Blocks, likeness: Likeness) -> None:
        self.source, self.target = source, target
        self.rows, self.columns = len(source), len(target)
        self.points = [self._points(number, likeness) for number in range(self.rows)]
        self.ahead = self._sums(forward=True)
        self.behind = self._sums(forward=False)

    def _band(self, row: int) -> range:
        """The columns looked at in a row."""
        longer = self.columns - self.rows
        first = row + min(0, longer) - SLACK
        last = row + max(0, longer) + SLACK
        return range(max(0, first), min(self.columns, last) + 1)

    def _points(self, row: int, likeness: Likeness) -> dict[int, int]:
        one = self.source[row]
        found: dict[int, int] = {}
        for column in self._band(row):
            if column < self.columns:
                points = likeness.points(one, self.target[column])
                if points is not None:
                    found[column] = points
        return found

    def _sums(self, *, forward: bool) -> list[dict[int, int]]:
        step = -1 if forward else 1
        order = range(self.rows + 1) if forward else range(self.rows, -1, -1)
        sums: list[dict[int, int]] = [{} for _ in order]
        for row in order:
            beyond = sums[row + step] if 0 <= row + step <= self.rows else {}
            here = sums[row]
            pairs = self.points[row - 1 if forward else row] if beyond else {}
            for column in self._band(row) if forward else reversed(self._band(row)):
                best = 0 if row == order[0] and column == (0 if forward else self.columns) else _NEVER
                best = max(best, beyond.get(column, _NEVER) + GAP, here.get(column + step, _NEVER) + GAP)
                points = pairs.get(column - 1 if forward else column)
                if points is not None:
                    best = max(best, beyond.get(column + step, _NEVER) + points)
                here[column] = best
        return sums

    def certain(self) -> list[tuple[int, int]]:
        best = self.ahead[self.rows][self.columns]
        ways = _Ways(self.source, self.target)
        on_the_way: list[tuple[int, int]] = []
        for row in range(self.rows):
            for column, points in self.points[row].items():
                total = self.ahead[row].get(column, _NEVER) + points
                total += self.behind[row + 1].get(column + 1, _NEVER)
                ways.pair(row, column, total)
                if total == best:
                    on_the_way.append((row, column))
        self._leave_out(ways)
        return _one_each([pair for pair in on_the_way if ways.without(*pair) <= best - MARGIN])

    def _leave_out(self, ways: _Ways) -> None:
        """The best sums of the ways on which a block has no partner."""
        for row in range(self.rows + 1):
            ahead, behind = self.ahead[row], self.behind[row]
            below = self.behind[row + 1] if row < self.rows else {}
            for column, points in ahead.items():
                if row < self.rows:
                    ways.row_alone(row, points + GAP + below.get(column, _NEVER))
                if column < self.columns:
                    ways.column_alone(column, points + GAP + behind.get(column + 1, _NEVER))


class _Ways:
    """For every block the best sums of ways with each kind of partner. Blocks of the same words are as
    good as each other: one does not speak against the other.
    """

    def __init__(self, source: Blocks, target: Blocks) -> None:
        self.source = [block.digest for block in source]
        self.target = [block.digest for block in target]
        self.twins = {
            one for words in (self.source, self.target) for one, n in Counter(words).items() if n > 1
        }
        self.of_row: list[dict[str, int]] = [{} for _ in source]
        self.of_column: list[dict[str, int]] = [{} for _ in target]

    def pair(self, row: int, column: int, total: int) -> None:
        _keep(self.of_row[row], self.target[column], total)
        _keep(self.of_column[column], self.source[row], total)

    def row_alone(self, row: int, total: int) -> None:
        if self.source[row] not in self.twins:
            _keep(self.of_row[row], "", total)

    def column_alone(self, column: int, total: int) -> None:
        if self.target[column] not in self.twins:
            _keep(self.of_column[column], "", total)

    def without(self, row: int, column: int) -> int:
        """The best sum of a way that does not hold a pair."""
        return max(
            _best_but(self.of_row[row], self.target[column]),
            _best_but(self.of_column[column], self.source[row]),
        )


def _keep(best: dict[str, int], partner: str, total: int) -> None:
    """Remember a sum; of all partners only the two best are ever asked for."""
    if total > best.get(partner, _NEVER):
        best[partner] = total
        if len(best) > 2:
            del best[min(best, key=best.__getitem__)]


def _best_but(best: dict[str, int], partner: str) -> int:
    return max((total for one, total in best.items() if one != partner), default=_NEVER)


def _one_each(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each block once, in order. Of blocks of the same words the first ones answer each other, as far as
    that is the same whichever text is gone through.
    """
    there = set(_rising(sorted(pairs, key=lambda pair: pair[::-1])))
    return [pair for pair in _rising(sorted(pairs)) if pair in there]


def _rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    taken: list[tuple[int, int]] = []
    for row, column in pairs:
        if not taken or (row > taken[-1][0] and column > taken[-1][1]):
            taken.append((row, column))
    return taken
