"""The sources as files: what any edition cites, in the order of citations.bib."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sitegen.bibliography import read
from sitegen.source import Source
from tests.publications import build
from tests.site.dom import Page, text

BIB = """\
@book{zuletzt, title = {Z}, langid = {german}, note = {nicht für andere}}
@book{ungenannt, title = {U}, langid = {german}}
@incollection{teil, title = {T}, crossref = {ganzes}}
@book{ganzes, title = {G}, editor = {Herold, Uwe}, date = {2020}, langid = {german}}
"""
FILES = ["data/citations.bib", "data/citations.csl.json", "data/citations.ris"]


def built(
    bibliography: str, german: str = "A [@teil].", russian: str = "Б [@zuletzt]."
) -> Mapping[str, bytes]:
    settings = (
        'languages = ["de", "ru"]\ntitle = { de = "A", ru = "Б" }\n'
        f'[citations]\nbibliography = "{bibliography}"\n'
    )
    files = {"content/de/01-a.md": german, "content/ru/01-a.md": russian}
    return build({"sitegen.toml": settings, "citations.bib": BIB, **files}).artifacts


def keys(artifacts: Mapping[str, bytes]) -> list[list[str]]:
    bib, csl, ris = (artifacts[path].decode() for path in FILES)
    lines = [line.removeprefix("ID  - ") for line in ris.split("\r\n") if line.startswith("ID")]
    entries, found = read(Source.of("citations.bib", bib), ("de", "ru"))
    assert found == ()
    return [list(entries.keys), [one["id"] for one in json.loads(csl)], lines]


def test_what_any_edition_cites_is_in_all_files() -> None:
    assert keys(built("cited")) == [["zuletzt", "teil"]] * 3


def test_all_where_all_are_listed() -> None:
    assert keys(built("all")) == [["zuletzt", "ungenannt", "teil", "ganzes"]] * 3


def test_what_a_part_took_over_stands_in_it() -> None:
    bib = built("cited")["data/citations.bib"].decode()
    assert "booktitle = {G}" in bib
    assert "crossref" not in bib


def test_what_is_meant_for_the_authors_alone_stays_there() -> None:
    assert not [path for path, data in built("all").items() if "nicht für andere" in data.decode()]


def test_the_bibliography_links_the_files() -> None:
    artifacts = built("cited")
    for language in ("de", "ru"):
        page = Page.of(f"{language}/bibliography.html", artifacts[f"{language}/bibliography.html"])
        links = page.one("ul", class_="downloads").iter("a")
        assert [page.target(one.attrib["href"])[0] for one in links] == FILES
    assert text(page.one("ul", class_="downloads")).startswith("Все источники в виде данных (BibLaTeX)")


def test_there_are_none_without_sources() -> None:
    artifacts = built("cited", "A.", "Б.")
    assert not [path for path in FILES if path in artifacts]
    assert not Page.of("de/bibliography.html", artifacts["de/bibliography.html"]).all(
        "ul", class_="downloads"
    )
