"""No page holds a list that grows with the site: 205 chapters, quotes, places and sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from sitegen.build.pipeline import compile_site
from sitegen.render.paging import SIZE
from sitegen.render.sources import MOST_PLACES
from sitegen.world import Memory
from tests.publications import TODAY
from tests.site.dom import Page, text

COUNT = SIZE + 5
LISTS = {
    "de/voices.html": ("blockquote", "quote"),
    "de/bibliography.html": ("li", None),
    "de/voices/city.html": ("li", None),
}


def _quote(number: int) -> str:
    return (
        f"::: {{.quote #q-{number} gender=female age=30 city=ort-{number} year=2024}}\nWort {number}.\n:::\n"
    )


def _files() -> dict[str, str | bytes]:
    numbers = range(1, COUNT + 1)
    first = "".join(map(_quote, numbers)) + " ".join(f"[@quelle{number}]" for number in numbers)
    files: dict[str, str | bytes] = {
        "sitegen.toml": 'languages = ["de"]\ntitle = { de = "Reihe" }\nurl = "https://example.org/"\n',
        "places.toml": "".join(f'[ort-{number}]\nname = {{ de = "Ort {number}" }}\n' for number in numbers),
        "citations.bib": "".join(
            f"@book{{quelle{number}, author={{Muster, Eva}}, title={{Buch {number}}}, date={{2020}}}}\n"
            for number in numbers
        ),
        "content/de/001-viele.md": f"---\ntitle: Viele\n---\n\n{first}\n",
    }
    for number in range(2, COUNT + 1):
        files[f"content/de/{number:03}-kapitel-{number}.md"] = (
            f"---\ntitle: Kapitel {number}\n---\n\nText [@quelle1].\n"
        )
    return files


@cache
def built() -> Mapping[str, bytes]:
    """The artifacts: there are some only where every link of every page leads to its anchor."""
    outcome = compile_site(Memory(_files(), TODAY), jobs=1)
    assert outcome.artifacts, outcome.diagnostics
    return outcome.artifacts


@cache
def page(path: str) -> Page:
    return Page.of(path, built()[path])


def _numbered(first: str, number: int) -> Page:
    return page(first if number == 1 else f"{first.removesuffix('.html')}.{number}.html")


def _items(first: str, number: int) -> list[str]:
    shown, (tag, class_) = _numbered(first, number), LISTS[first]
    found = shown.all(tag, class_=class_) if class_ else []
    if first.endswith("bibliography.html"):
        found = [one for one in shown.all("li") if one.get("id", "").startswith("ref-")]
    elif first.endswith("city.html"):
        found = [one for one in shown.all("a") if "city-" in one.attrib.get("href", "")]
    return [one.get("id") or one.attrib["href"] for one in found]


@pytest.mark.parametrize("first", LISTS)
def test_every_item_stands_on_one_page_and_none_holds_too_many(first: str) -> None:
    pages = [_items(first, 1), _items(first, 2)]
    assert [len(one) for one in pages] == [SIZE, COUNT - SIZE]
    assert len({*pages[0], *pages[1]}) == COUNT


@pytest.mark.parametrize(
    "first", [*LISTS, "de/voices/chapter-001-viele.html", "de/voices/gender-female.html"]
)
def test_a_pager_leads_there_and_back(first: str) -> None:
    ends = [_numbered(first, 1), _numbered(first, 2)]
    for here, there, rel in ((ends[0], ends[1], "next"), (ends[1], ends[0], "prev")):
        way = here.one("a", rel=rel)
        assert here.target(way.attrib["href"])[0] == there.path
        assert [text(one) for one in here.all("nav", class_="pager")[0].iter("span")] != []
    titles = [text(one.one("title")) for one in ends]
    assert titles[1].startswith(titles[0].partition(" – ")[0] + ", Seite 2")


def test_the_contents_go_on_behind_the_title_page() -> None:
    first, second = page("de/index.html"), page("de/contents.2.html")
    assert first.target(first.one("a", rel="next").attrib["href"])[0] == second.path
    assert second.target(second.one("a", rel="prev").attrib["href"])[0] == first.path
    named = [one.get("value") for shown in (first, second) for one in shown.all("li") if one.get("value")]
    assert named == [str(number) for number in range(1, COUNT + 1)]
    front = page("index.html")
    assert len([one for one in front.all("li") if one.get("value")]) < 30
    assert f"Alle Kapitel ({COUNT})" in text(front.one("main"))


def test_what_is_named_of_a_source_is_bounded() -> None:
    both = (_numbered("de/bibliography.html", number) for number in (1, 2))
    entry = next(shown.by_id("ref-quelle1") for shown in both if shown.ids["ref-quelle1"])
    assert len([one for one in entry.iter("a") if "#" in one.attrib["href"]]) == MOST_PLACES
    assert f"und in {COUNT - MOST_PLACES} weiteren Kapiteln" in text(entry)


def test_titles_are_unique_within_the_edition() -> None:
    pages = [data for path, data in built().items() if path.startswith("de/") and path.endswith(".html")]
    titles = [data.partition(b"<title>")[2].partition(b"</title>")[0] for data in pages]
    assert len(set(titles)) == len(titles)
