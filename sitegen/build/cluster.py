"""A Dask cluster as an executor: the same phases on other machines.

It is asked for only when there is work: a build in which nothing has changed neither imports the library nor
opens a connection. The workers that are there then do all of it, if each would make the same bytes as this
machine.
"""

from __future__ import annotations

import hashlib
import logging
import socket
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sitegen.build.processes import WorkersError
from sitegen.build.toolchain import PACKAGE
from sitegen.build.workers import Crew
from sitegen.version import VERSION

LIBRARY = "distributed"
COMMAND = "pip install 'sitegen-research[dask]'"
WAIT = 5.0
"""Seconds that a scheduler has to answer."""
LIBRARIES = ("babel", "jinja2", "markdown-it-py", "markupsafe", "nh3", "pillow", "pybtex", "pyyaml")
"""Those that have a hand in the bytes of a page."""


class Cluster(Crew):
    """The cluster of the scheduler at an address, such as `tcp://192.0.2.7:8786`."""

    def __init__(self, address: str) -> None:
        self._address = address

    @property
    def processes(self) -> int:
        return len(self._workers)

    def submit(self, function: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = self._executor.submit(function, *args, **options)
        return future

    def hand_over(self, parcel: bytes) -> Any:
        with _alive():
            return self._client.scatter(parcel, workers=self._present(), broadcast=True, hash=False)

    def is_loss(self, error: Exception) -> bool:
        return type(error).__module__.partition(".")[0] == LIBRARY

    def look(self) -> None:
        if self._client.status != "running":
            raise WorkersError("OUT012")
        if not self._present():
            raise WorkersError("OUT013", address=self._address)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  (inherited)
        if "_client" in self.__dict__:
            self._client.close()

    @cached_property
    def _client(self) -> Any:
        if find_spec(LIBRARY) is None:
            raise WorkersError("OUT009", command=COMMAND)
        try:
            _knock(self._address)
            return _connected(self._address)
        except Exception as error:  # whatever an address or a certificate can be wrong in
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise WorkersError("OUT010", address=self._address, reason=reason.rstrip(".")) from error

    @cached_property
    def _workers(self) -> Mapping[str, Any]:
        """The workers by their addresses, each of which makes the same bytes."""
        with _alive():
            workers: Mapping[str, Any] = self._client.run(toolbox, on_error="return")
        if not workers:
            raise WorkersError("OUT013", address=self._address)
        for address, theirs in sorted(workers.items()):
            _judge(address, theirs)
        return workers

    def _present(self) -> list[str]:
        """Which of them are still there. Those that came later have not been asked what they are."""
        known = self._client.scheduler_info(n_workers=-1)["workers"]
        return [address for address in self._workers if address in known]

    @cached_property
    def _executor(self) -> Executor:
        executor: Executor = self._client.get_executor(pure=False, workers=list(self._workers))
        return executor


def _knock(address: str) -> None:
    """OSError where nobody listens: the library would try again and again, and not say why."""
    place = urlsplit(address)
    socket.create_connection((place.hostname, place.port), WAIT).close()


def _connected(address: str) -> Any:
    from distributed import Client  # noqa: PLC0415  (an extra, and slow to load)

    class Connection(Client):  # type: ignore[misc]
        def __del__(self) -> None:
            """One that came to nothing has nothing to close; the library would wait for it, and complain."""

    for handler in logging.getLogger(LIBRARY).handlers:  # what matters of it is said by a finding
        handler.setLevel(logging.CRITICAL)
    return Connection(address, timeout=WAIT, set_as_default=False)


@contextmanager
def _alive() -> Iterator[None]:
    """WorkersError where a cluster that was there fails at what any can do."""
    try:
        yield
    except WorkersError:
        raise
    except Exception as error:  # the library’s are of many kinds
        raise WorkersError("OUT012") from error


def toolbox() -> Mapping[str, str]:
    """What the bytes of a page depend on beside its sources, each with its version. The files of this package
    count with their contents: their dates, by which `tool_digest` tells them apart, differ between machines.
    """
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    libraries = {name: _version(name) for name in LIBRARIES}
    return {"sitegen": VERSION, "Python": python, **libraries, "sitegen (files)": _contents(PACKAGE)}


def _judge(worker: str, theirs: Mapping[str, str] | Exception) -> None:
    """WorkersError where a worker has something else than we have, or does not understand the question."""
    if isinstance(theirs, OSError):
        raise WorkersError("OUT012") from theirs
    known = theirs if isinstance(theirs, Mapping) else {"sitegen": "–"}
    for name, ours in toolbox().items():
        if known.get(name) != ours:
            raise WorkersError("OUT011", worker=worker, name=name, theirs=known.get(name, "–"), ours=ours)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "–"


def _contents(folder: Path) -> str:
    made = hashlib.blake2b(digest_size=4)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            data = path.read_bytes()
            made.update(f"{path.relative_to(folder).as_posix()} {len(data)}\0".encode())
            made.update(data)
    return made.hexdigest()
