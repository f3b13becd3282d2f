"""What pages say of themselves to machines: complete, true to what is shown, absent where it cannot be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.document import Person
from sitegen.render.metadata.highwire import author_forms, publication_date
from sitegen.render.metadata.json_ld import script_text
from tests.publications import build
from tests.site.dom import Page, plain, text
from tests.site.samples import site

URL = "https://example.org/formen/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NAME = st.text("abcdefgäöüß", min_size=2, max_size=6).map(str.capitalize)
CANARY = "Ludmilla"
FILES = {
    "sitegen.toml": 'languages = ["de", "ru"]\ntitle = { de = "Wort\u00adbruch", ru = "Слово" }\n',
    "content/de/01-a.md": (
        f'---\ntitle: Heim\u00adat <b>"&\nauthors: [Anna Muster]\n---\n\n'
        f'::: {{.quote #q speaker="{CANARY}"}}\nWorte.\n:::\n'
    ),
    "content/ru/01-a.md": "---\ntitle: Дом\ntranslated_from: de\ntranslation: partial\n---\n\nТекст.\n",
}


def metas(page: Page, key: str = "name") -> list[tuple[str, str]]:
    return [(one.attrib[key], one.attrib["content"]) for one in page.all("meta") if key in one.attrib]


def links(page: Page, rel: str) -> list[str]:
    return [one.attrib["href"] for one in page.all("link", rel=rel)]


def versions(page: Page) -> dict[str, str]:
    found = [one for one in page.all("link", rel="alternate") if one.get("hreflang") and not one.get("type")]
    return {one.attrib["hreflang"]: one.attrib["href"] for one in found}


def record(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.one("script", type="application/ld+json").text or "")
    return found


@cache
def unpublished() -> Mapping[str, Page]:
    outcome = build(FILES)
    assert [one for one in outcome.diagnostics if one.severity == "error"] == []
    assert [one.code for one in outcome.remarks] == ["MET001"]
    artifacts = outcome.artifacts
    assert not {path for path in artifacts if path.endswith(("feed.xml", "sitemap.xml")) or "card-" in path}
    return {path: Page.of(path, data) for path, data in artifacts.items() if path.endswith(".html")}


@pytest.mark.parametrize("name", ["demonstration", "every-form", "three-languages"])
def test_every_value_is_what_the_page_shows(name: str) -> None:
    for page in site(name).chapters():
        shown, tags, said = text(page.root), dict(metas(page)), record(page)
        assert plain(tags["citation_title"]) == plain(said["name"]) == text(page.one("h1"))
        assert tags["citation_language"] == said["inLanguage"] == page.root.get("lang")
        publication = text(page.one("p", class_="publication"))
        assert plain(tags["citation_inbook_title"]) == plain(said["isPartOf"]["name"]) == publication
        authors = [value for key, value in metas(page) if key == "citation_author"]
        assert all(_said(one) in shown for one in authors)
        for value in (*said.get("abstract", "").split("\n\n"), said.get("alternativeHeadline", "")):
            assert plain(value) in shown
        assert plain(tags.get("citation_publisher", "")) in shown


@pytest.mark.parametrize("name", ["demonstration", "every-form", "three-languages", "hostile"])
def test_versions_are_a_closed_set_and_the_sitemap_says_the_same(name: str) -> None:
    pages = site(name).pages
    by_address = {links(page, "canonical")[0]: page for page in pages.values() if page.path != "404.html"}
    root = ET.fromstring(site(name).artifacts["sitemap.xml"])
    mapped = {
        one.findtext(f"{SITEMAP}loc"): {
            link.attrib["hreflang"]: link.attrib["href"] for link in one.iter(f"{XHTML}link")
        }
        for one in root
    }
    own = {address: page for address, page in by_address.items() if page.path in _paths(name, address)}
    for address, page in own.items():
        there = versions(page)
        assert there == mapped[address]
        assert not there or address in there.values()
        for tag, other in there.items():
            if tag != "x-default" and page.path != "index.html":
                assert versions(pages[_paths(name, other)[0]]) == there


def _paths(name: str, address: str) -> list[str]:
    base = min(links(page, "canonical")[0] for page in site(name).pages.values() if page.path == "index.html")
    path = address.removeprefix(base)
    return [path + "index.html" if not path or path.endswith("/") else path]


def test_a_translation_and_its_original_name_each_other() -> None:
    found = 0
    for name in ("demonstration", "every-form"):
        said = {one["@id"]: one for page in site(name).chapters() if "@id" in (one := record(page))}
        for address, one in said.items():
            if "translationOfWork" in one:
                found += 1
                back = said[one["translationOfWork"]["@id"]]["workTranslation"]
                assert {"@id": address} in (back if isinstance(back, list) else [back])
    assert found


def test_pages_of_a_text_that_has_its_own_name_that_one() -> None:
    pages = site("every-form").pages
    for path, page in pages.items():
        if ".parallel" in path:
            own = path.partition(".parallel")[0] + ".html"
            assert links(page, "canonical") == [URL + own]
            assert versions(page) == {}
            assert not page.all("script", type="application/ld+json")
    stand_in = next(
        one.output for edition in site("every-form").publication.editions for one in edition.fallbacks
    )
    assert links(pages[stand_in], "canonical") == [URL + "de/nur-deutsch.html"]
    assert not any(key.startswith("citation_") for key, _ in metas(pages[stand_in]))
    assert "de/nur-deutsch.html" not in str(versions(pages["de/nur-deutsch.html"]))
    assert URL + stand_in not in site("every-form").artifacts["sitemap.xml"].decode()
    assert not metas(pages["404.html"], "property")
    assert not links(pages["404.html"], "canonical")


def test_the_title_page_describes_the_report() -> None:
    page = site("every-form").pages["de/index.html"]
    tags, said = dict(metas(page)), record(page)
    assert said["@type"] == "Report"
    assert said["identifier"] == "https://doi.org/10.5555/formen.de"
    assert tags["citation_doi"] == "10.5555/formen.de"
    assert tags["citation_technical_report_institution"] == "Verlag"
    assert links(page, "cite-as") == ["https://doi.org/10.5555/formen.de"]
    assert links(page, "license") == [said["license"]] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert len(links(page, "type")) == 2
    assert links(page, "author") == ["https://orcid.org/0000-0002-1825-0097"]
    chapters = said["hasPart"] if isinstance(said["hasPart"], list) else [said["hasPart"]]
    assert [plain(one["name"]) for one in chapters] == [
        text(one) for one in page.one("nav", class_="contents").iter("a")
    ]


def test_what_is_shared_names_the_picture_and_the_languages() -> None:
    page = site("every-form").pages["ru/index.html"]
    said = dict(metas(page, "property"))
    assert said["og:url"] == URL + "ru/"
    assert (said["og:locale"], said["og:locale:alternate"]) == ("ru_RU", "de_DE")
    picture = site("every-form").artifacts[said["og:image"].removeprefix(URL)]
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 40_000


def test_without_an_address_only_what_needs_none_is_said() -> None:
    for page in unpublished().values():
        assert not links(page, "canonical") + links(page, "alternate")
        assert not metas(page, "property")
    said = record(unpublished()["de/a.html"])
    assert said["name"] == 'Heimat <b>"&'
    assert "@id" not in json.dumps(said)
    assert "https" not in json.dumps(said).replace("https://schema.org", "")


def test_nothing_of_those_who_were_interviewed_is_in_a_head() -> None:
    for path, page in unpublished().items():
        head = page.one("head")
        assert CANARY not in "".join([*head.itertext(), *(str(one.attrib) for one in head.iter())]), path


def test_nothing_in_a_record_ends_its_element() -> None:
    said: dict[str, object] = {"name": "</script><!-- \u2028\u2029 &amp;"}
    shown = script_text(said)
    assert not set("<\u2028\u2029") & set(shown)
    assert json.loads(shown) == said


@pytest.mark.parametrize(
    ("names", "forms"),
    [
        (["Anna Beispiel"], ("Beispiel, Anna",)),
        (["Anna Maria Beispiel"], ("Anna Maria Beispiel",)),
        (["Jan van der Berg"], ("Jan van der Berg",)),
        (["Anna Maria Beispiel", "Jan van der Berg"], ("Beispiel, Anna Maria", "van der Berg, Jan")),
        (["sitegen"], ("sitegen",)),
        (["Institut für Proben"], ("Institut für Proben",)),
        ([], ()),
    ],
)
def test_forms_of_authors(names: list[str], forms: tuple[str, ...]) -> None:
    assert author_forms([Person(one) for one in names]) == forms


@given(st.lists(st.lists(NAME, min_size=2, max_size=4), min_size=1, max_size=3))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_zotero_reads_as_many_authors_as_there_are(people: list[list[str]]) -> None:
    names = [" ".join(parts) for parts in people]
    forms = author_forms([Person(one) for one in names])
    assert [_said(one) for one in forms] == names
    if len(forms) == 1:
        assert not all(" " in side for side in forms[0].split(", ")) or ", " not in forms[0]


def _said(form: str) -> str:
    return " ".join(reversed(form.split(", ")))


@pytest.mark.parametrize(
    ("iso", "shown"), [("2024-11-15", "2024/11/15"), ("2024-11", "2024"), ("2024", "2024")]
)
def test_dates_are_days_or_years(iso: str, shown: str) -> None:
    assert publication_date(iso) == shown
