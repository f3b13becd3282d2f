"""Tracking parameters: the table of links.md, section 5."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.tracking import without_tracking

CLEANED = [
    # address, what is left of it, the names of what was taken off
    ("https://a.example/a?x=1&fbclid=Q#p", "https://a.example/a?x=1#p", "fbclid"),
    ("https://a.example/a?utm_source=t", "https://a.example/a", "utm_source"),
    ("https://a.example/a?utm_source=t#p", "https://a.example/a#p", "utm_source"),
    ("https://a.example/?b=2&UTM_Medium=x&a=1", "https://a.example/?b=2&a=1", "UTM_Medium"),
    ("https://a.example/?utm_a=1&utm_b=2&utm_a=3", "https://a.example/", "utm_a utm_b"),
    ("https://a.example/?fb_action_ids=1&x", "https://a.example/?x", "fb_action_ids"),
    ("https://a.example/?x=%D0%BC&yclid=1&y=a+b", "https://a.example/?x=%D0%BC&y=a+b", "yclid"),
    ("https://a.example/?mindbox-click-id=1", "https://a.example/", "mindbox-click-id"),
    ("https://a.example/?_ga=1&_gl=2&gclid=3", "https://a.example/", "_ga _gl gclid"),
    ("https://a.example/?pk_campaign=1&mtm_x=1&hsa_a=2", "https://a.example/", "pk_campaign mtm_x hsa_a"),
    ("https://youtu.be/abc?si=x", "https://youtu.be/abc", "si"),
    ("https://www.youtube.com/watch?v=abc&feature=share", "https://www.youtube.com/watch?v=abc", "feature"),
    ("https://a.example/?ut%6D_source=x", "https://a.example/", "utm_source"),
    ("https://a.example/a?x?y=1&fbclid=2", "https://a.example/a?x?y=1", "fbclid"),
]

LEFT_ALONE = [
    "https://a.example/a",
    "https://a.example/?s=Krieg",
    "https://a.example/?ref=1&source=2&mc=3&__s=4&id=5&v=6&t=7",
    "https://a.example/?si=1&feature=2",
    "https://notyoutube.com/?si=1",
    "https://github.com/a/b?utm_source=x",
    "https://gitlab.com/a/b?utm_source=x",
    "https://www.onet.pl/?utm_source=x",
    "https://web.archive.org/web/20240101000000/https://a.example/?fbclid=1",
    "https://a.example/?fbclid=1&Signature=abc",
    "https://a.example/?fbclid=1&X-Amz-Date=abc",
    "https://a.example/?fbclid=1&token=abc",
    "https://a.example/#x?fbclid=1",
    "mailto:a@b.example?subject=x",
]


@pytest.mark.parametrize(("address", "clean", "names"), CLEANED)
def test_cleaned(address: str, clean: str, names: str) -> None:
    assert without_tracking(address) == (clean, tuple(names.split()))


@pytest.mark.parametrize("address", LEFT_ALONE)
def test_left_alone(address: str) -> None:
    assert without_tracking(address) == (address, ())


def test_onet_is_exempt_from_its_own_names_only() -> None:
    address = "https://www.onet.pl/?utm_source=x&fbclid=1"
    assert without_tracking(address) == ("https://www.onet.pl/?utm_source=x", ("fbclid",))


addresses = st.lists(
    st.sampled_from(
        ("https://a.example/", "?", "&", "#", "=", "x", "utm_source", "fbclid", "%20", "й", "[", ";")
    )
).map("".join)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(addresses)
def test_cleaning_twice_changes_nothing_more(address: str) -> None:
    clean, removed = without_tracking(address)
    assert without_tracking(clean) == (clean, ())
    assert bool(removed) == (clean != address)
