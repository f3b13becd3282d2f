"""Measure sitegen beside other programs: `python -m benchmarks.compare`, which `make bench` calls.

Writes benchmarks/results.md and benchmarks/results.svg. Programs that are not measured this time stay as the
last run found them (.bench/results.json), and so do the slow ones at other sizes.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.compare.plot import plot
from benchmarks.compare.preview import previewed
from benchmarks.compare.programs import BENCH, HUGO, PROGRAMS, SITEGEN, Program
from benchmarks.compare.project import clear_attic
from benchmarks.compare.report import report
from benchmarks.compare.results import Row, read, write
from benchmarks.compare.rounds import compared, grown
from benchmarks.compare.start import starts
from benchmarks.compare.targets import SMALL

FOLDER = Path(__file__).parents[1]
STORE = BENCH / "results.json"
SOME = 100
"""Chapters for the slow programs, unless they are asked for at full size."""
SIZES = (1_000, 2_500, 5_000)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be measured."""

    programs: tuple[Program, ...]
    chapters: int
    rounds: int
    slow: bool
    growth: bool


def main() -> None:
    """Results are kept after each part, so that a run that is broken off was not for nothing."""
    wish = _wish()
    BENCH.mkdir(exist_ok=True)
    results = read(STORE).without(program.key for program in wish.programs if not program.slow)
    versions = {program.key: program.version() for program in (HUGO, *wish.programs)}
    for rows in _parts(wish):
        results = results.merged(rows, versions, machine())
        write(STORE, results)
        (FOLDER / "results.svg").write_text(plot(results, wish.chapters), encoding="utf-8")
        (FOLDER / "results.md").write_text(report(results, wish.chapters), encoding="utf-8")
    clear_attic()
    print((FOLDER / "results.md").read_text("utf-8"))


def _wish() -> Wish:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("--chapters", type=int, default=1000, help="in each of two languages")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--only", action="append", choices=sorted(PROGRAMS), help="may be given more than once"
    )
    parser.add_argument("--slow", action="store_true", help="the slow programs at full size, one run each")
    parser.add_argument("--growth", action="store_true", help=f"sitegen at {SIZES} chapters too")
    given = parser.parse_args()
    programs = tuple(PROGRAMS[key] for key in given.only or PROGRAMS)
    return Wish(programs, given.chapters, given.rounds, given.slow, given.growth)


def _parts(wish: Wish) -> Iterator[Sequence[Row]]:
    quick = [program for program in wish.programs if not program.slow]
    slow = [program for program in wish.programs if program.slow]
    if quick:
        yield compared(quick, wish.chapters, wish.rounds)
    if SITEGEN in quick:
        yield from _sitegen(wish)
    if slow:
        yield compared([SITEGEN, *slow], min(SOME, wish.chapters), min(3, wish.rounds))
    if wish.growth:
        yield grown(SIZES, min(3, wish.rounds))
    if slow and wish.slow:
        rows = compared(slow, wish.chapters, 1)
        yield [row for row in rows if row.program != HUGO.key]


def _sitegen(wish: Wish) -> Iterator[Sequence[Row]]:
    for size in (SMALL, 2 * SMALL):
        yield compared([SITEGEN], size, wish.rounds)
    yield starts(wish.rounds)
    yield [previewed(wish.chapters, wish.rounds)]


def machine() -> str:
    """Cores, memory, system and Python: what a number depends on, without a date or a name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


if __name__ == "__main__":
    main()
