"""What a command costs: wall time, processor time, and memory of all its processes together.

Time and memory are taken in separate runs, because looking at memory every 20 ms costs time itself.
Linux only: memory is read from /proc.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

INTERVAL = 0.02
"""Seconds between two looks at the memory."""
TAIL = 3000
"""Bytes of a failed command's output that are told."""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, where, with what added to the environment."""

    arguments: tuple[str, ...]
    folder: Path
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds of a whole command with all processes it started and waited for."""

    wall: float
    cpu: float


class CommandError(Exception):
    """A program that is compared did not do its work; the message holds the end of what it said."""


def timed(command: Command) -> Time:
    """What was written before goes to the disk first, lest the command wait for it."""
    os.sync()
    with tempfile.TemporaryFile() as said:
        before = time.perf_counter()
        process = started(command, said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        _demand(process, command, said)
    return Time(wall, usage.ru_utime + usage.ru_stime)


def peak_memory(command: Command) -> int:
    """Bytes: the highest sum of the proportional set sizes (PSS) of all its processes at one moment.

    A page that several processes share counts once in all: the fair measure for programs that fork.
    """
    peak = 0
    with tempfile.TemporaryFile() as said:
        process = started(command, said)
        while process.poll() is None:
            peak = max(peak, sum(map(_proportional, _processes(process.pid))))
            time.sleep(INTERVAL)
        _demand(process, command, said)
    return peak


def started(command: Command, output: BinaryIO | int) -> subprocess.Popen[bytes]:
    """In a session of its own, by which all its processes are found, orphans too."""
    return subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env={**_environment(), **dict(command.environment)},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _environment() -> dict[str, str]:
    """Ours; but programs in Python keep the code that they have compiled, as they do for all."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _demand(process: subprocess.Popen[bytes], command: Command, said: BinaryIO) -> None:
    if process.returncode:
        said.seek(max(0, said.seek(0, os.SEEK_END) - TAIL))
        tail = said.read().decode("utf-8", "replace")
        raise CommandError(f"{' '.join(command.arguments)}: exit code {process.returncode}\n{tail}")


def _processes(session: int) -> Iterator[int]:
    """The processes of a session (proc(5), /proc/pid/stat: the fourth field behind the name)."""
    for stat_file in Path("/proc").glob("[0-9]*/stat"):
        try:
            stat = stat_file.read_bytes()
        except OSError:  # it has ended meanwhile
            continue
        if int(stat.rpartition(b")")[2].split()[3]) == session:
            yield int(stat_file.parent.name)


def _proportional(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_bytes().splitlines()
    except OSError:  # it has ended meanwhile, or is a zombie
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(b"Pss:")), 0)
