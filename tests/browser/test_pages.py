"""What is missing, and the colours that a reader prefers. Every kind of page is in test_walk.py."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit
from tests.browser.probes import OVERFLOW

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("depth", ["fehlt.html", "de/fehlt.html", "de/sehr/tief/unten.html"])
def test_what_is_not_found_is_said_at_any_depth(visit: Visit, served: str, depth: str) -> None:
    answer = visit.page.goto(served + depth)
    assert answer
    assert answer.status == 404
    assert visit.page.evaluate(OVERFLOW) == []
    assert [one for one in visit.messages if "404" not in one] == []
    assert len(visit.messages) <= 1
    colour = visit.page.evaluate("() => getComputedStyle(document.body).getPropertyValue('--paper')")
    assert colour
    visit.page.locator("section[lang=ru] a").first.click()
    assert visit.page.url == f"{served}ru/index.html"


@pytest.mark.parametrize("visit", [(360, "light"), (360, "dark")], indirect=True, ids=str)
def test_the_scheme_of_the_reader_is_followed(visit: Visit, served: str) -> None:
    visit.page.goto(served + "de/index.html")
    paper = visit.page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    dark = visit.page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
    assert (sum(map(int, paper.strip("rgb()").split(","))) < 200) == dark
