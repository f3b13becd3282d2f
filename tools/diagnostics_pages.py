"""Write the documentation's page of every diagnostic: `python -m tools.diagnostics_pages`.

The pages are made from the table of codes, by the same explanation that `sitegen explain` prints. Each
example is built, and its finding stands on the page as the command line tells it.
"""

# ruff: noqa: INP001  a script, not a package

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

from sitegen.diagnostics.emitters import text
from sitegen.diagnostics.emitters.summary import summary
from sitegen.diagnostics.explanation import Explanation, explain, lines
from sitegen.diagnostics.messages import visible
from sitegen.diagnostics.row import Row
from sitegen.diagnostics.table import FAMILIES
from sitegen.source import Source
from tests.diagnostics.examples import found
from tests.publications import publication

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "diagnostics"
COMMAND = "python -m tools.diagnostics_pages"
WIDTH = 100
INTRODUCTION = f"""\
# Every diagnostic

What sitegen can find wrong with a publication: what it means, why it matters, how to mend it, and an
example of each. On the command line `sitegen explain CODE` says the same, in German and Russian too. Codes
do not change their meaning.

An *error* keeps the site from being built; a *warning* does so with `--strict` only; a *note* never does.

The examples stand in a small publication that also has two places, `moskau` and `tula`, and one source,
`muster2020`. These pages are made from the table of codes in `sitegen/diagnostics/table/`, by `{COMMAND}`.
"""
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$&#]|(?<=\])\(")


def pages() -> Iterator[tuple[str, str]]:
    """Every file of the folder by its name: the index, and a page for each row."""
    yield "README.md", index()
    for family in FAMILIES:
        for row in family.ROWS:
            yield f"{row.code}.md", page(row)


def index() -> str:
    """All diagnostics, family by family."""
    return "\n".join([INTRODUCTION, *(_family(family) for family in FAMILIES)])


def _family(family: ModuleType) -> str:
    title = family.__name__.rpartition(".")[2].replace("_", " ").capitalize()
    listed = [_line(explain(row)) for row in family.ROWS]
    return "\n".join([f"## {title}", "", "| code | | name | |", "| --- | --- | --- | --- |", *listed, ""])


def _line(one: Explanation) -> str:
    return f"| [{one.code}]({one.code}.md) | {one.severity} | {one.name} | {plain(one.message)} |"


def page(row: Row) -> str:
    """The page of one diagnostic."""
    one = explain(row)
    parts = [
        f"# {one.code} {one.name}",
        f"*{one.severity.capitalize()}*: {plain(one.message)}",
        f"## Why it matters\n\n{plain(one.why)}",
    ]
    if one.hint:
        parts.append(f"## How to mend it\n\n{plain(one.hint)}")
    if row.example:
        parts.append(f"## Wrong\n\n{_files(row.example.bad)}")
        parts.append(f"It is told so:\n\n{_fenced(_told(row.code, row.example.bad))}")
        parts.append(f"## Right\n\n{_files(row.example.good)}")
    parts.append("[Every diagnostic](README.md)")
    return "\n\n".join(parts) + "\n"


def _files(files: Mapping[str, str]) -> str:
    """Whole files, so that their lines count as the finding says: chapters with their front matter."""
    whole = publication(files)
    return "\n\n".join(f"`{visible(path)}`\n\n{_fenced(lines(str(whole[path])))}" for path in files)


def _told(code: str, files: Mapping[str, str]) -> tuple[str, ...]:
    whole = publication(files)
    own = [one for one in found(code) if one.code == code]
    told = text.emit(own, lambda path: _source(path, whole), text.Style(width=WIDTH))
    return tuple(told.removesuffix(f"{summary(own)}\n").rstrip("\n").split("\n"))


def _source(path: str, files: Mapping[str, str | bytes]) -> Source | None:
    return Source.of(path, str(files[path])) if path in files else None


def _fenced(shown: tuple[str, ...]) -> str:
    marks = "```"
    while any(line.lstrip().startswith(marks) for line in shown):
        marks += "`"
    body = "\n".join(line.rstrip() for line in shown)
    return f"{marks}text\n{body}\n{marks}"


def plain(sentence: str) -> str:
    """A sentence whose signs mean nothing in Markdown."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", sentence)


def differing() -> list[str]:
    """The files of the folder that are not as they should be, are not there, or should not be."""
    wanted = dict(pages())
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def main() -> int:
    """Write what differs, and remove what belongs to no row."""
    wanted = dict(pages())
    FOLDER.mkdir(exist_ok=True)
    for name in differing():
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
