"""The rules of both styles that the sample does not show (citations.md, sections 3 to 5)."""

from __future__ import annotations

import pytest

from sitegen.bibliography import CitedItem, Entry, split, style, unstopped, year_suffixes
from sitegen.model.nodes import Emphasis, Inlines, LanguageSpan, Link, Text, plain_text
from tests.bibliography.cases import LANGUAGES, codes, entry, reading, written

BOOK = entry(author="Muster, Eva", date="2020")
RUSSIAN = entry(title="Книга", langid="russian", author="Петров, Сергей", date="2020")
ENGLISH = entry(title="Book", langid="english", author="Berg, Jan", date="2020")


def shown(nodes: Inlines) -> str:
    return plain_text(nodes).replace("\u00a0", "⍽")


def cited(
    one: Entry, place: str = "", prefix: str = "", suffix: str = "", *, suppress: bool = False
) -> CitedItem:
    return CitedItem(
        one,
        (Text(prefix),) if prefix else (),
        split(place, LANGUAGES)[0],
        (Text(suffix),) if suffix else (),
        suppress,
    )


@pytest.mark.parametrize(
    ("one", "place", "after_prefix", "de", "ru"),
    [
        (BOOK, "", False, "Ebd.", "Ibid."),
        (BOOK, "34", False, "Ebd., S.⍽34.", "Ibid. S.⍽34."),
        (BOOK, "7", True, "ebd., S.⍽7.", "ibid. S.⍽7."),
        (RUSSIAN, "", False, "Ebd.", "Там же."),
        (RUSSIAN, "118", False, "Ebd., S.⍽118.", "Там же. С.⍽118."),
        (RUSSIAN, "", True, "ebd.", "там же."),
        (ENGLISH, "205", False, "Ebd., S.⍽205.", "Ibid. P.⍽205."),
        (BOOK, "5 ff.", False, "Ebd., S.⍽5⍽ff.", "Ibid. S.⍽5⍽ff."),
        (RUSSIAN, "т. 2, с. 5", False, "Ebd., Bd.⍽2, S.⍽5.", "Там же. Т.⍽2, с.⍽5."),
        (ENGLISH, "Bd. 2, S. 5–7", False, "Ebd., Bd.⍽2, S.⍽5–7.", "Ibid. Vol.⍽2, p.⍽5–7."),
    ],
)
def test_ibid(one: Entry, place: str, after_prefix: bool, de: str, ru: str) -> None:  # noqa: FBT001
    locator = split(place, LANGUAGES)[0]
    forms = [shown(style(tag).ibid(one, locator, after_prefix=after_prefix)) for tag in LANGUAGES]
    assert forms == [de, ru]


@pytest.mark.parametrize(
    ("items", "de", "ru"),
    [
        ([cited(BOOK)], "(Muster 2020)", "[Muster, 2020]"),
        (
            [cited(BOOK, "5"), cited(RUSSIAN)],
            "(Muster 2020, S.⍽5; Petrov 2020)",
            "[Muster, 2020, S.⍽5; Петров, 2020]",
        ),
        ([cited(BOOK, "5", suppress=True)], "(2020, S.⍽5)", "[2020, S.⍽5]"),
        ([cited(RUSSIAN, "т. 2, с. 5")], "(Petrov 2020, Bd.⍽2, S.⍽5)", "[Петров, 2020, т.⍽2, с.⍽5]"),
        ([cited(BOOK, prefix="vgl.")], "(vgl. Muster 2020)", "[vgl. Muster, 2020]"),
        (
            [cited(BOOK, "5", suffix="und öfter")],
            "(Muster 2020, S.⍽5 und öfter)",
            "[Muster, 2020, S.⍽5 und öfter]",
        ),
        ([cited(BOOK, suffix="siehe dort")], "(Muster 2020, siehe dort)", "[Muster, 2020, siehe dort]"),
        ([cited(BOOK, "5", suffix=", mit")], "(Muster 2020, S.⍽5, mit)", "[Muster, 2020, S.⍽5, mit]"),
    ],
)
def test_bracket(items: list[CitedItem], de: str, ru: str) -> None:
    assert [shown(style(tag).bracket(items)) for tag in LANGUAGES] == [de, ru]


