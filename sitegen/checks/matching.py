"""Which thing in a chapter answers which in its translation: first in the same block, then anywhere."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeAlias

from sitegen.checks.contents import ANY_PLACE, FLOATS, Contents, Item
from sitegen.languages.spelt_numbers import is_spelt
from sitegen.values import dataclass

Key: TypeAlias = Callable[[Item], Hashable | None]
Pairs: TypeAlias = list[tuple[Item, Item]]


@dataclass(frozen=True, slots=True)
class Sides:
    """Two chapters, and the block of the source that each block of the translation answers."""

    source: Contents
    target: Contents
    partners: Mapping[int, int]
    sources: Mapping[int, int]

    def common(self, item: Item, *, is_target: bool) -> int | None:
        """An item's block, as the number that it has in the source."""
        if item.block is None:
            return None
        if is_target:
            return self.partners.get(item.block)
        return item.block if item.block in self.sources else None

    def other_block(self, item: Item, *, is_target: bool) -> int | None:
        if item.block is None:
            return None
        return (self.partners if is_target else self.sources).get(item.block)


def open_items(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if item.other is None]


def match_all(sides: Sides) -> Pairs:
    """Match all that is the same, then what differs where the same belongs; these pairs are the answer."""
    differing: Pairs = []
    for kind in FLOATS:
        _match(sides, sides.source.of_kind(kind), sides.target.of_kind(kind), (_key, _any))
    citations = sides.source.of_kind("citation"), sides.target.of_kind("citation")
    _match(sides, *citations, (lambda item: (item.key, item.detail),))
    differing += [pair for pair in _match(sides, *citations, (_key,)) if _differs(*pair)]
    links = sides.source.of_kind("link"), sides.target.of_kind("link")
    _match(sides, *links, (_key,))
    _match_within(sides, *links, lambda item: item.host or None)
    differing += _match_within(sides, *citations, _any)
    differing += _match_within(sides, *links, _any)
    differing += _match_numbers(sides)
    _match_notes(sides)
    return differing


def _key(item: Item) -> Hashable | None:
    return item.key or None


def _any(item: Item) -> Hashable:
    return item.kind


def _differs(source: Item, target: Item) -> bool:
    return source.detail != target.detail and ANY_PLACE not in {source.detail, target.detail}


def _match(sides: Sides, sources: Sequence[Item], targets: Sequence[Item], keys: Sequence[Key]) -> Pairs:
    """Match by each key, in the same block before anywhere."""
    pairs: Pairs = []
    for key in keys:
        pairs += _match_within(sides, sources, targets, key)
        pairs += _pair(sources, targets, key, key)
    return pairs


def _match_within(
    sides: Sides, sources: Sequence[Item], targets: Sequence[Item], key: Key, there: Key | None = None
) -> Pairs:
    """Match within blocks that answer each other; `there` is the key in the translation if it is another."""

    def within(key: Key, *, is_target: bool) -> Key:
        def found(item: Item) -> Hashable | None:
            block, name = sides.common(item, is_target=is_target), key(item)
            return None if block is None or name is None else (block, name)

        return found

    one, other = within(key, is_target=False), within(there or key, is_target=True)
    return _pair(sources, targets, one, other)


def _pair(sources: Sequence[Item], targets: Sequence[Item], by_source: Key, by_target: Key) -> Pairs:
    """Match items of the same key in their order."""
    sources, targets = open_items(sources), open_items(targets)
    if not sources or not targets:
        return []
    waiting: dict[Hashable, deque[Item]] = defaultdict(deque)
    for target in targets:
        waiting[by_target(target)].append(target)
    waiting.pop(None, None)
    pairs: Pairs = []
    for source in sources:
        queue = waiting.get(by_source(source))
        if queue:
            source.other = queue.popleft()
            source.other.other = source
            pairs.append((source, source.other))
    return pairs


def _match_notes(sides: Sides) -> None:
    """By what the notes hold, by label, else by their order: labels may be others in the translation."""
    notes = sides.source.of_kind("note"), sides.target.of_kind("note")
    answers: dict[int | None, int | None] = {
        item.note: item.other.note
        for item in sides.source.items
        if item.note is not None and item.kind != "note" and item.other and item.other is not item
    }
    _pair(*notes, lambda item: answers.get(item.note), lambda item: item.note)
    _match(sides, *notes, (_label, _any))


def _label(item: Item) -> Hashable | None:
    return None if item.key.startswith("^") else item.key


def _match_numbers(sides: Sides) -> Pairs:
    """Also numbers that the other side writes in words, or as a year in short; the answer is what differs.
    What one side says once more in the same block is no difference.
    """
    numbers = sides.source.of_kind("number"), sides.target.of_kind("number")
    _match_within(sides, *numbers, lambda item: (item.key, item.detail))
    differing = [pair for pair in _match_within(sides, *numbers, _key) if _is_other_month(*pair)]
    _match(sides, *numbers, (_key,))
    _match_doubtful(sides, *numbers)
    for long, short in ((_of_year, _short), (_short, _of_year)):
        _match_within(sides, *numbers, long, short)
    for mine, theirs, is_target in ((0, sides.target, False), (1, sides.source, True)):
        for item in open_items(numbers[mine]):
            block = sides.other_block(item, is_target=is_target)
            if block is not None and is_spelt(item.key, theirs.spelt.get(block, ())):
                item.other = item
    differing += _match_within(sides, *numbers, _any)
    for mine, is_target in ((0, False), (1, True)):
        known = {(item.block, item.key) for item in numbers[1 - mine]}
        for item in open_items(numbers[mine]):
            if (sides.other_block(item, is_target=is_target), item.key) in known:
                item.other = item
    return differing


def _is_other_month(source: Item, target: Item) -> bool:
    return bool(source.detail and target.detail and source.detail != target.detail)


def _match_doubtful(sides: Sides, sources: Sequence[Item], targets: Sequence[Item]) -> None:
    """Numbers that are the same but for a minus, where one of them may have it or not."""

    def unsigned(item: Item) -> str:
        return item.key.removeprefix("-")

    _match_within(sides, [item for item in sources if item.doubtful], targets, unsigned)
    _match_within(sides, sources, [item for item in targets if item.doubtful], unsigned)


def _of_year(item: Item) -> Hashable | None:
    """`1990`, which the other side may write as `90`."""
    return item.key[-2:] if item.key.isdecimal() and len(item.key) == 4 else None


def _short(item: Item) -> Hashable | None:
    return item.key if item.key.isdecimal() and len(item.key) == 2 else None
