"""Every kind of page, in both languages, narrow and wide, light and dark, with and without script, from a
server and from a folder: every two of these together at least once.
"""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser import probes
from tests.browser.conftest import Places, Visit, Windows
from tests.browser.covering import Choice, covering, pairs
from tests.browser.kinds import KINDS, LANGUAGES, NOT_FOUND, templates

pytestmark = pytest.mark.browser

FACTORS = {
    "kind": tuple(KINDS),
    "language": LANGUAGES,
    "width": ("1280", "360"),
    "scheme": ("light", "dark"),
    "script": ("script", "no script"),
    "from": ("server", "folder"),
}


def _is_possible(choice: Choice) -> bool:
    """Only a server shows a page of its own for what is missing."""
    return not (choice["kind"] == NOT_FOUND and choice["from"] == "folder")


CHOICES = covering(FACTORS, _is_possible)


def test_every_pair_is_walked() -> None:
    walked = set[frozenset[tuple[str, str]]]().union(*map(pairs, CHOICES))
    names = list(FACTORS)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            for value in FACTORS[one]:
                for second in FACTORS[other]:
                    possible = (value, second) != (NOT_FOUND, "folder")
                    assert (frozenset({(one, value), (other, second)}) in walked) == possible
    assert len(CHOICES) <= 2 * len(KINDS) + 4


def test_every_template_is_walked(places: Places) -> None:
    assert {template for template, _ in KINDS.values()} == templates()
    assert set(places.pages) == {(kind, tag) for kind in KINDS for tag in LANGUAGES}


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: "-".join(choice.values()).replace(" ", "_"))
def test_walk(windows: Windows, places: Places, choice: Choice) -> None:
    script = choice["script"] == "script"
    kind, tag = choice["kind"], choice["language"]
    with windows.open(int(choice["width"]), choice["scheme"], script=script) as visit:
        address = places.address(kind, tag, choice["from"])
        visit.page.goto(f"{address}/fehlt.html" if kind == NOT_FOUND else address)
        if script:
            found, applied = probes.axe(visit.page)
            assert found == []
            assert {"color-contrast", "html-has-lang", "target-size"} <= applied
            assert visit.page.evaluate(probes.SHIFT) == []
        for width in (int(choice["width"]), 320):
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert visit.page.evaluate(probes.OVERFLOW) == [], width
            assert visit.page.evaluate(probes.SMALL) == [], width
            assert visit.page.evaluate(probes.UNFOCUSED) == [], width
        assert visit.page.evaluate(probes.SPACED) == []
        assert visit.page.evaluate(probes.OVERFLOW) == []
        _is_quiet(visit, address, missing=kind == NOT_FOUND)
        if kind not in {"front", NOT_FOUND}:
            _switch(visit, tag)


def _is_quiet(visit: Visit, address: str, *, missing: bool) -> None:
    """Nothing is asked of anybody else, nothing is said but that a page is missing which is."""
    assert len(visit.messages) == int(missing), visit.messages
    assert all("404" in one for one in visit.messages), visit.messages
    assert visit.requests
    asked = [one for one in visit.requests if not one.startswith("data:")]
    assert {urlsplit(one)[:2] for one in asked} == {urlsplit(address)[:2]}


def _switch(visit: Visit, tag: str) -> None:
    """The language switch, by keyboard: to the other language and back to the same page."""
    here = visit.page.url
    for language in (*(one for one in LANGUAGES if one != tag), tag):
        visit.page.locator("nav.languages a").focus()
        with visit.page.expect_navigation():
            visit.page.keyboard.press("Enter")
        assert visit.page.locator("html").get_attribute("lang") == language
    assert visit.page.url.partition("#")[0] == here
