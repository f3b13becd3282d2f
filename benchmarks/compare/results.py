"""What was measured, as values and as a JSON file, so that a long run adds to what earlier ones found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median

Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One program in one scenario at one size: seconds of each round; `ratios` are its wall times divided
    by those of Hugo in the same round, where it grows those of a chapter by those in the smallest corpus;
    `peak` is in bytes, `peak_ratio` to Hugo's.
    """

    program: str
    scenario: str
    chapters: int
    walls: tuple[float, ...]
    cpus: tuple[float, ...] = ()
    ratios: tuple[float, ...] = ()
    peak: int | None = None
    peak_ratio: float | None = None

    @property
    def key(self) -> Key:
        return self.program, self.scenario, self.chapters

    @property
    def wall(self) -> float:
        return median(self.walls)

    @property
    def cpu(self) -> float | None:
        return median(self.cpus) if self.cpus else None

    @property
    def ratio(self) -> float | None:
        """The median of the rounds' ratios."""
        return median(self.ratios) if self.ratios else None


def deviation(cost: float, size: int, smallest_cost: float, smallest: int) -> float:
    """By what share the cost of one chapter is above that in the smallest corpus."""
    return (cost / size) / (smallest_cost / smallest) - 1


@dataclass(frozen=True, slots=True)
class Results:
    """`machine` says where the newest of the rows were measured."""

    machine: str
    versions: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()

    def without(self, programs: Iterable[str]) -> Results:
        """Nothing of these, whose code may have changed since."""
        gone = frozenset(programs)
        return replace(self, rows=tuple(row for row in self.rows if row.program not in gone))

    def merged(self, rows: Iterable[Row], versions: Mapping[str, str], machine: str) -> Results:
        newer = {row.key: row for row in (*self.rows, *rows)}
        return Results(machine, {**self.versions, **versions}, tuple(newer.values()))

    def row(self, program: str, scenario: str, chapters: int) -> Row | None:
        return next((row for row in self.rows if row.key == (program, scenario, chapters)), None)

    def of(self, program: str, scenario: str) -> tuple[Row, ...]:
        """At all sizes, the smallest first."""
        found = (row for row in self.rows if (row.program, row.scenario) == (program, scenario))
        return tuple(sorted(found, key=lambda row: row.chapters))

    def largest(self, program: str, scenario: str) -> Row | None:
        return next(reversed(self.of(program, scenario)), None)


def read(path: Path) -> Results:
    """Nothing where there is no such file yet."""
    if not path.exists():
        return Results("")
    value = json.loads(path.read_text("utf-8"))
    return Results(value["machine"], value["versions"], tuple(_rows(value["rows"])))


def write(path: Path, results: Results) -> None:
    path.write_text(json.dumps(asdict(results), indent=1, ensure_ascii=False), encoding="utf-8")


def _rows(values: Iterable[Mapping[str, object]]) -> Iterator[Row]:
    for value in values:
        listed = {name: tuple(one) if isinstance(one, list) else one for name, one in value.items()}
        yield Row(**listed)  # type: ignore[arg-type]  # what `asdict` made of a row