def test_narrative() -> None:
    assert shown(style("de").narrative(cited(BOOK, "3"))) == "Muster (2020, S.⍽3)"
    assert shown(style("ru").narrative(cited(RUSSIAN, "3"))) == "Петров [2020, с.⍽3]"
    assert shown(style("ru").narrative(cited(ENGLISH, "3"))) == "Berg [2020, p.⍽3]"


LISTED = [
    # A subtitle after a closing sign; no stop after it.
    (
        "book",
        {"title": "Was tun?", "subtitle": "Fragen", "author": "Muster, Eva", "date": "2020"},
        "Muster, Eva, 2020: Was tun? Fragen.",
        "Muster⍽E. Was tun? Fragen. 2020.",
    ),
    (
        "book",
        {"title": "Was tun?", "author": "Muster, Eva", "publisher": "Campus", "date": "2020"},
        "Muster, Eva, 2020: Was tun? Campus.",
        "Muster⍽E. Was tun? Campus, 2020.",
    ),
    # Nothing but a title.
    ("book", {"date": "2020", "publisher": "Campus"}, "Titel, 2020. Campus.", "Titel. Campus, 2020."),
    ("misc", {"howpublished": "Stiftung"}, "Titel, o.⍽J. Stiftung.", "Titel. Stiftung, [б.⍽г.]."),
    # Journals: without volume, without number.
    (
        "article",
        {"journaltitle": "J", "number": "3", "pages": "1--2", "date": "2020"},
        "Titel, 2020. J, Nr.⍽3, S.⍽1–2.",
        "Titel // J. 2020. Nr.⍽3. S.⍽1–2.",
    ),
    (
        "article",
        {"journaltitle": "J", "volume": "4", "date": "2020"},
        "Titel, 2020. J 4.",
        "Titel // J. 2020. Bd.⍽4.",
    ),
    # Names: particles, four of them, institutions, others.
    (
        "book",
        {"author": "Maier, Hans-Jürgen and von Berg, A. B.", "date": "2020"},
        "Maier, Hans-Jürgen / von Berg, A. B., 2020: Titel.",
        "Maier⍽H.-J., von Berg⍽A.⍽B. Titel. 2020.",
    ),
    (
        "book",
        {"author": "A, B and C, D and E, F and G, H", "date": "2020"},
        "A, B / C, D / E, F / G, H, 2020: Titel.",
        "A⍽B. u.⍽a. Titel. 2020.",
    ),
    (
        "book",
        {"author": "A, B and others", "date": "2020"},
        "A, B u.⍽a., 2020: Titel.",
        "A⍽B. u.⍽a. Titel. 2020.",
    ),
    (
        "book",
        {"editor": "A, B and C, D and E, F and G, H", "date": "2020"},
        "A, B / C, D / E, F / G, H (Hrsg.), 2020: Titel.",
        "Titel / hrsg. von B.⍽A [u.⍽a.]. 2020.",
    ),
    # Places of Russian entries.
    (
        "book",
        {
            "langid": "russian",
            "title": "Книга",
            "location": "Санкт-Петербург",
            "publisher": "Наука",
            "edition": "2",
        },
        "Книга, o.⍽J. 2.⍽Aufl. Санкт-Петербург: Наука.",
        "Книга. 2-е⍽изд. СПб.: Наука, [б.⍽г.].",
    ),
    (
        "book",
        {"langid": "english", "title": "Book", "edition": "3", "date": "2020", "pagetotal": "187"},
        "Book, 2020. 3.⍽Aufl.",
        "Book. 3rd⍽ed. 2020. 187⍽p.",
    ),
    # Ukrainian words; English ones for any other language.
    (
        "article",
        {
            "langid": "ukrainian",
            "journaltitle": "Ж",
            "volume": "1",
            "number": "2",
            "date": "2020",
            "pages": "3",
        },
        "Titel, 2020. Ж 1(2), S.⍽3.",
        "Titel // Ж. 2020. Т.⍽1, №⍽2. С.⍽3.",
    ),
    (
        "article",
        {"langid": "french", "journaltitle": "J", "volume": "1", "number": "2", "date": "2020", "pages": "3"},
        "Titel, 2020. J 1(2), S.⍽3.",
        "Titel // J. 2020. Vol.⍽1, No.⍽2. P.⍽3.",
    ),
    # What is printed besides, and what never is.
    (
        "book",
        {"date": "2020", "addendum": "Nachdruck", "note": "N", "abstract": "A", "keywords": "K", "isbn": "1"},
        "Titel, 2020. Nachdruck.",
        "Titel. 2020. Nachdruck.",
    ),
    (
        "book",
        {
            "date": "2020",
            "addendum": "Nachdruck",
            "addendum_ru": "Перепечатка",
            "doi": "https://doi.org/10.1000/x",
        },
        "Titel, 2020. Nachdruck. https://doi.org/10.1000/x",
        "Titel. 2020. Перепечатка. DOI: 10.1000/x.",
    ),
    # Translated titles: after the title, never in their own language.
    (
        "book",
        {"subtitle": "Unter", "title_ru": "Название", "title_de": "Nie", "date": "2020"},
        "Titel: Unter, 2020.",
        "Titel: Unter [Название]. 2020.",
    ),
    # The address with less exact dates of access; with an archived copy alone.
    (
        "online",
        {"url": "https://a.example/", "urldate": "2024-07", "date": "2020"},
        "Titel, 2020. https://a.example/ (abgerufen im Juli 2024).",
        "Titel. 2020. URL: https://a.example/ (дата обращения: 07.2024).",
    ),
    (
        "misc",
        {
            "url": "https://a.example/x",
            "archiveurl": "https://web.archive.org/web/20241115081500/https://a.example/x",
            "archivedate": "2024-11-15",
            "date": "2020",
        },
        "Titel, 2020. https://a.example/x (archiviert am 15.⍽November 2024).",
        "Titel. 2020. URL: https://a.example/x (архивная копия: 15.11.2024).",
    ),
    (
        "incollection",
        {"booktitle": "Buch", "author": "A, B", "date": "2020", "pages": "1--2"},
        "A, B, 2020: Titel. In: Buch, S.⍽1–2.",
        "A⍽B. Titel // Buch. 2020. S.⍽1–2.",
    ),
]


