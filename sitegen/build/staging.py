"""The new tree, built beside the old one: only what differs is written, all else is linked.

A hard link is safe here since no file is ever written in place, neither by us nor through the new
tree: both names lead to the same bytes until the old tree goes, and whoever edits such a file while a
build runs has edited it in both. Where the disk has no hard links, files are copied.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.build.manifest import MANIFEST, manifest_bytes
from sitegen.build.plan import FOLDER_MODE, MODE, Plan, folders_of
from sitegen.build.swap import FixedError


def build_tree(plan: Plan, out: Path, new: Path) -> None:
    """The whole site as it is to be, with all in the old folder that is not ours. FixedError where
    something there can only stay where it is.
    """
    make_folder(new)
    for folder in sorted(folders_of(plan.artifacts)):
        make_folder(new / folder)
    for path in sorted(plan.artifacts):
        if path in plan.pending or not _link(f"{out}/{path}", f"{new}/{path}"):
            write_file(f"{new}/{path}", plan.artifacts[path])
    if out.is_dir():
        _own_alike(out, new)
        _carry(plan, out, new)
    write_file(new / MANIFEST, manifest_bytes(plan.digests))


def write_file(path: Path | str, data: bytes) -> None:
    """A new file that everybody may read, whatever rights new files have here."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, MODE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)
    os.chmod(path, MODE)  # noqa: PTH101  (the name may be a text: there are ten thousand files)


def make_folder(path: Path) -> None:
    """A folder that every web server may read, with all that it lies in."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(exist_ok=True)
        path.chmod(FOLDER_MODE)


def sweep(old: Path, new: Path, is_ours: Callable[[str], bool]) -> None:
    """Remove the old tree. What is not ours and came or changed after it had been carried over moves
    to the new one, as if it had come a moment later. What cannot be removed is left to the next build.
    """
    try:
        for path, entry in _files(old):
            if not is_ours(path) and not _is_same(Path(entry.path), new / path):
                make_folder((new / path).parent)
                Path(entry.path).replace(new / path)
    except OSError:
        return
    remove_tree(old)


def remove_tree(folder: Path) -> None:
    """Remove a folder of ours as far as possible. Links are removed, not followed."""
    if folder.is_symlink():
        folder.unlink()
        return
    with suppress(OSError):
        folder.chmod(0o700)
        with os.scandir(folder) as entries:
            inner = sorted(entries, key=lambda entry: entry.name == MANIFEST)
        for entry in inner:  # the manifest last: what is left can still be told from what is not ours
            if entry.is_dir(follow_symlinks=False):
                remove_tree(Path(entry.path))
            else:
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108  (a path of its own for each of ten thousand files)
        folder.rmdir()


def _carry(plan: Plan, out: Path, new: Path) -> None:
    folders, device = plan.folders, out.stat().st_dev
    try:
        for path, entry in _files(out, device):
            if not plan.is_ours(path):
                make_folder((new / path).parent)
                _carry_file(Path(entry.path), new / path)
        for path, entry in _folders(out):
            if path not in folders and not plan.is_ours(path):
                make_folder(new / path)
                _own_alike(Path(entry.path), new / path)
                shutil.copystat(entry.path, new / path)
    except PermissionError as error:
        raise FixedError(str(error)) from error


def _carry_file(source: Path, target: Path) -> None:
    """What is not ours, as it is. A name that is taken is another spelling of one of ours, on a disk
    that tells no upper case from lower.
    """
    if os.path.lexists(target):
        return
    with suppress(FileNotFoundError):  # gone since it was listed
        if source.is_symlink():
            target.symlink_to(source.readlink())
        elif not _link(str(source), str(target)):
            if not stat.S_ISREG(source.lstat().st_mode):
                raise FixedError(str(source))
            shutil.copy2(source, target)


def _link(source: str, target: str) -> bool:
    """Whether a file could be given a second name. FixedError where it lies in another mount."""
    try:
        os.link(source, target)
    except (OSError, NotImplementedError, AttributeError) as error:
        if isinstance(error, OSError) and error.errno == errno.EXDEV:
            raise FixedError(source) from error
        return False
    return True


def _own_alike(old: Path, new: Path) -> None:
    """A folder that is made anew belongs to whom the old one belonged to, as far as that is allowed."""
    if os.name == "posix":
        with suppress(OSError):
            known, made = old.stat(), new.stat()
            if (known.st_uid, known.st_gid) != (made.st_uid, made.st_gid):
                os.chown(new, known.st_uid, known.st_gid)


def _is_same(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, or to a copy that is as old."""
    try:
        first, second = one.lstat(), other.lstat()
    except FileNotFoundError:
        return False
    if stat.S_ISLNK(first.st_mode):
        return stat.S_ISLNK(second.st_mode) and one.readlink() == other.readlink()
    times = (first.st_size, first.st_mtime_ns) == (second.st_size, second.st_mtime_ns)
    return os.path.samestat(first, second) or times


def _files(folder: Path, device: int | None = None) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Whatever is no folder, with its path. FixedError where another disk is mounted within."""
    for path, entry in _entries(folder, device):
        if not entry.is_dir(follow_symlinks=False):
            yield path, entry


def _folders(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All folders, inner ones first: one that may not be written to is closed last."""
    found = [one for one in _entries(folder, None) if one[1].is_dir(follow_symlinks=False)]
    yield from reversed(found)


def _entries(folder: Path, device: int | None, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        listed = list(entries)
    for entry in listed:
        path = prefix + entry.name
        yield path, entry
        if entry.is_dir(follow_symlinks=False):
            if device is not None and entry.stat(follow_symlinks=False).st_dev != device:
                raise FixedError(entry.path)
            yield from _entries(Path(entry.path), device, f"{path}/")
