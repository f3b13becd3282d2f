from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.languages.transliteration import din1460, duden

LAW = settings(derandomize=True, deadline=None, max_examples=150)
SMALL = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя" + "іїєґў" + "ђјљњћџѓќѕ" + "ѣѳѵ" + "әғқңөұүһ"
CYRILLIC = st.text(SMALL + SMALL.upper() + "\u0301 -.,«»5aÄ", max_size=30)
LATIN = st.text(
    st.characters(max_codepoint=0x2FF, categories=["L", "N", "P", "Z", "S"]),
    max_size=40,
)


@pytest.mark.parametrize(
    ("russian", "german"),
    [
        ("Ельцин", "Jelzin"),
        ("Горбачёв", "Gorbatschow"),
        ("Горький", "Gorki"),
        ("Андрей", "Andrei"),
        ("Хрущёв", "Chruschtschow"),
        ("Достоевский", "Dostojewski"),
        ("Чайковский", "Tschaikowski"),
        ("Некрасов", "Nekrassow"),
        ("Щербакова", "Schtscherbakowa"),
        ("Соловьёв", "Solowjow"),
        ("Петрозаводск", "Petrosawodsk"),
        ("Ульянов", "Uljanow"),
        ("Юлия", "Julija"),
        ("Медуза", "Medusa"),
        ("Ильич", "Iljitsch"),
        ("Ильича", "Iljitscha"),
        ("Александр", "Alexander"),
        ("Александра", "Alexandra"),
        ("Новосибирск", "Nowosibirsk"),
        ("Новосибирская", "Nowosibirskaja"),
        ("АЛЕКСАНДР", "ALEXANDER"),
        ("Ксения", "Xenija"),
        ("Алексей", "Alexei"),
        ("Йошкар-Ола", "Joschkar-Ola"),
        ("Майоров", "Majorow"),
        ("Бийск", "Bijsk"),
        ("Белый", "Bely"),
        ("Подъездная", "Podjesdnaja"),
        ("Лаврентьев", "Lawrentjew"),
        ("каньон", "kanjon"),
        ("Тверь", "Twer"),
        ("Ёлкин", "Jolkin"),
        ("Царское Село", "Zarskoje Selo"),
        ("Жуков", "Schukow"),
        ("Эренбург", "Erenburg"),
        ("ЩУКИН и Щ. Щукин", "SCHTSCHUKIN i Schtsch. Schtschukin"),
        ("Я, Ю. Ельцин", "Ja, Ju. Jelzin"),
        ("Алекса\u0301ндр до\u0301ма", "Alexander doma"),
        ("Андреи\u0306", "Andrei"),
    ],
)
def test_duden(russian: str, german: str) -> None:
    assert duden(russian) == german


@pytest.mark.parametrize(
    ("russian", "scientific"),
    [
        (
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "abvgdeëžzijklmnoprstufchcčšščʺyʹėjuja",
        ),
        ("Хрущёв", "Chruščëv"),
        ("ХРУЩЁВ", "CHRUŠČËV"),
        ("Щ. Щукина", "Šč. Ščukina"),
        ("Соловьёв, Ю.", "Solovʹëv, Ju."),
        ("объём", "obʺëm"),
        ("Александр Ильич", "Aleksandr Ilʹič"),
        ("Київ", "Kiïv"),
        ("Петро\u0301в", "Petrov"),
    ],
)
def test_din_1460(russian: str, scientific: str) -> None:
    assert din1460(russian) == scientific


@LAW
@given(CYRILLIC)
def test_nothing_cyrillic_is_left(text: str) -> None:
    for written in (duden(text), din1460(text)):
        assert not re.search("[\u0400-\u052f]", written)
        assert unicodedata.is_normalized("NFC", written)


@LAW
@given(LATIN)
def test_what_is_latin_stays(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert (duden(composed), din1460(composed)) == (composed, composed)


@LAW
@given(CYRILLIC)
def test_a_text_cannot_be_transliterated_twice(text: str) -> None:
    assert duden(duden(text)) == duden(text)
    assert din1460(din1460(text)) == din1460(text)


@LAW
@given(st.text(SMALL, min_size=1, max_size=12))
def test_capitals_are_written_with_the_same_letters(word: str) -> None:
    assert duden(word.capitalize()).lower() == duden(word)
    assert din1460(word.upper()).lower() == din1460(word)
