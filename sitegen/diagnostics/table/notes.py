"""Rows of the table of codes: footnotes."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_CHAPTER = "content/de/01-beispiel.md"
_GOOD = "Text.[^zahl]\n\n[^zahl]: Eigene Zählung.\n"

ROWS: tuple[Row, ...] = (
    Row(
        "FTN001",
        "undefined-footnote",
        "error",
        N_("There is no footnote “{label}” in this file."),
        N_("Add it on a line of its own: “[^{label}]: text of the footnote”."),
        N_(
            "The mark in the text and the footnote's own line belong together by their label. The "
            "footnote must stand in the same file."
        ),
        Example({_CHAPTER: "Text.[^zahl]\n"}, {_CHAPTER: _GOOD}, 1),
    ),
    Row(
        "FTN002",
        "unused-footnote",
        "warning",
        N_("Nothing in the text refers to the footnote “{label}”."),
        N_("Put the mark [^{label}] where it belongs, or take the footnote out."),
        N_("A footnote without a mark does not appear on the page; usually the mark was lost in editing."),
        Example({_CHAPTER: "Text.\n\n[^zahl]: Eigene Zählung.\n"}, {_CHAPTER: _GOOD}, 3),
    ),
    Row(
        "FTN003",
        "repeated-footnote",
        "error",
        N_("The footnote “{label}” is written twice."),
        N_("Give one of the two another label, and change its mark in the text."),
        N_("Only one text can stand behind a mark, and the tool does not guess which of the two is meant."),
        Example({_CHAPTER: _GOOD + "\n[^zahl]: Andere Zählung.\n"}, {_CHAPTER: _GOOD}, 5),
    ),
    Row(
        "FTN004",
        "empty-footnote",
        "error",
        N_("The footnote “{label}” has no text."),
        N_("Write its text behind the colon."),
        N_("An empty footnote sends readers to a number with nothing behind it."),
        Example({_CHAPTER: "Text.[^zahl]\n\n[^zahl]:\n"}, {_CHAPTER: _GOOD}, 3),
    ),
    Row(
        "FTN005",
        "footnote-within-footnote",
        "error",
        N_("A footnote cannot stand within a footnote."),
        N_("Write what it says into the outer footnote, in brackets for instance."),
        N_("Readers who follow a note come back to the text; a note in a note would lead them astray."),
        Example(
            {_CHAPTER: "Text.^[Eine Zählung^[Nach Muster.].]\n"},
            {_CHAPTER: "Text.^[Eine Zählung (nach Muster).]\n"},
            1,
        ),
    ),
)
