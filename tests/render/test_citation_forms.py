"""Which form a citation takes on a page, in either style (citations.md, section 5)."""

from __future__ import annotations

import pytest

from tests.render.cited import SECOND, body, chapter, notes, pages, sources
from tests.site.dom import text

FIRST = "Eva Muster: Ein Beispiel: Mit Anhang. Verlag, 2020"
BERG = "Jan van der Berg: Work. Journal 3, 2020, S. 1–9"

NOTES_DE = [
    ("first", "A [@muster2020].", [f"{FIRST}."]),
    ("first with page", "A [@muster2020, S. 3].", [f"{FIRST}, S. 3."]),
    ("ibid", "A [@muster2020, S. 3]. B [@muster2020, S. 3].", [f"{FIRST}, S. 3.", "Ebd."]),
    (
        "ibid, another page",
        "A [@muster2020, S. 3]. B [@muster2020, S. 4].",
        [f"{FIRST}, S. 3.", "Ebd., S. 4."],
    ),
    ("ibid, a page now", "A [@muster2020]. B [@muster2020, S. 4].", [f"{FIRST}.", "Ebd., S. 4."]),
    (
        "a page before, none now",
        "A [@muster2020, S. 3]. B [@muster2020].",
        [f"{FIRST}, S. 3.", "Muster, Ein Beispiel."],
    ),
    (
        "later",
        "A [@muster2020]. B [@berg2020]. C [@muster2020, S. 7].",
        [f"{FIRST}.", f"{BERG}.", "Muster, Ein Beispiel, S. 7."],
    ),
    (
        "several in one note",
        "A [@muster2020; @berg2020, S. 4]. B [@berg2020, S. 4].",
        [f"{FIRST}; {BERG}, hier S. 4.", "van der Berg, Work, S. 4."],
    ),
    (
        "twice in one note",
        "A [@muster2020, S. 3; @muster2020, S. 9].",
        [f"{FIRST}, S. 3; Muster, Ein Beispiel, S. 9."],
    ),
    (
        "prefix",
        "A [vgl. @muster2020, S. 3]. B [vgl. @muster2020, S. 7].",
        [f"vgl. {FIRST}, S. 3.", "vgl. ebd., S. 7."],
    ),
    ("suffix", "A [@muster2020, S. 3 und öfter].", [f"{FIRST}, S. 3 und öfter."]),
    (
        "an author's note between",
        "A [@muster2020].[^a] B [@muster2020].\n\n[^a]: Wort.",
        [f"{FIRST}.", "Wort.", "Muster, Ein Beispiel."],
    ),
    (
        "an author's note that cites",
        "A.[^a] B [@muster2020, S. 4].\n\n[^a]: Siehe [@muster2020, S. 3].",
        [f"Siehe {FIRST}, S. 3.", "Ebd., S. 4."],
    ),
    (
        "a note that holds nothing else is that note",
        "A.[^a] B [@muster2020].\n\n[^a]: [@muster2020]",
        [f"{FIRST}.", "Ebd."],
    ),
    (
        "within an author's sentence",
        "A.^[Eigene Zählung; siehe auch [@muster2020; @berg2020, S. 4]; dazu mehr.]",
        [f"Eigene Zählung; siehe auch {FIRST}; {BERG}, hier S. 4; dazu mehr."],
    ),
    ("narrative", "Das zeigt @muster2020 [S. 3].", [f"{FIRST}, S. 3."]),
    ("author suppressed", "Muster zeigt das [-@muster2020, S. 3].", [f"{FIRST}, S. 3."]),
    (
        "web page",
        "A [@seite]. B [@berg2020]. C [@seite].",
        [
            "Amt: Seite. 28. Februar 2022. https://amt.example/seite (abgerufen am 17. Juli 2024).",
            f"{BERG}.",
            "Amt, Seite.",
        ],
    ),
    (
        "web page with more behind it",
        "A [@seite; @muster2020].",
        [f"Amt: Seite. 28. Februar 2022. https://amt.example/seite (abgerufen am 17. Juli 2024); {FIRST}."],
    ),
]


