"""Reads the fixture files: a text that says what they are about, then cases of title, input and dump,
each between lines that hold a full stop only (as in markdown-it-py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "fixtures"


@dataclass(frozen=True, slots=True)
class Case:
    """A title may begin with the chapter's language (`ru:`), or with `html:` where HTML is allowed."""

    file: str
    title: str
    text: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"

    @property
    def language(self) -> str:
        return "ru" if self.title.startswith("ru: ") else "de"

    @property
    def html(self) -> bool:
        return self.title.startswith("html: ")


def read_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.md")):
        parts = path.read_text(encoding="utf-8").split("\n.\n")
        for title, text, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            yield Case(path.stem, title.strip().splitlines()[-1], text + "\n", expected.strip("\n"))
