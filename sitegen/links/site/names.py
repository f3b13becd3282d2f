"""The names of a site's files and what stands in them: what links are judged against.

A static host decides: a name is compared letter by letter, `x` is answered by `x.html`, `dir` is sent
on to `dir/`, and `dir/` is answered by `dir/index.html` (robustness.md, Links of a built tree).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import field
from posixpath import dirname, relpath
from typing import Literal, NamedTuple, TypeAlias

from sitegen.parse.suggestions import Suggestions
from sitegen.values import dataclass

INDEX = "index.html"

Answer: TypeAlias = Literal["file", "redirect", "slash", "none"]
"""A file is handed out; it is after a redirect to the folder; there would be one without the slash; there
is none.
"""


class Found(NamedTuple):
    """What a host answers, and the file that it hands out (or would)."""

    answer: Answer
    file: str = ""


@dataclass(slots=True)
class Names:
    """The files of one site. `anchors` holds what can be pointed at in each page and drawing that was read.
    Thousands of broken links must not take minutes: only so many names are compared (Suggestions).
    """

    files: frozenset[str]
    anchors: Mapping[str, frozenset[str]]
    _close: Suggestions = field(default_factory=Suggestions)
    _answers: dict[tuple[str, bool], Found] = field(default_factory=dict)
    _nearest: dict[str, str | None] = field(default_factory=dict)
    _folded: dict[str, dict[str, str]] = field(default_factory=dict)
    _index: Index | None = None

    def find(self, path: str, *, slash: bool) -> Found:
        """What a host answers to a path within the site."""
        known = self._answers.get((path, slash))
        if known is None:
            known = self._answers[path, slash] = self._find(path, slash=slash)
        return known

    def _find(self, path: str, *, slash: bool) -> Found:
        index = f"{path}/{INDEX}" if path else INDEX
        page = f"{path}.html"
        if slash:
            if index in self.files:
                return Found("file", index)
            without = next((one for one in (path, page) if one in self.files), "")
            return Found("slash", without) if without else Found("none")
        if path in self.files:
            return Found("file", path)
        if page in self.files:
            return Found("file", page)
        return Found("redirect", index) if index in self.files else Found("none")

    def spelt(self, path: str) -> str | None:
        """The file whose name differs in nothing but capitals and Unicode form."""
        folded = fold(path)
        tried = (folded, f"{folded}.html", f"{folded}/{INDEX}" if folded else INDEX)
        return next((name for one in tried if (name := self._by_name.folded.get(one))), None)

    def nearest_file(self, path: str) -> str | None:
        """The name that was probably meant: one that differs in capitals, the same in another folder, the
        nearest by its letters.
        """
        if path not in self._nearest:
            self._nearest[path] = self.spelt(path) or self._elsewhere(path) or self._similar(path)
        return self._nearest[path]

    def nearest_anchor(self, page: str, anchor: str) -> str | None:
        there = self.anchors.get(page, frozenset())
        if page not in self._folded:
            self._folded[page] = {fold(name): name for name in sorted(there, reverse=True)}
        return self._folded[page].get(fold(anchor)) or self._close.nearest(anchor, there)

    @property
    def _by_name(self) -> Index:
        if self._index is None:
            self._index = Index.of(self.files)
        return self._index

    def _elsewhere(self, path: str) -> str | None:
        last = path.rpartition("/")[2]
        same = self._by_name.lasts.get(last, ())
        return same[0] if len(same) == 1 and last != INDEX else None

    def _similar(self, path: str) -> str | None:
        """By the name alone within its folder, else by the whole path."""
        folder, _, last = path.rpartition("/")
        close = self._close.nearest(last, self._by_name.folders.get(folder, ()))
        if close:
            return f"{folder}/{close}" if folder else close
        return self._close.nearest(path, self.files)


@dataclass(frozen=True, slots=True)
class Index:
    """The files of a site: by their folded names, by their last names, and the last names in each folder."""

    folded: Mapping[str, str]
    lasts: Mapping[str, list[str]]
    folders: Mapping[str, list[str]]

    @classmethod
    def of(cls, files: Iterable[str]) -> Index:
        folded: dict[str, str] = {}
        lasts: dict[str, list[str]] = {}
        folders: dict[str, list[str]] = {}
        for name in sorted(files):
            folder, _, last = name.rpartition("/")
            folded.setdefault(fold(name), name)
            lasts.setdefault(last, []).append(name)
            folders.setdefault(folder, []).append(last)
        return cls(folded, lasts, folders)


def fold(name: str) -> str:
    """The form in which two names are equal that differ in capitals and Unicode form only."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def way(page: str, file: str) -> str:
    """A file as a page links to it, not encoded."""
    return relpath(file, dirname(page) or ".")
