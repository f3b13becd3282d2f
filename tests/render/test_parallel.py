"""The parallel page: two languages level with each other; ids and ways between the editions."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sitegen.model.document import BlockKind, BlockSource, FrontMatter, Interface
from sitegen.model.publication import Counterpart
from sitegen.model.publication import Page as LinkedPage
from sitegen.render import urls
from sitegen.render.block_anchors import block_ids
from sitegen.render.parallel import rows
from sitegen.source import Span
from tests.publications import build
from tests.site.dom import Element, Page, text
from tests.site.samples import SAMPLES, Site
from tests.site.samples import site as sample

LANGUAGES = ("de", "ru", "en")


@pytest.mark.parametrize(
    ("own", "other", "partners", "expected"),
    [
        (2, 2, {0: 0, 1: 1}, [(0, 0), (1, 1)]),
        (2, 1, {0: 0}, [(0, 0), (1, None)]),
        (1, 2, {0: 1}, [(None, 0), (0, 1)]),
        (1, 2, {0: 0}, [(0, 0), (None, 1)]),
        (3, 3, {0: 0, 2: 2}, [(0, 0), (1, None), (None, 1), (2, 2)]),
        (2, 2, {0: 1, 1: 0}, [(0, 1), (1, 0)]),
        (0, 2, {}, [(None, 0), (None, 1)]),
    ],
)
def test_rows(
    own: int, other: int, partners: Mapping[int, int], expected: list[tuple[int | None, int | None]]
) -> None:
    assert list(rows(own, other, partners)) == expected


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.data())
def test_every_block_is_in_one_row_beside_its_partner(data: st.DataObject) -> None:
    own, other = data.draw(st.integers(0, 9)), data.draw(st.integers(0, 9))
    here = data.draw(st.permutations(range(own)))
    there = data.draw(st.permutations(range(other)))
    partners = dict(zip(here, there[: data.draw(st.integers(0, 9))], strict=False))
    found = list(rows(own, other, partners))
    assert [here for here, _ in found if here is not None] == list(range(own))
    assert sorted(there for _, there in found if there is not None) == list(range(other))
    assert {(a, b) for a, b in found if a is not None and b is not None} == set(partners.items())


def _page(language: str, kinds: str, anchors: Mapping[int, str] | None = None) -> LinkedPage:
    names: Mapping[str, BlockKind] = {"p": "paragraph", "x": "html", "f": "figure"}
    blocks = tuple(
        BlockSource(
            names[kind], 0, "", (anchors or {}).get(at, ""), "", 1, frozenset(), Span("a.md"), (at, at + 1)
        )
        for at, kind in enumerate(kinds)
    )
    interface = Interface("a.md", language, "a", FrontMatter(), blocks=blocks)
    return LinkedPage(interface, 1, "a", f"{language}/a.html")


def _ids(page: LinkedPage, **partners: Mapping[int, int]) -> tuple[str, ...]:
    counterparts = tuple(
        Counterpart(tag, f"{tag}/a.html", "", {}, blocks) for tag, blocks in partners.items()
    )
    return block_ids(replace(page, counterparts=counterparts), LANGUAGES)


def test_ids_are_the_numbers_in_the_first_edition() -> None:
    assert _ids(_page("de", "ppp"), ru={0: 0, 2: 1}) == ("p:1", "", "p:3")
    assert _ids(_page("ru", "pp"), de={0: 0, 1: 2}) == ("p:1", "p:3")


def test_a_block_that_only_a_third_edition_answers_has_its_own_number() -> None:
    assert _ids(_page("ru", "pp"), de={0: 4}, en={0: 0, 1: 1}) == ("p:5", "p:ru-2")
    assert _ids(_page("en", "pp"), ru={0: 0, 1: 1}) == ("p:1", "p:2")


def test_blocks_keep_their_ids_and_raw_html_has_none() -> None:
    assert _ids(_page("de", "pxf", {2: "fig-a"}), ru={0: 0, 1: 1, 2: 2}) == ("p:1", "", "fig-a")
    assert _ids(_page("de", "pp")) == ("", "")


def test_addresses() -> None:
    assert urls.parallel("de/a.html", "ru", several=False) == "de/a.parallel.html"
    assert urls.parallel("de/a.html", "ru", several=True) == "de/a.parallel-ru.html"


GERMAN = """\
---
title: Frage
subtitle: Worum es geht
authors: [Eva Muster]
---

