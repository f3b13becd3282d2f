"""Every word is in the language that the page says it is in."""

from __future__ import annotations

import re

from tests.site.dom import text
from tests.site.samples import Site, site

CYRILLIC = re.compile("[\u0400-\u052f]+")
WRITTEN_IN_CYRILLIC = {"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"}
TAG = re.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
GERMAN = re.compile(r"\b(und|der|die|das|von|aus|Kapitel|Anmerkungen|Quellen|Stimmen|Zitate?|Seite|Inhalt)\b")


def test_cyrillic_is_said_to_be_in_a_language_that_has_it(site: Site) -> None:
    for path, page in site.pages.items():
        wrong = [
            (found[0], lang)
            for run, lang in page.runs()
            if (found := CYRILLIC.search(run)) and lang.partition("-")[0] not in WRITTEN_IN_CYRILLIC
        ]
        assert wrong == [], path


def test_languages_are_named_by_tags(site: Site) -> None:
    for path, page in site.pages.items():
        for element in page.elements:
            for name in ("lang", "hreflang"):
                if name in element.attrib and element.attrib[name] != "x-default":
                    assert TAG.fullmatch(element.attrib[name]), path


def test_what_leads_to_another_edition_says_its_language(site: Site) -> None:
    """Where that edition lacks the chapter it is the language of the text that stands in for it."""
    texts = {
        one.output: one.source.split("/")[1]
        for edition in site.publication.editions
        for one in edition.fallbacks
    }
    for path, page in site.pages.items():
        for link, href in page.links():
            output = page.target(href)[0]
            there = texts.get(output) or output.partition("/")[0]
            if there in site.languages and not href.startswith("#") and "://" not in href:
                own = path.partition("/")[0]
                told = link.get("hreflang") or link.get("lang") or page.lang(link)
                assert there in {own, told}, (path, href)


def test_a_third_language_has_its_own_interface_and_nothing_of_the_others() -> None:
    """Only names of languages and of authors are in another language, and say so."""
    built = site("three-languages")
    english = [path for path in built.artifacts if path.startswith("en/") and path.endswith(".html")]
    assert sorted(path for path in english if "/voices/" not in path) == [
        "en/bibliography.html",
        "en/eins.html",
        "en/eins.parallel-de.html",
        "en/eins.parallel-ru.html",
        "en/index.html",
        "en/voices.html",
        "en/zwei.html",
    ]
    for path in english:
        page = built.pages[path]
        runs = [run for run, lang in page.runs() if lang == "en"]
        assert not [run for run in runs if CYRILLIC.search(run) or GERMAN.search(run)], path


def test_the_third_language_is_in_every_switch_and_on_the_front_page() -> None:
    built = site("three-languages")
    chapter = built.pages["en/eins.html"]
    assert text(chapter.one("a", class_="skip")) == "Skip to the text"
    assert "woman, aged 20, Moscow, 2024" in text(chapter.by_id("wort")).casefold().replace(
        "moscow", "Moscow"
    )
    front = built.pages["index.html"]
    assert [one.get("lang") for one in front.all("section")] == ["de", "ru", "en"]
    missing = built.pages["de/zwei.html"].one("li", class_="missing")
    assert text(missing) == "English – noch nicht übersetzt"


def test_an_edition_that_lacks_chapters_lists_what_stands_in_for_them() -> None:
    contents = site("three-languages").pages["en/index.html"].one("nav", role="doc-toc")
    listed = [(one.get("href"), one.get("lang")) for one in contents.iter("a")]
    assert listed == [("eins.html", None), ("zwei.html", "de")]
