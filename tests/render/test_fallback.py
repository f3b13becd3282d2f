"""A chapter that an edition lacks is shown there in another language's text, and says so."""

from __future__ import annotations

import pytest

from sitegen.build.pipeline import Outcome, compile_site
from sitegen.world import Memory
from tests.publications import BIB, PLACES, TODAY
from tests.site.dom import Page, is_external, text

SETTINGS = """\
languages = ["de", "ru"]
title = { de = "Beispiel", ru = "Пример" }
url = "https://example.org/"
"""
UNFINISHED = '\n[translations]\nunfinished = ["ru"]\n'
DE1, DE2, DE3 = (f"content/de/{name}.md" for name in ("01-eins", "02-heimat", "03-drei"))
RU1, RU2, RU3 = (path.replace("/de/", "/ru/") for path in (DE1, DE2, DE3))
HEIMAT = """\
---
title: Heimat
subtitle: Ein "Wort"
abstract: Worum es geht.
---

## Das Recht {#recht}

Er sagt "ja" [@muster2020, S. 3], siehe [oben](#recht) und [](01-eins.md).[^n]

[^n]: Eine Anmerkung mit [Verweis](#kein-geld).

::: {.quote #kein-geld gender=female age=20 city=moskau year=2024 original=ru}
Man braucht Geld.
:::
"""
FILES = {
    "sitegen.toml": SETTINGS + UNFINISHED,
    "places.toml": PLACES,
    "citations.bib": BIB,
    DE1: "---\ntitle: Eins\n---\n\nText.\n",
    DE2: HEIMAT,
    DE3: "---\ntitle: Drei\n---\n\nText.\n",
    RU1: "---\ntitle: Один\n---\n\nСм. [там](02-heimat.md#recht) и [](02-heimat.md).\n",
    RU3: "---\ntitle: Три\n---\n\nТекст.\n",
}


def compiled(**changes: str | None) -> Outcome:
    """The publication with files changed, by the names above; None takes one away."""
    paths = {globals()[name] if name.isupper() else name: changed for name, changed in changes.items()}
    files = {path: changed for path, changed in {**FILES, **paths}.items() if changed is not None}
    return compile_site(Memory(files, TODAY), jobs=1)


