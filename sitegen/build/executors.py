"""Who does the work of a build, as the command line names it: what that needs is loaded only then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sitegen.build.processes import CAN_FORK, processors

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from sitegen.build.workers import Jobs

DASK = "dask:"
_ADDRESS = re.compile(r"dask:(tcp|tls)://(\[[\da-fA-F:]+\]|[^\s/:\[\]]+):\d{1,5}")


def is_executor(name: str) -> bool:
    """Whether it is `dask:` and the address of a scheduler."""
    return _ADDRESS.fullmatch(name) is not None


@contextmanager
def working(name: str | None, jobs: int | None) -> Iterator[Jobs]:
    """What a build is to be given as `jobs`, for as long as it runs. Without a name: so many processes of
    this machine; where these cannot be forks, the same ones for all phases, begun when there is work.
    """
    if name is not None:
        from sitegen.build.cluster import Cluster  # noqa: PLC0415  (few builds have one)

        with Cluster(name.removeprefix(DASK)) as cluster:
            yield cluster
    elif CAN_FORK or jobs == 1:
        yield jobs
    else:
        with spawning(jobs or processors()) as pool:
            yield pool


def spawning(processes: int) -> ProcessPoolExecutor:
    """Processes that begin empty."""
    import multiprocessing  # noqa: PLC0415  (nothing that every build should load)
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  (as above)

    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"))
