"""How to cite a chapter: in the edition's own form, as BibTeX and as files."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sitegen.bibliography import read, style
from sitegen.model.nodes import plain_text
from sitegen.source import Source
from tests.publications import build
from tests.site.dom import Page, plain, text

SETTINGS = """\
languages = ["de", "ru"]
title = { de = "Bleiben", ru = "Остаться" }
authors = ["Anna Beispiel", "Boris van der Muster"]
publisher = { de = "Verlag", ru = "Издательство" }
date = 2024-11-15
doi = "10.5555/buch"
"""
URL = 'url = "https://example.org/b/"\n'
GERMAN = "---\ntitle: Gehen?\nsubtitle: Ein Versuch\n---\n\nText.\n"
RUSSIAN = (
    "---\ntitle: Уехать\nauthors: [Анна Пример]\ntranslators: [Борис Пробин]\ndate: 2025-03-01\n---\n\n"
    "Текст.\n"
)


def built(settings: str = SETTINGS + URL) -> Mapping[str, bytes]:
    files = {"content/de/01-gehen.md": GERMAN, "content/ru/01-gehen.md": RUSSIAN, "sitegen.toml": settings}
    outcome = build(files)
    assert [one.code for one in outcome.diagnostics if one.severity != "info"] == []
    return outcome.artifacts


def box(artifacts: Mapping[str, bytes], path: str) -> tuple[Page, list[str]]:
    page = Page.of(path, artifacts[path])
    section = page.one("section", class_="cite")
    return page, [plain(text(one)) for one in section if one.tag != "details"]


def test_in_german() -> None:
    _, (title, reference, files) = box(built(), "de/gehen.html")
    assert (title, files) == ("Dieses Kapitel zitieren", "BibTeX (.bib) RIS (.ris) CSL-JSON (.json)")
    assert reference == (
        "Beispiel, Anna / van der Muster, Boris, 2024: Gehen? Ein Versuch. In: Bleiben. Verlag. "
        "https://example.org/b/de/gehen.html"
    )


def test_in_russian() -> None:
    _, shown = box(built(), "ru/gehen.html")
    assert shown == [
        "Как цитировать эту главу",
        "Пример А. Уехать // Остаться. Издательство, 2025. URL: https://example.org/b/ru/gehen.html.",
        "BibTeX (.bib) RIS (.ris) CSL-JSON (.json)",
    ]


def test_without_an_address_the_doi_of_the_whole_is_named() -> None:
    assert box(built(SETTINGS), "de/gehen.html")[1][1].endswith("Verlag. https://doi.org/10.5555/buch")


@pytest.mark.parametrize("language", ["de", "ru"])
def test_the_files_are_linked_and_say_the_same(language: str) -> None:
    artifacts = built()
    page, shown = box(artifacts, f"{language}/gehen.html")
    links = [page.target(one.attrib["href"])[0] for one in page.one("section", class_="cite")[-1].iter("a")]
    assert links == [f"data/cite/{language}-gehen.{ending}" for ending in ("bib", "ris", "csl.json")]
    bib = artifacts[links[0]].decode()
    assert plain(bib) == text(page.one("pre"))
    entries, found = read(Source.of("x.bib", bib), ("de", "ru"))
    assert found == ()
    assert plain(plain_text(style(language).entry(entries.entries[f"gehen-{language}"]))) == shown[1]


def test_translators_are_in_the_files() -> None:
    artifacts = built()
    assert "translator = {Пробин, Борис}" in artifacts["data/cite/ru-gehen.bib"].decode()
    assert "A4  - Пробин, Борис\r\n" in artifacts["data/cite/ru-gehen.ris"].decode()


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Anna Beispiel", "Beispiel, Anna"),
        ("Boris van der Muster", "van der Muster, Boris"),
        ("sitegen", "{sitegen}"),
        ("Redaktion & Co", "Co, Redaktion \\&"),
        ("Institut für Beispiele", "{Institut für Beispiele}"),
        ("Muster, Eva", "{Muster, Eva}"),
    ],
)
def test_names_of_authors(name: str, written: str) -> None:
    artifacts = built(SETTINGS.replace('"Anna Beispiel", "Boris van der Muster"', f'"{name}"'))
    assert f"author    = {{{written}}}," in artifacts["data/cite/de-gehen.bib"].decode()
