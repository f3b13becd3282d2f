"""A publication's folder opened, and its findings told in the format that was asked for."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path

import click

from sitegen.cli.language import reason, say
from sitegen.cli.terminal import put_data, put_text, style
from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.emitters import github, json, sarif, text
from sitegen.diagnostics.row import N_
from sitegen.source import Source
from sitegen.values import dataclass
from sitegen.version import VERSION
from sitegen.world import Folder, World


@dataclass(frozen=True, slots=True)
class Telling:
    """How the findings of one run are told: in which language and format, of which folder, since when."""

    language: str
    root: Path
    world: World
    form: str = "text"
    started: float = field(default_factory=time.monotonic)

    def tell(self, found: Iterable[Diagnostic], notes: Sequence[str] = (), *, err: bool = False) -> None:
        """Print findings, and notes: the latter on stderr where stdout is read by a program."""
        seconds = time.monotonic() - self.started
        if self.form == "text":
            look = style(self.language, err=err)
            put_text(text.emit(found, reader(self.world), look, seconds=seconds, notes=notes), err=err)
            return
        put_data(self._data(found, seconds))
        put_text("".join(f"{note}\n" for note in notes), err=True)

    def _data(self, found: Iterable[Diagnostic], seconds: float) -> str:
        prefix = _prefix(self.root)
        if self.form == "github":
            return github.emit(found, language=self.language, prefix=prefix, seconds=seconds)
        if self.form == "sarif":
            return sarif.emit(found, version=VERSION, language=self.language, prefix=prefix)
        return json.emit(found, language=self.language)


def opened(root: Path, language: str) -> Folder:
    """The publication in a folder; that there is no such folder is wrong usage."""
    if not root.is_dir():
        raise click.UsageError(say(language, N_("There is no folder “{path}”."), path=root))
    try:
        return Folder.at(root)
    except OSError as error:
        text = N_("The folder “{path}” cannot be read: {reason}.")
        raise click.ClickException(
            say(language, text, path=error.filename or root, reason=reason(language, error))
        ) from error


def reader(world: World) -> text.Sources:
    """Source files by path, each read once; what is not UTF-8 is shown with replacement characters."""
    known: dict[str, Source | None] = {}

    def lookup(path: str) -> Source | None:
        if path not in known:
            known[path] = _source(world, path)
        return known[path]

    return lookup


def failed(found: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether the findings forbid a site."""
    grave = {"error", "warning"} if strict else {"error"}
    return any(diagnostic.severity in grave for diagnostic in found)


def _source(world: World, path: str) -> Source | None:
    if path not in world.files:
        return None
    try:
        return Source.of(path, world.read(path).decode("utf-8", "replace"))
    except OSError:
        return None


def _prefix(root: Path) -> str:
    """The way from here to the publication: services name files from the repository's root."""
    way = os.path.relpath(root)
    return "" if way == "." or way.startswith("..") else f"{Path(way).as_posix()}/"
