"""Two languages: columns side by side, one under the other, and the switch that stays at the paragraph."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit, Windows

pytestmark = pytest.mark.browser

CHAPTER = "de/frage-und-methode.html"
PARALLEL = "de/frage-und-methode.parallel.html"

ROWS = """() => [...document.querySelectorAll(".text .row")].map((row) => {
  const [own, other] = [...row.children].map((one) => one.getBoundingClientRect());
  return [own.left, own.top, other.left, other.top, own.bottom, other.height];
})"""
WORDS = "() => [...document.querySelectorAll('.text details')].map((one) => one.innerText.length)"
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("visit", [(1280, "light")], indirect=True, ids=str)
def test_columns_stand_side_by_side_and_level(visit: Visit, served: str) -> None:
    visit.page.goto(served + PARALLEL)
    rows = visit.page.evaluate(ROWS)
    assert len(rows) > 20
    for left, top, other_left, other_top, _, height in rows:
        assert other_left > left + 400
        assert other_top == top
        assert height > 10
    assert not visit.page.locator(".text summary").first.is_visible()
    visit.page.locator("details").first.evaluate("(one) => one.removeAttribute('open')")
    assert min(visit.page.evaluate(WORDS)) > 3
    assert visit.messages == []


@pytest.mark.parametrize("visit", [(360, "light"), (320, "dark")], indirect=True, ids=str)
def test_on_a_phone_the_other_wording_follows_and_folds(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + PARALLEL)
    for left, _, other_left, other_top, bottom, _ in page.evaluate(ROWS):
        assert abs(other_left - left) < 2
        assert other_top >= bottom
    assert page.evaluate(WIDE) <= 0
    first = page.locator(".text details").first
    mark = first.locator("summary").bounding_box()
    assert mark
    assert min(mark["width"], mark["height"]) >= 24
    first.locator("summary").click()
    assert not first.locator("p").is_visible()
    first.locator("summary").click()
    assert first.locator("p").is_visible()


def test_a_folded_wording_is_printed(visit: Visit, served: str) -> None:
    visit.page.goto(served + PARALLEL)
    visit.page.evaluate("() => document.querySelectorAll('details').forEach((one) => (one.open = false))")
    visit.page.emulate_media(media="print")
    assert min(visit.page.evaluate(WORDS)) > 3


@pytest.mark.parametrize(
    ("visit", "place"),
    [((360, "light"), "served"), ((1280, "light"), "folder")],
    indirect=["visit"],
    ids=["on a phone", "wide, in a folder"],
)
def test_the_switch_stays_at_the_block(visit: Visit, place: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(place)
    page = visit.page
    for block in ("p:15", "drei-gruppen", "tbl-orte"):
        page.goto(f"{site}{CHAPTER}#{block}")
        page.locator("nav.languages a").click()
        assert page.url.startswith(f"{site}ru/vopros-i-metod.html#")
        there = page.locator(f"[id='{page.url.partition('#')[2]}']")
        assert -1 < there.evaluate("(one) => one.getBoundingClientRect().top") < 400
        page.locator("nav.languages a").click()
        assert page.url.startswith(f"{site}{CHAPTER}#")
    assert visit.messages == []


def test_at_the_head_of_a_chapter_the_switch_leads_to_the_head(visit: Visit, served: str) -> None:
    visit.page.goto(served + CHAPTER)
    visit.page.locator("nav.languages a").click()
    assert visit.page.url == f"{served}ru/vopros-i-metod.html"


def test_without_a_script_each_section_has_its_switch(windows: Windows, served: str) -> None:
    with windows.open(1280, height=720, script=False) as visit:
        page = visit.page
        page.goto(f"{served}{CHAPTER}#p:15")
        page.locator("nav.languages a").click()
        assert page.url == f"{served}ru/vopros-i-metod.html"
        page.goto(served + CHAPTER)
        page.locator("h2 .switch").last.click()
        page.wait_for_load_state()
        anchor = page.url.partition("#")[2]
        assert page.locator(f"[id='{anchor}']").count() == 1
