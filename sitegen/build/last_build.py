"""The last build of a folder: where neither the sources nor the folder have changed since, there is nothing
to do but to say again what was said then.

Sources are compared by their bytes, large ones and the files of the output by what the system tells of them:
size, number (inode), rights and both times. Of these, the time of the last change (ctime) is set by the
system and by nobody else.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.build.manifest import MANIFEST, read_manifest
from sitegen.build.store import Store
from sitegen.build.toolchain import tool_digest
from sitegen.diagnostics import Diagnostic
from sitegen.world import Folder

KIND = "build"
LARGE = 1_000_000
"""Bytes above which a file is not read for this: images, linked files."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What one build of a folder found. `sources` and `output` are digests of what it read and left there."""

    sources: str
    output: str
    files: int
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]

    def is_current(self, sources: str, out: Path) -> bool:
        known = bool(self.sources and self.output)
        return known and self.sources == sources and self.output == output_digest(out)


def last_build(store: Store, out: Path) -> LastBuild | None:
    """The last build of this folder from this publication."""
    found: LastBuild | None = store.get(KIND, _name(out))
    return found


def remember(store: Store, out: Path, build: LastBuild) -> None:
    store.put(KIND, {_name(out): build})


def sources_digest(world: Folder, wanted: str) -> str:
    """The digest of all that a build depends on, and of what is wanted; empty where a file cannot be read."""
    made = hashlib.blake2b(f"{tool_digest()} {world.today} {wanted}\0".encode(), digest_size=16)
    for path in world.symlinks:
        made.update(f"{path}\0".encode("utf-8", "surrogateescape"))
    try:
        for path in world.files:
            made.update(f"{path}\0".encode("utf-8", "surrogateescape"))
            made.update(_content(world, path))
    except OSError:
        return ""
    return made.hexdigest()


def output_digest(out: Path) -> str:
    """The digest of the state of every file that builds of ours made; empty where one is missing."""
    made = hashlib.blake2b(digest_size=16)
    try:
        for path in _outputs(out):
            made.update(f"{path}\0{_state(path)}\0".encode("utf-8", "surrogateescape"))
    except OSError:
        return ""
    return made.hexdigest()


def _outputs(out: Path) -> Iterator[str]:
    root = str(out)
    yield f"{root}/{MANIFEST}"
    yield from (f"{root}/{path}" for path in read_manifest(out))


def _content(world: Folder, path: str) -> bytes:
    """A digest of a file: its parts must not be taken for those of the next one."""
    if world.size(path) > LARGE:
        return _state(f"{world.root}/{path}").encode()
    return hashlib.blake2b(world.read(path), digest_size=16).digest()


def _state(path: str) -> str:
    state = os.lstat(path)
    return f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino} {state.st_mode}"


def _name(out: Path) -> str:
    return str(out.resolve())