Eins[^a], siehe [](#bild) und [](#teil).

## Teil {#teil}

Nur hier, und auch sonst nirgends.

::: {.quote #wort gender=female age=20 city=moskau year=2024 original=ru}
Man braucht Geld.
:::

![Bild](../assets/a.png){#bild alt="Ein graues Feld"}

| A | B |
| - | - |
| 1 | 2 |

: Zahlen {#tbl}

[^a]: Note mit [@muster2020, S. 3].
"""
RUSSIAN = """\
---
title: Вопрос
subtitle: О чём речь
authors: [Ева Мустер]
translated_from: de
---

Один[^a], см. [](#bild) и [](#teil).

## Часть {#teil}

::: {.quote #wort gender=female age=20 city=moskau year=2024 original=ru}
Нужны деньги.
:::

![Картинка](../assets/a.png){#bild alt="Серое поле"}

| А | Б |
| - | - |
| 1 | 2 |

: Числа {#tbl}

[^a]: Примечание с [@muster2020, с. 3].
"""
PICTURE = io.BytesIO()
Image.new("RGB", (4, 3), "grey").save(PICTURE, "PNG")


@pytest.fixture(scope="module", name="pages")
def built() -> Mapping[str, Page]:
    files: dict[str, str | bytes] = {
        "content/de/01-frage.md": GERMAN,
        "content/ru/01-frage.md": RUSSIAN,
        "content/assets/a.png": PICTURE.getvalue(),
        "sitegen.toml": 'languages = ["de", "ru"]\ntitle = "Beispiel"\n[translations]\nunfinished = ["ru"]\n',
    }
    outcome = build(files)
    assert [one for one in outcome.diagnostics if one.severity == "error"] == []
    return {path: Page.of(path, data) for path, data in outcome.artifacts.items() if path.endswith(".html")}


def _cells(page: Page) -> list[list[Element]]:
    found = page.one("div", class_="text")
    return [[cell for cell in row if cell.tag in {"div", "details"}] for row in found]


def _told(cell: Element) -> str:
    return "".join(text(child) for child in cell if child.tag != "summary")


def test_blocks_stand_beside_their_partners(pages: Mapping[str, Page]) -> None:
    page = pages["de/frage.parallel.html"]
    cells = _cells(page)
    assert [len(row) for row in cells] == [2] * 6
    assert _told(cells[0][0]).startswith("Eins1, siehe Abb. 1 und Teil")
    assert _told(cells[0][1]).startswith("Один1, см. Рис. 1 и Часть")
    assert [page.lang(cell) for cell in cells[0]] == ["de", "ru"]
    assert [_told(cell) for cell in cells[2]] == ["Nur hier, und auch sonst nirgends.", "nicht übersetzt"]
    assert page.lang(cells[2][1]) == "de"
    assert [text(cell[-1][0]) for cell in cells[3]] == ["„Man braucht Geld.“", "«Нужны деньги»."]


def test_the_other_edition_reads_them_the_other_way(pages: Mapping[str, Page]) -> None:
    cells = _cells(pages["ru/frage.parallel.html"])
    assert [_told(cell) for cell in cells[2]] == ["не переведено", "Nur hier, und auch sonst nirgends."]
    assert _told(cells[1][0]) == "Часть"


def test_the_second_wording_can_be_folded_and_is_open(pages: Mapping[str, Page]) -> None:
    for one in pages["de/frage.parallel.html"].all("details"):
        assert one.get("open") is not None
        assert (one.get("lang"), one.get("data-edition")) == ("ru", "ru")
        assert text(one[0]) == "Русский"


def test_titles_and_authors_of_both_and_one_outline(pages: Mapping[str, Page]) -> None:
    page = pages["de/frage.parallel.html"]
    assert [text(one) for one in page.elements if one.tag in {"h1", "h2"}] == [
        "Frage",
        "Teil",
        "Anmerkungen",
        "Примечания",
    ]
    assert text(page.one("p", class_="h1")) == "Вопрос"
    assert text(page.by_id("ru=teil")) == "Часть"
    assert [text(one) for one in page.all("p", class_="authors")] == ["Eva Muster", "Ева Мустер"]
    assert text(page.one("title")) == "Frage (Deutsch · Русский) – Beispiel"


def test_notes_of_both_with_their_own_marks(pages: Mapping[str, Page]) -> None:
    page = pages["de/frage.parallel.html"]
    marks = [(one.attrib["id"], one.attrib["href"]) for one in page.all("a", role="doc-noteref")]
    assert marks == [("fnref-a", "#fn-a"), ("ru=fnref-a", "#ru=fn-a")]
    german, russian = page.all("section", role="doc-endnotes")
    assert [page.lang(one) for one in (german, russian)] == ["de", "ru"]
    assert "Note mit" in text(german)
    assert "Примечание с" in text(russian)


def test_links_within_a_text_stay_in_its_column(pages: Mapping[str, Page]) -> None:
    page = pages["de/frage.parallel.html"]
    hrefs = [href for _, href in page.links() if href.startswith("#")]
    assert {"#bild", "#teil", "#ru=bild", "#ru=teil"} <= set(hrefs)
    assert page.lang(page.by_id("ru=bild")) == "ru"


def test_the_chapter_leads_to_it_and_it_leads_back(pages: Mapping[str, Page]) -> None:
    chapter, page = pages["de/frage.html"], pages["de/frage.parallel.html"]
    assert "de/frage.parallel.html" in {chapter.target(href)[0] for _, href in chapter.links()}
    there = {page.target(href)[0] for _, href in page.links()}
    assert {"de/frage.html", "ru/frage.html", "ru/frage.parallel.html"} <= there


def test_figures_and_tables_switch_in_their_caption(pages: Mapping[str, Page]) -> None:
    page = pages["de/frage.html"]
    for anchor in ("bild", "tbl"):
        (link,) = [one for one in page.by_id(anchor).iter("a") if one.get("class") == "switch"]
        assert page.target(link.attrib["href"]) == ("ru/frage.html", anchor)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_switches_to_a_block_finds_it(name: str) -> None:
    """The script takes an id along unless the page says that the other edition does not have it."""
    built: Site = sample(name)
    for page in built.chapters():
        for script in page.all("script"):
            for link in page.one("nav", class_="languages").iter("a"):
                tag = link.attrib["hreflang"]
                there = built.pages[page.target(link.attrib["href"])[0]]
                without = set((script.get(f"data-{tag}") or "").split())
                taken = {one for one in page.ids if one.startswith("p:")} - without
                if ".parallel" not in there.path and there.all("script"):
                    assert {one for one in taken if one.partition(":name")[0] not in there.ids} == set()
