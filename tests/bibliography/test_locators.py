"""Locators, row by row (citations.md, section 5, the table of locators)."""

from __future__ import annotations

import pytest

from sitegen.bibliography import split, style
from sitegen.model.document import Locator
from tests.bibliography.cases import LANGUAGES, entry

ENTRIES = {
    tag: entry(langid=langid) for tag, langid in {"ru": "russian", "de": "german", "en": "english"}.items()
}

# typed, kind, de, ru in brackets (entry ru / de / en), ru in a note (entry ru / de / en)
PAGE = ("S.⍽5", "с.⍽5 / S.⍽5 / p.⍽5", "С.⍽5 / S.⍽5 / P.⍽5")
RANGE = ("S.⍽5–7", "с.⍽5–7 / S.⍽5–7 / p.⍽5–7", "С.⍽5–7 / S.⍽5–7 / P.⍽5–7")
NEXT = ("S.⍽5⍽f.", "с.⍽5–6 / S.⍽5⍽f. / p.⍽5–6", "С.⍽5–6 / S.⍽5⍽f. / P.⍽5–6")
FOLLOWING = (
    "S.⍽5⍽ff.",
    "с.⍽5⍽и⍽след. / S.⍽5⍽ff. / p.⍽5⍽ff.",
    "С.⍽5⍽и⍽след. / S.⍽5⍽ff. / P.⍽5⍽ff.",
)
CHAPTER = ("Kap.⍽3", "гл.⍽3 / Kap.⍽3 / ch.⍽3", "Гл.⍽3 / Kap.⍽3 / Ch.⍽3")
PARAGRAPH = ("Abs.⍽2", "абз.⍽2 / Abs.⍽2 / para.⍽2", "Абз.⍽2 / Abs.⍽2 / Para.⍽2")
FIGURE = ("Abb.⍽1", "рис.⍽1 / Abb.⍽1 / fig.⍽1", "Рис.⍽1 / Abb.⍽1 / Fig.⍽1")
TABLE = ("Tab.⍽1", "табл.⍽1 / Tab.⍽1 / tab.⍽1", "Табл.⍽1 / Tab.⍽1 / Tab.⍽1")
VOLUME = ("Bd.⍽2", "т.⍽2 / Bd.⍽2 / vol.⍽2", "Т.⍽2 / Bd.⍽2 / Vol.⍽2")
NOTE = ("Anm.⍽4", "примеч.⍽4 / Anm.⍽4 / n.⍽4", "Примеч.⍽4 / Anm.⍽4 / N.⍽4")
SECTION = ("§⍽7", "§⍽7 / §⍽7 / §⍽7", "§⍽7 / §⍽7 / §⍽7")
SUPPLEMENT = ("S.⍽S3", "с.⍽S3 / S.⍽S3 / p.⍽S3", "С.⍽S3 / S.⍽S3 / P.⍽S3")
SEVERAL = (
    "S.⍽S3–S4, 9",
    "с.⍽S3–S4, 9 / S.⍽S3–S4, 9 / p.⍽S3–S4, 9",
    "С.⍽S3–S4, 9 / S.⍽S3–S4, 9 / P.⍽S3–S4, 9",
)
AS_TYPED = ("passim", "passim / passim / passim", "passim / passim / passim")

CASES = [
    (typed, kind, expected)
    for written, kind, expected in [
        ("5|S. 5|S.5|S 5|Seite 5|с. 5|c. 5|стр. 5|p. 5|С. 5|s. 5|S.\u00a05", "page", PAGE),
        ("pp. 5-7|S. 5–7|сс. 5–7|5--7|5 - 7|S. 5—7", "page", RANGE),
        ("S. 5 f.|S. 5f.|5 f|с. 5 f.", "page", NEXT),
        ("S. 5 ff.|5ff.|5 ff|с. 5 и след.|с. 5 и сл.", "page", FOLLOWING),
        ("Kap. 3|гл. 3|chap. 3|Kapitel 3|Глава 3", "chapter", CHAPTER),
        ("Abs. 2|абз. 2|para. 2", "paragraph", PARAGRAPH),
        ("Abb. 1|рис. 1|fig. 1", "figure", FIGURE),
        ("Tab. 1|табл. 1", "table", TABLE),
        ("Bd. 2|т. 2|vol. 2", "volume", VOLUME),
        ("Anm. 4|прим. 4|примеч. 4|n. 4", "note", NOTE),
        ("§ 7|§7", "section", SECTION),
        ("S3|S. S3", "page", SUPPLEMENT),
        ("S3-S4,9|S. S3–S4, 9", "page", SEVERAL),
        ("passim", "", AS_TYPED),
    ]
    for typed in written.split("|")
]


@pytest.mark.parametrize(("typed", "kind", "expected"), CASES)
def test_relabelled(typed: str, kind: str, expected: tuple[str, str, str]) -> None:
    locator, rest = split(typed, LANGUAGES)
    assert locator is not None
    assert (locator.kind, rest) == (kind, "")

    def labelled(tag: str, entry_tag: str, *, in_note: bool) -> str:
        return style(tag).locator(ENTRIES[entry_tag], locator, in_note=in_note).replace("\u00a0", "⍽")

    de, bracket, note = expected
    assert labelled("de", "ru", in_note=False) == de
    assert " / ".join(labelled("ru", tag, in_note=False) for tag in ENTRIES) == bracket
    assert " / ".join(labelled("ru", tag, in_note=True) for tag in ENTRIES) == note


@pytest.mark.parametrize("page", ["xii", "A-7", "S3", "XIV", "12a", "3.2"])
def test_bare_value_is_a_page(page: str) -> None:
    assert split(page, LANGUAGES) == (Locator("page", page), "")


@pytest.mark.parametrize(
    ("text", "locator", "rest"),
    [
        ("S. 3 und öfter", Locator("page", "3"), "und öfter"),
        ("S. 3, mit Anmerkung", Locator("page", "3"), ", mit Anmerkung"),
        ("5 ff., hier besonders", Locator("page", "5 ff."), ", hier besonders"),
        ("с. 12, 15 и далее", Locator("page", "12, 15"), "и далее"),
        ("siehe dort", Locator("", "siehe dort"), ""),
        ("Band 2", Locator("volume", "2"), ""),
        ("und 3 weitere", Locator("", "und 3 weitere"), ""),
        ("mit 5 Abbildungen", Locator("", "mit 5 Abbildungen"), ""),
        ("xii–xv", Locator("page", "xii–xv"), ""),
        ("3–5, 7 ff.", Locator("page", "3–5, 7 ff."), ""),
        ("1.2.3", Locator("page", "1.2.3"), ""),
        ("die Seite 3", Locator("", "die Seite 3"), ""),
        ("  ", None, ""),
        ("*siehe* dort", None, "*siehe* dort"),
        ("S. 3 und *passim*", Locator("page", "3"), "und *passim*"),
    ],
)
def test_rest(text: str, locator: Locator | None, rest: str) -> None:
    assert split(text, LANGUAGES) == (locator, rest)