@pytest.mark.parametrize(
    ("name", "source", "expected"), NOTES_DE, ids=lambda one: one if isinstance(one, str) else ""
)
def test_notes_in_german(name: str, source: str, expected: list[str]) -> None:
    assert notes(chapter(source)) == expected


IN_SENTENCES = [
    ("Vgl. [@muster2020].", "Vgl. ebd."),
    ("Siehe auch [@muster2020]", "Siehe auch ebd."),
    ("Siehe auch [@muster2020, S. 4]; mehr dort.", "Siehe auch ebd., S. 4; mehr dort."),
    ("Eigene Zählung; siehe auch [@muster2020].", "Eigene Zählung; siehe auch ebd."),
    ("So *viele* [@muster2020]", "So viele ebd."),
    ("Ein Satz. [@muster2020].", "Ein Satz. Ebd."),
    ("Wirklich? ([@muster2020])", "Wirklich? (Ebd.)"),
    ("[@muster2020]. Weiteres.", "Ebd. Weiteres."),
    ("[@muster2020] und mehr", "Ebd. und mehr"),
    ("*Mehr: [@muster2020]*.", "Mehr: ebd."),
    ("Mehr: [@muster2020, S. 5 ff.]. Weiteres", "Mehr: ebd., S. 5 ff. Weiteres"),
    ("Vgl. [@berg2020, S. 5 ff.]. Weiteres", f"Vgl. {BERG}, hier S. 5 ff. Weiteres"),
    ("Vgl. [@berg2020, S. 5 *u. a.*]. Weiteres", f"Vgl. {BERG}, hier S. 5 u. a. Weiteres"),
    ("Vgl. [@berg2020, S. 5 ff.], auch", f"Vgl. {BERG}, hier S. 5 ff., auch"),
    ("[@berg2020; @muster2020]", f"{BERG}; Muster, Ein Beispiel."),
    ("[@berg2020]; [@muster2020]", f"{BERG}; Muster, Ein Beispiel."),
    ("[@muster2020, S. 4; @muster2020, S. 5]", "Ebd., S. 4; Muster, Ein Beispiel, S. 5."),
    ("[@muster2020, S. 4]; dann [@muster2020, S. 5]", "Ebd., S. 4; dann Muster, Ein Beispiel, S. 5."),
]


@pytest.mark.parametrize(("note", "expected"), IN_SENTENCES)
def test_a_form_fits_the_sentence_of_the_note_it_stands_in(note: str, expected: str) -> None:
    assert notes(chapter(f"A [@muster2020]. B.[^b]\n\n[^b]: {note}"))[1] == expected


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Erster Absatz [@berg2020]\n\n    Zweiter.", [f"Erster Absatz {BERG}.", "Zweiter."]),
        ("Siehe [@berg2020], sagt er:\n\n    - Punkt", [f"Siehe {BERG}, sagt er:", "Punkt"]),
        ("Zwei:\n\n    - eins [@berg2020]\n    - zwei", ["Zwei:", f"eins {BERG}.", "zwei"]),
        ("Zwei:\n\n    > Siehe [@berg2020] und\n    > mehr", ["Zwei:", f"Siehe {BERG} und mehr"]),
    ],
)
def test_a_form_ends_with_its_own_paragraph(note: str, shown: list[str]) -> None:
    found, *_ = notes(chapter(f"A.[^a]\n\n[^a]: {note}"))
    assert found.split() == " ".join(shown).split()


NOTES_RU = [
    (
        "A.[^a]\n\n[^a]: См. [@petrov2021, с. 5 ff.]. Далее.",
        ["См. Петров С. Книга. Наука, 2021. С. 5 и след. Далее."],
    ),
    (
        "A [@petrov2021]. B.[^b]\n\n[^b]: См. [@petrov2021].",
        ["Петров С. Книга. Наука, 2021.", "См. там же."],
    ),
    (
        "A [@petrov2021, с. 3]. B [@petrov2021, с. 4].",
        ["Петров С. Книга. Наука, 2021. С. 3.", "Там же. С. 4."],
    ),
    ("A [@petrov2021]. B [см. @petrov2021].", ["Петров С. Книга. Наука, 2021.", "см. там же."]),
    (
        "A [@berg2020, p. 2]. B [@berg2020, p. 5]. C [@petrov2021]. D [@berg2020].",
        [
            "van der Berg J. Work // Journal. 2020. Vol. 3. P. 2.",
            "Ibid. P. 5.",
            "Петров С. Книга. Наука, 2021.",
            "van der Berg J. Work.",
        ],
    ),
]


