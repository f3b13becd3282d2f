"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.compare.programs import HUGO, PROGRAMS, SITEGEN
from benchmarks.compare.results import Results, Row, deviation
from benchmarks.compare.start import COMMANDS
from benchmarks.compare.targets import LINEAR, Verdict, memory, seconds, verdicts

NAMES = {"bare": "`python -c pass`", "version": "`sitegen --version`", "check": "`sitegen check`"}


def report(results: Results, chapters: int) -> str:
    """Every part of which something was measured; made again from the same results it is the same."""
    parts = [
        "# sitegen beside other programs\n",
        "Made by `make bench`; [how to read it](README.md#sitegen-beside-other-programs).\n",
        f"{results.machine}.\n",
        *_targets(results, chapters),
        "![Milliseconds per chapter for each program, and sitegen's ratios to Hugo](results.svg)\n",
        *_programs(results),
        *_starts(results),
        *_growth(results.of(SITEGEN.key, "growth")),
    ]
    return "\n".join(parts)


def _targets(results: Results, chapters: int) -> Iterator[str]:
    rows = [_target(verdict) for verdict in verdicts(results, chapters)]
    clean = results.row(SITEGEN.key, "clean", chapters)
    if rows and clean:
        yield f"## Targets: 2 × {chapters:,} chapters, {_rounds(clean)}\n"
        yield table(("", "sitegen", "Hugo", "ratio", "target", "reached"), rows)


def _target(verdict: Verdict) -> tuple[str, ...]:
    ratio, unit = (times(verdict.measured), " ×") if verdict.is_ratio else ("", " s")
    reached = "yes" if verdict.reached else "no"
    return verdict.name, verdict.ours, verdict.hugo, ratio, f"≤ {verdict.limit:g}{unit}", reached


def _programs(results: Results) -> Iterator[str]:
    """Clean builds of all programs, at each size at which several were measured."""
    sizes = sorted({row.chapters for row in results.rows if row.scenario == "clean"}, reverse=True)
    for size in sizes:
        rows = [row for key in PROGRAMS if (row := results.row(key, "clean", size))]
        yield f"## Clean build: 2 × {size:,} chapters\n"
        heads = ("program", "rounds", "time", "processor time", "peak memory", "time to Hugo's")
        yield table(heads, [_program(row) for row in sorted(rows, key=lambda row: row.wall)])
    yield "Versions, and what is in each:\n"
    for key, program in PROGRAMS.items():
        if key in results.versions:
            yield f"- **{program.title}** ({results.versions[key]}): {program.about}"
    yield ""


def _program(row: Row) -> tuple[str, ...]:
    return (
        PROGRAMS[row.program].title,
        str(len(row.walls)),
        seconds(row.wall),
        "" if row.cpu is None else seconds(row.cpu),
        "" if row.peak is None else memory(row.peak),
        "" if row.ratio is None or row.program == HUGO.key else times(row.ratio),
    )


def _starts(results: Results) -> Iterator[str]:
    rows = [row for scenario in COMMANDS if (row := results.largest(SITEGEN.key, scenario))]
    if rows:
        yield f"## Start of a command: 2 × {rows[0].chapters} chapters, {_rounds(rows[0])}\n"
        yield table(("command", "time"), [(NAMES[row.scenario], f"{row.wall * 1000:.0f} ms") for row in rows])


def _growth(rows: Sequence[Row]) -> Iterator[str]:
    """Each size beside the smallest: by how much a chapter costs more in it."""
    if len(rows) < 2:
        return
    first = rows[0]
    yield f"## Growth (target: linear within {LINEAR:.0%}), {_rounds(first)}\n"
    heads = ("chapters", "time", "per chapter", "off linear", "peak memory", "per chapter", "off linear")
    yield table(heads, [_grown(row, first) for row in rows])


def _grown(row: Row, first: Row) -> tuple[str, ...]:
    peak, smallest = row.peak or 0, first.peak or 1
    return (
        f"2 × {row.chapters:,}",
        seconds(row.wall),
        f"{row.wall / row.chapters * 1000:.1f} ms",
        f"{(row.ratio or 1) - 1:+.0%}",
        memory(peak),
        f"{peak / row.chapters / 1000:,.0f} kB",
        f"{deviation(peak, row.chapters, smallest, first.chapters):+.0%}",
    )


def times(ratio: float) -> str:
    return f"{ratio:.1f} ×" if ratio >= 10 else f"{ratio:.2f} ×"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The first column is text, all others are numbers."""
    rule = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows)) + "\n"


def _rounds(row: Row) -> str:
    return f"median of {len(row.walls)}" if len(row.walls) > 1 else "one run"
