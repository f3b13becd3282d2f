"""The same results whoever does the work, and one clear finding where nobody does."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import cluster, workers
from sitegen.build.cluster import Cluster
from sitegen.build.documents import parse_all
from sitegen.build.executors import is_executor, spawning, working
from sitegen.build.inputs import read_inputs
from sitegen.build.parcels import packed
from sitegen.build.pipeline import compile_site
from sitegen.build.processes import WorkersError
from sitegen.build.store import Store
from sitegen.build.workers import spread
from sitegen.cli.new import starter
from sitegen.world import Memory
from tests.site.samples import TODAY

STUDY = Memory(starter(), TODAY)


@pytest.fixture
def everything_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH", 2)
    monkeypatch.setattr(workers, "WORTH_SENDING", 2)


@pytest.fixture(scope="module")
def expected() -> Mapping[str, bytes]:
    return compile_site(STUDY, jobs=1).artifacts


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster on this machine, of two processes."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(2, threads_per_worker=1, host="127.0.0.1", dashboard_address=":0") as local:
        yield local.scheduler_address


@contextmanager
def threads() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


@pytest.mark.usefixtures("everything_is_worth_it")
@pytest.mark.parametrize("make", [threads, lambda: spawning(2)], ids=["threads", "spawned"])
def test_any_executor_makes_the_same_bytes(make: Any, expected: Mapping[str, bytes]) -> None:
    with make() as executor:
        assert list(compile_site(STUDY, jobs=executor).artifacts.items()) == list(expected.items())


@pytest.mark.usefixtures("everything_is_worth_it")
def test_a_cluster_makes_the_same_bytes(scheduler: str, expected: Mapping[str, bytes]) -> None:
    with working(f"dask:{scheduler}", None) as executor:
        assert list(compile_site(STUDY, jobs=executor).artifacts.items()) == list(expected.items())


def test_a_cluster_of_another_version_is_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "VERSION", "99")
    with working(f"dask:{scheduler}", None) as executor, pytest.raises(WorkersError) as caught:
        list(spread(abs, range(300), executor))
    values = dict(caught.value.diagnostic.args)
    assert (caught.value.diagnostic.code, values["name"], values["ours"]) == ("OUT011", "sitegen", "99")


@pytest.mark.parametrize("count", [0, 1, 2, 5, 64, 65, 130, 1000])
@pytest.mark.parametrize("worth", [1, None])
def test_results_come_in_the_order_of_the_things(count: int, worth: int | None) -> None:
    with threads() as executor:
        assert list(spread(str, range(count), executor, worth)) == [str(number) for number in range(count)]


def test_only_a_little_is_begun_before_its_results_are_asked_for() -> None:
    begun: list[Future[Any]] = []

    class Noting(ThreadPoolExecutor):
        def submit(self, *task: Any, **options: Any) -> Future[Any]:
            begun.append(super().submit(*task, **options))
            return begun[-1]

    with Noting(2) as executor:
        results = spread(str, range(100_000), executor)
        assert next(results) == "0"
        assert len(begun) < 100


@pytest.mark.parametrize("start", [lambda: 2, lambda: spawning(1)], ids=["forked", "spawned"])
def test_a_process_that_dies_is_a_finding(start: Any) -> None:
    jobs = start()
    with pytest.raises(WorkersError) as caught:
        list(spread(os._exit, range(300), jobs))
    assert caught.value.diagnostic.code == "OUT012"


def test_a_mistake_of_ours_is_none(everything_is_worth_it: None) -> None:
    with threads() as executor, pytest.raises(ZeroDivisionError):
        list(spread((1).__truediv__, range(300), executor))


def test_what_is_sent_holds_the_texts_and_no_key(tmp_path: Path) -> None:
    """The store is another machine's to read no more than its key: bodies travel as they are kept."""
    key = b"not for others, this key of ours"
    store = Store(tmp_path / "store", key)
    documents = parse_all(read_inputs(STUDY, []), TODAY, [], store, jobs=1, progress=None)
    sent = packed(len, [documents])
    store.close()
    assert key not in sent
    assert str(tmp_path).encode() not in sent


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("dask:tcp://127.0.0.1:8786", True),
        ("dask:tls://scheduler.example.org:8786", True),
        ("dask:tcp://[fd00::7]:8786", True),
        ("dask:tcp://127.0.0.1", False),
        ("dask:127.0.0.1:8786", False),
        ("dask:inproc://x:1", False),
        ("tcp://127.0.0.1:8786", False),
        ("dask:tcp://127.0.0.1:8786/x", False),
        ("threads", False),
        ("", False),
    ],
)
def test_the_names_of_executors(name: str, known: bool) -> None:  # noqa: FBT001
    assert is_executor(name) is known


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LIBRARY", "no_such_library")
    with Cluster("tcp://127.0.0.1:1") as executor, pytest.raises(WorkersError) as caught:
        list(spread(abs, range(300), executor))
    assert caught.value.diagnostic.code == "OUT009"