@pytest.mark.parametrize(("source", "expected"), NOTES_RU)
def test_notes_in_russian(source: str, expected: list[str]) -> None:
    assert notes(chapter(source, language="ru")) == expected


def test_first_counts_anew_on_each_page() -> None:
    found = pages("A [@muster2020].", files={SECOND: "---\ntitle: Zweites\n---\n\nB [@muster2020]."})
    assert notes(found["de/beispiel.html"]) == notes(found["de/zweites.html"]) == [f"{FIRST}."]


@pytest.mark.parametrize(
    ("language", "source", "expected"),
    [
        ("de", "Das Wort [@muster2020].", "Das Wort.1"),
        ("de", "Das Wort [@muster2020], und.", "Das Wort,1 und."),
        ("de", "Das Wort [@muster2020] und.", "Das Wort1 und."),
        ("de", "Das Wort.[@muster2020] Und.", "Das Wort.1 Und."),
        ("de", "Das *Wort* [@muster2020].", "Das Wort.1"),
        ("de", "Das Wort [@muster2020].[^a]\n\n[^a]: Wort.", "Das Wort.12"),
        ("ru", "Это слово [@petrov2021].", "Это слово1."),
        ("ru", "Это слово [@petrov2021], и.", "Это слово1, и."),
        ("de", "Das zeigt @muster2020 [S. 3].", "Das zeigt Muster1."),
        ("ru", "Это показал @petrov2021 [с. 3].", "Это показал Петров1."),
    ],
)
def test_the_mark_stands_close_to_the_word(language: str, source: str, expected: str) -> None:
    assert body(chapter(source, language=language)) == expected


AUTHOR_DATE = [
    ("de", "A [@muster2020, S. 3].", "A (Muster 2020, S. 3)."),
    ("de", "A [@muster2020; vgl. auch @petrov2021, S. 7].", "A (Muster 2020; vgl. auch Petrov 2021, S. 7)."),
    ("de", "Das zeigt @muster2020 [S. 3].", "Das zeigt Muster (2020, S. 3)."),
    ("de", "Das zeigt @muster2020.", "Das zeigt Muster (2020)."),
    ("de", "Das zeigt @muster2020 [S. 3; @berg2020].", "Das zeigt Muster (2020, S. 3; van der Berg 2020)."),
    (
        "de",
        "@muster2020 [S. 3 und öfter; vgl. @berg2020, S. 9; @petrov2021].",
        "Muster (2020, S. 3 und öfter; vgl. van der Berg 2020, S. 9; Petrov 2021).",
    ),
    ("ru", "@petrov2021 [с. 3; @berg2020, p. 2].", "Петров [2021, с. 3; van der Berg, 2020, p. 2]."),
    ("de", "Das zeigt Muster [-@muster2020, S. 3].", "Das zeigt Muster (2020, S. 3)."),
    ("de", "A [@muster2020, S. 3 und öfter].", "A (Muster 2020, S. 3 und öfter)."),
    ("de", "A [@zwei2021b]. B [@zwei2021a].", "A (Zwei 2021b). B (Zwei 2021a)."),
    ("ru", "A [@petrov2021, с. 3; @berg2020, p. 2].", "A [Петров, 2021, с. 3; van der Berg, 2020, p. 2]."),
    ("ru", "Это показал @petrov2021 [с. 3].", "Это показал Петров [2021, с. 3]."),
    ("ru", "Петров показал [-@petrov2021, с. 3].", "Петров показал [2021, с. 3]."),
    ("ru", "A [@zwei2021b]. B [@zwei2021a].", "A [Zwei, 2021б]. B [Zwei, 2021а]."),
]


@pytest.mark.parametrize(("language", "source", "expected"), AUTHOR_DATE)
def test_author_date(language: str, source: str, expected: str) -> None:
    page = chapter(source, language=language, style="author-date")
    assert body(page) == expected
    assert notes(page) == []


