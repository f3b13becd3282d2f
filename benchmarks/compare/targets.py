"""What sitegen is to reach, and whether what was measured reaches it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.compare.programs import HUGO, SITEGEN
from benchmarks.compare.results import Results

SMALL = 5
"""Chapters in each of two languages of a small publication."""
LINEAR = 0.20
"""By how much time and memory per chapter may grow between the smallest and the largest corpus."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`measured` and `limit` are ratios to Hugo where `hugo` is given, else seconds.

    `ours` and `hugo` are what the ratio is of, as text with a unit.
    """

    name: str
    ours: str
    hugo: str
    measured: float
    limit: float

    @property
    def is_ratio(self) -> bool:
        return bool(self.hugo)

    @property
    def reached(self) -> bool:
        return self.measured <= self.limit


def verdicts(results: Results, chapters: int) -> Iterator[Verdict]:
    """Those of which there are measurements."""
    for name, scenario, beside, limit in (
        ("clean build", "clean", "clean", 3),
        ("one chapter edited", "edited", "edited", 0.25),
        ("nothing changed", "unchanged", "edited", 0.12),
    ):
        row, other = results.row(SITEGEN.key, scenario, chapters), results.row(HUGO.key, beside, chapters)
        if row and other and row.ratio is not None:
            yield Verdict(name, seconds(row.wall), seconds(other.wall), row.ratio, limit)
    row, other = results.row(SITEGEN.key, "clean", chapters), results.row(HUGO.key, "clean", chapters)
    if row and other and row.peak and other.peak:
        yield Verdict("peak memory", memory(row.peak), memory(other.peak), row.peak / other.peak, 1)
    for name, scenario, size, limit in (
        ("preview after a save", "preview", chapters, 0.5),
        (f"{2 * SMALL} chapters (2 × {SMALL}), clean build", "clean", SMALL, 1),
    ):
        row = results.row(SITEGEN.key, scenario, size)
        if row:
            yield Verdict(name, seconds(row.wall), "", row.wall, limit)


def seconds(value: float) -> str:
    return f"{value:.1f} s" if value >= 10 else f"{value:.2f} s"


def memory(value: int) -> str:
    return f"{value / 1e6:,.0f} MB"
