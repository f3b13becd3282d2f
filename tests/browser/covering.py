"""A covering array: few visits in which every pair of conditions meets at least once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product

Choice = Mapping[str, str]
Pair = frozenset[tuple[str, str]]


def covering(factors: Mapping[str, Sequence[str]], allowed: Callable[[Choice], bool]) -> list[Choice]:
    """Choices of one value for each factor that hold every pair of values some allowed choice holds.

    Greedy: of all allowed choices the first one that adds most pairs, until none is missing. The same
    factors always give the same choices.
    """
    choices = [choice for choice in _product(factors) if allowed(choice)]
    missing = set[Pair]().union(*map(pairs, choices))
    found: list[Choice] = []
    while missing:
        best = max(choices, key=lambda choice: len(pairs(choice) & missing))
        found.append(best)
        missing -= pairs(best)
    return found


def pairs(choice: Choice) -> set[Pair]:
    """Every two conditions that a choice brings together."""
    return {frozenset(two) for two in combinations(choice.items(), 2)}


def _product(factors: Mapping[str, Sequence[str]]) -> Iterator[Choice]:
    for values in product(*factors.values()):
        yield dict(zip(factors, values, strict=True))
