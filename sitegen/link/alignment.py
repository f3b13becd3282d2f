"""Which block answers which: a sequence alignment of one chapter in two languages.

Blocks that share an id or were agreed on are fixed points; between them blocks pair in order. Where
counts differ, what the blocks hold in common and how long they are decides; where that leaves two ways
open, none is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias, TypeVar

from sitegen.link.best_path import certain_pairs
from sitegen.link.likeness import Agreed, Likeness
from sitegen.model.document import BlockSource

Pairs: TypeAlias = list[tuple[int, int]]
Blocks: TypeAlias = Sequence[BlockSource]
Name = TypeVar("Name", bound=Hashable)


def align(source: Blocks, target: Blocks, agreed: Sequence[Agreed] = ()) -> Pairs:
    """The pairs of blocks that answer each other, as numbers, in the order of the source. Blocks of the
    same id pair wherever they stand.

    Aligning the other way round gives the same pairs. Takes time in proportion to the blocks times what
    differs between the texts.
    """
    if not source or not target:
        return []
    likeness = Likeness.of(source, target, agreed)
    named = _same_ids(source, target)
    fixed = _in_order(sorted(named | _agreed(source, target, likeness)))
    crossing = named.difference(fixed)
    moved, moved_there = {one for one, _ in crossing}, {other for _, other in crossing}
    pairs: Pairs = [*fixed, *crossing]
    here = there = 0
    for one, other in [*fixed, (len(source), len(target))]:
        left = [number for number in range(here, one) if number not in moved]
        right = [number for number in range(there, other) if number not in moved_there]
        between = certain_pairs([source[n] for n in left], [target[n] for n in right], likeness)
        pairs += [(left[row], right[column]) for row, column in between]
        here, there = one + 1, other + 1
    return sorted(pairs)


def _same_ids(source: Blocks, target: Blocks) -> set[tuple[int, int]]:
    """Blocks of one kind to which the authors gave the same id."""
    here, there = (
        _once((block.kind, block.id) if block.id else None for block in side) for side in (source, target)
    )
    return {(number, there[name]) for name, number in here.items() if name in there}


def _agreed(source: Blocks, target: Blocks, likeness: Likeness) -> set[tuple[int, int]]:
    """Blocks that were agreed on, as far as each stands only once in its text."""
    here, there = (_once(block.digest for block in side) for side in (source, target))
    pairs = ((here.get(one), there.get(other)) for one, other in likeness.agreed)
    found = {(one, other) for one, other in pairs if one is not None and other is not None}
    sources, targets = Counter(one for one, _ in found), Counter(other for _, other in found)
    return {
        (one, other)
        for one, other in found
        if sources[one] == 1 == targets[other] and likeness.points(source[one], target[other]) is not None
    }


def _once(names: Iterable[Name]) -> dict[Name, int]:
    """The places of the names that stand only once; None names nothing."""
    known = list(names)
    counts = Counter(known)
    return {name: number for number, name in enumerate(known) if counts[name] == 1 and name is not None}


def _in_order(exact: Pairs) -> Pairs:
    """The exact pairs that stand in the same order in both texts: those that every longest rising
    sequence holds, so that of two blocks which changed places neither counts as the one that stayed.
    """
    rising = _lengths([other for _, other in exact])
    falling = _lengths([-other for _, other in reversed(exact)])[::-1]
    longest = max(rising, default=0)
    on_the_way = [up + down - 1 == longest for up, down in zip(rising, falling, strict=True)]
    rivals = Counter(up for up, way in zip(rising, on_the_way, strict=True) if way)
    return [pair for pair, up, way in zip(exact, rising, on_the_way, strict=True) if way and rivals[up] == 1]


def _lengths(values: Sequence[int]) -> list[int]:
    """For each value, how long the longest rising sequence is that ends with it."""
    tails: list[int] = []
    lengths: list[int] = []
    for value in values:
        place = bisect_left(tails, value)
        tails[place : place + 1] = [value]
        lengths.append(place + 1)
    return lengths
