"""Every quote as data: JSON and CSV say the same."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from sitegen.exports.quotes import quotes_csv, quotes_json
from tests.publications import build

DE = """\
---
title: Text
---

::: {.quote #eins gender=weiblich age=20 city=Tula year=2024 original=ru cite=muster2020 loc="S. 5"}
„Ein Wort.“ (lacht)
:::

::: {.quote #zwei gender=male age=30-39 city=moskau year=2023 kind=paraphrase}
Er sagt es anders.
:::

::: {.quote #drei speaker="=Anna, \\"B\\"" role=Leserin date=2022-03}
Zeile eins.

Zeile zwei.
:::
"""
RU = """\
---
title: Текст
---

::: {.quote #zwei}
Он говорит иначе.
:::

::: {.quote #eins age=20}
Слово.
:::

::: {.quote #drei speaker=Анна role=читательница}
Раз.

Два.
:::
"""
DE = DE.replace('"=Anna, \\"B\\""', "'=Anna, \"B\"'")


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    outcome = build({"content/de/01-text.md": DE, "content/ru/01-text.md": RU})
    assert outcome.publication, outcome.diagnostics
    found: list[dict[str, Any]] = json.loads(quotes_json(outcome.publication))
    return found


def test_order_is_that_of_the_first_language(records: list[dict[str, Any]]) -> None:
    assert [one["id"] for one in records] == ["eins", "zwei", "drei"]
    assert all(list(one["texts"]) == ["de", "ru"] for one in records)


def test_a_record_of_an_interviewee(records: list[dict[str, Any]]) -> None:
    assert records[0] == {
        "id": "eins",
        "chapter": "01-text",
        "kind": "verbatim",
        "gender": "female",
        "age": 20,
        "city": "tula",
        "year": 2024,
        "cite": "muster2020",
        "loc": "S. 5",
        "original": "ru",
        "texts": {
            "de": {
                "text": "„Ein Wort.“ (lacht)",
                "attribution": "Weiblich, 20\u00a0Jahre, Tula, 2024",
                "url": "de/text.html#eins",
                "wording": "translation",
            },
            "ru": {
                "text": "«Слово».",
                "attribution": "Женщина, 20\u00a0лет, Тула, 2024",
                "url": "ru/text.html#eins",
                "wording": "original",
            },
        },
    }


def test_bands_of_age_are_texts(records: list[dict[str, Any]]) -> None:
    assert records[1]["age"] == "30-39"
    assert records[1]["kind"] == "paraphrase"
    assert records[1]["texts"]["de"]["text"] == "Er sagt es anders."
    assert "wording" not in records[1]["texts"]["de"]


def test_a_named_person_is_worded_for_each_language(records: list[dict[str, Any]]) -> None:
    third = records[2]
    assert (third["speaker"], third["role"], third["date"]) == ('=Anna, "B"', "Leserin", "2022-03")
    assert third["texts"]["ru"]["speaker"] == "Анна"
    assert third["texts"]["ru"]["attribution"] == "Анна, читательница, март 2022\u00a0г."
    assert not {"gender", "age", "city", "year"} & set(third)


def test_json_ends_with_a_line_feed_and_holds_letters_as_they_are() -> None:
    outcome = build({"content/de/01-text.md": DE, "content/ru/01-text.md": RU})
    assert outcome.publication
    text = quotes_json(outcome.publication)
    assert text.endswith("]\n")
    assert "Слово" in text
    assert outcome.artifacts["data/quotes.json"] == text.encode()


def test_no_quotes_are_an_empty_list() -> None:
    outcome = build({})
    assert outcome.publication
    assert quotes_json(outcome.publication) == "[]\n"


def test_csv_has_one_line_a_quote_and_says_the_same(records: list[dict[str, Any]]) -> None:
    outcome = build({"content/de/01-text.md": DE, "content/ru/01-text.md": RU})
    assert outcome.publication
    rows = list(csv.DictReader(io.StringIO(quotes_csv(outcome.publication))))
    assert [row["id"] for row in rows] == [one["id"] for one in records]
    for row, record in zip(rows, records, strict=True):
        assert row["age"] == str(record.get("age", ""))
        for language in ("de", "ru"):
            for key, value in record["texts"][language].items():
                assert row[f"{key}_{language}"].removeprefix("'") == value


def test_csv_holds_no_formula() -> None:
    outcome = build({"content/de/01-text.md": DE, "content/ru/01-text.md": RU})
    assert outcome.publication
    rows = list(csv.reader(io.StringIO(quotes_csv(outcome.publication))))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
