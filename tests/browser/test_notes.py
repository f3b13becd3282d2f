"""Notes that come to the reader: a popover with a copy, where the note is not beside the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import Visit, Windows

pytestmark = pytest.mark.browser

CHAPTER = "de/frage-und-methode.html"
PARALLEL = "de/frage-und-methode.parallel.html"
FOCUS = "() => document.activeElement.id"
IDS = "() => [...document.querySelectorAll('[id]')].map((one) => one.id)"


def _popover(page: Page) -> Locator:
    return page.locator("div.note")


def _mark(page: Page, number: int = 0) -> Locator:
    return page.locator("a[role=doc-noteref]").nth(number)


def test_a_note_comes_by_touch_and_goes(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    mark, popover, ids = _mark(page, 1), _popover(page), page.evaluate(IDS)
    mark.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    mark.click()
    note = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
    assert popover.locator(".copy p").inner_text() == note.locator("p").first.inner_text()
    assert (popover.get_attribute("role"), popover.get_attribute("aria-label")) == ("dialog", "Anmerkung 2")
    assert popover.locator(".copy").get_attribute("lang") == "de"
    assert page.evaluate(IDS) == ids
    assert (page.evaluate("scrollY"), page.url) == (before, served + CHAPTER)
    popover.get_by_role("button", name="Schließen").click()
    assert not popover.is_visible()
    assert popover.inner_html() == ""
    assert page.evaluate(FOCUS) == mark.get_attribute("id")
    assert visit.messages == []


def test_a_note_by_keyboard_and_back(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    mark, popover = _mark(page), _popover(page)
    mark.focus()
    page.keyboard.press("Enter")
    assert popover.is_visible()
    assert page.evaluate("() => document.activeElement.className") == "note"
    page.keyboard.press("Escape")
    assert not popover.is_visible()
    assert page.evaluate(FOCUS) == mark.get_attribute("id")
    page.keyboard.press("Enter")
    popover.get_by_role("link", name="Zur Anmerkung am Ende").click()
    assert not popover.is_visible()
    assert page.url.endswith(mark.get_attribute("href") or "?")
    assert page.locator(".notes li:target").is_visible()


def test_one_note_after_the_other_and_none_on_paper(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    for number in (0, 1):
        _mark(page, number).evaluate("(one) => one.click()")
        assert _popover(page).get_attribute("data-number") == str(number + 1)
    page.emulate_media(media="print")
    assert not _popover(page).is_visible()


@pytest.mark.parametrize("visit", [(1280, "light")], indirect=True, ids=str)
def test_in_a_wide_window_only_where_notes_are_not_in_the_margin(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    _mark(page).click()
    assert not _popover(page).is_visible()
    assert page.url.endswith(_mark(page).get_attribute("href") or "?")
    page.goto(served + PARALLEL)
    mark = page.locator("details a[role=doc-noteref]").first
    mark.click()
    note, place = _popover(page).bounding_box(), mark.bounding_box()
    assert note
    assert place
    gaps = (note["y"] - place["y"] - place["height"], place["y"] - note["y"] - note["height"])
    assert -1 <= max(gaps) < 40  # below the mark, or above it where there is more room
    assert _popover(page).locator(".copy").get_attribute("lang") == "ru"
    assert visit.messages == []


def test_without_a_script_the_note_is_shown_over_the_text(windows: Windows, served: str) -> None:
    with windows.open(360, height=740, script=False) as visit:
        page = visit.page
        page.goto(served + CHAPTER)
        mark = _mark(page)
        mark.click()
        note = page.locator(".notes li:target")
        box = note.bounding_box()
        assert box
        assert box["y"] > 370
        assert box["y"] + box["height"] <= 741
        note.locator("a[role=doc-backlink]").click()
        assert page.url.endswith(f"#{mark.get_attribute('id')}")
