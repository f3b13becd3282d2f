"""Artifacts on their way from the renderer to the output folder: on the disk, not in memory.

One temporary file takes them all, one behind the other. It has no name, and goes with the process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import SpooledTemporaryFile
from threading import Lock
from weakref import finalize

from sitegen.build.manifest import digest

SMALL = 16_000_000
"""Bytes of a site that needs no file."""


class Spool(Mapping[str, bytes]):
    """Artifacts by their paths, in the order in which they came, with their digests. Each is read when it is
    asked for. `folder` is where the file lies (None: where the system has such files).
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._file = SpooledTemporaryFile(SMALL, dir=str(folder) if folder else None)  # noqa: SIM115  (closed when the spool is let go)
        finalize(self, self._file.close)
        self._places: dict[str, tuple[int, int]] = {}
        self.digests: dict[str, str] = {}
        self._end = 0
        self._lock = Lock()

    def add(self, path: str, data: bytes, known: str = "") -> None:
        """Take an artifact, and its digest, if that is known. OSError where the disk refuses."""
        self.digests[path] = known or digest(data)
        with self._lock:
            self._file.seek(self._end)
            self._file.write(data)
            self._places[path] = self._end, len(data)
            self._end += len(data)

    def __getitem__(self, path: str) -> bytes:
        start, size = self._places[path]
        with self._lock:  # the readers of a preview are threads
            self._file.seek(start)
            return self._file.read(size)

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Overlay(Mapping[str, bytes]):
    """A site of which some artifacts are others now."""

    def __init__(self, site: Mapping[str, bytes], changes: Mapping[str, bytes]) -> None:
        self.site: Mapping[str, bytes] = site.site if isinstance(site, Overlay) else site
        self.changes: Mapping[str, bytes] = {**(site.changes if isinstance(site, Overlay) else {}), **changes}

    def is_like(self, other: Mapping[str, bytes]) -> bool:
        """Whether a site that is the same but for the changes has these too."""
        return all(path in other and other[path] == data for path, data in self.changes.items())

    def __getitem__(self, path: str) -> bytes:
        return self.changes[path] if path in self.changes else self.site[path]

    def __contains__(self, path: object) -> bool:
        return path in self.changes or path in self.site

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.site, *self.changes)))

    def __len__(self) -> int:
        return len(self.site.keys() | self.changes.keys())
