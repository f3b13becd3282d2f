"""Every note of a chapter by keyboard, there and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Windows

pytestmark = pytest.mark.browser

SEEN = """() => {
  const one = document.activeElement;
  const [box] = one.getClientRects();
  const there = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return Boolean(there) && (one.contains(there) || there.contains(one));
}"""


@pytest.mark.parametrize(
    ("path", "width", "script"),
    [
        ("de/frage-und-methode.html", 1280, True),
        ("ru/vopros-i-metod.html", 360, False),
        ("ru/kto-uekhal.parallel.html", 1280, False),
    ],
)
def test_every_note_and_back(windows: Windows, served: str, path: str, width: int, *, script: bool) -> None:
    with windows.open(width, script=script) as visit:
        page = visit.page
        page.goto(served + path)
        hrefs = page.locator("main a[role=doc-noteref]").evaluate_all(
            """(marks) => marks.filter((one) => one.checkVisibility())
              .map((one) => [one.id, one.hash.slice(1)])"""
        )
        assert len(hrefs) > 3
        for mark, note in hrefs:
            page.locator(f"[id='{mark}']").focus()
            page.keyboard.press("Enter")
            page.locator(f"[id='{note}'] a[role=doc-backlink][href='#{mark}']").focus()
            assert page.evaluate(SEEN), note
            page.keyboard.press("Enter")
            expect(page).to_have_url(re.compile(rf"#{re.escape(mark)}$"))
            page.locator(f"[id='{mark}']").focus()
            assert page.evaluate(SEEN), mark
        assert visit.messages == []
