"""Rows of the table of codes: files that cannot be read as text (robustness.md, promises 4 and 7)."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

ROWS: tuple[Row, ...] = (
    Row(
        code="SRC001",
        name="not-utf-8",
        severity="error",
        message=N_("This file is not UTF-8 text: byte {offset} ({byte}) begins no character."),
        hint=N_("Save the file again with the encoding UTF-8; every text editor offers this when saving."),
        why=N_(
            "A computer stores letters as numbers, and UTF-8 is the rule that German, Russian and all other"
            " scripts share. A file saved by another rule, such as Windows-1251 or Latin-1, would show"
            " wrong letters, so that nothing is guessed and the file is not read."
        ),
    ),
    Row(
        code="SRC002",
        name="file-too-large",
        severity="error",
        message=N_("This file is too large to be read: {size} bytes, where {limit} are allowed."),
        hint=N_("Divide the text into several chapters, or take out data that was pasted into it."),
        why=N_(
            "A chapter of a book has some 100,000 bytes. A text file that is many times larger holds, as a"
            " rule, something that was pasted in by mistake, such as a picture. The limit makes sure that a"
            " build comes to its end."
        ),
    ),
    Row(
        code="SRC003",
        name="file-unreadable",
        severity="error",
        message=N_("This file cannot be read: {reason}."),
        hint=N_("Check that the file still exists and that you have the right to read it."),
        why=N_(
            "The file is listed in the folder, but the operating system does not hand over what it holds."
            " A publication without it would be incomplete, so that nothing is built."
        ),
    ),
    Row(
        code="SRC004",
        name="symbolic-link",
        severity="error",
        message=N_("“{path}” is only a symbolic link to another place, and such links are not followed."),
        hint=N_("Put the file itself where the link is, or delete the link."),
        why=N_(
            "A symbolic link can point anywhere on the computer, and in a publication with several authors"
            " anyone can add one. If it were followed, a private file could be published without anybody"
            " noticing."
        ),
    ),
    Row(
        code="SRC005",
        name="control-character",
        severity="error",
        message=N_("Here stands the invisible control character {character}, which has no place in a text."),
        hint=N_("Delete it. It mostly comes along when text is copied from a PDF or from a terminal."),
        why=N_(
            "Control characters once steered printers and terminals. They are invisible, browsers must not"
            " be sent them, and they break the data files that are made from a text."
        ),
        example=Example(
            bad={"content/de/01-text.md": "Ein Satz.\n\nNoch\x07 ein Satz.\n"},
            good={"content/de/01-text.md": "Ein Satz.\n\nNoch ein Satz.\n"},
            line=3,
        ),
    ),
    Row(
        code="SRC006",
        name="invisible-sign-in-file-name",
        severity="error",
        message=N_("The name of this file holds the invisible character {character}."),
        hint=N_("Rename the file; letters, digits, hyphens and dots are enough for a name."),
        why=N_(
            "Names become addresses. A control character in one breaks links and web servers, and a sign that"
            " changes the direction of the text makes a name look like another one."
        ),
        example=Example(
            bad={"content/de/01-te\x07xt.md": "---\ntitle: Eins\n---\n\nEin Satz.\n"},
            good={"content/de/01-text.md": "---\ntitle: Eins\n---\n\nEin Satz.\n"},
            line=1,
        ),
    ),
    Row(
        code="SRC007",
        name="text-too-intricate",
        severity="error",
        message=N_(
            "This text would take too much work to read: it holds far more signs of markup than words."
        ),
        hint=N_("Divide it into several chapters, or take out data that was pasted into it."),
        why=N_(
            "Every text gets the same, ample measure of work, counted in steps and not in seconds, so that the"
            " verdict does not depend on the computer. No chapter that people wrote comes near it. One that"
            " does holds, as a rule, data or signs without end, and would keep a build busy for very long."
        ),
    ),
)
