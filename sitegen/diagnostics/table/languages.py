"""Rows of the table of codes: languages and editions."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_CHAPTER = "content/de/01-beispiel.md"
_RUSSIAN = "content/ru/01-beispiel.md"

ROWS: tuple[Row, ...] = (
    Row(
        "LNG001",
        "unknown-language-tag",
        "error",
        N_("“{tag}” is not a language tag."),
        N_("Write the two letters of the language, such as de, ru, uk or en."),
        N_(
            "The tag tells browsers and screen readers how to speak and hyphenate the words. Tags "
            "follow BCP 47."
        ),
        Example(
            {_CHAPTER: "Der [Fonds]{lang=russisch} hilft.\n"}, {_CHAPTER: "Der [Fonds]{lang=ru} hilft.\n"}, 1
        ),
    ),
    Row(
        "LNG002",
        "chapter-not-translated",
        "warning",
        N_("This chapter has no counterpart in the language “{language}”."),
        N_("Translate it under the same file name, or name the language under “unfinished” in sitegen.toml."),
        N_(
            "A file of the same name in the other language's folder is the same chapter. Without it "
            "that edition shows this text in its place, with a notice."
        ),
        Example(
            {
                _CHAPTER: "---\ntitle: Eins\n---\n\nText.\n",
                "content/ru/02-primer.md": "---\ntitle: Пример\n---\n\nТекст.\n",
                "content/de/02-primer.md": "---\ntitle: Zwei\n---\n\nText.\n",
            },
            {_CHAPTER: "Text.\n", _RUSSIAN: "Текст.\n"},
            2,
        ),
    ),
    Row(
        "LNG003",
        "mixed-scripts",
        "error",
        N_("The word “{word}” mixes Latin and Cyrillic letters: {letters}."),
        N_("Type the word anew on one keyboard."),
        N_(
            "Letters that look alike in both scripts are different ones to search, screen reader and "
            "hyphenation."
        ),
        Example({_CHAPTER: "Das W\u043ert.\n"}, {_CHAPTER: "Das Wort.\n"}, 1),
    ),
    Row(
        "LNG004",
        "file-name",
        "error",
        N_("“{name}” is not the name of a chapter."),
        N_("Call it like 01-name.md: digits for the order, a hyphen, then letters."),
        N_(
            "The digits at the beginning give the order of the chapters, the rest is their address. "
            "“index.md” is the title page."
        ),
        Example(
            {"content/de/notizen.md": "---\ntitle: Notizen\n---\n\nText.\n"},
            {"content/de/02-notizen.md": "---\ntitle: Notizen\n---\n\nText.\n"},
            1,
        ),
    ),
    Row(
        "LNG005",
        "repeated-slug",
        "error",
        N_("Two chapters of this edition have the same address “{slug}”."),
        N_("Give one of them another slug in its front matter."),
        N_("The slug becomes the name of the page's file. Two pages cannot lie in one file."),
        Example(
            {
                "content/de/02-beispiel.md": "---\ntitle: Zwei\n---\n\nText.\n",
                _CHAPTER: "Text.\n",
            },
            {"content/de/02-zweites.md": "---\ntitle: Zwei\n---\n\nText.\n", _CHAPTER: "Text.\n"},
            1,
        ),
    ),
    Row(
        "LNG006",
        "unmarked-language",
        "warning",
        N_("“{words}” is in another language, probably “{language}”, and nothing says so."),
        N_("Write it as […]{lang=ru}, with the tag of the language in place of “ru”."),
        N_(
            "Screen readers speak words by the rules of their language, and browsers hyphenate and choose "
            "letters by them (WCAG 3.1.2). The page marks Cyrillic words by itself, but it can only guess the "
            "language: Russian, or Ukrainian where a letter is only Ukrainian."
        ),
        Example(
            {_CHAPTER: "Der Fonds Дом с маяком hilft.\n"},
            {_CHAPTER: "Der Fonds [Дом с маяком]{lang=ru} hilft.\n"},
            1,
        ),
    ),
    Row(
        "LNG007",
        "unmarked-latin-words",
        "info",
        N_("“{words}” looks like a sentence in another language, and nothing says which."),
        N_("Write it as […]{lang=en}, with the tag of the language in place of “en”."),
        N_(
            "Screen readers speak words by the rules of their language (WCAG 3.1.2). Names, brands and terms "
            "need no mark; a quotation or the name of a work in another language does."
        ),
        Example(
            {_RUSSIAN: "Он сказал: to be or not to be.\n", _CHAPTER: "Text.\n"},
            {_RUSSIAN: "Он сказал: [to be or not to be]{lang=en}.\n", _CHAPTER: "Text.\n"},
            1,
        ),
    ),
    Row(
        "LNG008",
        "closed-up-abbreviation",
        "info",
        N_("“{typed}” is written with a space between its parts: “{spaced}”"),
        N_("Type an ordinary space after each dot; the page keeps the parts on one line."),
        N_(
            "German (DIN 5008) and Russian set a space between the words of an abbreviation. The tool changes "
            "signs and spaces, but puts none where none is."
        ),
        Example({_CHAPTER: "Das ist z.B. so.\n"}, {_CHAPTER: "Das ist z. B. so.\n"}, 1),
    ),
    Row(
        "LNG009",
        "several-gender-signs",
        "warning",
        N_("Words for several genders are written with “{sign}” here, but mostly with “{usual}”."),
        N_("Choose one sign for all texts of this language."),
        N_(
            "The forms are kept letter for letter as their author wrote them. Two kinds of them in one "
            "publication mostly come from two authors, and readers wonder whether they mean different things."
        ),
        Example(
            {_CHAPTER: "Die Leser:innen.\n\nViele Bürger*innen und Nutzer*innen.\n"},
            {_CHAPTER: "Die Leser*innen.\n\nViele Bürger*innen und Nutzer*innen.\n"},
            1,
        ),
    ),
    Row(
        "LNG010",
        "other-script-in-title",
        "info",
        N_("“{words}” is in another language; the page marks it as “{language}”."),
        N_(
            "Nothing has to be done if that is right. If it is not, write the words in Latin letters: a title "
            "or abstract takes no marks."
        ),
        N_(
            "Screen readers speak words by the rules of their language (WCAG 3.1.2). In title, subtitle and "
            "abstract there is no way to say the language, so that the page guesses it: Russian, or Ukrainian "
            "where a letter is only Ukrainian."
        ),
        Example(
            {_CHAPTER: "---\ntitle: Der Fonds Дом с маяком\n---\n\nText.\n"},
            {_CHAPTER: "---\ntitle: Der Fonds Dom s majakom\n---\n\nText.\n"},
            2,
        ),
    ),
)
