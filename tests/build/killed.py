"""Kills the writing of a site at every call that changes the disk, and looks at what is left.

Run as a program, `python -m tests.build.killed FOLDER`, it does so with real processes and SIGKILL, and
prints what went wrong and how many times it killed. Forks are dear: for the other cases the process
only plays dead, from the n-th call on.
"""

from __future__ import annotations

import errno
import gc
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import in_place, output, swap
from sitegen.build.output import write

OLD = {
    "index.html": b"old front",
    "de/a.html": b"a",
    "de/b.html": b"b",
    "assets/deep/x.png": b"x",
    "data": b"1",
}
NEW = {"index.html": b"new front", "de/a.html": b"a", "ru/c.html": b"c" * 5000, "data/q.json": b"{}"}
CALLS = (
    "open",
    "write",
    "link",
    "symlink",
    "mkdir",
    "rename",
    "replace",
    "unlink",
    "rmdir",
    "chmod",
    "utime",
)

Call = Callable[..., Any]
Tree = dict[str, bytes | str]


@dataclass(frozen=True)
class Case:
    """From one site to another; `wanting` are calls that this system does not have, and a folder that
    `is_fixed` cannot be renamed.
    """

    before: Mapping[str, bytes] | None = None
    wanting: tuple[str, ...] = ()
    is_fixed: bool = False


CASES = {
    "first": Case(),
    "update": Case(OLD),
    "update without a swap": Case(OLD, ("exchange",)),
    "update without links": Case(OLD, ("link",)),
    "update in place": Case(OLD, ("exchange",), is_fixed=True),
}


def tree(folder: Path) -> Tree:
    """All that stands in a folder; nothing where there is none."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in sorted(folder.rglob("*"))}


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"link to {path.readlink()}"
    return path.read_bytes() if path.is_file() else "folder"


def prepare(case: Case, out: Path) -> None:
    """The folder as it was before, with things in it that are not ours."""
    if case.before is None:
        return
    write(case.before, out)
    (out / ".git" / "objects").mkdir(parents=True)
    (out / ".git" / "config").write_bytes(b"[core]")
    (out / "CNAME").write_bytes(b"example.org")
    (out / "de" / "notiz.txt").write_bytes(b"mine")
    (out / "ring").symlink_to("de")


def limit(case: Case, around: Callable[[str, Call], Call], put: Callable[[Any, str, Any], None]) -> None:
    """Take away what this system does not have, and put something around every call that is left."""
    found = swap._call() if "exchange" not in case.wanting else None
    call = found and around("exchange", found)
    put(swap, "_call", lambda: call)
    flush = around("flush", lambda _: None)
    put(output, "flush", flush)
    put(in_place, "flush", flush)
    rename = os.rename
    for name in CALLS:
        given = refuse if name in case.wanting else getattr(os, name)
        put(os, name, around(name, given))
    if case.is_fixed:
        put(os, "rename", lambda one, other: refuse() if "public" in str(one) else rename(one, other))


def refuse(*_: object) -> None:
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


class DeadError(BaseException):
    """What nobody catches."""


class Killer:
    """Ends the process before its n-th call; of what should be written, half has been then."""

    def __init__(self, number: int, *, real: bool) -> None:
        self.left = number
        self.real = real

    def __call__(self, name: str, call: Call) -> Call:
        def counted(*args: Any, **extra: Any) -> Any:
            self.left -= 1
            if self.left == 0 and name == "write":
                call(args[0], bytes(args[1])[: len(args[1]) // 2])
            if self.left == 0 and self.real:
                os.kill(os.getpid(), signal.SIGKILL)
            if self.left <= 0:
                raise DeadError
            return call(*args, **extra)

        return counted


def plays_dead(case: Case, out: Path, number: int) -> bool:
    """Whether the build came to its n-th call, after which it could change nothing more."""
    killer = Killer(number, real=False)
    with pytest.MonkeyPatch.context() as patch:
        limit(case, killer, patch.setattr)
        with suppress(DeadError):
            write(NEW, out, wait=0)
    return killer.left <= 0


def is_killed(case: Case, out: Path, number: int) -> bool:
    """The same with a process of its own."""
    child = os.fork()
    if child == 0:
        try:
            limit(case, Killer(number, real=True), setattr)
            write(NEW, out, wait=0)
        except BaseException as error:  # noqa: BLE001  (told to the parent)
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if status and not os.WIFSIGNALED(status):
        raise SystemExit(f"call {number}: the build failed")
    return bool(status)


def faults(case: Case, folder: Path, number: int, states: tuple[Tree, Tree]) -> list[str]:
    """What is wrong after a build was killed, and after the next one."""
    out = folder / "public"
    found = []
    if case.is_fixed:
        wrong = [
            path
            for path, data in tree(out).items()
            if not path.startswith(".sitegen-") and data not in {one.get(path) for one in states}
        ]
        found += [f"call {number}: neither old nor new: {path}" for path in wrong]
    elif tree(out) not in states and (out.exists() or "exchange" not in case.wanting):
        found.append(f"call {number}: neither old nor new: {sorted(tree(out))}")
    again = NEW if number % 2 or case.before is None else case.before
    write(again, out, wait=0)
    if tree(out) != states[again is NEW]:
        found.append(f"call {number}: after the next build: {sorted(tree(out))}")
    if [path.name for path in folder.iterdir()] != ["public"]:
        found.append(f"call {number}: left: {sorted(path.name for path in folder.iterdir())}")
    return found


def run(case: Case, root: Path, kill: Callable[[Case, Path, int], bool]) -> tuple[list[str], int]:
    start, done = root / "start", root / "done"
    for folder in (start, done):
        folder.mkdir()
        prepare(case, folder / "public")
    write(NEW, done / "public")
    states = (tree(start / "public"), tree(done / "public"))
    found: list[str] = []
    number = 0
    while True:
        number += 1
        folder = root / "now"
        shutil.copytree(start, folder, symlinks=True)
        if not kill(case, folder / "public", number):
            return found, number - 1
        found += faults(case, folder, number, states)
        shutil.rmtree(folder)


def main(root: Path) -> None:
    gc.freeze()  # forks share what is never collected
    for place, name in ((output, "flush"), (output, "flush_names"), (in_place, "flush")):
        setattr(place, name, lambda _: None)  # nobody pulls the plug here
    sys.stdout.write(json.dumps(run(CASES["update"], root, is_killed)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
