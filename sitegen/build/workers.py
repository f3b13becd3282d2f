"""The same function over many things, on several processes where that is worth it.

The processes are forks: what the function needs is there already, only results travel. Where the
system cannot fork, or there is little to do, the work is done here. The results come in the order
of the things, so that nothing depends on the number of processes.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

WORTH = 48
"""So many things pay for starting processes."""

_work: tuple[Callable[[Any], Any], Sequence[Any]] = (lambda thing: thing, ())
"""What the forks find: the function and the things."""


def spread(
    function: Callable[[Thing], Result], things: Sequence[Thing], jobs: int | None, worth: int | None = None
) -> Iterator[Result]:
    """`map(function, things)`, on `jobs` processes (None: as many as there are processors), where there
    are `worth` things (None: WORTH).
    """
    processes = min(jobs or _processors(), len(things)) if len(things) >= (worth or WORTH) else 1
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(function, things)
        return
    global _work  # noqa: PLW0603  (handed over by forking, and taken back at once)
    _work = (function, things)
    gc.freeze()
    chunk = max(1, min(16, len(things) // (processes * 4)))
    try:
        with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("fork")) as pool:
            yield from pool.map(_call, range(len(things)), chunksize=chunk)
    finally:
        _work = (lambda thing: thing, ())
        gc.unfreeze()


def _call(index: int) -> Any:
    function, things = _work
    return function(things[index])


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
