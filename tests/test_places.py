"""places.toml: what each mistake is called and where it stands, and how a place is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as laws
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.model.texts import Texts
from sitegen.places import Gazetteer, read_places
from sitegen.settings import Settings
from sitegen.source import Source

TEXT = """\
[moskau]
name = { de = "Moskau", ru = "Москва" }
aliases = ["Moscow", "Stadt Moskau"]
region = { de = "Moskau" }
country = "RU"
population = 13010000
lat = 55.75
lon = 37
[tula]
name = { de = "Tula", ru = "Тула" }
"""
OMSK = '[omsk]\nname = { de = "Omsk", ru = "Омск" }\n'


def read(text: str, *unfinished: str) -> tuple[Gazetteer, list[Diagnostic]]:
    settings = Settings(("de", "ru"), unfinished=unfinished)
    gazetteer, found = read_places(Source.of("places.toml", text), settings)
    return gazetteer, list(found)


def test_every_key() -> None:
    gazetteer, found = read(TEXT)
    place = gazetteer.places["moskau"]
    assert found == []
    assert list(gazetteer.places) == ["moskau", "tula"]
    assert place.name == Texts((("de", "Moskau"), ("ru", "Москва")))
    assert place.aliases == ("Moscow", "Stadt Moskau")
    assert place.region == Texts((("de", "Moskau"),))
    assert (place.country, place.population, place.lat, place.lon) == ("RU", 13010000, 55.75, 37.0)
    assert (place.span.line, place.span.column) == (1, 2)


@pytest.mark.parametrize(
    "name", ["moskau", "MOSKAU", "Москва", "МОСКВА", "moscow", "Stadt\u00a0Moskau", " stadt  moskau "]
)
def test_a_place_is_found_by_each_of_its_names(name: str) -> None:
    place = read(TEXT)[0].find(name)
    assert place is not None
    assert place.id == "moskau"


def test_unicode_forms_are_the_same_name() -> None:
    place = read('[koeln]\nname = { de = "Ko\u0308ln", ru = "Кёльн" }')[0].find("K\u00d6LN")
    assert place is not None
    assert place.name.get("de") == "K\u00f6ln"


def test_names_for_suggestions() -> None:
    assert read(TEXT)[0].names() == (
        "Moscow",
        "Moskau",
        "Stadt Moskau",
        "Tula",
        "moskau",
        "tula",
        "Москва",
        "Тула",
    )
    assert read(TEXT)[0].find("Perm") is None


def test_a_publication_may_have_no_places() -> None:
    assert read_places(None, Settings(("de",))) == (Gazetteer(), ())


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("[omsk", "PLC001", 1, 6),
        (f'{OMSK}nmae = "x"', "PLC002", 3, 1),
        ('omsk = "Omsk"', "PLC003", 1, 8),
        ("omsk = [1]", "PLC003", 1, 8),
        ("[omsk]\nname = 5", "PLC003", 2, 8),
        ('[omsk]\nname = ["Omsk"]', "PLC003", 2, 8),
        (f'{OMSK}population = "1"', "PLC003", 3, 14),
        (f"{OMSK}population = true", "PLC003", 3, 14),
        (f"{OMSK}population = 1.5", "PLC003", 3, 14),
        (f'{OMSK}lat = "54"\nlon = 73', "PLC003", 3, 7),
        (f'{OMSK}aliases = "x"', "PLC003", 3, 11),
        ("[omsk]", "PLC004", 1, 2),
        ('[omsk]\nnmae = "Omsk"', "PLC002", 2, 1),
        (f"{OMSK}lat = 90.1\nlon = 73", "PLC006", 3, 7),
        (f"{OMSK}lat = 54\nlon = -181", "PLC006", 4, 7),
        (f"{OMSK}lat = nan\nlon = 73", "PLC006", 3, 7),
        (f"{OMSK}lat = 54", "PLC007", 3, 1),
        (f"{OMSK}lon = 73", "PLC007", 3, 1),
        (f"{OMSK}population = -1", "PLC008", 3, 14),
        (f"{OMSK}population = {'9' * 900}", "PLC008", 3, 14),
        ('[Omsk]\nname = { de = "Omsk", ru = "Омск" }', "PLC009", 1, 2),
        ('["омск"]\nname = { de = "Omsk", ru = "Омск" }', "PLC009", 1, 2),
        ('[omsk]\nname = { de = "Omsk" }', "PLC010", 2, 8),
        ('[omsk]\nname = "Omsk"', "PLC010", 2, 8),
        ('[omsk]\nname = { de = "Omsk", rus = "Омск" }', "PLC011", 2, 23),
        (f'{OMSK}region = {{ xx = "Omsk" }}', "PLC011", 3, 12),
        (f'{OMSK}aliases = [""]', "PLC012", 3, 12),
        (f'{OMSK}aliases = ["\\u0007"]', "PLC013", 3, 12),
        (f'{OMSK}country = "Russland"', "PLC014", 3, 11),
        (f'{OMSK}[x]\nname = {{ de = "OMSK", ru = "Омск" }}', "PLC005", 4, 15),
        (f'{OMSK}[x]\nname = {{ de = "X", ru = "Х" }}\naliases = ["omsk"]', "PLC005", 5, 12),
    ],
)
def test_a_mistake_is_one_finding_at_its_place(text: str, code: str, line: int, column: int) -> None:
    _, found = read(text)
    assert [(one.code, one.span.line, one.span.column) for one in found] == [(code, line, column)]


def test_a_shared_name_points_at_the_other_place() -> None:
    _, found = read(f'{OMSK}[x]\nname = {{ de = "X", ru = "омск" }}')
    assert [(one.span.line, one.span.column) for one in found[0].related] == [(2, 28)]


def test_a_name_in_an_unfinished_language_may_be_missing() -> None:
    assert read('[omsk]\nname = { de = "Omsk" }', "ru")[1] == []


def test_a_language_that_the_publication_lacks_is_no_mistake() -> None:
    assert read('[omsk]\nname = { de = "Omsk", ru = "Омск", en = "Omsk" }')[1] == []


@given(
    st.lists(st.sampled_from([*TEXT.splitlines(), *OMSK.splitlines(), "lat = nan", "a = [[1]]", "]", "\0"]))
)
@laws(derandomize=True, deadline=None, max_examples=150)
def test_no_soup_makes_it_raise(lines: list[str]) -> None:
    gazetteer, _ = read("\n".join(lines))
    assert all(gazetteer.find(name) for name in gazetteer.names())


@given(st.binary())
@laws(derandomize=True, deadline=None, max_examples=100)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    gazetteer, found = read(data.decode("utf-8", "replace"))
    assert found or not gazetteer.places
