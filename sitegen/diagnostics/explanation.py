"""A row of the table of codes explained: what `sitegen explain` prints and the documentation's page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from sitegen.diagnostics.emitters.summary import severity_word
from sitegen.diagnostics.messages import outline, visible, why
from sitegen.diagnostics.row import Row
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that is said of a kind of finding, in one language. `bad` and `good` hold files by their
    path, as lines in which nothing steers a terminal; both are empty where no text can show the finding.
    """

    code: str
    name: str
    severity: str
    message: str
    why: str
    hint: str
    bad: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    good: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def explain(row: Row, language: str = "en") -> Explanation:
    """Explain a kind of finding, with `…` for what a finding would fill in."""
    return Explanation(
        code=row.code,
        name=row.name,
        severity=severity_word(row.severity, language),
        message=outline(row.message, language),
        why=why(row, language),
        hint=outline(row.hint, language),
        bad=_files(row.example.bad) if row.example else {},
        good=_files(row.example.good) if row.example else {},
    )


def _files(files: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {visible(path): lines(text) for path, text in files.items()}


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text; only line feeds divide it, and what steers is written out."""
    return tuple(visible(line) for line in text.removesuffix("\n").split("\n"))