def test_author_date_in_a_footnote_takes_the_form_of_a_note() -> None:
    page = chapter("A [@muster2020].[^a]\n\n[^a]: Siehe [@muster2020, S. 3].", style="author-date")
    assert notes(page) == [f"Siehe {FIRST}, S. 3."]


def test_each_source_of_a_bracket_is_a_link() -> None:
    page = chapter(
        "A [vgl. *sehr* @muster2020, S. 3; @petrov2021 passim]. @muster2020 [@berg2020].", style="author-date"
    )
    links = [(text(one), one.attrib["href"], one.attrib["id"]) for one in page.all("a", role="doc-biblioref")]
    assert links == [
        ("Muster 2020, S. 3", "#ref-muster2020", "cite-muster2020"),
        ("Petrov 2021", "#ref-petrov2021", "cite-petrov2021"),
        ("Muster (2020)", "#ref-muster2020", "cite-muster2020-2"),
        ("van der Berg 2020", "#ref-berg2020", "cite-berg2020"),
    ]
    assert body(page).startswith("A (vgl. sehr Muster 2020, S. 3; Petrov 2021, passim).")
    assert text(page.one("em")) == "sehr"


def test_each_source_of_a_narrative_is_a_link() -> None:
    page = chapter("Das zeigt @muster2020 [S. 3; @berg2020].", style="author-date")
    links = [(text(one), one.attrib["href"]) for one in page.all("a", role="doc-biblioref")]
    assert links == [("Muster (2020, S. 3", "#ref-muster2020"), ("van der Berg 2020", "#ref-berg2020")]


def test_a_foreign_label_is_marked_as_such() -> None:
    page = chapter("A [@petrov2021].", style="author-date")
    assert [one.get("lang") for one in page.one("a", role="doc-biblioref").iter("span")] == []
    page = chapter("A [@seite].", language="ru", style="author-date")
    assert [one.get("lang") for one in page.one("a", role="doc-biblioref").iter("span")] == ["de"]


@pytest.mark.parametrize("style", ["notes", "author-date"])
def test_suffixes_are_the_same_in_an_edition_that_cites_less(style: str) -> None:
    found = pages("A [@zwei2021a]. B [@zwei2021b].", "A [@zwei2021b].", style=style)
    assert sources(found["de/bibliography.html"])["zwei2021b"].startswith("Zwei, Ada, 2021b: Ende.")
    assert sources(found["ru/bibliography.html"]) == {"zwei2021b": "Zwei A. Ende. 2021б."}


@pytest.mark.parametrize(("bibliography", "count"), [("cited", 1), ("all", 6)])
def test_what_the_bibliography_lists(bibliography: str, count: int) -> None:
    found = pages("A [@muster2020].", bibliography=bibliography)
    assert len(sources(found["de/bibliography.html"])) == count
    assert list(sources(found["de/beispiel.html"])) == ["muster2020"]


QUOTE = '::: {.quote #w speaker="Eva Muster" cite=muster2020 loc="S. 4"}\nWort.\n:::\n'
CHART = "::: {.chart #fig-z type=bar data=../assets/z.csv x=land y=zahl cite=seite}\nZiele\n:::\n"
DATA = {"content/assets/z.csv": "land,zahl\nA,1\nB,2\n"}


@pytest.mark.parametrize("style", ["notes", "author-date"])
def test_quotes_and_charts_name_their_source(style: str) -> None:
    page = pages(f"{QUOTE}\n{CHART}", style=style, files=DATA)["de/beispiel.html"]
    links = [(text(one), one.attrib["href"], one.attrib["id"]) for one in page.all("a", role="doc-biblioref")]
    assert links == [
        ("Muster, Ein Beispiel, S. 4", "#ref-muster2020", "cite-muster2020"),
        ("Amt", "#ref-seite", "cite-seite"),
    ]
    assert set(sources(page)) == {"muster2020", "seite"}


def test_what_a_quote_cites_does_not_count_as_a_note() -> None:
    page = chapter(f"{QUOTE}\nA [@muster2020].")
    assert notes(page) == [f"{FIRST}."]
