"""The last build of a folder: where neither the sources nor the folder have changed since, there is nothing
to do but to say again what was said then.

Sources are compared by their bytes, files of the output and large sources by what the system tells of them:
size, number (inode), rights and both times. Of these, the time of the last change (ctime) is set by the
system and by nobody else. A source is not read again whose state is the same and was old when it was read.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TypeAlias

from sitegen.build.manifest import MANIFEST, read_manifest
from sitegen.build.store import Store
from sitegen.build.toolchain import tool_digest
from sitegen.diagnostics import Diagnostic
from sitegen.values import dataclass
from sitegen.world import Folder

KIND = "build"
LARGE = 1_000_000
"""Bytes above which a file is not read for this: images, linked files."""
SETTLED = 2_000_000_000
"""Nanoseconds after which another change of a file changes its times too, on any disk."""

State: TypeAlias = tuple[int, int, int, int, int]
"""Size, time of the last change of the bytes and of the file (both in nanoseconds), number, rights."""


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a build depends on: `key` for what is no file, for each file its state and its digest.
    `looked` is the time before the first was looked at, in nanoseconds.
    """

    key: str = ""
    looked: int = 0
    files: Mapping[str, tuple[State, bytes]] = field(default_factory=dict)

    def changed(self, since: Seen) -> tuple[str, ...] | None:
        """The files that differ, have come or gone; None where more than files has changed."""
        if not self.key or self.key != since.key:
            return None
        return tuple(sorted({path for path, _ in self._digests() ^ since._digests()}))

    @property
    def others(self) -> str:
        """A digest of all but the chapters; empty where the sources are like no others."""
        if not self.key:
            return ""
        made = hashlib.blake2b(self.key.encode("utf-8", "surrogateescape"), digest_size=16)
        for path, (_, digest) in sorted(self.files.items()):
            if not _is_chapter(path):
                made.update(f"{path}\0".encode("utf-8", "surrogateescape") + digest + b"\0")
        return made.hexdigest()

    def _digests(self) -> set[tuple[str, bytes]]:
        return {(path, digest) for path, (_, digest) in self.files.items()}


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What one build of a folder found. `output` is a digest of what it left there."""

    seen: Seen
    output: str
    files: int
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]

    def is_in_place(self, out: Path) -> bool:
        """Whether nobody has touched the folder since."""
        return bool(self.output) and self.output == output_digest(out)


def last_build(store: Store, out: Path) -> LastBuild | None:
    """The last build of this folder from this publication."""
    found: LastBuild | None = store.get(KIND, name_of(out))
    return found


def remember(store: Store, out: Path, build: LastBuild) -> None:
    store.put(KIND, {name_of(out): build})


def look(world: Folder, wanted: str, before: Seen | None = None) -> Seen:
    """The sources as they are now. Without a key, and like no others, where a file cannot be read."""
    looked = time.time_ns()
    key = repr((tool_digest(), world.today, wanted, world.symlinks))
    known = before.files if before else {}
    trusted = before.looked - SETTLED if before else 0
    root = str(world.root)
    files: dict[str, tuple[State, bytes]] = {}
    try:
        for path in world.files:
            state = _state(f"{root}/{path}")
            old = known.get(path)
            is_same = old is not None and old[0] == state and max(state[1:3]) < trusted
            files[path] = old if old and is_same else (state, _digest(world, path, state))
    except OSError:
        return Seen()
    return Seen(key, looked, files)


def output_digest(out: Path) -> str:
    """The digest of the state of every file that builds of ours made; empty where one is missing."""
    made = hashlib.blake2b(digest_size=16)
    try:
        for path in _outputs(out):
            made.update(f"{path}\0{_state(path)}\0".encode("utf-8", "surrogateescape"))
    except OSError:
        return ""
    return made.hexdigest()


def name_of(out: Path) -> str:
    """What a folder is called in the store."""
    return str(out.resolve())


def _outputs(out: Path) -> Iterator[str]:
    root = str(out)
    yield f"{root}/{MANIFEST}"
    yield from (f"{root}/{path}" for path in read_manifest(out))


def _is_chapter(path: str) -> bool:
    return path.startswith("content/") and path.endswith(".md") and not path.endswith("/index.md")


def _digest(world: Folder, path: str, state: State) -> bytes:
    if state[0] > LARGE:
        return repr(state).encode()
    return hashlib.blake2b(world.read(path), digest_size=16).digest()


def _state(path: str) -> State:
    state = os.lstat(path)
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino, state.st_mode
