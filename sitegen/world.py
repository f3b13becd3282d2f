"""Where files come from: all input goes through a world.

The command line reads a folder, tests and editors may hand over texts that lie in no folder.
Names are compared as the listing spells them (case, Unicode form), never with the file system's
own `exists()`, so that the verdict is the same on every machine.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.row import N_
from sitegen.source import Source, Span

LIMIT = 1_000_000
"""Bytes of a source file (robustness.md, promise 4)."""

NO_FILE = N_("it is no ordinary file")
MANY = 1000
"""Accents in a row that no text has."""
_ACCENT = (
    r"[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u0670\u1ab0-\u1aff\u1dc0-\u1dff"
    r"\u20d0-\u20f0\ufe20-\ufe2f]"
)
_ONE, _ROW = re.compile(_ACCENT), re.compile(f"{_ACCENT}{{{MANY}}}")
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

FOLDERS = ("content", "templates")
NAMED = ("citations.bib", "links.lock", "places.toml", "sitegen.toml", "translations.lock")
"""Files that are listed even if they are folders: reading them then says so."""


class World(Protocol):
    """The files of one publication, by paths relative to it, with `/`."""

    @property
    def today(self) -> date:
        """The day of the build: only for the check that a date is not in the future."""

    @property
    def files(self) -> tuple[str, ...]:
        """Every regular file, sorted."""

    @property
    def symlinks(self) -> tuple[str, ...]:
        """What is only a link to something else: never followed."""

    def read(self, path: str) -> bytes:
        """The bytes of a listed file."""

    def size(self, path: str) -> int:
        """The length of a listed file in bytes."""


@dataclass(frozen=True)
class Folder:
    """A publication in a folder: its top-level files, `content/` and `templates/`."""

    root: Path
    today: date
    files: tuple[str, ...]
    symlinks: tuple[str, ...]

    @classmethod
    def at(cls, root: Path, today: date | None = None) -> Folder:
        """List the folder once; what changes afterwards belongs to the next build."""
        files: list[str] = []
        links: list[str] = []
        for entry in sorted(_scan(root), key=lambda entry: entry.name):
            if entry.is_symlink():
                links.append(entry.name)
            elif entry.is_file() or entry.name in NAMED:
                files.append(entry.name)
            elif entry.name in FOLDERS:
                _walk(entry.path, entry.name, files, links)
        return cls(root, today or build_day(), tuple(sorted(files)), tuple(sorted(links)))

    def read(self, path: str) -> bytes:
        """OSError also for what is no file: a pipe would keep the reader waiting for ever."""
        handle = os.open(self.root / path, os.O_RDONLY | _AT_ONCE)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(errno.EINVAL, NO_FILE)
            return file.read()

    def size(self, path: str) -> int:
        return (self.root / path).stat().st_size


@dataclass(frozen=True)
class Memory:
    """A publication that lies in no folder."""

    texts: Mapping[str, str | bytes]
    today: date = date(2026, 1, 1)
    symlinks: tuple[str, ...] = field(default=())

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(sorted(self.texts))

    def read(self, path: str) -> bytes:
        text = self.texts[path]
        return text.encode() if isinstance(text, str) else text

    def size(self, path: str) -> int:
        return len(self.read(path))


def build_day() -> date:
    """`SOURCE_DATE_EPOCH`, else today, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = int(epoch) if epoch.isdecimal() and len(epoch) < 12 else None
    return (datetime.fromtimestamp(moment, UTC) if moment is not None else datetime.now(UTC)).date()


def read_source(world: World, path: str, limit: int = LIMIT) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The text of a listed file; none, with a diagnostic, if it is too large, not UTF-8, or holds more
    accents on one letter than can be put in order in time (Unicode's normal forms sort them).
    """
    place = Span(path)
    try:
        size = world.size(path)
        if size > limit:
            found = report("SRC002", place, size=f"{size:,}", limit=f"{limit:,}")
            return None, (found,)
        data = world.read(path)
    except OSError as error:
        return None, (report("SRC003", place, reason=error.strerror or str(error)),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, data, error.start),)
    # Of so many signs in a row one stands at a multiple of their number.
    if not text.isascii() and _ONE.search(text[::MANY]) and _ROW.search(text):
        return None, (report("SRC007", place),)
    return Source.of(path, text), ()


def _not_utf8(path: str, data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    place = Span(path, line, column, line, column + 1)
    return report("SRC001", place, byte=f"0x{data[offset]:02X}", offset=offset + 1)


def _scan(folder: str | Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return [entry for entry in entries if not entry.name.startswith(".")]


def _walk(folder: str, prefix: str, files: list[str], links: list[str]) -> None:
    for entry in _scan(folder):
        path = f"{prefix}/{entry.name}"
        if entry.is_symlink():
            links.append(path)
        elif entry.is_dir():
            _walk(entry.path, path, files, links)
        else:  # also what cannot be read as a file: reading it says so
            files.append(path)
