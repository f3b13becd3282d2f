"""Addresses: which are equal (links.md, section 6), and which may be linked."""

from __future__ import annotations

import pytest

from sitegen.bibliography.addresses import comparable, href, is_web
from tests.bibliography.cases import codes, written


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        ("HTTPS://Example.org:443/A", "https://example.org/A", True),
        ("https://example.org", "https://example.org/", True),
        ("https://example.org/a", "https://example.org/a/", False),
        ("http://example.org/", "https://example.org/", False),
        ("https://президент.рф/", "https://xn--d1abbgf6aiiy.xn--p1ai/", True),
        ("https://example.org/%D0%BC", "https://example.org/м", True),
        ("https://example.org/%d0%bc%7e", "https://example.org/м~", True),
        ("https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1", False),
        ("https://example.org/a/../b/./c", "https://example.org/b/c", True),
        ("https://example.org/../..", "https://example.org/", True),
        ("https://example.org/#top", "https://example.org/", True),
        ("https://example.org/#!/a", "https://example.org/", False),
        ("https://example.org/A", "https://example.org/a", False),
        ("https://example.org/a%2Fb", "https://example.org/a/b", False),
    ],
)
def test_equal(a: str, b: str, equal: bool) -> None:  # noqa: FBT001
    assert (comparable(a) == comparable(b)) is equal
    found = codes(written(key="a", url=a) + written(key="b", url=b))
    assert found == ([("BIB016", 9)] if equal else [])


@pytest.mark.parametrize(
    ("address", "is_linked"),
    [
        ("https://example.org/м?a=b#c", True),
        ("http://example.org:8080/", True),
        ("javascript:alert(1)", False),
        ("//example.org/", False),
        ("https:///a", False),
        ("https://name:secret@example.org/", False),
        ("https://[::1", False),
        ("https://example.org:99999/", False),
        ("https://example.org:x/", False),
        ("data:text/html,x", False),
        ("mailto:a@example.org", False),
    ],
)
def test_is_web(address: str, is_linked: bool) -> None:  # noqa: FBT001
    assert is_web(address) is is_linked


def test_encoding_is_done_once() -> None:
    address = "https://example.org/м?x=1%20&y=ü"
    assert href(address) == href(href(address)) == "https://example.org/%D0%BC?x=1%20&y=%C3%BC"
