"""What a link within the publication leads to (authoring.md, “Footnotes, citations, references”)."""

from __future__ import annotations

import pytest

from sitegen.model.nodes import plain_text
from sitegen.model.publication import Page, Target
from tests.link.zwei import DE, RU, base, changed, compiled

TEXT = base()


def page_of(path: str, text: str) -> Page:
    outcome = compiled(changed({path: TEXT[path] + f"\n{text}\n"}))
    assert outcome.publication
    pages = [page for edition in outcome.publication.editions for page in edition.pages]
    return next(page for page in pages if page.interface.path == path)


def target_of(path: str, target: str) -> Target | None:
    return page_of(path, f"[x]({target})").targets[-1]


TARGETS = [
    # file, target as typed, then: kind, output, anchor, title
    (DE, "02-gehen.md", "page", "de/gehen.html", "", "Gehen"),
    (DE, "index.md", "page", "de/index.html", "", "Zwei Kapitel"),
    (DE, "../ru/01-bleiben.md", "page", "ru/bleiben.html", "", "Остаться"),
    (DE, "../ru/index.md", "page", "ru/index.html", "", "Две главы"),
    (RU, "../de/02-gehen.md#ziele", "heading", "de/gehen.html", "ziele", "Ziele"),
    (DE, "#heimat", "heading", "de/bleiben.html", "heimat", "Zugehörigkeit"),
    (DE, "#geld", "heading", "de/bleiben.html", "geld", "Geld"),
    (DE, "01-bleiben.md#geld", "heading", "de/bleiben.html", "geld", "Geld"),
    (DE, "./01-bleiben.md#geld", "heading", "de/bleiben.html", "geld", "Geld"),
    (DE, "../de/01-bleiben.md#%67eld", "heading", "de/bleiben.html", "geld", "Geld"),
    (DE, "%30%31-bleiben.md", "page", "de/bleiben.html", "", "Bleiben"),
    (DE, "02-gehen.md?x=1#ziele", "heading", "de/gehen.html", "ziele", "Ziele"),
    (DE, "#", "page", "de/bleiben.html", "", "Bleiben"),
    (DE, "#TOP", "page", "de/bleiben.html", "", "Bleiben"),
    (DE, "#kein-geld", "quote", "de/bleiben.html", "kein-geld", "Weiblich, 20\u00a0Jahre, Moskau, 2024"),
    (RU, "#mein-land", "quote", "ru/bleiben.html", "mein-land", "Мужчина, 53\u00a0года, Москва, 2024"),
    (DE, "#fig-grenze", "figure", "de/bleiben.html", "fig-grenze", "Die Grenze"),
    (DE, "02-gehen.md#tbl-ziele", "table", "de/gehen.html", "tbl-ziele", "Zielländer"),
    (DE, "02-gehen.md#fig-ziele", "figure", "de/gehen.html", "fig-ziele", "Zielländer nach Zuzügen"),
    (DE, "../assets/ziele.csv", "file", "assets/ziele.csv", "", ""),
]


@pytest.mark.parametrize(("path", "typed", "kind", "output", "anchor", "title"), TARGETS)
def test_target(path: str, typed: str, kind: str, output: str, anchor: str, title: str) -> None:
    target = target_of(path, typed)
    assert target
    found = (target.kind, target.output, target.anchor, plain_text(target.title))
    assert found == (kind, output, anchor, title)
    assert target.language == output[:2] or kind == "file"


BROKEN = [
    ("02-geht.md", "LNK001", "02-gehen.md"),
    ("02-GEHEN.md", "LNK001", "02-gehen.md"),
    ("../fr/01-bleiben.md", "LNK001", "../ru/01-bleiben.md"),
    ("02-gehen", "LNK001", "02-gehen.md"),
    ("../assets/Ziele.csv", "LNK001", "../assets/ziele.csv"),
    ("#Geld", "LNK002", "#geld"),
    ("#dengi", "LNK002", None),
    ("02-gehen.md#zeile", "LNK002", "#ziele"),
    ("../../sitegen.toml", "LNK006", None),
    ("../../../../etc/passwd", "LNK006", None),
    ("%2e%2e/%2e%2e/%2e%2e/x.md", "LNK006", None),
    ("C%3A/x.md", "LNK001", None),
]


@pytest.mark.parametrize(("typed", "code", "nearest"), BROKEN)
def test_broken(typed: str, code: str, nearest: str | None) -> None:
    outcome = compiled(changed({DE: TEXT[DE] + f"\nSiehe [x]({typed}).\n"}))
    found = [one for one in outcome.diagnostics if one.severity == "error"]
    assert [(one.code, one.nearest, one.span.line, one.span.column) for one in found] == [
        (code, nearest, 36, 7)
    ]


def test_an_empty_text_to_a_file_is_no_link_text() -> None:
    outcome = compiled(changed({DE: TEXT[DE] + "\nSiehe [](../assets/ziele.csv).\n"}))
    assert [one.code for one in outcome.diagnostics if one.severity == "error"] == ["LNK008"]


def test_an_id_that_only_the_other_language_writes() -> None:
    """It names the paired heading here; one made from the other language's words does not."""
    russian = TEXT[RU].replace("## Деньги", "## Деньги {#das-geld}")
    outcome = compiled(changed({RU: russian, DE: TEXT[DE] + "\nSiehe [](#das-geld).\n"}))
    assert outcome.publication
    page = outcome.publication.editions[0].chapters[0]
    target = page.targets[-1]
    assert target
    assert (target.anchor, plain_text(target.title)) == ("geld", "Geld")


def test_counterparts_of_headings() -> None:
    """By the ids that both write, then by order and what stands between them."""
    german = page_of(DE, "Ende.").counterparts[0]
    assert dict(german.headings) == {"geld": "dengi", "arbeit-1": "rabota", "heimat": "heimat"}
    more = page_of(DE, "## Noch eins").counterparts[0]
    assert dict(more.headings) == {"geld": "dengi", "arbeit-1": "rabota", "heimat": "heimat"}


def test_explicit_ids_count_more_than_order() -> None:
    swapped = TEXT[DE].replace("## Geld", "## Geld {#heimat}").replace("keit {#heimat}", "keit")
    outcome = compiled(changed({DE: swapped}))
    assert outcome.publication
    counterpart = outcome.publication.editions[0].chapters[0].counterparts[0]
    assert dict(counterpart.headings) == {"heimat": "heimat", "arbeit-1": "rabota"}


def test_floats_are_numbered_in_reading_order() -> None:
    """Figures and charts together, tables on their own, tables in lists where they stand."""
    text = """\
| A |
| - |
| 1 |

: Eins {#tbl-eins}

- Punkt

  | B |
  | - |
  | 2 |

  : Zwei {#tbl-zwei}

![Bild](../assets/grenze.svg){#fig-zwei alt="Bild"}

::: {.chart #fig-drei type=line data=../assets/ziele.csv x=country y=people}
Kurve
:::

: Drei {#tbl-drei}

| C |
| - |
| 3 |
"""
    page = page_of(DE, text)
    numbers = zip(page.interface.floats, page.float_numbers, strict=True)
    assert {one.id: number for one, number in numbers} == {
        "fig-grenze": 1,
        "fig-zwei": 2,
        "fig-drei": 3,
        "tbl-eins": 1,
        "tbl-zwei": 2,
        "tbl-drei": 3,
    }
