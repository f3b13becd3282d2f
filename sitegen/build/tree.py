"""The site that a build left in its folder: what stays as it is need not be held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.build.manifest import read_manifest


class Tree(Mapping[str, bytes]):
    """The files of a manifest by their paths, read when they are asked for. `known` are their digests."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known = read_manifest(folder)

    def __getitem__(self, path: str) -> bytes:
        if path not in self.known:
            raise KeyError(path)
        return (self.folder / path).read_bytes()

    def __contains__(self, path: object) -> bool:
        return path in self.known

    def __iter__(self) -> Iterator[str]:
        return iter(self.known)

    def __len__(self) -> int:
        return len(self.known)
