"""What WCAG and the roles ask of every page (accessibility-metadata.md, sections 1 to 3)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from tests.site.dom import Element, text
from tests.site.samples import Site, site

NEVER = {"doc-endnote", "doc-biblioentry", "doc-footnote"}
OWN_ROLES = {
    "nav": "navigation",
    "main": "main",
    "article": "article",
    "header": "banner",
    "footer": "contentinfo",
    "ul": "list",
    "ol": "list",
    "a": "link",
    "section": "region",
    "figure": "figure",
    "table": "table",
}
WHERE = {
    "doc-noteref": "a",
    "doc-backlink": "a",
    "doc-biblioref": "a",
    "doc-endnotes": "section",
    "doc-bibliography": "section",
    "doc-abstract": "section",
    "doc-toc": "nav",
    "region": "div",
    "img": "{http://www.w3.org/2000/svg}svg",
}
LANDMARKS = ("doc-endnotes", "doc-bibliography", "doc-abstract", "doc-toc", "region")


def test_the_html_is_what_the_standard_asks_for(site: Site) -> None:
    assert {path: page.errors for path, page in site.pages.items() if page.errors} == {}


def test_the_language_of_the_page_is_the_editions(site: Site) -> None:
    for path, page in site.pages.items():
        first = path.partition("/")[0]
        expected = first if first in site.languages else site.languages[0]
        assert page.root.attrib["lang"] == expected, path


def test_the_first_that_takes_the_focus_skips_to_the_text(site: Site) -> None:
    for path, page in site.pages.items():
        first = next(one for one in page.elements if _takes_focus(one))
        assert (first.tag, first.get("href")) == ("a", "#main"), path
        assert "skip" in first.attrib["class"].split(), path
        assert page.by_id("main").get("tabindex") == "-1", path


def _takes_focus(element: Element) -> bool:
    return (element.tag == "a" and "href" in element.attrib) or "tabindex" in element.attrib


def test_titles_name_page_and_publication_and_are_unique(site: Site) -> None:
    for language in site.languages:
        titles = [
            text(page.one("title")) for path, page in site.pages.items() if path.startswith(f"{language}/")
        ]
        assert len(set(titles)) == len(titles), titles
        publication = text(site.pages[f"{language}/voices.html"].one("title")).rpartition(" – ")[2]
        assert all(title.endswith(publication) for title in titles), titles


def test_one_main_and_one_title_and_no_level_left_out(site: Site) -> None:
    for path, page in site.pages.items():
        assert len(page.all("main")) == 1, path
        headings = [one for one in page.elements if re.fullmatch("h[1-6]", one.tag)]
        levels = [int(one.tag[1]) for one in headings]
        assert levels[:1] == [1], path
        assert levels.count(1) == 1, path
        assert all(b <= a + 1 for a, b in pairwise(levels)), (path, levels)
        assert all(text(one) for one in headings), path


def test_navigations_have_names_of_their_own(site: Site) -> None:
    for path, page in site.pages.items():
        names = [one.get("aria-label", "") for one in page.all("nav")]
        assert all(names), path
        if path not in {"index.html", "404.html"}:
            assert len(set(names)) == len(names), (path, names)


def test_landmarks_have_names(site: Site) -> None:
    for path, page in site.pages.items():
        for role in LANDMARKS:
            for one in page.all("*", role=role):
                assert one.get("aria-label") or one.get("aria-labelledby"), (path, role)


def test_images_have_a_text_in_their_place(site: Site) -> None:
    for path, page in site.pages.items():
        for image in page.all("img"):
            alt = image.attrib["alt"]
            assert alt, path
            assert alt not in image.attrib["src"], path
            assert not re.search(r"\.(svg|png|jpe?g|webp|gif)$", alt), path


def test_roles_stand_where_they_belong(site: Site) -> None:
    for path, page in site.pages.items():
        for element in page.elements:
            role = element.get("role")
            if role is None:
                continue
            assert role not in NEVER, path
            assert OWN_ROLES.get(element.tag) != role, (path, role)
            assert WHERE[role] == element.tag, (path, role)
        for notes in page.all("*", role="doc-endnotes"):
            assert any(child.tag == "ol" for child in notes), path


def test_what_scrolls_sideways_can_be_reached_and_is_named(site: Site) -> None:
    for path, page in site.pages.items():
        for table in page.all("table"):
            box = page.parents[table]
            assert (box.tag, box.get("role"), box.get("tabindex")) == ("div", "region", "0"), path
        for code in page.all("pre"):
            assert code.get("tabindex") == "0", path


def test_no_keys_are_taken_and_nothing_runs_but_the_switch(site: Site) -> None:
    translated = {
        page.output for edition in site.publication.editions for page in edition.chapters if page.counterparts
    }
    for path, page in site.pages.items():
        running = [one for one in page.all("script") if one.get("type") != "application/ld+json"]
        scripts = [one.get("src", "").rpartition("/")[2] for one in running]
        assert len(scripts) <= 1, path
        assert scripts == ["reading.js"] or path not in translated, path
        assert scripts in ([], ["voices.js"]) or "voices" not in path, path
        assert not any("accesskey" in one.attrib for one in page.elements), path


@pytest.mark.parametrize("name", ["demonstration", "every-form", "hostile"])
def test_the_contact_is_the_last_link_of_all_pages(name: str) -> None:
    last = {
        list(page.one("footer", class_="foot").iter("a"))[-1].get("href")
        for page in site(name).pages.values()
    }
    assert len(last) == 1, last
    assert (last.pop() or "").startswith(("mailto:", "https://example.org/?"))


def test_a_quote_holds_its_attribution_in_a_footer(site: Site) -> None:
    for path, page in site.pages.items():
        for quote in page.all("blockquote", class_="quote"):
            assert [child.tag for child in quote].count("footer") == 1, path
            assert quote[-1].tag == "footer", path
            assert "cite" not in quote.attrib, path
            assert quote.attrib["id"], path
        assert not page.all("q"), path
        assert not page.all("cite"), path
