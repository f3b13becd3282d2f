"""The same function over many things, on several processes where that is worth it.

On this machine the processes are forks: what the function needs is there already, only results travel. Any
other executor (concurrent.futures) is sent what it needs (parcels.py). Where there is little to do, it is
done here. The results come in the order of the things, so that nothing depends on who did which.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent import futures  # the pool of processes is loaded when it is asked for
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias, TypeVar

from sitegen.build.garbage import collect_rarely
from sitegen.build.parcels import Work, digest, packed, results, worked
from sitegen.build.processes import CAN_FORK, WorkersError, processors

Thing = TypeVar("Thing")
Result = TypeVar("Result")
Jobs: TypeAlias = int | Executor | None
"""So many processes of this machine (None: as many as it has processors), or an executor."""

WORTH = 16
"""So many things pay for starting processes."""
WORTH_SENDING = 128
"""So many things pay for processes that must be told everything."""
_PART = 16
"""At most so many things are handed to a process at once."""
_AHEAD = 3
"""Parts for each process that are begun before their results are asked for: more would fill the memory."""
_PATIENCE = 2.0
"""Seconds after which an executor is asked whether it is still there."""

_work: Work = (lambda thing: thing, ())
"""What the forks find: the function and the things."""


class Crew(Executor):
    """An executor on other machines. WorkersError where it cannot be had."""

    @property
    def processes(self) -> int:
        raise NotImplementedError

    def hand_over(self, parcel: bytes) -> Any:
        """Bring bytes to every process, and return what they are called in a task."""
        raise NotImplementedError

    def is_loss(self, error: Exception) -> bool:
        """Whether an error says that a process is gone."""
        raise NotImplementedError

    def look(self) -> None:
        """WorkersError where nobody is left to work."""
        raise NotImplementedError


def spread(
    function: Callable[[Thing], Result], things: Sequence[Thing], jobs: Jobs, worth: int | None = None
) -> Iterator[Result]:
    """`map(function, things)` on several processes, where there are `worth` things (None: as many as pay)."""
    if isinstance(jobs, Executor):
        is_worth = len(things) >= (worth or WORTH_SENDING)
        return _sent(function, things, jobs) if is_worth else map(function, things)
    processes = min(jobs or processors(), len(things)) if len(things) >= (worth or WORTH) else 1
    if processes < 2 or not CAN_FORK:
        return map(function, things)
    return _forked(function, things, processes)


def _forked(function: Callable[[Thing], Result], things: Sequence[Thing], processes: int) -> Iterator[Result]:
    global _work  # noqa: PLW0603  (handed over by forking, and taken back at once)
    _work = (function, things)
    gc.freeze()
    try:
        context = multiprocessing.get_context("fork")
        with futures.ProcessPoolExecutor(processes, context, initializer=collect_rarely) as pool:
            for done in _in_order(lambda *part: pool.submit(_part, *part), len(things), processes, None):
                yield from done
    finally:
        _work = (lambda thing: thing, ())
        gc.unfreeze()


def _part(first: int, end: int) -> list[Any]:
    function, things = _work
    return [function(things[index]) for index in range(first, end)]


def _sent(
    function: Callable[[Thing], Result], things: Sequence[Thing], executor: Executor
) -> Iterator[Result]:
    crew = executor if isinstance(executor, Crew) else None
    processes = crew.processes if crew else processors()
    parcel, small = packed(function, things), crew is not None
    name = digest(parcel)
    with _handed_over(parcel, executor) as shared:

        def submit(first: int, end: int) -> Future[bytes]:
            return executor.submit(worked, shared, name, first, end, small=small)

        for data in _in_order(submit, len(things), processes, crew):
            yield from results(data, small=small)


@contextmanager
def _handed_over(parcel: bytes, executor: Executor) -> Iterator[Any]:
    """What stands for a parcel in a task: processes of this machine read it from a file."""
    if isinstance(executor, Crew):
        yield executor.hand_over(parcel)
    elif isinstance(executor, futures.ProcessPoolExecutor):
        with TemporaryDirectory(prefix="sitegen-") as folder:
            path = Path(folder) / "parcel"
            path.write_bytes(parcel)
            yield path
    else:
        yield parcel


def _in_order(
    submit: Callable[[int, int], Future[Any]], count: int, processes: int, crew: Crew | None
) -> Iterator[Any]:
    """The results of all parts, a few of which are begun ahead."""
    size = max(1, min(_PART, count // (processes * 4)))
    parts = (submit(first, min(first + size, count)) for first in range(0, count, size))
    waiting: deque[Future[Any]] = deque()
    try:
        waiting.extend(islice(parts, processes * _AHEAD))
        while waiting:
            result = _awaited(waiting.popleft(), crew)
            waiting.extend(islice(parts, 1))
            yield result
    except Exception as error:
        if isinstance(error, BrokenExecutor | CancelledError) or (crew and crew.is_loss(error)):
            raise WorkersError("OUT012") from error
        raise
    finally:
        for future in waiting:
            future.cancel()


def _awaited(future: Future[Any], crew: Crew | None) -> Any:
    if crew is None:
        return future.result()
    while True:
        try:
            return future.result(_PATIENCE)
        except TimeoutError:
            if future.done():
                raise
            crew.look()