@pytest.mark.parametrize(("kind", "fields", "de", "ru"), LISTED)
def test_list_entry(kind: str, fields: dict[str, str], de: str, ru: str) -> None:
    one = entry(kind, **fields)
    assert [shown(style(tag).entry(one)) for tag in LANGUAGES] == [de, ru]


LABELS = [
    ({"author": "A, B and C, D and E, F"}, "A/C/E", "A, C, E"),
    ({"author": "A, B and C, D and E, F and G, H"}, "A u.⍽a.", "A u.⍽a."),
    ({"author": "{Amt}", "shortauthor": "{BA}"}, "BA", "BA"),
    ({"editor": "A, B"}, "A", "Titel"),
    ({"organization": "Амт", "langid": "russian"}, "Amt", "Titel"),
    ({"title": "[Beschreibung]"}, "Beschreibung", "Beschreibung"),
    ({"shorttitle": "Kurz", "title": "Lang: und länger"}, "Kurz", "Kurz"),
    *[
        ({"title": title}, label, label)
        for title, label in [
            (
                "Das „Recht: auf“ die Stadt und alles, was dazu gehört",
                "Das „Recht: auf“ die Stadt und alles⍽…",
            ),
            ("Das „Recht auf die Stadt und alles, was dazu gehört“", "Das⍽…"),
            (
                "„Wir bleiben hier, was auch immer noch geschehen mag“ heute",
                "„Wir bleiben hier, was auch immer noch geschehen mag“⍽…",
            ),
            (
                "„Wir bleiben hier, was auch immer noch geschehen mag“",
                "„Wir bleiben hier, was auch immer noch geschehen mag“",
            ),
            (
                "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
                "Donaudampfschifffahrtsgesellschaftskapit⍽…",
            ),
            ("[OutRush report, January 2024]", "OutRush report, January 2024"),
            ("[A] B [C]", "[A] B [C]"),
        ]
    ],
]


@pytest.mark.parametrize(("fields", "de", "ru"), LABELS)
def test_label(fields: dict[str, str], de: str, ru: str) -> None:
    one = entry(**fields)
    assert [shown(style(tag).label(one)) for tag in LANGUAGES] == [de, ru]


def test_year_suffixes_agree_in_all_editions() -> None:
    text = "".join(
        written(key=key, author="Иванова, Анна", date=date, title=title)
        for key, date, title in [
            ("c", "2021-03", "B"),
            ("b", "2021-03", "A"),
            ("a", "2021-11", "A"),
            ("d", "2020", "A"),
        ]
    )
    entries = reading(text)[0].entries.values()
    for tag in LANGUAGES:
        assert year_suffixes(entries, tag) == {"b": 0, "c": 1, "a": 2}


