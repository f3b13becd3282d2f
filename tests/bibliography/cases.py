"""What the tests of the bibliography share."""

from __future__ import annotations

from sitegen.bibliography import Bibliography, Entry, read
from sitegen.diagnostics import Diagnostic
from sitegen.source import Source

LANGUAGES = ("de", "ru")


def reading(text: str) -> tuple[Bibliography, tuple[Diagnostic, ...]]:
    return read(Source.of("citations.bib", text), LANGUAGES)


def codes(text: str) -> list[tuple[str, int]]:
    """Code and line of every finding."""
    return [(one.code, one.span.line) for one in reading(text)[1]]


def entry(kind: str = "book", key: str = "k", **fields: str) -> Entry:
    """One entry of a German book, unless the fields say otherwise; it must be read without findings."""
    bibliography, found = reading(written(kind, key, **fields))
    assert found == ()
    return bibliography.entries[key]


def written(kind: str = "book", key: str = "k", **fields: str) -> str:
    values = {"title": "Titel", "langid": "german", **fields}
    return (
        f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in values.items()) + "}\n"
    )
