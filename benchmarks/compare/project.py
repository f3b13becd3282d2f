"""A program's project on the disk: made, built, brought back to its sources, edited."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from benchmarks.compare.measure import Command
from benchmarks.compare.programs import BENCH, ROOT, Program

ATTIC = BENCH / "attic"
"""What was built and is no longer needed, until all is measured."""


@dataclass(frozen=True, slots=True)
class Project:
    """`kept` is what stood in the folder before the first build, `chapter` the one that is edited."""

    program: Program
    folder: Path
    kept: frozenset[str]
    chapter: Path

    @classmethod
    def made(cls, program: Program, chapters: int) -> Project:
        folder = BENCH / "projects" / f"{program.key}-{chapters}"
        if folder.exists():
            _put_away(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        program.make(folder, chapters)
        written = sorted(folder.rglob("de/*kapitel-*.md"))
        return cls(
            program, folder, frozenset(entry.name for entry in folder.iterdir()), written[len(written) // 2]
        )

    @property
    def build(self) -> Command:
        return self.command(*self.program.arguments())

    def command(self, *arguments: str) -> Command:
        """One that is run in the project, with the sitegen of this checkout."""
        return Command(arguments, self.folder, (("PYTHONPATH", str(ROOT)),))

    def clean(self) -> None:
        """Only the sources stay: neither site nor cache."""
        for entry in self.folder.iterdir():
            if entry.name not in self.kept:
                _put_away(entry)

    def edited(self, sentence: str) -> str:
        """The chapter with one sentence more at the end of its first paragraph."""
        lines = self.chapter.read_text("utf-8").split("\n")
        heading = next(at for at, line in enumerate(lines) if line.startswith("## "))
        lines[heading + 2] += f" {sentence}"
        return "\n".join(lines)

    def edit(self, sentence: str) -> None:
        self.chapter.write_text(self.edited(sentence), encoding="utf-8")


def clear_attic() -> None:
    shutil.rmtree(ATTIC, ignore_errors=True)


def _put_away(path: Path) -> None:
    """Moved, not removed: for minutes after thousands of files have gone, ext4 is slow in making new ones."""
    ATTIC.mkdir(parents=True, exist_ok=True)
    path.rename(Path(mkdtemp(dir=ATTIC)) / path.name)
