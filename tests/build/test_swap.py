"""Wholly the old site or wholly the new one, whatever happens meanwhile (robustness.md, promise 8)."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import resource
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import in_place, output, staging
from sitegen.build.lock import locked
from sitegen.build.output import OutputError, Written, write
from tests.build.killed import CASES, NEW, OLD, Case, limit, plays_dead, prepare, run, tree
from tests.site.samples import ROOT

MOST = 300
"""So many calls no case needs; a loop that finds no end would be one."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "public"


@pytest.fixture(autouse=True)
def no_litter(tmp_path: Path) -> Iterator[None]:
    """Whatever happens, nothing of ours stays beside the folder."""
    yield
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".sitegen-")] == []


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody pulls the plug here, and the disk is busy with others' files."""
    for place, name in ((output, "flush"), (output, "flush_names"), (in_place, "flush")):
        monkeypatch.setattr(place, name, lambda _: None)


@pytest.mark.parametrize("name", CASES)
def test_dead_at_any_call(name: str, tmp_path: Path) -> None:
    found, count = run(CASES[name], tmp_path, plays_dead)
    assert found == []
    assert count > 25


def test_killed_at_any_call(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.build.killed", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    found, count = json.loads(done.stdout)
    assert found == []
    assert count > 50


class Full:
    """From its n-th call on, a full disk takes nothing more."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def refused(*args: Any, **extra: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "x")
            return call(*args, **extra)

        grows = name in {"open", "write", "link", "symlink", "mkdir", "flush"}
        return refused if grows else call


@pytest.mark.parametrize("name", CASES)
def test_a_full_disk_changes_nothing(name: str, tmp_path: Path) -> None:
    new = {"ru/c.html", "data/q.json"} if CASES[name].is_fixed else set()  # in folders not there yet
    site = {path: data for path, data in NEW.items() if path not in new}
    for number in range(MOST):
        out = tmp_path / f"{number}" / "public"
        out.parent.mkdir()
        prepare(CASES[name], out)
        before = tree(out)
        if is_written(CASES[name], site, out, Full(number)):
            assert number > 10
            return
        assert (tree(out) == before) or site.items() <= tree(out).items()
        assert [path.name for path in out.parent.iterdir() if path.name != "public"] == []
    raise AssertionError("no build came to its end")


def is_written(case: Case, site: dict[str, bytes], out: Path, full: Full) -> bool:
    """Whether a build met no full disk; if it did and failed, it says so and nothing has changed."""
    before = tree(out)
    with pytest.MonkeyPatch.context() as patch:
        limit(case, full, patch.setattr)
        try:
            write(site, out)
        except OutputError as error:
            found = error.diagnostic.code
        else:
            return full.left >= 0
    assert (found, tree(out)) == ("OUT002", before)
    return False


def test_a_file_that_the_system_refuses(out: Path) -> None:
    """No stand-in: the kernel itself says no in the middle of a file."""
    write(OLD, out)
    before = tree(out)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, hard))
    try:
        with pytest.raises(OutputError) as caught:
            write(NEW, out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.diagnostic.code == "OUT002"
    assert tree(out) == before


def test_an_open_folder_keeps_the_old_site_until_it_is_removed(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a reader sees who holds the folder itself open, and one who asks by its name."""
    write(OLD, out)
    seen: list[tuple[bytes, bytes]] = []

    def look(*args: Any) -> None:
        held = os.open("index.html", os.O_RDONLY, dir_fd=folder)
        seen.append((os.read(held, 100), (out / "index.html").read_bytes()))
        os.close(held)
        staging.sweep(*args)

    monkeypatch.setattr(output, "sweep", look)
    folder = os.open(out, os.O_RDONLY)
    page = os.open(out / "index.html", os.O_RDONLY)
    write(NEW, out)
    assert seen == [(b"old front", b"new front")]
    assert os.read(page, 100) == b"old front"
    assert os.listdir(folder) == []  # noqa: PTH208  (a folder that is open, not a path)
    os.close(folder)
    os.close(page)


def test_the_folder_is_never_missing(out: Path) -> None:
    """A reader asks again and again while the site changes twenty times."""
    write(OLD, out)
    missing: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for name in ("index.html", "de/a.html", output.MANIFEST):
                try:
                    (out / name).read_bytes()
                except OSError as error:
                    missing.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(10):
        write({**NEW, "n": str(number).encode()}, out)
        write({**OLD, "n": str(number).encode()}, out)
    done.set()
    reader.join()
    assert missing == []


def test_what_comes_while_we_build_stays(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the look at the folder and the swap: new files, changed ones, and replaced ones."""
    write(OLD, out)
    (out / "appended.txt").write_bytes(b"1")
    (out / "replaced.txt").write_bytes(b"1")

    def late(folder: Path) -> None:
        with (out / "appended.txt").open("ab") as file:
            file.write(b"2")
        (out / "other").write_bytes(b"2, and later")
        (out / "other").replace(out / "replaced.txt")
        (out / "late" / "deep").mkdir(parents=True)
        (out / "late" / "deep" / "x").write_bytes(b"late")

    monkeypatch.setattr(output, "flush", late)
    write(NEW, out)
    found = tree(out)
    assert found["appended.txt"] == b"12"
    assert found["replaced.txt"] == b"2, and later"
    assert found["late/deep/x"] == b"late"
    assert {path: found[path] for path in NEW} == NEW


def test_two_builds_at_once_leave_one_whole_site(out: Path) -> None:
    sites = [{**NEW, "n": b"new"}, {**OLD, "n": b"old"}]
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=build_often, args=(site, out)) for site in sites]
    for one in builders:
        one.start()
    for one in builders:
        one.join()
    assert [one.exitcode for one in builders] == [0, 0]
    found = {path: data for path, data in tree(out).items() if data != "folder" and path != output.MANIFEST}
    assert found in sites


def build_often(site: dict[str, bytes], out: Path) -> None:
    for number in range(8):
        write({**site, "n": str(number).encode()}, out)
        write(site, out)


def test_a_build_that_waits_too_long_says_so(out: Path, tmp_path: Path) -> None:
    write(OLD, out)
    before = tree(out)
    with locked(tmp_path / ".sitegen-lock-public", 0), pytest.raises(OutputError) as caught:
        write(NEW, out, wait=0.1)
    assert caught.value.diagnostic.code == "OUT007"
    assert caught.value.diagnostic.span.path == "public"
    assert tree(out) == before
    write(NEW, out, wait=0)


def test_a_build_that_waits_goes_on_when_the_other_is_done(out: Path, tmp_path: Path) -> None:
    released = threading.Event()
    taken = threading.Event()

    def hold() -> None:
        with locked(tmp_path / ".sitegen-lock-public", 0):
            taken.set()
            released.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    taken.wait(10)
    threading.Timer(0.1, released.set).start()
    assert write(NEW, out, wait=30).written == len(NEW)
    holder.join()


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_modes_are_the_same_under_any_mask(mask: int, out: Path) -> None:
    old = os.umask(mask)
    try:
        write(OLD, out)
        write(NEW, out)
    finally:
        os.umask(old)
    for path in (out, *out.rglob("*")):
        mode = path.lstat().st_mode
        assert stat.S_ISDIR(mode) or stat.S_ISREG(mode)
        assert stat.S_IMODE(mode) == (0o755 if stat.S_ISDIR(mode) else 0o644), path


def test_rights_that_somebody_took_are_given_back(out: Path) -> None:
    write(NEW, out)
    (out / "index.html").chmod(0o600)
    (out / "de").chmod(0o700)
    assert write(NEW, out) == Written(0, len(NEW), 0)
    assert stat.S_IMODE((out / "index.html").stat().st_mode) == 0o644
    assert stat.S_IMODE((out / "de").stat().st_mode) == 0o755


def test_nothing_is_touched_where_nothing_changes(out: Path) -> None:
    write(NEW, out)
    before = (out.parent.stat(), *(path.lstat() for path in (out, *sorted(out.rglob("*")))))
    write(NEW, out)
    assert (out.parent.stat(), *(path.lstat() for path in (out, *sorted(out.rglob("*"))))) == before


def test_what_is_not_ours_keeps_its_rights_and_dates(out: Path) -> None:
    write(OLD, out)
    mine = out / "mine"
    mine.mkdir()
    (mine / "file").write_bytes(b"mine")
    (mine / "file").chmod(0o640)
    os.utime(mine / "file", (1, 1))
    os.mkfifo(mine / "pipe")
    mine.chmod(0o500)
    os.utime(mine, (2, 2))
    before = {path: path.lstat() for path in (mine / "file", mine / "pipe")}
    write(NEW, out)
    for path, known in before.items():
        found = path.lstat()
        assert (found.st_ino, found.st_mode, found.st_mtime) == (known.st_ino, known.st_mode, known.st_mtime)
    assert (stat.S_IMODE(mine.stat().st_mode), mine.stat().st_mtime) == (0o500, 2)
    mine.chmod(0o700)


def test_a_reference_to_the_folder_stays_one(out: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    out.symlink_to("real")
    write(OLD, out)
    write(NEW, out)
    assert out.is_symlink()
    assert (tmp_path / "real" / "index.html").read_bytes() == b"new front"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public", "real"]


def test_a_very_long_name(tmp_path: Path) -> None:
    out = tmp_path / ("ä" * 125)
    write(OLD, out)
    write(NEW, out)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_link_in_the_place_of_the_lock_is_not_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / ".sitegen-lock-public").symlink_to("victim")
    with pytest.raises(OutputError):
        write(NEW, out)
    assert not (tmp_path / "victim").exists()
    (tmp_path / ".sitegen-lock-public").unlink()


def test_a_link_in_the_place_of_the_new_site_is_removed_and_not_followed(out: Path, tmp_path: Path) -> None:
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim" / "x").write_bytes(b"mine")
    (tmp_path / ".sitegen-new-public").symlink_to("victim")
    (tmp_path / ".sitegen-old-public").symlink_to("victim")
    write(NEW, out)
    assert tree(tmp_path / "victim") == {"x": b"mine"}
    assert tree(out).keys() >= NEW.keys()


def test_what_older_versions_left_goes(out: Path) -> None:
    write(OLD, out)
    (out / "de" / ".sitegen-abc123").write_bytes(b"half")
    write(NEW, out)
    assert not (out / "de" / ".sitegen-abc123").exists()
