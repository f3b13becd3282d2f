"""Rows of the table of codes: the syntax of citations.bib, its keys and fields."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

FILE = "citations.bib"
CHAPTER = "content/de/01-beispiel.md"


def example(bad: str, good: str, line: int, cited: str = "a", cited_good: str = "") -> Example:
    """A bibliography with a mistake and the same one mended; `cited` are the keys that a chapter cites."""
    return Example(
        {FILE: bad + "\n", CHAPTER: _citing(cited)},
        {FILE: good + "\n", CHAPTER: _citing(cited_good or cited)},
        line,
    )


def book(key: str, **fields: str) -> str:
    """An entry of the type book, one field a line, the title first."""
    values = {"title": f"Titel {key}", "langid": "german", **fields}
    return f"@book{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in values.items()) + "}"


def _citing(keys: str) -> str:
    items = "; ".join(f"@{key}" for key in keys.split())
    return f"Text.[^1]\n\n[^1]: [{items}].\n"


ROWS: tuple[Row, ...] = (
    Row(
        "BIB001",
        "bibliography-syntax",
        "error",
        N_("Entry “{key}” cannot be read from here on: “{sign}” is not expected."),
        N_(
            "Look at what stands just before: often a comma after a field is missing, or a brace, or a "
            "quotation mark within a value in quotation marks. Within an entry “%” begins no comment."
        ),
        N_(
            "An entry is its type, a key, and fields, each of them a name, an equals sign, a value in "
            "braces and a comma. What stands in the entry after this place is not read; all other entries are."
        ),
        example(
            "@book{a,\n  title = {Titel a}\n  langid = {german},\n}",
            "@book{a,\n  title = {Titel a},\n  langid = {german},\n}",
            3,
        ),
    ),
    Row(
        "BIB002",
        "unclosed-entry",
        "error",
        N_("Entry “{key}” is not closed: the text goes on to the next entry, or to the end of the file."),
        N_("Count the braces: each one that is opened must be closed, and the last one closes the entry."),
        N_(
            "A missing brace is noticed only where the next entry begins, often many lines further down. "
            "The mistake lies in the entry named here."
        ),
        example(
            "@book{a,\n  title = {Titel a,\n  langid = {german},\n}\n\n" + book("b"),
            book("a") + "\n\n" + book("b"),
            1,
            "a b",
        ),
    ),
    Row(
        "BIB003",
        "duplicate-key",
        "error",
        N_("The key “{key}” is given twice; the first time in line {line}."),
        N_("Give one of the entries another key, or delete it if it is the same source."),
        N_("A citation must mean one source. Until this is mended, the first entry is used."),
        example(book("a") + "\n\n" + book("a"), book("a") + "\n\n" + book("b"), 6, "a", "a b"),
    ),
    Row(
        "BIB004",
        "keys-differ-in-case",
        "error",
        N_("The keys “{key}” and “{other}” differ only in capital and small letters."),
        N_("Give one of them another key."),
        N_(
            "Citations tell such keys apart, but readers of the manuscript do not, and many programs read"
            " them as one entry that is given twice."
        ),
        example(book("a") + "\n\n" + book("A"), book("a") + "\n\n" + book("b"), 6, "a A", "a b"),
    ),
    Row(
        "BIB005",
        "duplicate-field",
        "error",
        N_("Entry “{key}” gives the field “{field}” twice."),
        N_("Keep one of the two; several names in one field are joined by “and”."),
        N_("Only the first one counts; what the second one says would be lost without a word."),
        example(
            "@book{a,\n  title = {Titel a},\n  year = {2020},\n  year = {2021},\n  langid = {german},\n}",
            book("a", year="2020"),
            4,
        ),
    ),
    Row(
        "BIB006",
        "unknown-entry-type",
        "warning",
        N_("“{type}”, the type of entry “{key}”, is not known; it is set like “misc”."),
        N_("Use a type of BibLaTeX, such as book, article, incollection, online, report or thesis."),
        N_(
            "The type says how a reference is put together: a journal's article names its journal, a "
            "chapter its book. Of an unknown type only title, names and year can be set with certainty."
        ),
        example(book("a").replace("@book", "@bok"), book("a"), 1),
    ),
    Row(
        "BIB007",
        "undefined-string",
        "error",
        N_("“{name}” is not defined."),
        N_("Put the value in braces, or define the name with @string further up."),
        N_(
            "A value without braces is the name of a text that @string has defined before. The value is "
            "left empty."
        ),
        example(
            "@book{a,\n  title = {Titel a},\n  publisher = campus,\n  langid = {german},\n}",
            book("a", publisher="Campus"),
            3,
        ),
    ),
    Row(
        "BIB008",
        "value-too-long",
        "error",
        N_("The value of “{name}” is longer than {limit} characters."),
        N_("Shorten it. Of a long list of authors name the first ones, then “and others”."),
        N_(
            "No printed field is that long; usually a brace is missing, or names defined with @string "
            "refer to each other. The value is not used."
        ),
        example(book("a", publisher="x" * 10_001), book("a", publisher="x"), 4),
    ),
    Row(
        "BIB009",
        "at-sign-in-comment",
        "error",
        N_("“@” in a comment line is read as the beginning of an entry."),
        N_("Write the comment without “@”, for example “name at example.org”."),
        N_(
            "BibTeX knows no comments: whatever stands between entries is skipped, except for the sign "
            "that begins the next one. A percent sign changes nothing about that."
        ),
        example("% mail: a@b.de\n" + book("a"), "% mail: a at b.de\n" + book("a"), 1),
    ),
    Row(
        "BIB010",
        "entry-in-comment",
        "warning",
        N_("Entry “{key}” stands in a comment, but is read."),
        N_("Delete it, or take away its “@”."),
        N_("A comment ends at the next “@”, so an entry cannot be switched off by putting it in one."),
        example("@comment{alt\n" + book("a") + "\n}", "@comment{alt}\n" + book("a"), 2),
    ),
    Row(
        "BIB011",
        "control-character",
        "error",
        N_("The file holds a control character ({sign}), which no text has."),
        N_("Delete it; if there are many, the file is probably damaged: take it from a backup."),
        N_("Such characters are invisible, are not allowed on web pages, and are read as a space."),
        example("@book{a,\n  title = {Titel\x00a},\n}", "@book{a,\n  title = {Titel a},\n}", 2),
    ),
)
