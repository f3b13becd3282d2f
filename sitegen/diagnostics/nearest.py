"""The nearest right name: what an author probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name with the smallest edit distance, if it is near enough to be meant; the first by
    the alphabet among equals. Case counts less than any letter.
    """
    best: tuple[int, str] | None = None
    limit = min(max(1, (len(word) + 1) // 3), len(word) - 1)  # something of the word must be left
    for name in sorted(set(names)):
        if abs(len(name) - len(word)) > limit:
            continue
        distance = edit_distance(word.casefold(), name.casefold(), limit)
        if distance <= limit:
            best, limit = (distance, name), distance - 1  # only a nearer one is looked for
    return best[1] if best else None


def edit_distance(a: str, b: str, limit: int) -> int:
    """Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment);
    anything above `limit` is `limit + 1`.
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, last, row = row, before, [i] + [0] * len(b)
        for j, other in enumerate(b, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                row[j] = min(row[j], last[j - 2] + 1)
        if min(row) > limit:
            return limit + 1
    return row[-1]
