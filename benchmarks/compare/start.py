"""What a command costs before it has done anything, beside a bare start of Python."""

from __future__ import annotations

import sys

from benchmarks.compare.measure import timed
from benchmarks.compare.programs import SITEGEN
from benchmarks.compare.project import Project
from benchmarks.compare.results import Row

CHAPTERS = 10
COMMANDS = {
    "bare": ("-c", "pass"),
    "version": ("-m", "sitegen", "--version"),
    "check": ("-m", "sitegen", "check"),
}
"""Scenario → what follows `python`."""


def starts(rounds: int) -> list[Row]:
    """In turns; the first round, which compiles modules, does not count."""
    project = Project.made(SITEGEN, CHAPTERS)
    found: dict[str, list[float]] = {scenario: [] for scenario in COMMANDS}
    for _ in range(rounds + 1):
        for scenario, arguments in COMMANDS.items():
            found[scenario].append(timed(project.command(sys.executable, *arguments)).wall)
    return [Row(SITEGEN.key, scenario, CHAPTERS, tuple(walls[1:])) for scenario, walls in found.items()]
