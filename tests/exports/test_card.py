"""The picture of an edition: the same bytes each time, and only letters that its face has."""

from __future__ import annotations

import io

from PIL import Image

from sitegen.exports.card import INKS, PAPER, has_signs
from tests.publications import build

SETTINGS = 'languages = ["de"]\nurl = "https://example.org/"\nauthors = ["Anna Muster"]\ntitle = "{}"\n'


def drawn(title: str) -> bytes:
    return build({"sitegen.toml": SETTINGS.format(title)}).artifacts["assets/card-de.png"]


def colours(data: bytes) -> set[tuple[int, ...]]:
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (1200, 630)
        found = image.convert("RGB").getcolors(1_000_000)
    assert found
    return {colour for _, colour in found if isinstance(colour, tuple)}


def rgb(text: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(text.removeprefix("#")))


def test_it_is_the_same_each_time_and_holds_nothing_but_pixels() -> None:
    data = drawn("Heimat, Родина")
    assert data == drawn("Heimat, Родина")
    assert {rgb(PAPER), rgb(INKS["de"])} < colours(data)
    assert data != drawn("Heimat")
    assert not any(chunk in data for chunk in (b"tEXt", b"iTXt", b"tIME", b"eXIf"))


def test_a_title_whose_letters_the_face_lacks_is_not_drawn() -> None:
    assert colours(drawn("Πατρίδα")) == {rgb(PAPER), rgb(INKS["de"])}


def test_titles_of_any_length_are_drawn() -> None:
    assert len({drawn("Wort " * 100), drawn("Wort" * 100), drawn("W")}) == 3


def test_the_face_has_the_letters_of_german_and_russian() -> None:
    alphabet = "".join(map(chr, range(ord("А"), ord("я") + 1)))
    assert has_signs(f"ÄÖÜäöüßẞ„“‚‘»«›‹–—…’№§&{alphabet}Ёё\u00a0")
    assert not has_signs("語")
