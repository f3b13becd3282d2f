"""Links lead somewhere: every one of every page, with exact case."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from sitegen.links.site.plain import plain
from sitegen.model.publication import Edition
from tests.publications import build
from tests.site.dom import Element, Page, is_external, text
from tests.site.samples import Site, site

REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_ids_are_unique(site: Site) -> None:
    for path, page in site.pages.items():
        assert [name for name, count in page.ids.items() if count > 1] == [], path


def test_ids_can_be_addressed(site: Site) -> None:
    for path, page in site.pages.items():
        assert not [name for name in page.ids if not name or re.search(r"\s", name)], path


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Site) -> None:
    broken = [
        (path, href)
        for path, page in site.pages.items()
        if path != "404.html"
        for _, href in page.links()
        if not is_external(href) and not _leads_somewhere(site, page, href)
    ]
    assert broken == []


def test_our_own_pages_are_read_fast(site: Site) -> None:
    """None holds what would have to be read letter by letter."""
    pages = [(path, data) for path, data in site.artifacts.items() if path.endswith(".html")]
    assert [path for path, data in pages if plain(data) is None] == []


def _leads_somewhere(site: Site, page: Page, href: str) -> bool:
    path, fragment = page.target(href)
    if path not in site.artifacts:
        return False
    return not fragment or (path in site.pages and fragment in site.pages[path].ids)


def test_every_file_that_a_page_shows_is_there(site: Site) -> None:
    for path, page in site.pages.items():
        if path == "404.html":
            continue
        for element in page.elements:
            for name in ("src", "href"):
                value = element.get(name, "")
                asked = element.tag in {"img", "link"} and value and not value.startswith("data:")
                if asked and not is_external(value):
                    assert page.target(value)[0] in site.artifacts, (path, value)


def test_addresses_within_the_site_are_relative_and_name_files(site: Site) -> None:
    for path, page in site.pages.items():
        for _, href in page.links():
            if path != "404.html" and not is_external(href):
                assert not href.startswith("/"), (path, href)
                assert not urlsplit(href).path.endswith("/"), (path, href)


def test_names_in_aria_attributes_are_ids_of_the_page(site: Site) -> None:
    for path, page in site.pages.items():
        for element in page.elements:
            for name in REFERRING:
                for one in element.get(name, "").split():
                    assert one in page.ids, (path, one)


def test_notes_and_marks_lead_to_each_other(site: Site) -> None:
    for path, page in site.pages.items():
        there = {one.attrib["id"]: one.attrib["href"][1:] for one in page.all("a", role="doc-noteref")}
        back = {
            target: _note_of(page, one)
            for one in page.all("a", role="doc-backlink")
            if (target := one.attrib["href"][1:])
        }
        assert there == back, path
        for note in page.all("section", role="doc-endnotes"):
            items = [one for one in note[-1] if one.tag == "li"]
            assert [one.get("value") for one in items] == [str(n + 1) for n in range(len(items))], path


def _note_of(page: Page, back: Element) -> str:
    return next(one.attrib["id"] for one in page.ancestors(back) if one.tag == "li" and "id" in one.attrib)


def test_marks_show_the_number_of_their_note(site: Site) -> None:
    for path, page in site.pages.items():
        for mark in page.all("a", role="doc-noteref"):
            note = page.by_id(mark.attrib["href"][1:])
            assert text(mark) == note.attrib["value"], path


def test_notes_are_numbered_in_the_order_of_their_first_marks(site: Site) -> None:
    for page in site.chapters():
        numbers = [int(text(one)) for one in page.all("a", role="doc-noteref")]
        first = list(dict.fromkeys(numbers))
        assert first == list(range(1, len(first) + 1)), page.path


def test_the_arrow_back_is_never_an_emoji(site: Site) -> None:
    for path, page in site.pages.items():
        for back in page.all("a", role="doc-backlink"):
            assert (back.text or "").startswith("\u21a9\ufe0e"), path
            assert back.get("aria-label"), path


def test_the_switch_leads_to_the_same_chapter(site: Site) -> None:
    for edition in site.publication.editions:
        for page in edition.pages:
            switch = site.pages[page.output].one("nav", class_="languages")
            current = [one for one in switch.iter("span") if one.get("aria-current") == "true"]
            assert [one.get("lang") for one in current] == [edition.language]
            links = {
                one.attrib["lang"]: site.pages[page.output].target(one.attrib["href"])[0]
                for one in switch.iter("a")
            }
            there = _same_chapter(site, edition.language, page.interface.stem)
            assert links == {**there, **_stand_ins(site, page.interface.path)}, page.output


def _fallbacks(site: Site) -> set[str]:
    """The pages that show another edition's text; no page leads back to them."""
    return {one.output for edition in site.publication.editions for one in edition.fallbacks}


def _stand_ins(site: Site, path: str) -> dict[str, str]:
    """The pages that show this chapter in editions that lack it."""
    return {
        edition.language: one.output
        for edition in site.publication.editions
        for one in edition.fallbacks
        if one.source == path
    }


def _same_chapter(site: Site, language: str, stem: str) -> dict[str, str]:
    if stem == "index":
        return {tag: f"{tag}/index.html" for tag in site.languages if tag != language}
    return {
        edition.language: page.output
        for edition in site.publication.editions
        for page in edition.pages
        if edition.language != language and page.interface.stem == stem
    }


