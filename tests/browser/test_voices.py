"""The pages of voices: ways from facet to facet without a script, and facets combined with it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Windows

SHOWN = "blockquote.quote:visible"


def test_without_a_script_the_facets_lead_to_their_pages(windows: Windows, folder: str) -> None:
    with windows.open(360, script=False) as visit:
        page = visit.page
        page.goto(f"{folder}de/voices.html")
        page.get_by_role("link", name="Moskau", exact=True).click()
        assert page.url == f"{folder}de/voices/city-moskau.html"
        assert page.get_by_role("heading", level=1).inner_text() == "Moskau"
        expect(page.locator(SHOWN)).to_have_count(4)
        page.locator(".languages a").click()
        assert page.url == f"{folder}ru/voices/city-moskau.html"
        page.get_by_role("link", name="Все голоса").click()
        assert page.url == f"{folder}ru/voices.html"


@pytest.mark.parametrize("visit", [(1280, "dark")], indirect=True)
def test_facets_are_combined_by_keyboard(visit: Visit, folder: str) -> None:
    page = visit.page
    page.goto(f"{folder}de/voices.html")
    everything = page.locator(SHOWN).count()
    status = page.get_by_role("status")
    assert status.inner_text().replace("\u00a0", " ") == f"{everything} Zitate"
    page.get_by_role("link", name="Moskau", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("blockquote[hidden]")).not_to_have_count(0)
    assert page.url.endswith("voices.html#+city-moskau")
    assert status.inner_text().replace("\u00a0", " ") == f"4 von {everything} Zitaten"
    assert page.evaluate("document.activeElement.textContent") == "Moskau"
    page.get_by_role("link", name="2024", exact=True).click()
    assert page.url.endswith("#+city-moskau+year-2024")
    expect(page.locator(SHOWN)).to_have_count(2)
    for said in page.locator(SHOWN).locator(".attribution").all_inner_texts():
        assert said.endswith("Moskau, 2024")
    assert (
        page.locator("section:visible h2").count()
        == page.locator("section:visible:has(blockquote:visible)").count()
    )
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(4)
    page.get_by_role("link", name="Moskau", exact=True).click()
    expect(page.locator(SHOWN)).to_have_count(everything)
    assert visit.messages == []


def test_a_selection_has_an_address_and_phones_need_not_scroll_sideways(visit: Visit, served: str) -> None:
    page = visit.page
    page.goto(f"{served}ru/voices.html#+gender-male+year-2024")
    shown = page.locator(SHOWN)
    assert shown.count() == 1
    assert "Мужчина" in shown.locator(".attribution").inner_text()
    assert page.locator("[data-facet][aria-current=true]").count() == 2
    page.get_by_role("link", name="Сбросить выбор").click()
    expect(page.locator("[data-facet][aria-current=true]")).to_have_count(0)
    for path in (
        "ru/voices.html",
        "de/voices/age-30-39.html",
        "de/voices/chapter-04-moralische-gruende.html",
    ):
        page.goto(f"{served}{path}")
        for summary in page.locator("summary:visible").all()[:2]:
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert visit.messages == []


def test_a_quote_in_its_chapter_leads_to_how_it_is_cited(visit: Visit, folder: str) -> None:
    page = visit.page
    page.goto(f"{folder}de/moralische-gruende.html")
    page.locator("blockquote.quote").first.get_by_role("link", name="Dieses Zitat zitieren").click()
    assert "/de/voices/chapter-04-moralische-gruende.html#moralische-gruende." in page.url
    quote = page.locator("blockquote:target")
    expect(quote.get_by_text("@incollection")).to_be_visible()
    assert quote.locator('p[lang="ru"]').is_visible()
