"""Charts: what is drawn, what is said of it, and what becomes of a chart that cannot be drawn."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Mapping

import pytest

from sitegen import languages
from sitegen.build import drawing
from sitegen.build.pipeline import Outcome
from sitegen.model.publication import ChartData
from sitegen.render.charts.labels import ChartText
from sitegen.render.charts.plot import Kind, plot
from tests.publications import build
from tests.site.dom import Element, Page, text

SVG = "{http://www.w3.org/2000/svg}"
CSV = "content/assets/werte.csv"
PAGES = ("de/beispiel.html", "ru/beispiel.html")
COUNTRIES = "country_de,country_ru,people\nIsrael,Израиль,80000\nArmenien,Армения,110000\n"
MONTHS = "month,value\n2022-03,4\n2022-01,1.5\n2022-02,9\n"


def published(csv: str, kind: Kind, x: str, y: str) -> Outcome:
    chart = (
        f"::: {{.chart #c type={kind} data=../assets/werte.csv x={x} y={y} cite=muster2020}}\nTitel\n:::\n"
    )
    files = {f"content/{tag}/01-beispiel.md": chart for tag in ("de", "ru")}
    return build({CSV: csv, **files})


def charts(csv: str, kind: Kind = "bar", x: str = "country", y: str = "people") -> list[Page]:
    outcome = published(csv, kind, x, y)
    assert [one for one in outcome.diagnostics if one.code.startswith("FIG")] == []
    return [Page.of(path, outcome.artifacts[path]) for path in PAGES]


def svg(page: Page) -> Element:
    return page.one(f"{SVG}svg", class_="drawing")


def parts(page: Page, tag: str) -> list[Element]:
    return list(svg(page).iter(SVG + tag))


def words(page: Page) -> list[str]:
    return [text(one) for one in parts(page, "text")]


def test_bars_are_sorted_labelled_and_told_in_the_language_of_the_page() -> None:
    german, russian = charts(COUNTRIES)
    assert words(german) == ["Armenien", "110.000", "Israel", "80.000"]
    assert words(russian) == ["Армения", "110 000", "Израиль", "80 000"]
    assert svg(german).get("aria-label") == "Balkendiagramm mit 2 Werten: Armenien 110.000; Israel 80.000."
    told = svg(russian).get("aria-label", "").replace("\u00a0", " ")
    assert told == "Столбчатая диаграмма, 2 значения: Армения 110 000; Израиль 80 000."
    widths = [float(one.get("width", "").rstrip("%")) for one in parts(german, "rect")]
    assert widths[1] / widths[0] == pytest.approx(80 / 110, abs=0.01)
    assert widths[0] < 85


def test_the_data_can_be_opened_in_the_order_of_the_file() -> None:
    page, _ = charts(COUNTRIES)
    figure = page.one("figure", class_="chart")
    assert [text(one) for one in figure.iter("summary")] == ["Daten"]
    assert [text(one) for one in figure.iter("td")] == ["Israel", "80.000", "Armenien", "110.000"]
    assert [one.get("href") for one in figure.iter("a")][-1] == "../assets/werte.csv"


def test_a_line_runs_in_time_and_its_ends_have_names() -> None:
    german, russian = charts(MONTHS, "line", "month", "value")
    points = parts(german, "polyline")[0].get("points", "").split()
    across, down = zip(*(map(float, point.split(",")) for point in points), strict=True)
    assert list(across) == sorted(across)
    assert across[1] - across[0] > across[2] - across[1], "January has more days than February"
    assert min(down) == down[1]
    assert words(german)[-2:] == ["Januar 2022", "März 2022"]
    assert words(russian)[-2:] == ["январь 2022 г.", "март 2022 г."]
    assert svg(german).get("aria-label") == (
        "Liniendiagramm mit 3 Werten. Erster Wert: 1,5 (Januar 2022); letzter: 4 (März 2022);"
        " niedrigster: 1,5 (Januar 2022); höchster: 9 (Februar 2022)."
    )


SHAPES: Mapping[str, tuple[Kind, str]] = {
    "all zero": ("bar", "A,0\nB,0\n"),
    "one": ("bar", "A,1\n"),
    "negative": ("bar", "A,-5\nB,3\nC,-0.25\n"),
    "only negative": ("bar", "A,-5\nB,-3\n"),
    "far apart": ("bar", "A,999999999999999\nB,0.000000001\n"),
    "flat": ("line", "1,5\n2,5\n"),
    "flat at zero": ("line", "1,0\n2,0\n"),
    "below zero": ("line", "1,-7\n2,-3\n3,-7\n"),
    "tiny": ("line", "1,0.000000001\n2,0.000000003\n"),
    "huge": ("line", "1,1\n2,999999999999999.999999999\n"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_number_finds_its_place(shape: str) -> None:
    kind, rows = SHAPES[shape]
    page, _ = charts(f"label,v\n{rows}", kind, "label", "v")
    for element in svg(page).iter():
        for name in ("x", "x1", "width", "cx"):
            value = element.get(name, "0%")
            assert 0 <= float(value.rstrip("%")) <= 100, (name, value)
        for name in ("y", "y1", "height", "cy"):
            value = element.get(name, "0em")
            assert value == "100%" or float(value.removesuffix("em")) >= -0.1, (name, value)
    assert "nan" not in page.source.lower().split("<svg")[1].split("</svg")[0]


def test_labels_with_an_order_of_their_own_keep_it() -> None:
    data = ChartData("x", "y", (("18–29", "1"), ("30–39", "3"), ("70+", "2")))
    assert plot("bar", data).rows == (0, 1, 2)
    assert plot("bar", ChartData("x", "y", (("unter 18", "1"), ("30–39", "3")))).rows == (1, 0)


def test_long_labels_are_broken_before_the_window_ends() -> None:
    label = "Weil ich meine Eltern nicht allein lassen kann und sie nicht mitkommen wollen " * 3
    shown = ChartText("bar", ChartData("x", "y", ((label, "1"), ("x" * 90, "2"))), languages.get("de"))
    assert [len(lines) for lines in shown.wrapped] == [3, 3]
    assert all(len(line) <= 36 for lines in shown.wrapped for line in lines)


def test_what_an_author_writes_is_shown_and_never_run() -> None:
    hostile = """<script>alert(1)</script>"' onload=alert(2) </svg><b>&amp; ${datum.v} \u202e"""
    quoted = '"' + hostile.replace('"', '""') + '"'
    page, _ = charts(f"label,v\n{quoted},1\nB,2\n", x="label", y="v")
    assert "<script>alert(1)" in " ".join(words(page))
    assert {one.tag for one in svg(page).iter()} == {SVG + name for name in ("svg", "rect", "text")}
    for element in svg(page).iter():
        assert not {
            name for name in element.attrib if name.startswith("on") or name in {"style", "id", "href"}
        }


