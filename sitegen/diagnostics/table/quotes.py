"""Rows of the table of codes: interview quotes."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_CHAPTER = "content/de/01-beispiel.md"
_RUSSIAN = "content/ru/01-beispiel.md"
_GOOD = "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"


def _quote(attributes: str, words: str = "Worte.") -> str:
    return f"::: {{.quote {attributes}}}\n{words}\n:::\n"


def _example(attributes: str) -> Example:
    return Example({_CHAPTER: _quote(attributes)}, {_CHAPTER: _GOOD}, 1)


ROWS: tuple[Row, ...] = (
    Row(
        "QUO001",
        "quote-without-id",
        "error",
        N_("This quote has no id."),
        N_(
            "Add one behind “.quote”, such as “#no-money”: it names the words, and it is the same in "
            "every language."
        ),
        N_(
            "The id pairs a quote with its translation and is its permanent address. It should name "
            "the words and never the person or the place, so that nobody can be recognised by it."
        ),
        _example("gender=female age=20 city=moskau year=2024"),
    ),
    Row(
        "QUO002",
        "repeated-quote-id",
        "error",
        N_("The quote's id “{id}” is taken already on this page."),
        N_("Give this quote another id, the same one in every language."),
        N_(
            "The id pairs a quote with its translation. If two quotes bear the same one, nobody knows "
            "which answers which."
        ),
        Example({_CHAPTER: _GOOD + "\n" + _GOOD}, {_CHAPTER: _GOOD}, 5),
    ),
    Row(
        "QUO003",
        "unknown-gender",
        "error",
        N_("“{value}” is not known as a gender."),
        N_(
            "Write female, male, diverse or undisclosed, or a usual word for it in a language of the "
            "publication."
        ),
        N_(
            "The gender is kept as one of four values and worded by each language's grammar. The words "
            "that are understood stand in the page on the format."
        ),
        _example("#geld gender=femail age=20 city=moskau year=2024"),
    ),
    Row(
        "QUO004",
        "invalid-age",
        "error",
        N_("“{value}” is not an age."),
        N_("Write a whole number of years from 0 to 120, a band such as 30-39, or 70+."),
        N_(
            "The age is kept as a number or a band of years, so that each language can put it into "
            "words and quotes can be found by it."
        ),
        _example("#geld gender=female age=200 city=moskau year=2024"),
    ),
    Row(
        "QUO005",
        "unknown-city",
        "error",
        N_("The place “{value}” is not in places.toml."),
        N_("Add it there with its name in every language, or write it as it stands there."),
        N_(
            "Every place is described once, in places.toml, with its name in each language; quotes "
            "only refer to it."
        ),
        _example("#geld gender=female age=20 city=Moskva year=2024"),
    ),
    Row(
        "QUO006",
        "invalid-year",
        "error",
        N_("“{value}” is not a year."),
        N_("Write the year of the interview with four digits, such as 2024."),
        N_(
            "The year says when the interview was held. It is part of the attribution and one of the "
            "ways to find a quote."
        ),
        _example("#geld gender=female age=20 city=moskau year=24"),
    ),
    Row(
        "QUO007",
        "date-in-the-future",
        "error",
        N_("“{value}” lies in the future."),
        N_("Check the date; it cannot be later than the day of the build."),
        N_(
            "A date after today is a slip. The day of the build is today in UTC, or what "
            "SOURCE_DATE_EPOCH says."
        ),
        _example("#geld gender=female age=20 city=moskau year=2124"),
    ),
    Row(
        "QUO008",
        "missing-attributes",
        "error",
        N_("This quote does not say: {names}."),
        N_(
            "Add what is missing here; gender, age, city and year may also stand at the same quote in "
            "another language. A named person has “speaker” instead, in every language."
        ),
        N_(
            "An interviewee's quote needs gender, age, city and year. They may stand in any language's "
            "chapter, once is enough. A person who speaks under a name has “speaker”, and “role” and "
            "“date” where they are known."
        ),
        _example("#geld gender=female age=20 year=2024"),
    ),
    Row(
        "QUO009",
        "attributes-differ",
        "error",
        N_("“{name}” is “{value}” here and “{other}” in the other language."),
        N_("Find out which is right and change the other, or leave the attribute out here."),
        N_(
            "A quote is one record over all languages. Where two of them say something different about "
            "who speaks, when and where, one edition would publish something wrong."
        ),
        Example(
            {
                _RUSSIAN: _quote("#geld gender=женщина age=21 city=Москва year=2024", "Слова."),
                _CHAPTER: _GOOD,
            },
            {
                _RUSSIAN: _quote("#geld gender=женщина age=20 city=Москва year=2024", "Слова."),
                _CHAPTER: _GOOD,
            },
            1,
        ),
    ),
    Row(
        "QUO010",
        "quote-not-translated",
        "error",
        N_("The quote “{id}” is missing in the chapter in the language “{language}”."),
        N_(
            "Add it there with the same id; if that translation is not finished, say “translation: "
            "partial” in its front matter."
        ),
        N_(
            "Both editions show the same voices. A quote that only one of them has is an oversight, "
            "unless the translation says that it is unfinished."
        ),
        Example(
            {_CHAPTER: _GOOD, _RUSSIAN: "Слова.\n"},
            {_CHAPTER: _GOOD, _RUSSIAN: _quote("#geld", "Слова.")},
            1,
        ),
    ),
    Row(
        "QUO011",
        "invalid-date",
        "error",
        N_("“{value}” is not a date."),
        N_("Write it as 2022-03-08, 2022-03 or 2022."),
        N_(
            "Dates are kept as year, month and day with hyphens, and written out by each language's "
            "own rules."
        ),
        _example('#geld speaker="Eva Muster" date=8.3.2022'),
    ),
    Row(
        "QUO013",
        "unknown-kind",
        "error",
        N_("“{value}” is not a kind of quote."),
        N_("Write “verbatim” for the person's own words, or “paraphrase” for what is reported in yours."),
        N_(
            "Verbatim words stand in quotation marks, a paraphrase does not and says that it is one. "
            "Readers must be able to rely on it."
        ),
        _example("#geld gender=female age=20 city=moskau year=2024 kind=verbatm"),
    ),
    Row(
        "QUO014",
        "unknown-original-language",
        "error",
        N_("“{value}” is not a language tag."),
        N_("Write the language in which the words were said, such as de, ru or uk."),
        N_(
            "The language of the original decides whether a wording is shown as the original or as a "
            "translation."
        ),
        _example("#geld gender=female age=20 city=moskau year=2024 original=rusisch"),
    ),
    Row(
        "QUO015",
        "unknown-wording",
        "error",
        N_("“wording” can only be “translation”, not “{value}”."),
        N_("Write wording=translation, or leave the attribute out."),
        N_(
            "It says that the chapter in the language of the original holds a translation back, not "
            "the words that were said."
        ),
        _example("#geld gender=female age=20 city=moskau year=2024 original=de wording=original"),
    ),
    Row(
        "QUO016",
        "named-and-anonymous",
        "error",
        N_("This quote names its speaker and has “{name}” as well."),
        N_(
            "Keep “speaker”, “role” and “date” for a named person, or gender, age, city and year for "
            "an interviewee."
        ),
        N_(
            "Attributes of an interviewee beside a name would reveal who was interviewed. A quote is "
            "either anonymous or under a name."
        ),
        _example('#geld speaker="Eva Muster" age=20'),
    ),
    Row(
        "QUO017",
        "empty-quote",
        "error",
        N_("This quote has no words."),
        N_("Write the words between the opening line and “:::”."),
        N_("A quote without words would be an empty frame with an attribution."),
        Example(
            {_CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\n:::\n"},
            {_CHAPTER: _GOOD},
            1,
        ),
    ),
    Row(
        "QUO018",
        "attribute-of-named-speaker",
        "error",
        N_("“{name}” is for a person who speaks under a name, but this quote names nobody."),
        N_("Add “speaker”, or take “{name}” out; an interviewee has a “year” in place of a date."),
        N_(
            "A quote is either an interviewee's, with gender, age, city and year, or a named person's, "
            "with “speaker”, and “role” and “date” where they are known. Beside an interviewee they "
            "would not be shown."
        ),
        _example("#geld gender=female age=20 city=moskau year=2024 role=Pflegerin"),
    ),
    Row(
        "QUO020",
        "block-within-quote",
        "error",
        N_("A quote can hold paragraphs, lists and footnotes, and nothing else."),
        N_("End the quote before it with a line “:::”."),
        N_("A quote holds what one person said. Usually the line that ends it was forgotten."),
        Example(
            {
                _CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n\n## Thema\n:::\n"
            },
            {_CHAPTER: _GOOD + "\n## Thema\n"},
            1,
        ),
    ),
)
