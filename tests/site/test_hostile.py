"""What an author writes is text: nothing of it becomes markup, in any field."""

from __future__ import annotations

import json

import pytest

from tests.site.dom import Page
from tests.site.hostile import SHOWN_BY_NUMBER
from tests.site.samples import site
from tests.site.test_protection import SCRIPTS

NOT_SHOWN = range(10, 13)
"""An alias and the regions of a place, which no page shows."""


def _texts(page: Page) -> str:
    """All texts and all attributes, as a browser reads them."""
    parts = [part for one in page.elements for part in (one.text or "", one.tail or "", *one.attrib.values())]
    return "\n".join(parts)


@pytest.fixture(scope="module")
def shown() -> str:
    built = site("hostile")
    return "\n".join(map(_texts, built.pages.values())) + built.artifacts["data/quotes.json"].decode()


@pytest.mark.parametrize("number", SHOWN_BY_NUMBER)
def test_a_field_is_shown_as_it_was_written(number: int, shown: str) -> None:
    if number not in NOT_SHOWN:
        assert SHOWN_BY_NUMBER[number] in shown


def test_no_field_becomes_an_element() -> None:
    for path, page in site("hostile").pages.items():
        running = [one for one in page.all("script") if one.get("type") != "application/ld+json"]
        assert [one for one in running if not one.get("src", "").endswith(SCRIPTS)] == [], path
        assert not any(name.startswith("on") for one in page.elements for name in one.attrib), path
        assert page.source.count("<script") == len(page.all("script")), path


def test_ids_of_any_signs_are_kept() -> None:
    page = site("hostile").pages["de/text.html"]
    for name in ("h<b>&", "q<b>&", "f<b>&", "t<b>&", "ref-a<b>&c"):
        assert page.ids[name] == 1


def test_the_data_are_what_was_written() -> None:
    records = json.loads(site("hostile").artifacts["data/quotes.json"])
    assert [one["id"] for one in records] == ["q<b>&", "r", "s"]
    assert all("<script>alert(" in one["texts"]["de"]["text"] for one in records)


def test_the_sitemap_is_well_formed() -> None:
    assert b"https://example.org/a&amp;b/de/" in site("hostile").artifacts["sitemap.xml"]
