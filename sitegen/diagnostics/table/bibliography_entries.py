"""Rows of the table of codes: what an entry of citations.bib says."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Row
from sitegen.diagnostics.table.bibliography_syntax import book, example

_ONLINE = "@online{a,\n  title = {Titel},\n  organization = {Amt},\n  langid = {german},\n"

ROWS: tuple[Row, ...] = (
    Row(
        "BIB012",
        "entry-without-title",
        "error",
        N_("Entry “{key}” has no title."),
        N_(
            "Add a title; if the source has none, describe it in square brackets: title = {[Flugblatt, 4 "
            "Seiten]}."
        ),
        N_("Without a title a reader cannot tell which work is meant."),
        example("@book{a,\n  author = {Muster, Eva},\n}", book("a", author="Muster, Eva"), 1),
    ),
    Row(
        "BIB013",
        "entry-without-container",
        "error",
        N_("Entry “{key}” is of the type “{type}”, but has no “{field}”."),
        N_("Name the journal or the book, or choose another type: book, report, online, misc."),
        N_(
            "An article is found through its journal, a chapter through its book. The reference would "
            "lack its main part."
        ),
        example(
            "@article{a,\n  title = {Titel},\n  langid = {german},\n}",
            "@article{a,\n  title = {Titel},\n  journaltitle = {Zeitschrift},\n  langid = {german},\n}",
            1,
        ),
    ),
    Row(
        "BIB014",
        "online-without-access-date",
        "info",
        N_("Entry “{key}” does not say when its page was looked at."),
        N_("Add urldate = {2024-11-15}, the day on which you last saw the page."),
        N_("Web pages change and vanish. The date tells readers which state of the page the text is about."),
        example(
            _ONLINE + "  url = {https://example.org/},\n}",
            _ONLINE + "  url = {https://example.org/},\n  urldate = {2024-11-15},\n}",
            1,
        ),
    ),
    Row(
        "BIB015",
        "online-without-address",
        "info",
        N_("Entry “{key}” is a web page without an address."),
        N_("Add url = {https://…}, or choose the type misc."),
        N_("A page on the web can only be found by its address."),
        example(
            _ONLINE + "}",
            _ONLINE + "  url = {https://example.org/},\n  urldate = {2024-11-15},\n}",
            1,
        ),
    ),
    Row(
        "BIB016",
        "same-address-twice",
        "warning",
        N_("Entries “{key}” and “{other}” have the same address."),
        N_("If they are one source, keep one entry and cite its key in both places."),
        N_("One source with two keys is listed twice, and its notes do not refer to each other."),
        example(
            "\n\n".join(book(key, url="https://example.org/a") for key in "ab"),
            "\n\n".join(book(key, url=f"https://example.org/{key}") for key in "ab"),
            10,
            "a b",
        ),
    ),
    Row(
        "BIB017",
        "institution-without-braces",
        "warning",
        N_("“{name}” looks like an institution, but is read as a person's name."),
        N_("Put the name in a second pair of braces: author = {{…}}."),
        N_(
            "A name is taken apart into family name and given names, at commas and at “and”. Braces keep "
            "the name of an institution together."
        ),
        example(book("a", author="Stiftung Warentest"), book("a", author="{Stiftung Warentest}"), 4),
    ),
    Row(
        "BIB018",
        "patronymic-as-family-name",
        "warning",
        N_("In “{name}” the patronymic is read as the family name."),
        N_("Write the family name first, followed by a comma: Петров, Сергей Владимирович."),
        N_(
            "Without a comma the last word is the family name. The reference would stand at the wrong "
            "place in the list."
        ),
        example(
            book("a", author="Петров Сергей Владимирович"), book("a", author="Петров, Сергей Владимирович"), 4
        ),
    ),
    Row(
        "BIB019",
        "invalid-name",
        "error",
        N_("“{name}” cannot be read as a name (entry “{key}”)."),
        N_(
            "Write “family name, given names”, several persons joined by “and”, an institution in a "
            "second pair of braces."
        ),
        N_("A name has at most two commas: between family name, an addition such as “Jr.”, and given names."),
        example(book("a", author="A, B, C, D"), book("a", author="A, B and C, D"), 4),
    ),
    Row(
        "BIB020",
        "invalid-date",
        "error",
        N_("“{text}” in the field “{field}” is no date that can be read."),
        N_(
            "Write 2024-03-05, 2024-03 or 2024, a span of time as 2018/2023, about 2024 as 2024~; leave "
            "the field out if the date is not known."
        ),
        N_("Dates are written by ISO 8601 (EDTF), so that every edition can set them in its own way."),
        example(book("a", date="17.07.2024"), book("a", date="2024-07-17"), 4),
    ),
    Row(
        "BIB021",
        "missing-parent-entry",
        "error",
        N_("Entry “{key}” refers to “{parent}” (in “{field}”), which does not exist."),
        N_("Correct the key, or add that entry."),
        N_(
            "An entry takes over what it does not say itself, such as the book a chapter stands in. It is"
            " now missing."
        ),
        example(book("a", crossref="c"), book("a", crossref="b") + "\n\n" + book("b"), 4, "a", "a b"),
    ),
    Row(
        "BIB022",
        "entries-in-a-circle",
        "error",
        N_("Entries take over from each other in a circle: {path}."),
        N_("Delete “{field}” in one of them."),
        N_(
            "A chapter may refer to its book, but the book not back to the chapter: neither could be "
            "completed."
        ),
        example(
            "\n\n".join((book("a", crossref="b"), book("b", crossref="a"))),
            "\n\n".join((book("a", crossref="b"), book("b"))),
            4,
            "a b",
        ),
    ),
    Row(
        "BIB023",
        "unknown-latex-command",
        "warning",
        N_("The LaTeX command “{text}” in the field “{field}” is not known; its words are shown without it."),
        N_("Write the sign itself: the file is in Unicode, so every letter can stand in it."),
        N_("Only commands for accents, signs, quotation marks and type are understood."),
        example(book("a", publisher="\\foo{Campus}"), book("a", publisher="Campus"), 4),
    ),
    Row(
        "BIB024",
        "formula-in-entry",
        "warning",
        N_("The formula “{text}” in the field “{field}” is shown as typed."),
        N_("Write it with Unicode signs, such as CO₂ or x²."),
        N_("References are plain text with italics; formulas are not set."),
        example(book("a", series="Zu $x^2$"), book("a", series="Zu x²"), 4),
    ),
    Row(
        "BIB025",
        "unknown-entry-language",
        "warning",
        N_("“{name}” is no language that is known (entry “{key}”)."),
        N_("Write german, russian, english …, or a language tag such as “de” or “ru”."),
        N_(
            "The language of an entry decides about its quotation marks, the words of the Russian form, "
            "and how a screen reader pronounces the title."
        ),
        example(book("a", langid="germanisch"), book("a", langid="german"), 3),
    ),
)
