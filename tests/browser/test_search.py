"""The search: what it finds, by keyboard and by ear; what it says where it cannot work."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Windows

RESULTS = ".results > li"


@pytest.fixture(scope="module")
def page(windows: Windows, served: str) -> Iterator[Page]:
    """One page for all: no test may depend on where another has left it."""
    with windows.open(360, height=740) as visit:
        yield visit.page
    assert visit.messages == []
    assert [url for url in visit.requests if not url.startswith((served, "blob:"))] == []


def _search(page: Page, served: str, language: str, text: str, kind: str = "") -> None:
    page.goto(f"{served}{language}/search.html?q={text}&kind={kind}")
    expect(page.get_by_role("status")).not_to_be_empty()


def test_nothing_is_loaded_before_the_reader_begins(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}de/search.html")
    expect(page.get_by_role("searchbox")).to_be_visible()
    assert not [url for url in asked if "/search/" in url]
    with page.expect_request(lambda request: "/search/pagefind.js" in request.url):
        page.get_by_role("searchbox").focus()
    page.keyboard.type("Geld")
    expect(page.locator(RESULTS).first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "asked", "marked"),
    [
        ("ru", "Москва", "Москве"),
        ("de", "Bewohner", "Bewohner"),
        ("de", "Bewohner*innen", "Bewohner"),
        ("de", "schliessen", "schließen"),
        ("ru", "еще", "ещё"),
    ],
)
def test_a_word_is_found_in_its_other_forms(
    page: Page, served: str, language: str, asked: str, marked: str
) -> None:
    _search(page, served, language, asked)
    found = page.locator(f"{RESULTS} mark").all_inner_texts()
    assert any(marked in one for one in found), found


def test_what_is_nowhere_is_not_found_by_its_first_letters(page: Page, served: str) -> None:
    for asked in ("страх", "мой"):
        _search(page, served, "ru", asked)
        expect(page.get_by_role("status")).to_have_text(re.compile("Ничего не найдено"))
        expect(page.locator(RESULTS)).to_have_count(0)


def test_the_very_word_comes_before_longer_ones(page: Page, served: str) -> None:
    _search(page, served, "ru", "мы")
    expect(page.locator(RESULTS).first).to_be_visible()
    marks = [one.locator("mark").all_inner_texts() for one in page.locator(RESULTS).all()]
    has = ["мы" in [mark.lower().strip(",.:;") for mark in one] for one in marks]
    assert has == sorted(has, reverse=True)
    assert not all(has)


@pytest.mark.parametrize(
    ("language", "asked", "kind", "label", "place"),
    [
        ("de", "Moskau", "quote", "Zitat", "#"),
        ("ru", "Москва", "quote", "Цитата", "#"),
        ("de", "Bell", "source", "Quelle", "bibliography"),
        ("ru", "Bell", "source", "Источник", "bibliography"),
        ("de", "Armee", "chapter", "Kapitel", ""),
    ],
)
def test_chapters_quotes_and_sources_are_kinds_of_their_own(
    page: Page, served: str, language: str, asked: str, kind: str, label: str, place: str
) -> None:
    _search(page, served, language, asked, kind)
    expect(page.locator(RESULTS).first).to_be_visible()
    labels = set(page.locator(f"{RESULTS} .kind").all_inner_texts())
    assert labels == {label} or (kind == "chapter" and all(one.startswith(label) for one in labels))
    link = page.locator(f"{RESULTS} a").first
    assert place in (link.get_attribute("href") or "")
    link.click()
    page.wait_for_load_state()
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.title()
    assert not target or page.evaluate("id => Boolean(document.getElementById(id))", target)


@pytest.mark.parametrize(
    ("language", "forms"), [("de", {"Treffer"}), ("ru", {"результат", "результата", "результатов"})]
)
def test_the_count_is_told_in_the_right_form(page: Page, served: str, language: str, forms: set[str]) -> None:
    _search(page, served, language, "Москва" if language == "ru" else "Moskau")
    number, form = page.get_by_role("status").inner_text().split()
    assert int(number) >= page.locator(RESULTS).count() > 0
    assert form in forms
    if language == "ru":
        last, two = int(number) % 10, int(number) % 100
        few = last in {2, 3, 4} and two not in {12, 13, 14}
        one = last == 1 and two != 11
        assert form == ("результат" if one else "результата" if few else "результатов")
    assert page.get_by_role("status").get_attribute("aria-live") == "polite"


def test_all_of_it_works_by_keyboard(page: Page, served: str) -> None:
    page.goto(f"{served}de/search.html")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("Russland")
    page.keyboard.press("Enter")
    others = page.locator(f"{RESULTS} .kind").filter(has_text=re.compile("Zitat|Quelle"))
    expect(others.first).to_be_visible()
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == ""
    page.keyboard.press("ArrowRight")
    expect(others).to_have_count(0)
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.results'))")
    assert page.url.endswith("?q=Russland&kind=chapter")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "search.html" not in address)


def test_what_is_not_there_is_said(page: Page, served: str) -> None:
    _search(page, served, "de", "Xylophonquark")
    expect(page.get_by_role("status")).to_have_text(
        "Nichts gefunden. Weniger oder kürzere Wörter finden mehr."
    )
    expect(page.locator(RESULTS)).to_have_count(0)


@pytest.mark.parametrize("origin", ["served", "folder"])
def test_where_it_cannot_work_it_says_so_and_leads_on(
    windows: Windows, request: pytest.FixtureRequest, origin: str
) -> None:
    root = request.getfixturevalue(origin)
    with windows.open(1280, height=720, script=origin == "folder") as visit:
        page = visit.page
        page.goto(f"{root}ru/search.html")
        reason = "с веб-сервера" if origin == "folder" else "нужен JavaScript"
        expect(page.locator(".without")).to_contain_text(reason)
        expect(page.get_by_role("searchbox")).to_have_count(0)
        names = page.locator(".without a").all_inner_texts()
        assert names == ["Содержание", "Голоса", "Список источников"], names
        page.get_by_role("link", name="Голоса").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Голоса")
