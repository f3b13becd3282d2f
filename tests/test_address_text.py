"""How addresses are shown: links.md, section 6."""

from __future__ import annotations

from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.address_text import shown_address
from sitegen.web_addresses import equality_key
from tests.publications import CHAPTER, build


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://a.example/%D0%BC%D0%B0", "https://a.example/ма"),
        ("https://a.example/%d0%bc", "https://a.example/м"),
        ("https://xn--d1abbgf6aiiy.xn--p1ai/", "https://президент.рф/"),
        ("https://xn--mller-kva.example:8080/", "https://müller.example:8080/"),
        ("https://a.example/%7Eeva/%41", "https://a.example/~eva/A"),
        # what would be another address, or could not be seen, stays
        ("https://a.example/a%20b%2Fc%3Fd%23e%25", "https://a.example/a%20b%2Fc%3Fd%23e%25"),
        (
            "https://a.example/%E2%80%AEx%E2%80%8Bx%C2%A0%C2%AD",
            "https://a.example/%E2%80%AEx%E2%80%8Bx%C2%A0%C2%AD",
        ),
        ("https://a.example/%FF%D0", "https://a.example/%FF%D0"),
        ("https://xn--exmple-4nf.org/", "https://xn--exmple-4nf.org/"),
        ("https://xn--a.example/", "https://xn--a.example/"),
        ("https://a.example/x", "https://a.example/x"),
        ("https://a.example/xn--d1abbgf6aiiy", "https://a.example/xn--d1abbgf6aiiy"),
    ],
)
def test_shown(address: str, shown: str) -> None:
    assert shown_address(address) == shown


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text("aя%/? \u202e\u200b«é~", max_size=12))
def test_what_is_shown_is_the_same_address(path: str) -> None:
    address = "https://a.example/" + quote(path)
    shown = shown_address(address)
    assert equality_key(shown) == equality_key(address)
    assert unquote(shown) == unquote(address)


def test_on_the_page() -> None:
    text = "Siehe https://xn--d1abbgf6aiiy.xn--p1ai/%D0%BC%D0%B0?a=%20.\n"
    page = build({CHAPTER: text}).artifacts["de/beispiel.html"].decode()
    assert (
        '<a href="https://xn--d1abbgf6aiiy.xn--p1ai/%D0%BC%D0%B0?a=%20" rel="noreferrer" class="address">'
        "https://президент.<wbr>рф/<wbr>ма?<wbr>a=<wbr>%20</a>." in page
    )
