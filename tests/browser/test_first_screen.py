"""The first screen of a chapter on a slow line: seen before the style sheet is there, and nothing moves."""

from __future__ import annotations

from time import sleep

import pytest
from playwright.sync_api import Route

from tests.browser import probes
from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

PAINT = """() => {
  const [sheet] = performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".css"));
  return performance.getEntriesByName("first-contentful-paint")[0].startTime < sheet.responseEnd;
}"""


def _late(route: Route) -> None:
    sleep(0.4)
    route.continue_()


@pytest.mark.parametrize("visit", [(320, "light"), (768, "dark"), (1280, "light")], indirect=True, ids=str)
def test_the_head_is_seen_first_and_stays_where_it_is(visit: Visit, served: str) -> None:
    visit.page.route("**/theme.css", _late)
    visit.page.goto(f"{served}ru/vopros-i-metod.html")
    assert visit.page.evaluate(PAINT)
    assert visit.page.evaluate(probes.SHIFT) == []
