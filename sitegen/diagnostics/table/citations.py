"""Rows of the table of codes: citations in the text, and citations.bib."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row
from sitegen.diagnostics.table import bibliography_addresses, bibliography_entries, bibliography_syntax
from sitegen.diagnostics.table.bibliography_syntax import CHAPTER, FILE, book


def _cited(bad: str, good: str, entries: str = "", line: int = 1) -> Example:
    texts = {FILE: (entries or book("a")) + "\n"}
    return Example({CHAPTER: bad + "\n", **texts}, {CHAPTER: good + "\n", **texts}, line)


_IN_TEXT = (
    Row(
        "CIT001",
        "unknown-citation-key",
        "error",
        N_("There is no source “{key}” in citations.bib."),
        N_("Correct the key, or add an entry for the source."),
        N_("Notes and list of sources are made from the entry; without it the reader finds only the key."),
        _cited("Text [@muster; @muster2020].", "Text [@muster2020].", book("muster2020")),
    ),
    Row(
        "CIT002",
        "citation-key-in-wrong-case",
        "error",
        N_("There is no source “{key}”; the key is written “{right}”."),
        N_("Write the key with the same capital and small letters as in citations.bib."),
        N_("Keys are compared letter by letter, so that a manuscript means the same in every program."),
        _cited("Text [@Muster2020; @muster2020].", "Text [@muster2020].", book("muster2020")),
    ),
    Row(
        "CIT003",
        "uncited-entry",
        "info",
        N_("Nothing cites the source “{key}”."),
        N_("Cite it, or leave it: it is not listed unless sitegen.toml asks for all sources."),
        N_("An entry that is not used is no mistake, but may be a source that was forgotten in the text."),
        Example(
            {FILE: book("a") + "\n\n" + book("b") + "\n", CHAPTER: "Text [@a].\n"},
            {FILE: book("a") + "\n\n" + book("b") + "\n", CHAPTER: "Text [@a; @b].\n"},
            6,
        ),
    ),
    Row(
        "CIT004",
        "malformed-citation",
        "error",
        N_("“{text}” in this citation names no source."),
        N_(
            "Separate sources by “;” and write a key for each: [@a, S. 3; @b]. A comment belongs outside "
            "of the brackets."
        ),
        N_(
            "Each part of a bracket between semicolons is one source: words before its key, the key, the "
            "place in it."
        ),
        _cited("Text [@a; siehe dort].", "Text [@a, siehe dort]."),
    ),
    Row(
        "CIT005",
        "address-of-a-source",
        "info",
        N_("This address is that of the source “{key}” in citations.bib."),
        N_("Cite the source instead of its address: [@{key}]."),
        N_(
            "A cited source is set in full, with its author, its title and the day it was looked at, and it is in the "
            "list of sources. A bare address shows none of it, and is dead when the page moves."
        ),
        _cited(
            "Text [@a].[^n]\n\n[^n]: Siehe https://a.example/x.",
            "Text [@a].[^n]\n\n[^n]: Siehe [@a].",
            book("a", url="https://a.example/x"),
            line=3,
        ),
    ),
)

ROWS: tuple[Row, ...] = (
    *_IN_TEXT,
    *bibliography_syntax.ROWS,
    *bibliography_entries.ROWS,
    *bibliography_addresses.ROWS,
)