@pytest.mark.parametrize(
    ("ordinal", "de", "ru"),
    [
        (None, "", ""),
        (0, "a", "а"),
        (6, "g", "ж"),
        (8, "i", "и"),
        (9, "j", "к"),
        (25, "z", ""),
        (26, "aa", ""),
    ],
)
def test_suffix(ordinal: int | None, de: str, ru: str) -> None:
    assert style("de").suffix(ordinal) == de
    if ru:
        assert style("ru").suffix(ordinal) == ru


def test_suffix_without_year() -> None:
    one = entry(author="A, B")
    assert shown(style("de").entry(one, "a")) == "A, B, o.⍽J.-a: Titel."
    assert shown(style("ru").entry(one, "а")) == "A⍽B. Titel. [Б.⍽г.-а]."
    assert shown(style("ru").bracket([CitedItem(one, year_suffix=0)])) == "[A, б.⍽г.-а]"


def test_languages_are_marked() -> None:
    english = style("de").entry(ENGLISH)
    assert [node.lang for node in english if isinstance(node, LanguageSpan)] == ["en"]
    assert [node.lang for node in style("ru").entry(ENGLISH) if isinstance(node, LanguageSpan)] == ["en"]
    assert not [node for node in style("ru").entry(RUSSIAN) if isinstance(node, LanguageSpan)]
    title_only = entry(title="Книга", langid="russian")
    assert style("de").label(title_only) == (LanguageSpan("ru", (Text("Книга"),)),)


def test_foreign_description_holds_the_pages_words_marked() -> None:
    one = entry(title="Book", title_ru="Книга", langid="english")
    (description,) = style("ru").entry(one)
    assert description == LanguageSpan(
        "en",
        (
            Text("Book ["),
            LanguageSpan("ru", (Text("Книга"),)),
            Text("]. "),
            LanguageSpan("ru", (Text("[Б.\u00a0г.]"),)),
            Text("."),
        ),
    )


def test_address_is_encoded_once_and_shown_as_written() -> None:
    address = "https://a.example/м?x=1%20&y=ä"
    (link,) = [node for node in style("de").entry(entry(url=address)) if isinstance(node, Link)]
    assert (link.url, link.children) == ("https://a.example/%D0%BC?x=1%20&y=%C3%A4", (Text(address),))


@pytest.mark.parametrize(
    ("nodes", "left"),
    [
        ((Text("Titel, 2020."),), "Titel, 2020"),
        ((Text("Titel, o.\u00a0J."),), "Titel, o.\u00a0J."),
        ((Text("Titel?"),), "Titel?"),
        ((Text("Ebd."),), "Ebd."),
        ((Text("Там же."),), "Там же"),
        ((Text("М., 2015. 187\u00a0с."),), "М., 2015. 187\u00a0с."),
        ((Text("С.\u00a05."),), "С.\u00a05"),
        ((LanguageSpan("en", (Text("Title."),)),), "Title"),
        ((Emphasis((Text("x"),)), Text(".")), "x"),
    ],
)
def test_unstopped(nodes: Inlines, left: str) -> None:
    assert plain_text(unstopped(nodes)) == left


def test_markup_in_a_title_is_text() -> None:
    one = entry(title="A \\& <script>x")
    assert shown(style("de").entry(one)) == "A & <script>x, o.⍽J."
    assert codes(written(title="A & B")) == []


def test_place_in_a_volume_in_notes() -> None:
    locator = split("Bd. 2, S. 5", LANGUAGES)[0]
    notes = [style(tag).first_note(RUSSIAN, locator) for tag in LANGUAGES]
    assert [shown(note).partition("2020")[2] for note in notes] == [", Bd.⍽2, S.⍽5.", ". Т.⍽2, с.⍽5."]
    later = [shown(style(tag).later_note(RUSSIAN, locator)) for tag in LANGUAGES]
    assert [note[-14:] for note in later] == [", Bd.⍽2, S.⍽5.", "а. Т.⍽2, с.⍽5."]


def test_volume_begins_a_sentence_in_english() -> None:
    one = entry("book", author="Muster, Eva", date="2020", volume="2", edition="3", publisher="Verlag")
    assert "Titel. Vol.⍽2. 3rd ed." in shown(style("en").entry(one)).replace("3rd⍽ed", "3rd ed")