def test_headings_and_figures_switch_to_their_pairs_and_back(site: Site) -> None:
    pairs = {
        ((path, _place_of(page, link)), page.target(link.attrib["href"]))
        for path, page in site.pages.items()
        if path not in _fallbacks(site)
        for link in page.all("a", class_="switch")
    }
    assert pairs == {(there, here) for here, there in pairs}


def _place_of(page: Page, link: Element) -> str:
    return next(one.attrib["id"] for one in page.ancestors(link) if "id" in one.attrib)


def test_previous_and_next_are_one_chain(site: Site) -> None:
    for edition in site.publication.editions:
        outputs = _in_order(edition)
        for place, output in enumerate(outputs):
            page = site.pages[output]
            found = {link.get("rel"): page.target(link.attrib["href"])[0] for link in _adjacent(page)}
            expected = {}
            if place:
                expected["prev"] = outputs[place - 1]
            if place + 1 < len(outputs):
                expected["next"] = outputs[place + 1]
            assert found == expected


def _in_order(edition: Edition) -> list[str]:
    """The chapters of an edition, and what stands in for those that it lacks."""
    entries = [(one.number or 0, one.output) for one in edition.chapters]
    entries += [(one.number, one.output) for one in edition.fallbacks]
    return [output for _, output in sorted(entries)]


def _adjacent(page: Page) -> list[Element]:
    return [link for nav in page.all("nav", class_="adjacent") for link in nav.iter("a")]


def test_every_page_can_be_reached_from_the_front_page(site: Site) -> None:
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = site.pages[waiting.pop()]
        there = {page.target(href)[0] for _, href in page.links() if not is_external(href)} & set(site.pages)
        waiting += there - seen
        seen |= there
    assert seen == set(site.pages) - {"404.html"}


def test_every_chapter_is_in_the_contents_of_its_title_page(site: Site) -> None:
    for edition in site.publication.editions:
        page = site.pages[f"{edition.language}/index.html"]
        listed = [page.target(one.attrib["href"])[0] for one in _contents(page)]
        assert listed == _in_order(edition)


def _contents(page: Page) -> list[Element]:
    return [link for nav in page.all("nav", role="doc-toc") for link in nav.iter("a")]


def test_every_section_is_in_the_contents_of_its_chapter(site: Site) -> None:
    for page in site.chapters():
        sections = [
            one.attrib["id"] for one in page.elements if one.tag in {"h2", "h3"} and "id" in one.attrib
        ]
        listed = [unquote(one.attrib["href"][1:]) for one in _contents(page)]
        assert listed == sections or (not listed and set(sections) <= {"page-notes", "page-sources"})


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("demonstration", "/bleiben/"),
        ("every-form", "/formen/"),
        ("three-languages", "/drei/"),
        ("one-language", "/"),
        ("hostile", "/a&b/"),
    ],
)
def test_the_page_for_what_is_not_found_links_from_the_base(name: str, base: str) -> None:
    page = site(name).pages["404.html"]
    hrefs = [href for _, href in page.links() if not href.startswith("#") and not is_external(href)]
    hrefs += [one.attrib["href"] for one in page.all("link", rel="stylesheet")]
    assert hrefs
    for href in hrefs:
        assert unquote(href).startswith(base), href
        assert unquote(href).removeprefix(base) in site(name).artifacts


def test_the_page_for_what_is_not_found_is_in_all_languages(site: Site) -> None:
    sections = site.pages["404.html"].all("section")
    assert [one.get("lang") for one in sections] == list(site.languages)


def test_the_sitemap_lists_all_public_pages(site: Site) -> None:
    if "sitemap.xml" not in site.artifacts:
        assert site.name in {"author-date", "one-language", "starter"}
        return
    root = ET.fromstring(site.artifacts["sitemap.xml"])
    found = [one.text or "" for one in root.iter(f"{SITEMAP}loc")]
    base = min(found, key=len)
    assert base.endswith("/")
    hidden = {"404.html", *_fallbacks(site)}
    pages = {
        path.removesuffix("index.html")
        for path in site.pages
        if path not in hidden and ".parallel" not in path
    }
    assert {one.removeprefix(base) for one in found} == pages
    assert found == sorted(found)


def test_the_sitemap_knows_the_day_of_pages_that_have_one() -> None:
    root = ET.fromstring(site("three-languages").artifacts["sitemap.xml"])
    days = {one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in root}
    assert days["https://example.org/drei/en/eins.html"] == "2024-11-15"
    assert days["https://example.org/drei/de/eins.html"] is None


CLASHES = """\
Text[^a] und[^a] und[^a-2] und [@muster2020].

## Main

## Page notes

## Fn a

## Fnref a

| a | b |
| - | - |
| 1 | 2 |

: Tabelle {#x}

## X name

[^a]: Eins.
[^a-2]: Zwei.
"""


def test_the_pages_own_ids_are_no_heading_and_no_note() -> None:
    data = build({"content/de/01-a.md": CLASHES}).artifacts["de/a.html"]
    page = Page.of("de/a.html", data)
    assert [name for name, count in page.ids.items() if count > 1] == []
    assert page.by_id("main").tag == "main"
    marks = page.all("a", role="doc-noteref")
    notes = [text(page.by_id(one.attrib["href"][1:]))[:5] for one in marks]
    assert notes[:3] == ["Eins.", "Eins.", "Zwei."]
