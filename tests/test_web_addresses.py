"""Equality of addresses (links.md, section 6), and their secrets."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.web_addresses import equality_key, has_secret, masked

EQUAL = (
    ("HTTPS://Example.org:443/A", "https://example.org/A"),
    ("https://example.org", "https://example.org/"),
    ("https://президент.рф/", "https://xn--d1abbgf6aiiy.xn--p1ai/"),
    ("https://example.org/%D0%BC", "https://example.org/м"),
    ("https://example.org/%d0%bc", "https://example.org/%D0%BC"),
    ("https://example.org/a/../b/./c", "https://example.org/b/c"),
    ("https://example.org/%7Ea", "https://example.org/~a"),
    ("https://example.org/a#b", "https://example.org/a"),
    ("http://[::1]:80/", "http://[0:0::1]/"),
)
OTHER = (
    ("https://example.org/a", "https://example.org/a/"),
    ("http://example.org/", "https://example.org/"),
    ("https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1"),
    ("https://example.org/#!/a", "https://example.org/#!/b"),
    ("https://example.org/a%2Fb", "https://example.org/a/b"),
    ("https://straße.de/", "https://strasse.de/"),
)


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_equal(one: str, other: str) -> None:
    assert equality_key(one) == equality_key(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_not_equal(one: str, other: str) -> None:
    assert equality_key(one) != equality_key(other)


MASKED = {
    "https://anna:geheim@kurier.org/a": "https://***@kurier.org/a",
    "https://anna@kurier.org/a": "https://***@kurier.org/a",
    "https://kurier.org/a?token=abc&x=1#b": "https://kurier.org/a?token=***&x=1#b",
    "https://kurier.org/a?access_token=abc": "https://kurier.org/a?access_token=***",
    "https://kurier.org/a?accessToken=abc": "https://kurier.org/a?accessToken=***",
    "https://kurier.org/a?X-Amz-Signature=abc": "https://kurier.org/a?X-Amz-Signature=***",
    "https://kurier.org/a?x=1;password=abc": "https://kurier.org/a?x=1;password=***",
    "https://kurier.org/a#access_token=abc": "https://kurier.org/a#access_token=***",
    "https://kurier.org/?q=0123456789abcdef0123456789abcdef01": "https://kurier.org/?q=***",
    "https://kurier.org/?q=eyJhbGciOi.eyJzdWIiOi.c2ln": "https://kurier.org/?q=***",
}


@pytest.mark.parametrize("url", MASKED)
def test_masked(url: str) -> None:
    assert masked(url) == MASKED[url]
    assert masked(masked(url)) == masked(url)


@pytest.mark.parametrize(
    "url", ["https://kurier.org/@anna?seite=2&s=Krieg", "https://kurier.org/a?id=12345#ende"]
)
def test_without_secrets(url: str) -> None:
    assert not has_secret(url)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text("htp:/.@?#[]%2eÄя-a=&", max_size=30))
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    with suppress(ValueError):
        key = equality_key(f"https://{text}")
        assert equality_key(key) == key
