"""How well two blocks answer each other: what speaks for and against it, as a sum of points.

The scale is that of log-likelihood, ten points to one natural unit: what lengths say follows Gale and
Church (A Program for Aligning Sentences in Bilingual Corpora, 1993); the rest is weighed against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import log
from typing import TypeAlias

from sitegen.model.document import BlockSource
from sitegen.values import dataclass

Agreed: TypeAlias = tuple[str, str]

GAP = -15
"""What leaving out one block costs."""

SAME_ID = 600
AGREED = 500
ORPHANS = 150
"""A block whose agreed partner is gone, and one that is new: one of them has been edited."""

SHARED_TRAITS = 200
"""What it counts that both hold the same citations, addresses and numbers, all of them."""

ODD_TRAIT, ODD_TRAITS = -12, -72
"""What each of them counts that only one block holds, and all of them together at most."""

ODD_LENGTH = -30
"""The most that lengths count: alone they never part what stands in the same place."""

_KIND = {"paragraph": 30, "rule": 20, "heading": 40, "figure": 60, "chart": 60, "table": 60}
_OTHER_KIND = 50
_SMOOTH = 8
_FEW_ANCHORS = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is known of two chapters as wholes. `agreed` are the pairs of digests that the lock holds; the
    digests of `settled` blocks have an agreed partner that is still there, those of `known` one that may
    be gone. `ratio` is how much longer the target's wording is, as a logarithm.
    """

    agreed: frozenset[Agreed]
    settled: tuple[frozenset[str], frozenset[str]]
    known: tuple[frozenset[str], frozenset[str]]
    ratio: float

    @classmethod
    def of(
        cls, source: Sequence[BlockSource], target: Sequence[BlockSource], agreed: Sequence[Agreed]
    ) -> Likeness:
        pairs = frozenset(agreed)
        here = Counter(block.digest for block in source)
        there = Counter(block.digest for block in target)
        return cls(
            agreed=pairs,
            settled=(_settled(pairs, here, there), _settled({pair[::-1] for pair in pairs}, there, here)),
            known=(frozenset(one for one, _ in pairs), frozenset(other for _, other in pairs)),
            ratio=_ratio(source, target),
        )

    def points(self, one: BlockSource, other: BlockSource) -> int | None:
        """The points of a pair; None where the two cannot answer each other."""
        if one.kind != other.kind or one.level != other.level:
            return None
        if one.id and other.id and one.id != other.id and one.kind != "heading":
            return None
        lock = self._lock(one.digest, other.digest)
        if lock is None:
            return None
        same_id = SAME_ID if one.id and one.id == other.id else 0
        base = _KIND.get(one.kind, _OTHER_KIND)
        return base + same_id + lock + _traits(one.traits, other.traits) + self._length(one.size, other.size)

    def _lock(self, one: str, other: str) -> int | None:
        """What the lock says. Blocks whose agreed partners are still there are nobody else's."""
        if (one, other) in self.agreed:
            return AGREED
        if one in self.settled[0] or other in self.settled[1]:
            return None
        return ORPHANS if one in self.known[0] or other in self.known[1] else 0

    def _length(self, one: int, other: int) -> int:
        off = abs(log(other + _SMOOTH) - log(one + _SMOOTH) - self.ratio)
        variance = 0.03 + 13.6 / (one + other + 2 * _SMOOTH)
        return max(ODD_LENGTH, -round(10 * off * off / (2 * variance)))


def _traits(one: frozenset[str], other: frozenset[str]) -> int:
    if one == other:
        return SHARED_TRAITS if one else 0
    shared, union = len(one & other), len(one | other)
    return SHARED_TRAITS * shared // union + max(ODD_TRAITS, ODD_TRAIT * (union - shared))


def _settled(pairs: Collection[Agreed], here: Mapping[str, int], there: Mapping[str, int]) -> frozenset[str]:
    """The digests whose agreed partners are still there, for as many blocks as have them."""
    partners: Counter[str] = Counter()
    for one, other in pairs:
        partners[one] += there.get(other, 0)
    return frozenset(one for one, count in partners.items() if 0 < here.get(one, 0) <= count)


def _ratio(source: Sequence[BlockSource], target: Sequence[BlockSource]) -> float:
    """How much longer the target's wording is, as a logarithm: by the blocks that share an id; where they
    are few, by the mean of all blocks, which is only half believed if one text has more of them.
    """
    sizes, others = _sizes(source), _sizes(target)
    pairs = [(sizes[name], others[name]) for name in sizes if name in others]
    if len(pairs) >= _FEW_ANCHORS:
        one, other = (sum(side) for side in zip(*pairs, strict=True))
        return log(other + _SMOOTH) - log(one + _SMOOTH)
    ratio = log(_mean(target) + _SMOOTH) - log(_mean(source) + _SMOOTH)
    return ratio if len(source) == len(target) else ratio / 2


def _sizes(blocks: Sequence[BlockSource]) -> Mapping[str, int]:
    """The sizes of the blocks whose ids stand only once."""
    counts = Counter(block.id for block in blocks)
    return {block.id: block.size for block in blocks if block.id and counts[block.id] == 1}


def _mean(blocks: Sequence[BlockSource]) -> float:
    return sum(block.size for block in blocks) / max(1, len(blocks))
