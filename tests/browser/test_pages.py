"""Every kind of page, in both languages, narrow and wide, light and dark, from a folder and a server."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

KINDS = {
    "de": ("index", "frage-und-methode", "wer-ging", "bibliography", "voices"),
    "ru": ("index", "vopros-i-metod", "kto-uekhal", "bibliography", "voices"),
}
PAGES = ("index.html", *(f"{tag}/{name}.html" for tag, names in KINDS.items() for name in names))
WINDOWS = [(1280, "light"), (360, "dark"), (320, "light")]
IN_A_FOLDER = [(1280, "dark"), (360, "light")]

OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1 && !one.closest(".scroll, pre"))
    .map((one) => one.tagName + "." + one.className);
}"""

SMALL = """() => [...document.querySelectorAll(
    "nav a, summary, .back, .anchor, .switch, .permalink, .foot a, .masthead a, .skip")]
  .filter((one) => one.checkVisibility() && !one.closest("details:not([open])"))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width > 0 && (box.width < 23.9 || box.height < 23.9))
  .map(([one, box]) => `${one.className || one.tagName} “${one.textContent}” ${box.width}×${box.height}`)"""


def _look(visit: Visit, site: str) -> None:
    host = site.split("/")[2]
    for path in PAGES:
        visit.requests.clear()
        visit.page.goto(site + path)
        assert visit.page.evaluate(OVERFLOW) == [], path
        assert visit.messages == [], path
        assert visit.requests, path
        elsewhere = [one for one in visit.requests if not one.startswith("data:")]
        assert {one.split("/")[2] for one in elsewhere} == {host}, path


@pytest.mark.parametrize("visit", WINDOWS, indirect=True, ids=str)
def test_pages_on_a_server(visit: Visit, served: str) -> None:
    _look(visit, served)


@pytest.mark.parametrize("visit", IN_A_FOLDER, indirect=True, ids=str)
def test_pages_in_a_folder(visit: Visit, folder: str) -> None:
    _look(visit, folder)


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


@pytest.mark.parametrize("visit", [(360, "light"), (1280, "light")], indirect=True, ids=str)
def test_what_is_pressed_is_large_enough(visit: Visit, served: str) -> None:
    for path in PAGES:
        visit.page.goto(served + path)
        assert visit.page.evaluate(SMALL) == [], path


def test_text_can_be_spaced(visit: Visit, served: str) -> None:
    """WCAG 1.4.12: nothing is cut off and nothing runs out of the window."""
    for path in PAGES:
        visit.page.goto(served + path)
        visit.page.evaluate(
            """() => {
              for (const one of document.querySelectorAll("body *")) {
                one.style.setProperty("line-height", "1.5", "important");
                one.style.setProperty("letter-spacing", ".12em", "important");
                one.style.setProperty("word-spacing", ".16em", "important");
                if (one.tagName === "P") one.style.setProperty("margin-bottom", "2em", "important");
              }
            }"""
        )
        assert visit.page.evaluate(OVERFLOW) == [], path


@pytest.mark.parametrize("visit", [(360, "light"), (360, "dark")], indirect=True, ids=str)
def test_the_scheme_of_the_reader_is_followed(visit: Visit, served: str) -> None:
    visit.page.goto(served + "de/index.html")
    paper = visit.page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")
    dark = visit.page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
    assert (sum(map(int, paper.strip("rgb()").split(","))) < 200) == dark
