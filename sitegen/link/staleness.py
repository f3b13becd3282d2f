"""Which pairs of blocks are no longer what was agreed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from sitegen.model.document import BlockSource
from sitegen.translations_lock import Agreed

HEAD = "head"
"""What title, subtitle and abstract together are called."""


class Pair(NamedTuple):
    """Two blocks that answer each other: what they are called in the lock, and their digests."""

    name: str
    source: str
    target: str

    @property
    def digests(self) -> Agreed:
        return self.source, self.target

    @property
    def has_id(self) -> bool:
        return self.name == HEAD or "#" in self.name


def pair_of(source: BlockSource, target: BlockSource) -> Pair:
    """A pair named by its kind and the id that its blocks have."""
    anchor = min(filter(None, (source.id, target.id)), default="")
    return Pair(f"{source.kind} #{anchor}" if anchor else source.kind, source.digest, target.digest)


def find_stale(
    agreed: Sequence[Pair], current: Sequence[Pair], present: AbstractSet[str], *, either: bool
) -> list[tuple[Agreed, ...]]:
    """For each pair what was agreed on, where it is stale; nothing where it is in step.

    A pair that has an id is looked up by its name. Of the others one is stale whose translation is known
    with a source that is gone; with `either`, also the other way round. Where both wordings of a pair are
    new, and both of an agreed pair of its kind are gone (not among the digests `present`), the one is taken
    for the other: editing a translation does not make it agree with its source.
    """
    if not agreed:
        return [()] * len(current)
    judge = _Judge(agreed, current, present, either=either)
    return [judge(pair) for pair in current]


class _Judge:
    def __init__(
        self, agreed: Sequence[Pair], current: Sequence[Pair], present: AbstractSet[str], *, either: bool
    ) -> None:
        self.either = either
        self.left = Counter(pair.digests for pair in agreed)
        self.known = {digest for pair in agreed for digest in pair.digests}
        self.named = _grouped((pair.name, pair) for pair in agreed if pair.has_id)
        broken = _broken(agreed, current)
        self.by_target = _grouped((pair.target, pair) for pair in broken)
        self.by_source = _grouped((pair.source, pair) for pair in broken if either)
        self.lost = _grouped((pair.name, pair) for pair in broken if not present & set(pair.digests))

    def __call__(self, pair: Pair) -> tuple[Agreed, ...]:
        if self.left[pair.digests] > 0:
            self.left[pair.digests] -= 1
            return ()
        if pair.has_id and pair.name in self.named:
            was = self.named[pair.name]
            in_step = not self.either and any(one.source == pair.source for one in was)
            return () if in_step else _digests(was)
        was = [*self.by_target.get(pair.target, ()), *self.by_source.get(pair.source, ())]
        if not was and not {pair.source, pair.target} & self.known:
            was = self.lost.get(pair.name, [])
        return _digests(was)


def _broken(agreed: Iterable[Pair], current: Iterable[Pair]) -> list[Pair]:
    """The agreed pairs that no pair is any more."""
    left = Counter(pair.digests for pair in current)
    found: list[Pair] = []
    for pair in agreed:
        if left[pair.digests] > 0:
            left[pair.digests] -= 1
        else:
            found.append(pair)
    return found


def _grouped(named: Iterable[tuple[str, Pair]]) -> Mapping[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for name, pair in named:
        found.setdefault(name, []).append(pair)
    return found


def _digests(pairs: Iterable[Pair]) -> tuple[Agreed, ...]:
    return tuple(sorted({pair.digests for pair in pairs}))
