"""Two folders change places in one step, where the system can do that (robustness.md, promise 8).

Linux: `renameat2` with RENAME_EXCHANGE; macOS: `renamex_np` with RENAME_SWAP. Elsewhere, and on disks
that cannot, the old folder is renamed away and the new one takes its name: two steps.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_SYSCALL_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "ppc64le": 357, "s390x": 347}
"""Where the C library does not know the call, as musl's."""

_FIXED = {errno.EBUSY, errno.EXDEV, errno.EACCES, errno.EPERM, errno.EROFS, errno.EINVAL}


class FixedError(Exception):
    """The folder cannot be renamed: a mount point, or not within our rights."""


def put_in_place(new: Path, out: Path, aside: Path) -> Path | None:
    """Give a new folder the name of an old one. Where the old one is now: at `new`, where they changed
    places, at `aside` after two renames; none if there was none. FixedError where nothing can be renamed,
    OSError where the disk refuses: the old one has its name then.
    """
    if not os.path.lexists(out):
        new.rename(out)
        return None
    if exchange(new, out):
        return new
    try:
        out.rename(aside)
    except OSError as error:
        if error.errno in _FIXED:
            raise FixedError(str(error)) from error
        raise
    try:
        new.rename(out)
    except BaseException:
        aside.rename(out)
        raise
    return aside


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; false, and nothing is changed, where that cannot be."""
    call = _call()
    return call is not None and call(os.fsencode(one), os.fsencode(other)) == 0


def flush(folder: Path) -> None:
    """Have what was written reach the disk before it is given its name: after a power cut the new site
    is whole too. One call for all files where the system has one.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync = getattr(_library(), "syncfs", None)
        if sync is None:
            os.sync()
        elif sync(handle) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(handle)


def flush_names(folder: Path) -> None:
    """Have the names in a folder reach the disk; what was done stays done where that cannot be."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@cache
def _library() -> Any:
    return ctypes.CDLL(None, use_errno=True)


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    """The system's own call, with the two paths yet to be given."""
    if sys.platform == "darwin":
        swap = getattr(_library(), "renamex_np", None)
        return swap and (lambda one, other: int(swap(one, other, _RENAME_SWAP)))
    if sys.platform != "linux":
        return None
    rename = getattr(_library(), "renameat2", None)
    number = _SYSCALL_RENAMEAT2.get(platform.machine())
    if rename is not None:
        return lambda one, other: int(rename(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    if number is not None:
        system = _library().syscall
        return lambda one, other: int(system(number, _AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    return None
