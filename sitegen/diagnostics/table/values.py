"""Rows that sitegen.toml, places.toml and the front matter share but for code, name and example:
what is wrong with a value as such. The words are here once.
"""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

TOML_KEY = N_(
    "Correct the spelling, or delete the key. In TOML, a key below a [table] belongs to that table."
)
YAML_KEY = N_("Correct the spelling, or delete the key.")


def unknown_key(code: str, name: str, example: Example, hint: str = TOML_KEY) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("Nobody knows the key “{key}”."),
        hint=hint,
        why=N_(
            "Only the keys of the format mean something. A key that nobody knows is most often a slip of the "
            "fingers, and if it were ignored, what it says would be missing from the page without a word."
        ),
        example=example,
    )


def wrong_type(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("“{key}” must be {expected}."),
        hint=N_("Write the value in that form; lists stand in square brackets, as [“…”, “…”]."),
        why=N_(
            "Each key has one kind of value: a text, a list, a number, true or false. A value of another "
            "kind could only be guessed at, and the guess would end up on the page."
        ),
        example=example,
    )


def empty(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("“{key}” is empty."),
        hint=N_("Write its value, or delete the key."),
        why=N_(
            "A key without a value says that something was meant to stand here. A page with an empty title "
            "or name would look broken; a key that is left out takes its default."
        ),
        example=example,
    )


def control_character(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("The text holds the control character {character}, which no reader can see."),
        hint=N_("Delete the character, or type the word again."),
        why=N_(
            "Control characters come into a text with copied or damaged files. Browsers, e-books and feeds "
            "refuse them, so that a whole page could become unreadable."
        ),
        example=example,
    )


def unknown_language(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "warning",
        message=N_("“{key}” is worded for “{language}”, which is no language here, so nobody sees it."),
        hint=N_("Correct the language tag, or enter the language under “languages” in sitegen.toml."),
        why=N_(
            "A text may be given once per language, each under the tag of its language. A wording under any "
            "other tag appears on no page; most often the tag is misspelt."
        ),
        example=example,
    )


def missing(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("“{key}” is missing in an entry of “{where}”."),
        hint=N_("Add the key to the entry."),
        why=N_(
            "An entry in braces is understood by its keys. Without this one it names nobody and nothing, and "
            "would have to be left out."
        ),
        example=example,
    )


def orcid(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("“{value}” is not an ORCID iD."),
        hint=N_(
            "Copy the iD from the person's page at orcid.org: four groups of four, as 0000-0002-1825-0097."
        ),
        why=N_(
            "The last character of an ORCID iD is computed from the others, so that a slip in any digit "
            "shows. A wrong iD would ascribe the text to nobody, or to somebody else."
        ),
        example=example,
    )


def day(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("“{value}” is not a day of the calendar written as year-month-day."),
        hint=N_("Write the day as 2024-11-15."),
        why=N_(
            "Dates are written in one form, so that each edition can show them in the form of its language "
            "and machines can sort them. A day that does not exist, as 30 February, is a slip."
        ),
        example=example,
    )


def future(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("“{key}” is {date}, but today is only {today}."),
        hint=N_(
            "Correct the date. Today is the day of SOURCE_DATE_EPOCH if that is set, else the day in UTC."
        ),
        why=N_(
            "The date says when a text was published. A date that is still to come is most often a slip in "
            "the year, and readers who cite the page would copy it."
        ),
        example=example,
    )


def unknown_value(code: str, name: str, example: Example) -> Row:
    return Row(
        code,
        name,
        "error",
        message=N_("“{value}” is not a value that “{key}” can have."),
        hint=N_("Possible is: {known}."),
        why=N_(
            "Some keys choose between a few ways to do a thing. A word that is none of them chooses nothing, "
            "and the default would be taken without a word."
        ),
        example=example,
    )
