"""Rows of the table of codes: what one edition of a chapter holds and the other lacks."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.diagnostics.row import N_, Example, Row

_DE = "content/de/01-beispiel.md"
_RU = "content/ru/01-beispiel.md"
_BIB = {
    "citations.bib": "".join(
        f"@book{{{key},\n  author    = {{{name}}},\n  title     = {{Ein Beispiel}},\n"
        "  publisher = {Verlag},\n  date      = {2020},\n  langid    = {german},\n}\n"
        for key, name in (("muster2020", "Muster, Eva"), ("probe2022", "Probe, Karl"))
    )
}
_PICTURE = {
    "content/assets/bild.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9"/></svg>\n'
}
_FIGURE = '\n![{caption}](../assets/bild.svg){{#fig-bild alt="{alt}"}}\n'
_GERMAN_FIGURE = _FIGURE.format(caption="Ein Bild", alt="Ein Strich")
_RUSSIAN_FIGURE = _FIGURE.format(caption="Картинка", alt="Черта")
_TABLE = "\n| A | B |\n| --- | --- |\n| x | y |\n"
_UNFINISHED = "---\ntitle: Пример\ntranslation: partial\n---\n\nСлова.\n"


def _example(
    german: str, wrong: str, right: str, files: Mapping[str, str] | None = None, line: int = 1
) -> Example:
    """A finding in the German chapter, mended in the Russian one."""
    more = dict(files or {})
    return Example({_DE: german, _RU: wrong, **more}, {_DE: german, _RU: right, **more}, line)


def _other(
    russian: str, german: str, right: str, files: Mapping[str, str] | None = None, line: int = 1
) -> Example:
    """A finding in the Russian chapter, mended there."""
    more = dict(files or {})
    return Example({_RU: russian, _DE: german, **more}, {_RU: right, _DE: german, **more}, line)


ROWS: tuple[Row, ...] = (
    Row(
        "PAR001",
        "block-not-translated",
        "warning",
        N_("This part of the text ({block}) has no counterpart in the chapter in the language “{language}”."),
        N_(
            "Translate it there, or take it out here; if the translation is not finished, say “translation: "
            "partial” in its front matter."
        ),
        N_(
            "The two editions are one text in two wordings: each paragraph, list and heading answers one in "
            "the other language. What only one of them has is mostly an oversight. Parts that were split or "
            "joined in translation are told too: the two texts can then not be read side by side there."
        ),
        _example(
            "Worte.\n\n## Thema\n\nMehr Worte.\n",
            "Слова.\n\n## Тема\n",
            "Слова.\n\n## Тема\n\nЕщё слова.\n",
            line=5,
        ),
    ),
    Row(
        "PAR002",
        "footnote-not-translated",
        "warning",
        N_("This footnote is missing in the chapter in the language “{language}”."),
        N_("Add it there, with its mark, or take it out here."),
        N_(
            "Readers of both editions should find the same evidence. The footnotes of a chapter and its "
            "translation are compared; their labels need not be the same."
        ),
        _example("Worte.^[Eine Anmerkung.]\n", "Слова.\n", "Слова.^[Примечание.]\n"),
    ),
    Row(
        "PAR003",
        "citation-not-translated",
        "warning",
        N_("“{name}” is cited here, but not in the chapter in the language “{language}”."),
        N_("Cite it there as well, or take the citation out here."),
        N_(
            "Both editions rest on the same sources. A source that only one of them cites was mostly lost in "
            "translation."
        ),
        _example("Worte [@muster2020].\n", "Слова.\n", "Слова [@muster2020].\n"),
    ),
    Row(
        "PAR004",
        "citation-differs",
        "warning",
        N_("“{value}” is cited here, and “{other}” at the same place in the language “{language}”."),
        N_("Find out which source is meant, and cite it in both."),
        N_(
            "Where a passage cites one source and its translation another, one of the two editions probably "
            "names the wrong evidence."
        ),
        _other("Слова [@probe2022].\n", "Worte [@muster2020].\n", "Слова [@muster2020].\n", _BIB),
    ),
    Row(
        "PAR005",
        "locator-differs",
        "warning",
        N_("The place cited in “{name}” is “{value}” here, and “{other}” in the language “{language}”."),
        N_("Look it up in the source and write the same place in both; a label may be in either language."),
        N_(
            "Pages are mistyped easily, and a reader can find a passage only with the right one. “S. 3” and "
            "“с. 3” are the same place; “–” says that none is named."
        ),
        _other(
            "Слова [@muster2020, с. 5].\n", "Worte [@muster2020, S. 3].\n", "Слова [@muster2020, с. 3].\n"
        ),
    ),
    Row(
        "PAR006",
        "figure-not-translated",
        "warning",
        N_("This figure is missing in the chapter in the language “{language}”."),
        N_("Add it there with the same id, or take it out here."),
        N_(
            "Figures and charts are numbered through a chapter. Where one edition lacks one, the same number "
            "means another figure in the other language."
        ),
        _example(f"Worte.\n{_GERMAN_FIGURE}", "Слова.\n", f"Слова.\n{_RUSSIAN_FIGURE}", _PICTURE, line=3),
    ),
    Row(
        "PAR007",
        "table-not-translated",
        "warning",
        N_("This table is missing in the chapter in the language “{language}”."),
        N_("Add it there, or take it out here."),
        N_(
            "Tables are numbered through a chapter. Where one edition lacks one, the same number means "
            "another table in the other language."
        ),
        _example(f"Worte.\n{_TABLE}", "Слова.\n", f"Слова.\n{_TABLE}", line=3),
    ),
    Row(
        "PAR008",
        "link-not-translated",
        "warning",
        N_("The link to “{target}” is missing in the chapter in the language “{language}”."),
        N_("Add it there, or take it out here."),
        N_(
            "Both editions should lead readers to the same places. An address that has an edition of its own "
            "in the other language, such as de.wikipedia.org and ru.wikipedia.org, counts as the same."
        ),
        _example(
            "Siehe [dort](https://example.org/a).\n",
            "См. там.\n",
            "См. [там](https://example.org/a).\n",
        ),
    ),
    Row(
        "PAR009",
        "link-differs",
        "warning",
        N_("The link leads to “{value}” here, and to “{other}” in the language “{language}”."),
        N_("Find out which is right, and give both links the same target."),
        N_(
            "At the same place of the text the two editions lead to different pages. One of the addresses is "
            "probably a slip, or outdated."
        ),
        _other(
            "См. [там](https://example.org/b).\n",
            "Siehe [dort](https://example.org/a).\n",
            "См. [там](https://example.org/a).\n",
        ),
    ),
    Row(
        "PAR010",
        "number-not-translated",
        "warning",
        N_("The number {number} is missing in this passage in the language “{language}”."),
        N_("Add it there, in digits or in words, or take it out here."),
        N_(
            "Years, percentages and counts are the same in every language, however they are written: 1.234,5 "
            "and 1 234,5, 3,5 Mio. and 3,5 млн, 7 and seven. A number that only one edition has is mostly "
            "a slip."
        ),
        _example("Es waren 79 Gespräche.\n", "Это были беседы.\n", "Это было 79 бесед.\n"),
    ),
    Row(
        "PAR011",
        "number-differs",
        "warning",
        N_("The number is {value} here, and {other} in the language “{language}”."),
        N_("Find out which is right, and correct the other."),
        N_(
            "A passage and its translation name different numbers. Digits are swapped or dropped easily, and "
            "no reader can tell which edition is right."
        ),
        _other("Это было 97 бесед.\n", "Es waren 79 Gespräche.\n", "Это было 79 бесед.\n"),
    ),
    Row(
        "PAR012",
        "translation-not-finished",
        "info",
        N_(
            "The translation of this chapter is not finished. What only one of the two texts has: blocks "
            "{blocks}, quotes {quotes}, footnotes {notes}; other differences: {others}."
        ),
        N_(
            "Take “translation: partial” or “unfinished” out when all is translated; then each is told by itself."
        ),
        N_(
            "An unfinished translation may be published: it never holds up the other edition. This line says "
            "what is still to be done. “sitegen translations” lists the passages."
        ),
        Example(
            {_RU: _UNFINISHED, _DE: "Worte.\n\n## Thema\n"},
            {_RU: _UNFINISHED, _DE: "Worte.\n"},
            2,
        ),
    ),
    Row(
        "PAR013",
        "heading-level-differs",
        "warning",
        N_("This heading is of level {level} here, and of level {other} in the language “{language}”."),
        N_("Give both headings the same number of “#”."),
        N_(
            "The two editions have the same sections. A heading on another level makes a section begin or end "
            "elsewhere, and the language switch cannot lead to it."
        ),
        _other(
            "## Тема\n\nСлова.\n\n## Часть\n",
            "## Thema\n\nWorte.\n\n### Teil\n",
            "## Тема\n\nСлова.\n\n### Часть\n",
            line=5,
        ),
    ),
)