def pages_of(outcome: Outcome) -> dict[str, Page]:
    assert [str(one) for one in outcome.diagnostics if one.severity == "error"] == []
    return {path: Page.of(path, data) for path, data in outcome.artifacts.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return pages_of(compiled())


@pytest.fixture(scope="module")
def page(pages: dict[str, Page]) -> Page:
    return pages["ru/heimat.html"]


def test_the_frame_is_the_editions_and_the_article_in_its_own_language(page: Page) -> None:
    assert page.errors == []
    assert page.one("html").get("lang") == "ru"
    article = page.one("article")
    assert article.get("lang") == "de"
    assert page.lang(page.one("h1")) == "de"
    assert "Er sagt „ja“" in text(article)
    assert text(page.one("p", class_="number")) == "Kapitel 2"
    assert [text(one) for one in article.iter("h2")][1:3] == ["Anmerkungen", "Quellen"]
    assert text(page.one("a", class_="skip")) == "К основному тексту"


def test_it_says_so_and_leads_to_the_original(page: Page) -> None:
    notice = page.one("div", class_="fallback")
    assert page.lang(notice) == "ru"
    told = "Эта глава ещё не переведена на русский язык. Ниже — немецкий текст."
    assert text(notice) == f"{told} Эта глава в немецком издании"
    (link,) = notice.iter("a")
    assert page.target(link.attrib["href"]) == ("de/heimat.html", "")
    assert link.get("hreflang") == "de"


def test_in_german() -> None:
    outcome = compiled(
        **{"sitegen.toml": SETTINGS}, RU2=HEIMAT.replace("Heimat", "Родина"), DE2=None, RU1=FILES[DE1]
    )
    notice = pages_of(outcome)["de/heimat.html"].one("div", class_="fallback")
    told = "Dieses Kapitel gibt es noch nicht auf Deutsch. Hier steht der russische Text."
    assert text(notice) == f"{told} Dieses Kapitel in der russischen Ausgabe"


def test_the_switch_says_what_is_not_translated(pages: dict[str, Page], page: Page) -> None:
    here = [text(one) for one in page.one("nav", class_="languages").iter("li")]
    assert here == ["Deutsch", "Русский – пока не переведено"]
    original = pages["de/heimat.html"]
    there = original.one("li", class_="missing")
    assert text(there) == "Русский – noch nicht übersetzt"
    assert [original.target(one.attrib["href"])[0] for one in there.iter("a")] == ["ru/heimat.html"]


def test_links_lead_somewhere(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for _, href in page.links():
            if is_external(href) or page.path == "404.html":
                continue
            path, anchor = page.target(href)
            if path in pages:
                assert not anchor or anchor in pages[path].ids, (page.path, href)
            else:
                assert path.startswith("data/"), (page.path, href)


def test_links_of_its_text_stay_within_it_or_lead_to_its_edition(page: Page) -> None:
    links = {text(link): page.target(href) for link, href in page.links()}
    assert links["oben"] == ("ru/heimat.html", "recht")
    assert links["Verweis"] == ("ru/heimat.html", "kein-geld")
    assert links["Eins"] == ("de/eins.html", "")
    assert links["Link zu diesem Zitat"] == ("de/heimat.html", "kein-geld")


def test_links_to_what_the_edition_lacks_lead_to_it(pages: dict[str, Page]) -> None:
    page = pages["ru/eins.html"]
    links = {text(link): (page.target(href), page.lang(link)) for link, href in page.links()}
    assert links["там"] == (("ru/heimat.html", "recht"), "ru")
    assert links["Heimat"] == (("ru/heimat.html", ""), "de")


@pytest.mark.parametrize("settings", [SETTINGS, SETTINGS + UNFINISHED], ids=["finished", "unfinished"])
def test_a_missing_counterpart_is_never_an_error_but_an_unknown_anchor_is(settings: str) -> None:
    wrong = FILES[RU1].replace("#recht", "#rechd")
    found = compiled(**{"sitegen.toml": settings}, RU1=wrong).diagnostics
    errors = [(one.code, one.span.path, one.nearest) for one in found if one.severity == "error"]
    assert errors == [("LNK002", RU1, "#recht")]


def test_the_contents_list_it_at_its_place(pages: dict[str, Page]) -> None:
    for path, page in (("ru/index.html", pages["ru/index.html"]), ("index.html", pages["index.html"])):
        (nav,) = (one for one in page.all("nav", class_="contents") if page.lang(one) == "ru")
        entries = list(nav.iter("li"))
        assert [one.get("value") for one in entries] == ["1", "2", "3"], path
        link = next(entries[1].iter("a"))
        assert (text(link), link.get("lang")) == ("Heimat", "de")
        assert page.target(link.attrib["href"])[0] == "ru/heimat.html"
        remark = [one for one in entries[1].iter("span") if one.get("class") == "remark"]
        assert [(text(one), page.lang(one)) for one in remark] == [("на немецком", "ru")]


def test_previous_and_next_pass_through_it(pages: dict[str, Page], page: Page) -> None:
    chain = {
        link.get("rel"): page.target(link.attrib["href"])[0] for link, _ in page.links() if link.get("rel")
    }
    assert (chain["prev"], chain["next"]) == ("ru/eins.html", "ru/drei.html")
    before = pages["ru/eins.html"]
    link = before.one("a", rel="next")
    assert text(link) == "Следующая глава (на немецком) Heimat"
    assert [one.get("lang") for one in link.iter("bdi")] == ["de"]


def test_numbers_are_the_same_in_all_editions(pages: dict[str, Page]) -> None:
    assert text(pages["ru/drei.html"].one("p", class_="number")) == "Глава 3"
    assert text(pages["de/drei.html"].one("p", class_="number")) == "Kapitel 3"


def test_it_is_no_page_of_the_edition_otherwise(pages: dict[str, Page]) -> None:
    outcome = compiled()
    artifacts = {path: data.decode() for path, data in outcome.artifacts.items() if not path.endswith(".png")}
    assert "ru/heimat.html" not in artifacts["sitemap.xml"]
    assert "ru/heimat.html" not in artifacts["data/quotes.json"]
    assert not [path for path in artifacts if path.startswith("data/cite/ru-heimat")]
    assert not pages["ru/voices.html"].all("blockquote")
    assert not pages["ru/bibliography.html"].all("li", id="ref-muster2020")


def test_cite_names_the_original(page: Page) -> None:
    cite = page.one("section", class_="cite")
    assert "https://example.org/de/heimat.html" in text(cite)
    files = [page.target(one.attrib["href"])[0] for one in cite.iter("a") if "data/" in one.attrib["href"]]
    assert files == [f"data/cite/de-heimat.{ending}" for ending in ("bib", "ris", "csl.json")]


def test_quotes_say_what_they_are(page: Page) -> None:
    assert "Übersetzt aus dem Russischen" in text(page.by_id("kein-geld"))


def test_an_address_that_is_taken_gives_way() -> None:
    taken = "---\ntitle: Три\nslug: heimat\n---\n\nТекст.\n"
    pages = pages_of(compiled(RU3=taken))
    assert text(pages["ru/heimat.html"].one("h1")) == "Три"
    assert pages["ru/heimat-de.html"].one("article").get("lang") == "de"


def test_a_draft_stands_back_for_the_other_text() -> None:
    draft = "---\ntitle: Родина\ndraft: true\n---\n\nТекст.\n"
    pages = pages_of(compiled(RU2=draft))
    assert pages["ru/heimat.html"].one("article").get("lang") == "de"


def test_a_finished_text_stands_in_before_an_unfinished_one() -> None:
    three = SETTINGS.replace('"ru"]', '"ru", "en"]').replace('ru = "Пример"', 'ru = "Пример", en = "Example"')
    partial = HEIMAT.replace("title: Heimat", "title: Heimat\ntranslated_from: ru\ntranslation: partial")
    russian = "---\ntitle: Родина\n---\n\n## Право {#recht}\n\n::: {.quote #kein-geld}\nНужны деньги.\n:::\n"
    files = {**FILES, "sitegen.toml": three, DE2: partial, RU2: russian}
    files["sitegen.toml"] += '\n[translations]\nunfinished = ["en", "de"]\n'
    files["places.toml"] = PLACES.replace('ru = "Москва"', 'ru = "Москва", en = "Moscow"').replace(
        'ru = "Тула"', 'ru = "Тула", en = "Tula"'
    )
    pages = pages_of(compile_site(Memory(files, TODAY), jobs=1))
    assert pages["en/heimat.html"].one("article").get("lang") == "ru"
    assert pages["en/eins.html"].one("article").get("lang") == "de"


def test_an_unfinished_edition_without_a_folder_shows_everything_in_the_other_language() -> None:
    outcome = compiled(RU1=None, RU3=None)
    assert outcome.diagnostics == ()
    pages = pages_of(outcome)
    for name in ("eins", "heimat", "drei"):
        assert pages[f"ru/{name}.html"].one("article").get("lang") == "de"
    assert [one.get("lang") for one in pages["ru/index.html"].one("nav", class_="contents").iter("a")] == [
        "de"
    ] * 3


def test_neither_the_order_of_files_nor_processes_change_anything() -> None:
    first = compile_site(Memory(FILES, TODAY), jobs=1)
    assert compile_site(Memory(dict(reversed(FILES.items())), TODAY), jobs=3).artifacts == first.artifacts
