"""The publication of tests/data/zwei: two chapters in two languages, to be changed file by file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.build.pipeline import Outcome, compile_site
from sitegen.world import Folder, Memory
from tests.publications import TODAY

FOLDER = Path(__file__).parents[1] / "data" / "zwei"
DE, RU = "content/de/01-bleiben.md", "content/ru/01-bleiben.md"
DE2, RU2 = "content/de/02-gehen.md", "content/ru/02-gehen.md"

Files = dict[str, str | bytes]


def base() -> dict[str, str]:
    world = Folder.at(FOLDER, TODAY)
    return {path: world.read(path).decode() for path in world.files}


def edited(path: str, old: str, new: str) -> Files:
    """The publication with one edit; what is to be replaced must be there."""
    files = base()
    assert old in files[path], old
    return {**files, path: files[path].replace(old, new, 1)}


def changed(changes: Mapping[str, str | bytes | None]) -> Files:
    """The publication with some files put over it; None takes one away."""
    files: Files = {**base(), **{path: text for path, text in changes.items() if text is not None}}
    return {path: text for path, text in files.items() if changes.get(path, "") is not None}


def compiled(files: Mapping[str, str | bytes]) -> Outcome:
    return compile_site(Memory(files, TODAY), jobs=1)


def findings(files: Mapping[str, str | bytes]) -> list[tuple[str, str, int]]:
    """Code, path and line of all that is worth telling; remarks (info) apart."""
    found = compiled(files).diagnostics
    return [(one.code, one.span.path, one.span.line) for one in found if one.severity != "info"]
