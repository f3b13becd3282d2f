"""Rows of the table of codes: Markdown and attribute lists."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_CHAPTER = "content/de/01-beispiel.md"

ROWS: tuple[Row, ...] = (
    Row(
        "SYN001",
        "unclosed-block",
        "error",
        N_("This block is opened here and never closed."),
        N_("End the block with a line that holds only “:::”."),
        N_(
            "A block with attributes begins with a line like “::: {.quote …}” and ends with a line of "
            "three colons. Without the end nobody can tell which paragraphs belong to the quote and "
            "which to the text."
        ),
        Example(
            {_CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n"},
            {_CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"},
            1,
        ),
    ),
    Row(
        "SYN002",
        "stray-block-end",
        "error",
        N_("This line ends a block, but no block is open."),
        N_(
            "Take the line out, or write the opening line “::: {.quote …}” before the words that "
            "belong to the block."
        ),
        N_(
            "Three colons alone on a line close a block. Usually the opening line was lost, or one "
            "block was closed twice."
        ),
        Example({_CHAPTER: "Worte.\n\n:::\n"}, {_CHAPTER: "Worte.\n"}, 3),
    ),
    Row(
        "SYN003",
        "unknown-block",
        "error",
        N_("There is no kind of block or span called “{name}”."),
        N_(
            "Blocks are “.quote” and “.chart”; within a line there is “.quote”, and “lang=…” for words "
            "in another language."
        ),
        N_(
            "What stands behind the dot in braces says what a block or a span is. The tool knows only "
            "those that the page on the format describes, so that a slip of the pen is found and not "
            "silently dropped."
        ),
        Example(
            {_CHAPTER: "::: {.qoute #geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"},
            {_CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"},
            1,
        ),
    ),
    Row(
        "SYN004",
        "malformed-attributes",
        "error",
        N_("The attributes in braces cannot be read."),
        N_(
            'Write them like {.quote #short-id gender=female age=20 city="St. Petersburg"}: a value '
            "with blanks needs straight quotation marks."
        ),
        N_(
            "An attribute list holds an id with “#”, a class with “.”, and pairs of name and value "
            "joined by “=” without blanks. A value that has blanks stands between straight double "
            "quotation marks."
        ),
        Example(
            {
                _CHAPTER: "::: {.quote #geld gender=female age=20 city=St. Petersburg year=2024}\nWorte.\n:::\n"
            },
            {_CHAPTER: '::: {.quote #geld gender=female age=20 city="Moskau" year=2024}\nWorte.\n:::\n'},
            1,
        ),
    ),
    Row(
        "SYN005",
        "unknown-attribute",
        "error",
        N_("The attribute “{name}” is not known here."),
        N_(
            "Check the spelling; the page on the format lists the attributes of quotes, figures, "
            "charts and language spans."
        ),
        N_(
            "An attribute that nobody knows would be lost without a word, and with it what the author "
            "wanted to say by it."
        ),
        Example(
            {
                _CHAPTER: "::: {.quote #geld gendre=female gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"
            },
            {_CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"},
            1,
        ),
    ),
    Row(
        "SYN006",
        "repeated-attribute",
        "error",
        N_("The attribute “{name}” is given twice."),
        N_("Keep the one that is right."),
        N_("Of two values in one list only one can hold, and the tool does not guess which."),
        Example(
            {_CHAPTER: "::: {.quote #geld gender=female age=20 age=21 city=moskau year=2024}\nWorte.\n:::\n"},
            {_CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"},
            1,
        ),
    ),
    Row(
        "SYN007",
        "raw-html",
        "warning",
        N_("HTML is not interpreted: “{html}” appears on the page as it stands here."),
        N_(
            "Use Markdown instead; a “<” that is meant as a sign may be written “\\<”. The setting "
            "“html = true” under [markdown] allows harmless HTML."
        ),
        N_(
            "Chapters are written in Markdown. HTML from a manuscript is shown as text, because it "
            "could break the page or carry something foreign into it. A publication may allow it; then "
            "it is cleaned of everything dangerous."
        ),
        Example(
            {_CHAPTER: "Das ist <b>wichtig</b> hier.\n"},
            {_CHAPTER: "Das ist **wichtig** hier.\n"},
            1,
        ),
    ),
    Row(
        "SYN008",
        "level-one-heading",
        "warning",
        N_("“#” is the level of the chapter's title; headings in the text begin at “##”."),
        N_("Write “##” in place of “#”."),
        N_(
            "The title in the front matter becomes the page's only heading of the first level. A "
            "second one would confuse contents, search engines and screen readers; it is set as “##”."
        ),
        Example({_CHAPTER: "# Thema\n\nText.\n"}, {_CHAPTER: "## Thema\n\nText.\n"}, 1),
    ),
    Row(
        "SYN009",
        "skipped-heading-level",
        "warning",
        N_("This heading is of level {level}, but the one before it is of level {previous}."),
        N_("Take away signs “#” until it is one level below the heading before it."),
        N_(
            "Headings are the page's contents for readers and for screen readers. A level that is left "
            "out looks as if a section were missing."
        ),
        Example(
            {_CHAPTER: "## Thema\n\n#### Einzelheit\n\nText.\n"},
            {_CHAPTER: "## Thema\n\n### Einzelheit\n\nText.\n"},
            3,
        ),
    ),
    Row(
        "SYN010",
        "nesting-too-deep",
        "error",
        N_("The text is nested more than {limit} levels deep here."),
        N_("Take lists and quotations out of one another."),
        N_(
            "Such depth comes from a slip or from an attack, never from prose; what lies deeper could "
            "not be read."
        ),
        Example({_CHAPTER: "> " * 70 + "Text.\n"}, {_CHAPTER: "> Text.\n"}, 1),
    ),
    Row(
        "SYN011",
        "unpaired-quotation-mark",
        "warning",
        N_("The quotation mark {mark} has no partner in this paragraph."),
        N_("Add the other mark, or write “\\{mark}” if it is meant as a sign."),
        N_(
            "Quotation marks are set by the rules of the language, pair by pair. One without a partner "
            "stays as typed, and is usually a slip."
        ),
        Example(
            {_CHAPTER: "Er sagte: „Das bleibt offen.\n"}, {_CHAPTER: "Er sagte: „Das bleibt offen.“\n"}, 1
        ),
    ),
    Row(
        "SYN012",
        "repeated-id",
        "error",
        N_("The id “{id}” is taken already on this page."),
        N_("Give this place another id."),
        N_(
            "An id is the address of a place within the page. If two places bear the same one, links "
            "lead to the first of them only."
        ),
        Example(
            {_CHAPTER: "## Eins {#thema}\n\nText.\n\n## Zwei {#thema}\n\nText.\n"},
            {_CHAPTER: "## Eins {#thema}\n\nText.\n\n## Zwei\n\nText.\n"},
            5,
        ),
    ),
    Row(
        "SYN013",
        "empty-heading",
        "warning",
        N_("This heading has no words."),
        N_("Give it words, or take the line out."),
        N_("An empty heading would be an empty line in the contents, and nothing at all to a screen reader."),
        Example({_CHAPTER: "##\n\nText.\n"}, {_CHAPTER: "## Thema\n\nText.\n"}, 1),
    ),
    Row(
        "SYN014",
        "reserved-id",
        "error",
        N_("The page itself uses the id “{id}”."),
        N_("Give this place another id, such as one that says what it is about."),
        N_(
            "Some ids belong to parts of every page: “main”, “page-notes”, “page-sources”, and all "
            "that begin with “fn-”, “fnref-”, “ref-” or “p:”. With the same id twice, links would lead "
            "to the wrong place."
        ),
        Example({_CHAPTER: "## Thema {#main}\n\nText.\n"}, {_CHAPTER: "## Thema {#thema}\n\nText.\n"}, 1),
    ),
    Row(
        "SYN016",
        "bidirectional-control",
        "warning",
        N_("The invisible sign {character} changes the direction of the text after it."),
        N_("Take it out; letters that run from right to left need no such sign."),
        N_(
            "These signs can make a text look different from what it says (Unicode TR 36). They mostly "
            "arrive by copying from elsewhere."
        ),
        Example({_CHAPTER: "Ein Wort\u202e und mehr.\n"}, {_CHAPTER: "Ein Wort und mehr.\n"}, 1),
    ),
    Row(
        "SYN017",
        "addresses-too-long",
        "error",
        N_("The addresses of the links in this file make up more than four times its length."),
        N_("Use a shorter address, or link to it less often."),
        N_(
            "One line “[name]: address” can be used by any number of links, each of which writes the "
            "whole address into the page. So a small file could make a page that no browser opens."
        ),
        Example(
            {_CHAPTER: "Text [a]" + " [a]" * 300 + ".\n\n[a]: https://example.org/" + "a" * 500 + "\n"},
            {_CHAPTER: "Text [a].\n\n[a]: https://example.org/\n"},
            1,
        ),
    ),
    Row(
        "SYN018",
        "kind-not-given",
        "error",
        N_("The braces do not say what kind of block or span this is."),
        N_("Write “.quote” or “.chart” behind the opening brace, or “lang=…” for words in another language."),
        N_(
            "A block or a span with attributes is a quote, a chart, or words in another language; "
            "nothing else can be told of it. Most often “.quote” was forgotten."
        ),
        Example(
            {_CHAPTER: "::: {#geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"},
            {_CHAPTER: "::: {.quote #geld gender=female age=20 city=moskau year=2024}\nWorte.\n:::\n"},
            1,
        ),
    ),
    Row(
        "SYN019",
        "markup-left-as-text",
        "warning",
        N_("“{text}” is not understood and appears on the page as it stands here."),
        N_(
            "Braces stand directly behind the closing bracket, every bracket is closed, a link's address "
            "has no blanks, and its label is defined. If the signs are meant as such, write a “\\” before "
            "the first one."
        ),
        N_(
            "This looks like a quote, a citation, a footnote or a link, but a sign is missing or a blank "
            "is too many. Readers would see the signs, and the quote, source or link would be lost."
        ),
        Example(
            {_CHAPTER: "Sie sagt [oui] {lang=fr}.\n"},
            {_CHAPTER: "Sie sagt [oui]{lang=fr}.\n"},
            1,
        ),
    ),
)
