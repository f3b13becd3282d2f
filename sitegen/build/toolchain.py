"""The digest of the tool itself: what was made by another version of it is not used again."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def tool_digest() -> str:
    """Changes with every file of this package, with every library beside it, and with Python.

    Files are told apart by size and time of their last change; reading them would cost a fifth of a build
    in which nothing has changed. Libraries by the names of their metadata folders, which hold the version.
    """
    made = hashlib.blake2b(sys.version.encode(), digest_size=16)
    for line in (*_files(str(PACKAGE), ""), *_libraries()):
        made.update(line.encode("utf-8", "surrogateescape"))
        made.update(b"\0")
    return made.hexdigest()


def _files(folder: str, prefix: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                state = entry.stat()
                yield f"{prefix}{entry.name} {state.st_size} {state.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    for folder in sys.path:
        try:
            names = [entry.name for entry in Path(folder or ".").iterdir()]
        except OSError:  # no such folder, or an archive
            continue
        yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
