"""What a reader does: skip, switch, go to a note and back, open the contents, print."""

from __future__ import annotations

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Locator, Page
from pypdf import PdfReader

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

CHAPTER = "de/frage-und-methode.html"
BOTH = [(360, "light"), (1280, "light")]

IN_VIEW = """(one) => {
  const box = one.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""
UNCOVERED = """(one) => {
  const box = one.getClientRects()[0];
  const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return one === there || one.contains(there) || there.contains(one);
}"""
TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode())
    if (walker.currentNode.parentElement.checkVisibility()) texts.push(walker.currentNode.data);
  return texts;
}"""
"""Every text that is printed."""


def _in_view(element: Locator) -> bool:
    return bool(element.evaluate(IN_VIEW)) and bool(element.evaluate(UNCOVERED))


def _focused(page: Page, script: str) -> object:
    return page.evaluate(f"() => document.activeElement.{script}")


@pytest.mark.parametrize("path", ["index.html", CHAPTER, "ru/voices.html"])
def test_the_skip_link_works_by_keyboard(visit: Visit, served: str, path: str) -> None:
    visit.page.goto(served + path)
    visit.page.keyboard.press("Tab")
    assert _focused(visit.page, "className") == "skip"
    assert _in_view(visit.page.locator(".skip:focus"))
    visit.page.keyboard.press("Enter")
    assert _focused(visit.page, "id") == "main"


@pytest.mark.parametrize("visit", BOTH, indirect=True, ids=str)
def test_the_switch_leads_to_the_same_chapter_and_section(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    page.locator("nav.languages a").click()
    assert page.url == f"{served}ru/vopros-i-metod.html"
    assert page.evaluate("() => document.documentElement.lang") == "ru"
    page.locator("nav.languages a").click()
    assert page.url == served + CHAPTER
    heading = page.locator("h2", has=page.locator("a.switch")).last
    heading.hover()
    heading.locator("a.switch").click()
    anchor = page.url.partition("#")[2]
    assert page.url.startswith(f"{served}ru/vopros-i-metod.html#")
    assert _in_view(page.locator(f"[id='{anchor}']"))


@pytest.mark.parametrize("visit", [(1280, "light")], indirect=True, ids=str)
def test_a_note_and_the_way_back(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    for mark in page.locator("a[role=doc-noteref]").all()[:3]:
        name = mark.get_attribute("id")
        note = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
        mark.scroll_into_view_if_needed()
        mark.click()
        assert _in_view(note), name
        back = note.locator(f"a[role=doc-backlink][href='#{name}']")
        back.click()
        assert page.url.endswith(f"#{name}")
        assert _in_view(mark), name


@pytest.mark.parametrize("visit", [(1280, "light")], indirect=True, ids=str)
def test_a_note_by_keyboard(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    mark = page.locator("a[role=doc-noteref]").first
    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("() => document.activeElement.closest('li')?.id")
    assert inside == (mark.get_attribute("href") or "")[1:]


def test_the_contents_open_on_a_phone(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    contents = page.locator("nav.rail")
    link = contents.locator("li a").nth(1)
    assert not link.is_visible()
    contents.locator("summary").click()
    assert link.is_visible()
    target = (link.get_attribute("href") or "")[1:]
    link.click()
    assert _in_view(page.locator(f"[id='{target}']"))


@pytest.mark.parametrize("visit", [(1280, "light")], indirect=True, ids=str)
def test_the_contents_are_open_in_a_wide_window(visit: Visit, served: str) -> None:
    visit.page.goto(served + CHAPTER)
    assert visit.page.locator("nav.rail li a").first.is_visible()


def test_focus_is_never_hidden_behind_what_sticks(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(served + CHAPTER)
    page.evaluate("() => document.querySelector('.text a').focus()")
    for _ in range(15):
        page.keyboard.press("Tab")
        assert page.evaluate(f"() => ({UNCOVERED})(document.activeElement)"), _focused(page, "outerHTML")


@pytest.mark.parametrize("path", [CHAPTER, "ru/voices.html", "de/frage-und-methode.parallel.html"])
def test_print_holds_every_paragraph_once(visit: Visit, served: str, path: str) -> None:
    page = visit.page
    page.goto(served + path)
    printed = _packed(
        "".join(_page_text(one.extract_text()) for one in PdfReader(io.BytesIO(page.pdf())).pages)
    )
    page.emulate_media(media="print")
    texts = [_packed(one) for one in page.evaluate(TEXTS)]
    long = [one for one in texts if len(one) > 30]
    assert len(long) > 8
    for one in long:
        assert printed.count(one) == "".join(texts).count(one), one


def _page_text(text: str) -> str:
    """The text of a page without its number."""
    return re.sub(r"\A\s*\d{1,3}\s*\n|\n\s*\d{1,3}\s*\Z", "\n", text)


def _packed(text: str) -> str:
    """A text without blanks, and without the hyphens that a line's end may have brought."""
    return re.sub(r"[\s\u00ad\u2010\u200b\ufe0e-]", "", unicodedata.normalize("NFKC", text))
