"""A built tree on disk, in one pass: the names as the folders list them, and what the pages say.

Symbolic links are not followed, and are no files: what is published has none (robustness.md, promise 9).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from posixpath import join
from typing import TypeAlias

from sitegen.links.site.encoding import decoded
from sitegen.links.site.pages import PageLinks, Place, Places, is_read, page_links, places
from sitegen.values import dataclass

LIMIT = 32_000_000
"""Bytes of a page that is still read."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Every regular file by its path from the root, with `/`; what the pages say by theirs. `unread` are
    the pages and folders that could not be read, with the system's reason; it is empty for what is too large.
    """

    root: Path
    place: Place
    files: tuple[str, ...]
    pages: dict[str, PageLinks]
    unread: dict[str, str]

    def places(self, path: str) -> Places:
        """Where the links of a file stand; nowhere if it is gone by now."""
        try:
            data = read_data(self.root / path)
        except OSError:
            data = None
        return places(path, decoded(data or b""), self.place)


Mapper: TypeAlias = Callable[[Callable[[str], "PageLinks | str"], Sequence[str]], Iterable["PageLinks | str"]]
"""`map`, or the same on several processes."""


def read_tree(root: Path, base: str | None, mapped: Mapper = map) -> Tree:
    """Read a tree. `base` is the base path that it is served under, decoded and without slashes."""
    place = Place(base)
    unread: dict[str, str] = {}
    pages: dict[str, PageLinks] = {}
    files = tuple(sorted(_listed(root, unread)))
    read = tuple(filter(is_read, files))
    for path, page in zip(read, mapped(partial(_page, root, place), read), strict=True):
        if isinstance(page, str):
            unread[path] = page
        else:
            pages[path] = page
    return Tree(root, place, files, pages, unread)


def _page(root: Path, place: Place, path: str) -> PageLinks | str:
    """A file of the tree; the reason where it cannot be read."""
    try:
        data = read_data(root / path)
    except OSError as error:
        return error.strerror or str(error)
    return "" if data is None else page_links(path, data, place)


def read_data(path: Path) -> bytes | None:
    """A file; None where it is too large."""
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    return None if len(data) > LIMIT else data


def _listed(root: Path, unread: dict[str, str]) -> Iterator[str]:
    """The paths of all regular files, as their folders spell them."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(join(folder, entry.name))
                    elif entry.is_file(follow_symlinks=False):
                        yield join(folder, entry.name)
        except OSError as error:
            unread[folder or "."] = error.strerror or str(error)
