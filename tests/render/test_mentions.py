"""Every entry of a list of sources leads back to the places that cite it."""

from __future__ import annotations

import pytest

from tests.render.cited import SECOND, mentions, pages
from tests.render.test_citation_forms import CHART, DATA, QUOTE
from tests.site.dom import Page, plain, text

TEXT = f"A [@muster2020]. B.[^a] C [@muster2020; @berg2020].\n\n{QUOTE}\n[^a]: Siehe [@muster2020, S. 3]."
TITLE = "---\ntitle: Reihe de\n---\n\nA [@berg2020]."


def test_a_chapter_names_its_notes_and_quotes() -> None:
    page = pages(TEXT)["de/beispiel.html"]
    assert mentions(page, "muster2020") == [
        ("1", "#fnref-ref-muster2020"),
        ("2", "#fnref-a"),
        ("3", "#fnref-ref-muster2020-1"),
        ("Zitat", "#cite-muster2020"),
    ]
    assert told(page, "muster2020") == ["Anmerkung 1", "Anmerkung 2", "Anmerkung 3", ""]
    assert "Zitiert in: Anm. 1 2 3 Zitat" in shown(page, "muster2020")


def test_a_chapter_names_the_places_in_its_text() -> None:
    found = pages(f"{TEXT}\n\n{CHART}", style="author-date", files=DATA)["de/beispiel.html"]
    assert mentions(found, "muster2020") == [
        ("1", "#fnref-a"),
        ("im Text 1", "#cite-muster2020"),
        ("im Text 2", "#cite-muster2020-2"),
        ("Zitat", "#cite-muster2020-3"),
    ]
    assert mentions(found, "berg2020") == [("im Text", "#cite-berg2020")]
    assert mentions(found, "seite") == [("Abb. 1", "#cite-seite")]


def test_the_bibliography_names_chapters_and_their_notes() -> None:
    second = "---\ntitle: Zweites\n---\n\nA [@seite]. B [@muster2020]."
    found = pages(TEXT, files={SECOND: second, "content/de/index.md": TITLE})["de/bibliography.html"]
    assert mentions(found, "muster2020") == [
        ("Kapitel 1", "beispiel.html"),
        ("1", "beispiel.html#fnref-ref-muster2020"),
        ("2", "beispiel.html#fnref-a"),
        ("3", "beispiel.html#fnref-ref-muster2020-1"),
        ("Zitat", "beispiel.html#cite-muster2020"),
        ("Kapitel 2", "zweites.html"),
        ("2", "zweites.html#fnref-ref-muster2020"),
    ]
    assert "Kapitel 1: 1 2 3 Zitat" in shown(found, "muster2020")
    assert told(found, "muster2020")[1:3] == ["Kapitel 1, Anmerkung 1", "Kapitel 1, Anmerkung 2"]
    assert mentions(found, "berg2020")[0] == ("Titelseite", "index.html")


def shown(page: Page, key: str) -> str:
    """An entry with its places; how the theme parts them does not matter."""
    return text(page.by_id(f"ref-{key}")).replace(",", "")


def told(page: Page, key: str) -> list[str]:
    spans = [one for one in page.by_id(f"ref-{key}").iter("span") if one.get("class") == "mentions"]
    return [plain(link.get("aria-label", "")) for span in spans for link in span.iter("a")]


def test_in_russian() -> None:
    found = pages(russian="A [@petrov2021]. B [@petrov2021].")
    assert "Где упоминается: прим. 1 2" in shown(found["ru/beispiel.html"], "petrov2021")
    assert "Глава 1: 1 2" in shown(found["ru/bibliography.html"], "petrov2021")


@pytest.mark.parametrize("style", ["notes", "author-date"])
def test_every_place_exists_once(style: str) -> None:
    clash = "## Wort {#cite-muster2020}\n\n" + TEXT
    found = pages(clash, style=style)
    for path, page in found.items():
        assert [name for name, count in page.ids.items() if count > 1] == [], path
        for _, href in page.links():
            if not href.startswith("http"):
                there, fragment = page.target(href)
                assert not fragment or there not in found or fragment in found[there].ids, (path, href)


def test_on_the_page_of_voices_a_source_leads_to_the_bibliography() -> None:
    page = pages(TEXT)["de/voices.html"]
    link = page.one("a", role="doc-biblioref")
    assert link.attrib["href"] == "bibliography.html#ref-muster2020"
    assert "id" not in link.attrib
