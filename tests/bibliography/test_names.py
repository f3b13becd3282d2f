"""Names (citations.md, section 1)."""

from __future__ import annotations

import pytest

from sitegen.bibliography.names import InvalidNameError, Name, Names, parse_names
from tests.bibliography.cases import codes, written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{Ministry of Labour, Family}", Name("Ministry of Labour, Family", corporate=True)),
        ("van der Berg, Jan", Name("Berg", "Jan", "van der")),
        ("Jan van der Berg", Name("Berg", "Jan", "van der")),
        ("фон Вригт, Георг", Name("Вригт", "Георг", "фон")),
        ("Георг фон Вригт", Name("Вригт", "Георг", "фон")),
        ("de la Cruz, Mar{\\'i}a", Name("Cruz", "María", "de la")),
        ("family=Berg, given=Jan, prefix=van der", Name("Berg", "Jan", "van der")),
        ("King, Jr., Martin Luther", Name("King", "Martin Luther", suffix="Jr.")),
        ("Martin Luther King", Name("King", "Martin Luther")),
        ("OutRush", Name("OutRush")),
        ("d'Ivoire, Jean", Name("d’Ivoire", "Jean")),
        ('Gro{\\ss}e-Kracht, Bj\\"orn', Name("Große-Kracht", "Björn")),
        ("García Márquez, Gabriel", Name("García Márquez", "Gabriel")),
        ("{Barnes and Noble} Inc.", Name("Inc.", "Barnes and Noble")),
    ],
)
def test_name(text: str, name: Name) -> None:
    assert parse_names(text) == Names((name,))


def test_several() -> None:
    assert parse_names("A, B and {C and D} and E, F and others") == Names(
        (Name("A", "B"), Name("C and D", corporate=True), Name("E", "F")), others=True
    )


@pytest.mark.parametrize("text", ["A, B, C, D", "A, B and", "and A, B", "family=, given=Jan", ", B"])
def test_invalid(text: str) -> None:
    with pytest.raises(InvalidNameError):
        parse_names(text)
    assert codes(written(author=text)) == [("BIB019", 4)]


@pytest.mark.parametrize(
    ("author", "found"),
    [
        ("Ministry of Labour, Family and Social Affairs", ["BIB017"]),
        ("Stiftung Warentest", ["BIB017"]),
        ("Институт социологии", ["BIB017"]),
        ("Лаборатория публичной социологии", ["BIB017"]),
        ("{Ministry of Labour, Family and Social Affairs}", []),
        ("Amt, Peter", []),
        ("van der Berg, Jan and de la Cruz, María", []),
        ("Петров Сергей Владимирович", ["BIB018"]),
        ("Иванова Анна Петровна", ["BIB018"]),
        ("Кузнецов Пётр Ильич", ["BIB018"]),
        ("Петров, Сергей Владимирович", []),
        ("Сергей В. Петров", []),
        ("Иво Андрич", []),
        ("family=Berg, given=Jan, prefix=van der", []),
    ],
)
def test_suspects(author: str, found: list[str]) -> None:
    assert codes(written(author=author)) == [(code, 4) for code in found]
