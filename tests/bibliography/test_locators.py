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
LETTER = ("S.⍽5а", "с.⍽5а / S.⍽5а / p.⍽5а", "С.⍽5а / S.⍽5а / P.⍽5а")
IN_VOLUME = (
    "Bd.⍽2, S.⍽5",
    "т.⍽2, с.⍽5 / Bd.⍽2, S.⍽5 / vol.⍽2, p.⍽5",
    "Т.⍽2, с.⍽5 / Bd.⍽2, S.⍽5 / Vol.⍽2, p.⍽5",
)
RANGE_IN_VOLUME = (
    "Bd.⍽2, S.⍽5–7",
    "т.⍽2, с.⍽5–7 / Bd.⍽2, S.⍽5–7 / vol.⍽2, p.⍽5–7",
    "Т.⍽2, с.⍽5–7 / Bd.⍽2, S.⍽5–7 / Vol.⍽2, p.⍽5–7",
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
        ("т. 2, с. 5|Bd. 2, S. 5|vol. 2, p. 5|Band 2,S.5|т. 2 , c. 5|Bd 2, S 5", "volume", IN_VOLUME),
        ("vol. 2, pp. 5-7|т. 2, сс. 5–7|Bd. 2, S. 5--7", "volume", RANGE_IN_VOLUME),
        ("5а|с. 5а|S. 5а", "page", LETTER),
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
        ("5а–7б", Locator("page", "5а–7б"), ""),
        ("с. 5а и след.", Locator("page", "5а ff."), ""),
        ("с. 5и след.", Locator("page", "5 ff."), ""),
        ("т. 2, с. 5, примеч. 4", Locator("volume", "2", (Locator("page", "5"), Locator("note", "4"))), ""),
        ("S. 5, 7, Anm. 4, 6", Locator("page", "5, 7", (Locator("note", "4, 6"),)), ""),
        ("Bd. 2, S. 5, mit Karte", Locator("volume", "2", (Locator("page", "5"),)), ", mit Karte"),
        ("т. II, c. 5", Locator("volume", "II", (Locator("page", "5"),)), ""),
        ("с. 5, с 2010 года", Locator("page", "5"), ", с 2010 года"),
        ("S. 5, Anm. d. Red.", Locator("page", "5"), ", Anm. d. Red."),
        ("  ", None, ""),
        ("*siehe* dort", None, "*siehe* dort"),
        ("S. 3 und *passim*", Locator("page", "3"), "und *passim*"),
    ],
)
def test_rest(text: str, locator: Locator | None, rest: str) -> None:
    assert split(text, LANGUAGES) == (locator, rest)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("5", "p.⍽5"),
        ("5-9", "pp.⍽5–9"),
        ("5, 9", "pp.⍽5, 9"),
        ("5 f.", "pp.⍽5–6"),
        ("5 ff.", "pp.⍽5⍽ff."),
        ("A-7", "p.⍽A-7"),
        ("т. 2, с. 5–7", "vol.⍽2, pp.⍽5–7"),
        ("vols. 2–3", "vol.⍽2–3"),
    ],
)
def test_several_pages_in_english(typed: str, expected: str) -> None:
    locator = split(typed, LANGUAGES)[0]
    assert locator is not None
    shown = style("en").locator(ENTRIES["de"], locator, in_note=True)
    assert shown.replace("\u00a0", "⍽") == expected


@pytest.mark.parametrize(("tag", "expected"), [("ru", "С.⍽5а⍽и⍽след."), ("de", "S.⍽5а⍽ff.")])
def test_pages_after_one_with_a_letter(tag: str, expected: str) -> None:
    locator = Locator("page", "5а ff.")
    shown = style(tag).locator(ENTRIES[tag], locator, in_note=True)
    assert shown.replace("\u00a0", "⍽") == expected
