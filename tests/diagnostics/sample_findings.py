"""Findings that the emitters are tried on."""

from __future__ import annotations

from sitegen.diagnostics import Fix, Related, report
from sitegen.source import Source, Span

PATH = "content/de/01-über uns.md"
OTHER = "content/ru/01-über uns.md"
TEXTS = {
    PATH: "---\ntitle: Eins\n---\n\nEin\x07 Satz.\n\nNoch <b>ein</b> Satz.\n",
    OTHER: "---\ntitle: Раз\n---\n",
}

WARNING = report("SRC005", Span(PATH, 7, 6, 7, 9), severity="warning", character="U+0007")
ERROR = report(
    "SRC005",
    Span(PATH, 5, 4, 5, 5),
    character="U+0007",
    nearest="moskau",
    related=(Related(Span(OTHER, 2, 1, 2, 6), "other"),),
    fix=Fix(Span(PATH, 5, 4, 5, 5), ""),
)
NOTE = report("SRC003", Span("a,b:c%d.md"), severity="info", reason="50 %: weg\r\n::error::x")


def sources(path: str) -> Source | None:
    """The texts above."""
    return Source.of(path, TEXTS[path]) if path in TEXTS else None
