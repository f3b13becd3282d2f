"""A quote is one record: its chapter, the page of voices and the data say the same of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.site.dom import Element, Page, text, visible
from tests.site.samples import Site, site

KEYS = (
    "id",
    "chapter",
    "kind",
    "gender",
    "age",
    "city",
    "year",
    "speaker",
    "role",
    "date",
    "cite",
    "loc",
    "original",
    "texts",
)
TEXT_KEYS = ("text", "attribution", "url", "wording", "speaker", "role")


def _records(site: Site) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(site.artifacts["data/quotes.json"])
    return records


def _words(page: Page, quote: Element) -> str:
    """What is between the marks, and the marks: without notes and without the attribution."""
    parts = [_without_notes(child) for child in quote if child.tag != "footer"]
    return " ".join(" ".join(parts).split()) if quote.tag == "blockquote" else _without_notes(quote)


def _without_notes(element: Element) -> str:
    if element.tag == "sup":
        return ""
    inner = "".join(_without_notes(child) + (child.tail or "") for child in element)
    return ((element.text or "") + inner).replace("\u00a0", " ").replace("\n", " ")


def _packed(words: str) -> str:
    return "".join(words.split())


def test_records_have_the_keys_of_the_contract_and_nothing_empty(site: Site) -> None:
    for record in _records(site):
        assert list(record) == [key for key in KEYS if key in record]
        assert set(record) >= {"id", "chapter", "kind", "texts"}
        assert all(value not in ("", None, [], {}) for value in record.values()), record
        for one in record["texts"].values():
            assert list(one) == [key for key in TEXT_KEYS if key in one]
            assert set(one) >= {"text", "attribution", "url"}
            assert all(one.values()), one


def test_records_are_in_reading_order(site: Site) -> None:
    order = [
        (page.interface.stem, quote.id)
        for page in site.publication.editions[0].pages
        for quote in page.interface.quotes
    ]
    assert [(one["chapter"], one["id"]) for one in _records(site)] == order


def test_every_quote_is_in_its_chapter_as_the_data_say(site: Site) -> None:
    for record in _records(site):
        for language, one in record["texts"].items():
            path, _, anchor = one["url"].partition("#")
            page = site.pages[path]
            quote = page.by_id(anchor)
            assert path.startswith(f"{language}/")
            assert _packed(_words(page, quote)) == _packed(one["text"])
            assert _attribution(page, quote) == " ".join(one["attribution"].split()).casefold()


def _attribution(page: Page, quote: Element) -> str:
    if quote.tag == "blockquote":
        found = [one for one in quote.iter() if one.get("class") == "attribution"]
        return text(found[0]).casefold()
    siblings = list(page.parents[quote])
    behind = siblings[siblings.index(quote) + 1]
    assert behind.get("class") == "attribution"
    return text(behind).strip("()").partition(";")[0].casefold()


def test_the_page_of_voices_has_every_quote_as_its_chapter_has_it(site: Site) -> None:
    for language in site.languages:
        voices = site.pages[f"{language}/voices.html"]
        wall = voices.all("blockquote", class_="quote")
        records = [one for one in _records(site) if language in one["texts"]]
        assert len(wall) == len(records)
        for quote, record in zip(wall, records, strict=True):
            said = record["texts"][language]
            assert _packed(_words(voices, quote)) == _packed(said["text"])
            assert _attribution(voices, quote) == " ".join(said["attribution"].split()).casefold()
            links = ["#".join(voices.target(one.attrib["href"])) for one in quote.iter("a")]
            assert said["url"] in links


def test_the_page_of_voices_names_the_chapters(site: Site) -> None:
    for edition in site.publication.editions:
        voices = site.pages[f"{edition.language}/voices.html"]
        named = [text(one) for one in voices.all("h2")]
        assert named == [" ".join(page.title.split()) for page in edition.pages if any(page.quotes)]


def test_paraphrases_say_so_and_have_no_marks(site: Site) -> None:
    for record in _records(site):
        for language, one in record["texts"].items():
            path, _, anchor = one["url"].partition("#")
            quote = site.pages[path].by_id(anchor)
            label = {"de": "Sinngemäß wiedergegeben", "ru": "В пересказе"}.get(language, "")
            if quote.tag == "blockquote":
                assert ("paraphrase" in quote.attrib["class"].split()) == (record["kind"] == "paraphrase")
                assert (label in visible(quote)) == (record["kind"] == "paraphrase") or not label
            if record["kind"] == "paraphrase":
                assert not one["text"].startswith(("„", "«", "“"))


def test_wordings_lead_to_each_other(site: Site) -> None:
    for record in _records(site):
        urls = {language: one["url"] for language, one in record["texts"].items()}
        for language, url in urls.items():
            path, _, anchor = url.partition("#")
            page = site.pages[path]
            quote = page.by_id(anchor)
            if quote.tag == "blockquote":
                links = ["#".join(page.target(one.attrib["href"])) for one in quote.iter("a")]
                assert {other for tag, other in urls.items() if tag != language} <= set(links)


EXPECTED = {
    "block": (
        "„Man braucht eine Menge Geld dafür. Sie sagte: ‚Bleib!‘",
        "Weiblich, 20\u00a0Jahre, Moskau, 2024",
    ),
    "aussage": ("Er hält das für eine Frage des Geldes.", "Männlich, 30–39\u00a0Jahre, Tula, 2023"),
    "mein-land": ("„Das ist doch mein Land“", "Männlich, 53\u00a0Jahre, Tula, 2024"),
    "motto": ("„Auch hier darf jemand sprechen.“", "Clara Probe, Leserin, März 2024"),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_words_and_attribution(name: str) -> None:
    record = next(one for one in _records(site("every-form")) if one["id"] == name)
    said = record["texts"]["de"]
    assert said["text"].startswith(EXPECTED[name][0])
    assert said["attribution"] == EXPECTED[name][1]


def test_an_inline_quote_gives_its_stop_to_the_sentence() -> None:
    built = site("every-form")
    german = built.pages["de/formen.html"]
    paragraph = german.parents[german.by_id("mein-land")]
    assert text(paragraph).startswith("Er sagt: „Das ist doch mein Land“ (männlich, 53 Jahre, Tula, 2024")
    assert text(paragraph).endswith(". Und weiter.")
    assert ".. " not in text(paragraph)
    russian = built.pages["ru/formy.html"]
    paragraph = russian.parents[russian.by_id("mein-land")]
    assert "Он говорит: «Это же моя страна» (мужчина, 53 года, Тула, 2024" in text(paragraph)
