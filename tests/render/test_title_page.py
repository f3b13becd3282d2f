"""The title page of an edition: how to cite the publication, what can be downloaded, the licence."""

from __future__ import annotations

from collections.abc import Mapping

from tests.publications import build
from tests.site.dom import Page, plain, text

SETTINGS = """\
languages = ["de", "ru"]
title = { de = "Bleiben", ru = "Остаться" }
authors = ["Anna Beispiel"]
publisher = { de = "Verlag", ru = "Издательство" }
license = "CC-BY-4.0"
date = 2024-11-15
"""
ADDRESS = 'url = "https://example.org/b/"\n'
DOIS = 'doi = { de = "10.5555/de", ru = "10.5555/ru" }\n'
CHAPTERS = {
    f"content/{tag}/01-text.md": "---\ntitle: T\n---\n\nT [@muster2020].\n".replace("T", letter)
    for tag, letter in (("de", "Text"), ("ru", "Текст"))
}


def built(settings: str) -> Mapping[str, bytes]:
    return build({**CHAPTERS, "sitegen.toml": SETTINGS + settings}).artifacts


def paragraphs(artifacts: Mapping[str, bytes], path: str) -> list[tuple[str | None, str]]:
    page = Page.of(path, artifacts[path])
    return [
        (one.get("lang"), plain(text(one))) for one in page.one("section", class_="cite") if one.tag == "p"
    ]


def test_each_edition_is_cited_in_its_own_form() -> None:
    german = "Beispiel, Anna, 2024: Bleiben. Verlag. https://example.org/b/de/"
    russian = "Beispiel A. Остаться. Издательство, 2024. URL: https://example.org/b/ru/."
    artifacts = built(ADDRESS)
    assert paragraphs(artifacts, "de/index.html") == [(None, german), ("ru", russian)]
    assert paragraphs(artifacts, "ru/index.html") == [(None, russian), ("de", german)]


def test_a_doi_stands_for_the_address() -> None:
    artifacts = built(ADDRESS + DOIS)
    (_, german), (_, russian) = paragraphs(artifacts, "de/index.html")
    assert "10.5555/de" in german
    assert "10.5555/ru" in russian
    assert "example.org" not in german + russian
    assert b"@report{publication-de" in artifacts["data/cite/de.bib"]
    assert b"TY  - RPRT" in artifacts["data/cite/ru.ris"]
    assert b'"report"' in artifacts["data/cite/de.csl.json"]


def test_all_files_are_offered_with_a_word_on_each() -> None:
    artifacts = built(ADDRESS)
    offers = Page.of("de/index.html", artifacts["de/index.html"]).one("section", class_="offers")
    shown = {a.get("href"): plain(text(li)) for li in offers.iter("li") for a in li.iter("a")}
    sources = {f"data/citations.{ending}" for ending in ("bib", "csl.json", "ris")}
    files = {"data/quotes.json", *sources, "de/feed.xml", "CITATION.cff"}
    assert set(shown) == {f"../{one}".replace("../de/", "") for one in files}
    assert files <= set(artifacts)
    assert all(len(words.split()) >= 3 for words in shown.values())


def test_what_is_not_there_is_not_offered() -> None:
    artifacts = build({"content/de/01-text.md": "---\ntitle: T\n---\n\nText.\n"}).artifacts
    offers = Page.of("de/index.html", artifacts["de/index.html"]).one("section", class_="offers")
    assert [a.get("href") for a in offers.iter("a")] == ["../data/quotes.json"]
    assert "assets/reading.js" not in artifacts


def test_the_licence_is_named_and_linked_at_the_head() -> None:
    page = Page.of("ru/index.html", built("")["ru/index.html"])
    facts = page.all("p", class_="facts")[0]
    (link,) = facts.iter("a")
    assert plain(text(link)) == "CC BY 4.0"
    assert (link.get("href") or "").startswith("https://creativecommons.org/licenses/by/4.0/")


def test_paper_says_language_and_address() -> None:
    page = Page.of("de/text.html", built(ADDRESS + DOIS)["de/text.html"])
    (line,) = [one for one in page.all("p") if "printed" in one.get("class", "")]
    shown = plain(text(line))
    assert shown == "Deutsch https://example.org/b/de/text.html https://doi.org/10.5555/de"
