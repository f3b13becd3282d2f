"""Programs measured beside Hugo, round by round: what disturbs a round disturbs both."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from benchmarks.compare.measure import Time, peak_memory, timed
from benchmarks.compare.programs import HUGO, SITEGEN, Program, Scenario
from benchmarks.compare.project import Project
from benchmarks.compare.results import Row, deviation

MEMORY_ROUNDS = 3
BESIDE: dict[Scenario, Scenario] = {"clean": "clean", "edited": "edited", "unchanged": "edited"}
"""What of Hugo's each scenario is divided by. It builds everything again, whatever has changed."""

Round = dict[tuple[str, Scenario], Time]


def compared(programs: Sequence[Program], chapters: int, rounds: int) -> list[Row]:
    """Rows of the programs and of Hugo. Every second round runs them the other way round.

    Memory comes first: by these runs the programs are in the system's cache when their time is taken.
    """
    projects = [Project.made(program, chapters) for program in dict.fromkeys((HUGO, *programs))]
    peaks = {project.program.key: _peak(project, min(rounds, MEMORY_ROUNDS)) for project in projects}
    found = [_round(projects[:: -1 if number % 2 else 1], number) for number in range(rounds)]
    return [
        _row(project.program, scenario, chapters, found, peaks)
        for project in projects
        for scenario in project.program.scenarios
    ]


def grown(sizes: Sequence[int], rounds: int) -> list[Row]:
    """Of sitegen alone, at each size in every round; the ratios are of a chapter's time to that in the
    smallest corpus of the same round.
    """
    projects = {size: Project.made(SITEGEN, size) for size in sizes}
    peaks = {size: _peak(project, 1) for size, project in projects.items()}
    found: list[dict[int, Time]] = []
    for number in range(rounds):
        turn = list(projects)[:: -1 if number % 2 else 1]
        found.append({size: _measured(projects[size], "clean", number) for size in turn})
    return [
        Row(
            SITEGEN.key,
            "growth",
            size,
            walls=tuple(one[size].wall for one in found),
            cpus=tuple(one[size].cpu for one in found),
            ratios=tuple(deviation(one[size].wall, size, one[sizes[0]].wall, sizes[0]) + 1 for one in found),
            peak=peaks[size],
        )
        for size in sizes
    ]


def _round(projects: Sequence[Project], number: int) -> Round:
    return {
        (project.program.key, scenario): _measured(project, scenario, number)
        for project in projects
        for scenario in project.program.scenarios
    }


def _measured(project: Project, scenario: Scenario, number: int) -> Time:
    if scenario == "clean":
        project.clean()
    elif scenario == "edited":
        project.edit(f"Runde {number}.")
    time = timed(project.build)
    print(f"  {project.program.title}, {scenario}: {time.wall:.2f} s, processor {time.cpu:.2f} s", flush=True)
    return time


def _peak(project: Project, times: int) -> int:
    peaks: list[int] = []
    for _ in range(times):
        project.clean()
        peaks.append(peak_memory(project.build))
    print(f"  {project.program.title}, memory: {max(peaks) / 1e6:.0f} MB", flush=True)
    return int(median(peaks))


def _row(
    program: Program, scenario: Scenario, chapters: int, found: Sequence[Round], peaks: dict[str, int]
) -> Row:
    """Memory stands at the clean build only."""
    times = [one[program.key, scenario] for one in found]
    beside = [one[HUGO.key, BESIDE[scenario]] for one in found]
    clean = scenario == "clean"
    return Row(
        program.key,
        scenario,
        chapters,
        walls=tuple(time.wall for time in times),
        cpus=tuple(time.cpu for time in times),
        ratios=tuple(time.wall / other.wall for time, other in zip(times, beside, strict=True)),
        peak=peaks[program.key] if clean else None,
        peak_ratio=peaks[program.key] / peaks[HUGO.key] if clean else None,
    )
