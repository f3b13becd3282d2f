"""One writer at a time: a lock that the operating system releases when its holder ends, however it ends.

The lock is on a file that is removed when the work is done. A killed holder leaves the file, which
harms nobody: the next one locks it, reads what was noted in it, and removes it.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sitegen.values import dataclass

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

STEP = 0.05
"""Seconds between two attempts."""

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL}
_BUSY = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


class BusyError(Exception):
    """Somebody else holds the lock, and has held it all the time that one was willing to wait."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held. `left` is what the holder before noted, if it was killed."""

    handle: int
    left: str

    def note(self, text: str) -> None:
        """Leave word for whoever comes after, should this process be killed."""
        os.ftruncate(self.handle, 0)
        os.lseek(self.handle, 0, os.SEEK_SET)
        os.write(self.handle, text.encode())


@contextmanager
def locked(path: Path, wait: float) -> Iterator[Lock]:
    """Hold the lock on a file, for which one waits so many seconds. BusyError when that is over; OSError
    where the file cannot be made. On a disk that knows no locks, nothing is locked.
    """
    handle = _acquired(path, time.monotonic() + wait)
    try:
        yield Lock(handle, os.read(handle, 1000).decode("utf-8", "replace"))
    finally:
        _release(handle, path)


def _release(handle: int, path: Path) -> None:
    """The file goes while it is still locked, except on Windows, which removes no file that is open."""
    try:
        if os.name != "nt":
            path.unlink(missing_ok=True)
    finally:
        os.close(handle)
    if os.name == "nt":
        with suppress(OSError):
            path.unlink()


def _acquired(path: Path, end: float) -> int:
    while True:
        handle = _opened(path, end)
        try:
            if _taken(handle) and _is_the_one(handle, path):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() >= end:
            raise BusyError(path)
        time.sleep(STEP)


def _opened(path: Path, end: float) -> int:
    """The file, made if it is not there. On Windows one that is being removed is shut for a moment."""
    while True:
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except PermissionError:
            if os.name != "nt" or not path.exists() or time.monotonic() >= end:
                raise
            time.sleep(STEP)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        if error.errno in _NO_LOCKS:
            return True
        raise
    return True


def _is_the_one(handle: int, path: Path) -> bool:
    """Whether the file that was locked still has its name: the holder before removes it when done."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
