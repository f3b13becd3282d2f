"""A built tree on disk, in one pass: the names as the folders list them, and what the pages say.

Symbolic links are not followed, and are no files: what is published has none (robustness.md, promise 9).
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from posixpath import join
from typing import TypeAlias

from sitegen.links.site.pages import PageLinks, is_read, page_links

LIMIT = 32_000_000
"""Bytes of a page that is still read."""

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset[\t\n\f\r ]*=[\t\n\f\r \"']*([a-zA-Z0-9_:.-]{1,40})", re.IGNORECASE
)
_LEGACY = re.compile(
    r"windows-125[0-8]|iso-8859-(?:[1-9]|1[013-6])|koi8-[ru]|macintosh|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis"
)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Tree:
    """Every regular file by its path from the root, with `/`; what the pages say by theirs. `unread` are
    the pages and folders that could not be read, with the system's reason; it is empty for what is too large.
    """

    root: Path
    files: tuple[str, ...]
    pages: dict[str, PageLinks]
    unread: dict[str, str]


Mapper: TypeAlias = Callable[[Callable[[str], "PageLinks | str"], Sequence[str]], Iterable["PageLinks | str"]]
"""`map`, or the same on several processes."""


def read_tree(root: Path, base: str | None, mapped: Mapper = map) -> Tree:
    """Read a tree. `base` is the base path that it is served under, decoded and without slashes."""
    unread: dict[str, str] = {}
    pages: dict[str, PageLinks] = {}
    files = tuple(sorted(_listed(root, unread)))
    read = tuple(filter(is_read, files))
    for path, page in zip(read, mapped(partial(_page, root, base), read), strict=True):
        if isinstance(page, str):
            unread[path] = page
        else:
            pages[path] = page
    return Tree(root, files, pages, unread)


def _page(root: Path, base: str | None, path: str) -> PageLinks | str:
    """A file of the tree; the reason where it cannot be read."""
    try:
        text = read_text(root / path)
    except OSError as error:
        return error.strerror or str(error)
    return "" if text is None else page_links(path, text, base)


def read_text(path: Path) -> str | None:
    """The text of a file, whatever its encoding; None where it is too large."""
    with path.open("rb") as file:
        data = file.read(LIMIT + 1)
    return None if len(data) > LIMIT else decoded(data)


def decoded(data: bytes) -> str:
    """Text as a browser reads it: by its mark, as UTF-8, by what it says of itself, else as windows-1252."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        said = _CHARSET.search(data, 0, 2048)
        label = said[1].decode("ascii").lower() if said else ""
        return data.decode(label if _LEGACY.fullmatch(label) else "cp1252", "replace")


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
