"""The data of charts: which columns are taken, and what is wrong with a CSV file, at its own lines."""

from __future__ import annotations

import pytest

from sitegen.model.publication import ChartData
from tests.link.zwei import DE2, RU2, base, changed, compiled

CSV = "content/assets/ziele.csv"
TEXT = base()


def charts(csv: str) -> tuple[list[ChartData | None], list[tuple[str, str, int, int]]]:
    """The German and the Russian chart's data, and what is found."""
    outcome = compiled(changed({CSV: csv}))
    assert outcome.publication
    pages = [edition.chapters[1] for edition in outcome.publication.editions]
    found = [
        (one.code, one.span.path, one.span.line, one.span.column)
        for one in outcome.diagnostics
        if one.severity != "info"
    ]
    return [page.charts[-1] for page in pages], found


def test_the_columns_of_the_language_come_first() -> None:
    data, found = charts("country_de,country_ru,country,people,people_ru\nArmenien,Армения,x,110000,1\n")
    assert found == []
    assert data == [
        ChartData("country", "people", (("Armenien", "110000"),)),
        ChartData("country", "people", (("Армения", "1"),)),
    ]


def test_the_heads_of_the_table_are_the_words_of_the_block() -> None:
    text = TEXT[DE2].replace("x=country y=people", 'x=country y=people x_label="Land, neu" y_label=""')
    outcome = compiled(changed({DE2: text}))
    assert outcome.publication
    data = [edition.chapters[1].charts[-1] for edition in outcome.publication.editions]
    heads = [(one.label, one.unit) for one in data if one]
    assert heads == [("Land, neu", "people"), ("country", "people")]


def test_values_in_quotation_marks_blank_lines_and_a_byte_order_mark() -> None:
    data, found = charts('\ufeffcountry, people\n"Armenien, Jerewan", -1.5\n\nIsrael,\u22122\n')
    assert found == []
    assert data[0] == ChartData("country", "people", (("Armenien, Jerewan", "-1.5"), ("Israel", "\u22122")))


BROKEN = [
    ("country,people\nArmenien,viele\n", [("FIG007", CSV, 2, 10)]),
    ("country,people\nArmenien,\nIsrael,1 000\n", [("FIG007", CSV, 2, 1), ("FIG007", CSV, 3, 8)]),
    ("country,people\n\nArmenien,1,2\n", [("FIG008", CSV, 3, 1)]),
    ('country,people\n"Armenien,1\nIsrael,2\n', [("FIG008", CSV, 2, 1)]),
    ("country;people\nArmenien;1\n", [("FIG006", DE2, 16, 60), ("FIG006", RU2, 16, 60)]),
    ("", [("FIG006", DE2, 16, 60), ("FIG006", RU2, 16, 60)]),
    ("country,people\n" + "Armenien,1\n" * 101, [("FIG016", CSV, 102, 1)]),
    ("country,people\n\n", [("FIG018", CSV, 1, 1)]),
    ("country,people\n ,1\n,\n", [("FIG021", CSV, 2, 2), ("FIG007", CSV, 3, 1)]),
]


@pytest.mark.parametrize(("csv", "expected"), BROKEN)
def test_broken_data(csv: str, expected: list[tuple[str, str, int, int]]) -> None:
    assert charts(csv)[1] == expected


LINES = [
    ("country,people\n2022,1\n2021,2\n", []),
    ("country,people\n2022,1\n", [("FIG019", CSV, 2, 1)]),
    ("country,people\n2022,1\n2023,2\n2022,3\n2022,x\n", [("FIG007", CSV, 5, 6)]),
    ("country,people\n2022,1\n2023,2\n2022,3\n", [("FIG020", CSV, 4, 1)]),
    ("country,people\n", [("FIG018", CSV, 1, 1)]),
]


@pytest.mark.parametrize(("csv", "expected"), LINES)
def test_the_data_of_a_line(csv: str, expected: list[tuple[str, str, int, int]]) -> None:
    texts = {path: TEXT[path].replace("type=bar", "type=line") for path in (DE2, RU2)}
    outcome = compiled(changed({CSV: csv, **texts}))
    found = [(one.code, one.span.path, one.span.line, one.span.column) for one in outcome.diagnostics]
    assert [one for one in found if one[0].startswith("FIG")] == expected


def test_both_columns_unknown() -> None:
    _, found = charts("land,zahl\nArmenien,1\n")
    assert [code for code, *_ in found] == ["FIG006"] * 4


def test_a_data_file_that_is_nowhere() -> None:
    files = changed({DE2: TEXT[DE2].replace("ziele.csv", "Ziele.csv")})
    found = [one for one in compiled(files).diagnostics if one.severity != "info"]
    assert [(one.code, one.nearest) for one in found] == [("FIG005", CSV)]