def test_vega_lite_is_handed_numbers_only() -> None:
    shown = ChartText("bar", ChartData("feld", "wert", (("Wort", "1"), ("Слово", "2"))), languages.get("de"))
    asked = json.dumps(shown.spec(), ensure_ascii=False)
    assert not any(word in asked for word in ("Wort", "Слово", "feld", "wert", "url"))


def test_words_in_another_script_name_their_language() -> None:
    german, russian = charts("label,v\nТверь (Tver),1\n", x="label", y="v")
    assert [(one.get("lang"), one.text) for one in parts(german, "tspan")] == [("ru", "Тверь")]
    assert not parts(russian, "tspan")


def test_ten_bars_weigh_little() -> None:
    rows = "".join(f"Ein Land mit Namen {row},{row * 12345}\n" for row in range(1, 11))
    page, _ = charts(f"country,people\n{rows}")
    drawn = page.source.split("<svg")[1].split("</svg")[0]
    assert len(gzip.compress(drawn.encode(), 9)) < 1_000


def test_another_process_draws_the_same() -> None:
    question = json.dumps(
        ChartText("bar", ChartData("x", "y", (("A", "3"), ("B", "7"))), languages.get("de")).spec()
    )
    command = [sys.executable, "-P", str(drawing.PROGRAM)]
    done = subprocess.run(
        command, input=question + "\n{}\nnull\n", capture_output=True, text=True, check=True
    )
    first, *broken = map(json.loads, done.stdout.splitlines())
    assert first == drawing._ask(question)
    assert [set(one) for one in broken] == [{"error"}, {"error"}]


def test_data_from_elsewhere_is_not_fetched() -> None:
    for url in ("https://example.org/a.json", "http://127.0.0.1:9/a.json"):
        spec = {"data": {"url": url}, "mark": "bar", "encoding": {}}
        assert "not allowed" in drawing._ask(json.dumps(spec))["error"]


def test_without_the_part_that_draws_the_table_stands_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "LIBRARY", "no_such_library")
    outcome = published(COUNTRIES, "bar", "country", "people")
    found = [(one.code, one.span.path) for one in outcome.diagnostics if one.code.startswith("FIG")]
    assert found == [("FIG022", "content/de/01-beispiel.md")]
    page = Page.of(PAGES[0], outcome.artifacts[PAGES[0]])
    assert not page.all(f"{SVG}svg")
    assert not page.within(page.one("table"), "details")


def test_a_process_that_ends_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing._close()
    monkeypatch.setattr(drawing, "_answers", {})
    monkeypatch.setattr(drawing, "PROGRAM", drawing.PROGRAM.with_name("no_such_program.py"))
    outcome = published(COUNTRIES, "bar", "country", "people")
    assert {one.code for one in outcome.diagnostics if one.code.startswith("FIG")} == {"FIG023"}
    assert outcome.artifacts
    assert drawing._running == []
