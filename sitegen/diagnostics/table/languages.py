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
            "the language switch of this page leads nowhere."
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
)
