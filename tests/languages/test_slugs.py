from __future__ import annotations

import re
import string
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.languages.slugs import slug, unique

LAW = settings(derandomize=True, deadline=None, max_examples=150)
TEXTS = st.one_of(
    st.text(max_size=40),
    st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяёЁЩ äÖüß.-_5", max_size=40),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Право на родину", "pravo-na-rodinu"),
        ("Für Öl", "fuer-oel"),
        ("Straße und STRASSE ẞ", "strasse-und-strasse-ss"),
        ("Fu\u0308r O\u0308l", "fuer-oel"),
        ("жхцчшщыэюя", "zhkhtschshshchyeyuya"),
        ("Ещё один объект: соль", "eshche-odin-obekt-sol"),
        ("Мой край, твой край", "moy-kray-tvoy-kray"),
        ("Наи\u0306ти до\u0301ма", "nayti-doma"),
        ("Ґанок і їжа є", "ganok-i-yizha-ye"),
        ("Беларусь, воўк", "belarus-vouk"),
        ("Łódź, Málaga, Škoda, Øre, İzmir, Yılmaz", "lodz-malaga-skoda-ore-izmir-yilmaz"),
        ("ﬁnal m² Ａ", "final-m2-a"),
        ("Heading identifiers in HTML", "heading-identifiers-in-html"),
        ("Maître d'hôtel", "maitre-dhotel"),
        ("Dogs?--in my house?", "dogs--in-my-house"),
        ("HTML, S5, or RTF?", "html-s5-or-rtf"),
        ("3. Applications", "applications"),
        ("2022: Der Anfang", "der-anfang"),
        ("Bleiben – oder gehen", "bleiben-oder-gehen"),
        ("Nr.\u00a05 z. B.", "nr.-5-z.-b."),
        ("Bürger_innen, Bürger*innen", "buerger_innen-buergerinnen"),
        ("No № … ™", "no"),
        ("  zwei \n Zeilen ", "zwei-zeilen"),
        ("33", "section"),
        ("", "section"),
        ("«…» 🙂", "section"),
        ("שלום", "section"),
        ("ь", "section"),
    ],
)
def test_a_slug_is_the_text_in_ascii_under_pandocs_rule(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("heimat", (), "heimat"),
        ("heimat", ("heimat",), "heimat-1"),
        ("heimat", ("heimat", "heimat-1", "heimat-2"), "heimat-3"),
        ("heimat", ("heimat", "heimat-2"), "heimat-1"),
        ("heimat-1", ("heimat-1",), "heimat-1-1"),
    ],
)
def test_a_taken_id_is_numbered(name: str, taken: tuple[str, ...], expected: str) -> None:
    assert unique(name, taken) == expected


@LAW
@given(TEXTS)
def test_a_slug_begins_with_a_letter_and_is_ascii(text: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9._-]*", slug(text))


@LAW
@given(TEXTS)
def test_a_slug_of_a_slug_is_the_same(text: str) -> None:
    assert slug(slug(text)) == slug(text)


@LAW
@given(TEXTS)
def test_a_slug_does_not_depend_on_how_accents_are_stored(text: str) -> None:
    assert slug(unicodedata.normalize("NFD", text)) == slug(unicodedata.normalize("NFC", text))


@LAW
@given(st.lists(st.sampled_from(["a", "a-1", "b", "section"]), max_size=12))
def test_numbered_ids_never_meet(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        taken.add(unique(name, taken))
    assert len(taken) == len(names)
    assert set("".join(taken)) <= set(string.ascii_lowercase + string.digits + "-")
