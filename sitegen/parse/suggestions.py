"""Nearest right names, as long as looking for them takes no noticeable time (robustness.md, promise 4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sitegen.diagnostics import nearest

LONGEST = 100
"""Characters of a word worth comparing."""


@dataclass(slots=True)
class Suggestions:
    """Suggestions for one file or one publication: `left` comparisons may still be made."""

    left: int = 20_000

    def nearest(self, word: str, names: Collection[str]) -> str | None:
        if len(word) > LONGEST or len(names) > self.left:
            return None
        self.left -= len(names)
        return nearest(word, (name for name in names if len(name) <= 2 * LONGEST))
