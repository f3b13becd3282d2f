"""Charts in narrow and wide windows: nothing runs out of them, nothing covers anything, in both schemes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.build.output import write
from tests.browser.conftest import Visit
from tests.browser.probes import OVERFLOW
from tests.publications import build

pytestmark = pytest.mark.browser

REASON = "Weil ich meine Eltern nicht allein lassen kann und sie auch nicht mitkommen wollen"
DATA = {
    "minus": "label,v\nMoskau,1200.5\nTula,-2500\nТверь,-0.4\n",
    "lang": f"label,v\n{REASON},999999999\nB,1\n",
    "jahre": "label,v\n" + "".join(f"{year},{year * 977 % 12345}\n" for year in range(2000, 2025)),
    "monate": "label,v\n" + "".join(f"2022-{month:02},{month * 7 % 5}\n" for month in range(1, 12)),
}
OUTSIDE = """() => [...document.querySelectorAll(".drawing")].flatMap((drawing) => {
  const box = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll("*")]
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([_, one]) => one.left < box.left - 2 || one.right > box.right + 2)
    .map(([one]) => one.outerHTML);
})"""
COVERED = """() => [...document.querySelectorAll(".drawing")].flatMap((drawing) => {
  const words = [...drawing.querySelectorAll("text")].map((one) => [one, one.getBoundingClientRect()]);
  return words.flatMap(([one, a], place) => words.slice(place + 1)
    .filter(([_, b]) => a.left < b.right - 1 && b.left < a.right - 1)
    .filter(([_, b]) => a.top + 4 < b.bottom && b.top + 4 < a.bottom)
    .map(([other]) => `${one.textContent} / ${other.textContent}`));
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    kinds = {"minus": "bar", "lang": "bar", "jahre": "line", "monate": "line"}
    charts = "".join(
        f"::: {{.chart #c-{name} type={kind} data=../assets/{name}.csv x=label y=v}}\nTitel\n:::\n\n"
        for name, kind in kinds.items()
    )
    outcome = build(
        {
            **{f"content/{tag}/01-beispiel.md": charts for tag in ("de", "ru")},
            **{f"content/assets/{name}.csv": text for name, text in DATA.items()},
        }
    )
    out: Path = tmp_path_factory.mktemp("charts") / "public"
    write(outcome.artifacts, out)
    yield f"{out.as_uri()}/"
    shutil.rmtree(out)


@pytest.mark.parametrize("visit", [(320, "light"), (1280, "dark")], indirect=True, ids=str)
def test_drawings_fit_their_window(visit: Visit, site: str) -> None:
    for path in ("de/beispiel.html", "ru/beispiel.html", "de/beispiel.parallel.html"):
        visit.page.goto(site + path)
        assert visit.page.locator(".drawing").count() >= 4
        assert visit.page.evaluate(OVERFLOW) == [], path
        assert visit.page.evaluate(OUTSIDE) == [], path
        assert visit.page.evaluate(COVERED) == [], path
        assert visit.messages == []


@pytest.mark.parametrize("visit", [(360, "light"), (360, "dark")], indirect=True, ids=str)
def test_drawings_take_the_colours_of_the_page(visit: Visit, site: str) -> None:
    visit.page.goto(site + "de/beispiel.html")
    ink, bar, word = visit.page.evaluate(
        """() => [document.body, ...["rect", "text"].map((one) => document.querySelector(".drawing " + one))]
          .map((one, place) => getComputedStyle(one)[place ? "fill" : "color"])"""
    )
    link = visit.page.evaluate("() => getComputedStyle(document.querySelector('.chart p.about a')).color")
    assert (bar, word) == (link, ink)


def test_the_data_open_by_keyboard_and_in_print(visit: Visit, site: str) -> None:
    visit.page.goto(site + "de/beispiel.html")
    cell = visit.page.locator("#c-minus td").first
    assert not cell.is_visible()
    visit.page.locator("#c-minus summary").focus()
    visit.page.keyboard.press("Enter")
    assert cell.is_visible()
    visit.page.keyboard.press("Enter")
    assert not cell.is_visible()
    visit.page.emulate_media(media="print")
    assert cell.is_visible()


@pytest.mark.parametrize("visit", [(360, "light"), (1280, "light")], indirect=True, ids=str)
def test_the_data_can_be_opened_beside_the_other_language(visit: Visit, site: str) -> None:
    visit.page.goto(site + "de/beispiel.parallel.html")
    visit.page.locator(".chart summary").first.click()
    assert visit.page.locator(".chart td").first.is_visible()
