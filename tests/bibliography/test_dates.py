"""Dates, row by row (citations.md, section 1, third table)."""

from __future__ import annotations

import pytest

from sitegen.bibliography.dates import Date, Day, parse_date
from sitegen.bibliography.styles import style
from sitegen.model.nodes import plain_text
from tests.bibliography.cases import codes, entry, written

YEARS = [
    ("2024", "2024", "2024"),
    ("2024-03", "2024", "2024"),
    ("2024-03-05", "2024", "2024"),
    ("2024-03-05T10:00:00Z", "2024", "2024"),
    ("2018/2023", "2018–2023", "2018–2023"),
    ("2018-05/2018-07", "2018", "2018"),
    ("2018-12/2019-01", "2018–2019", "2018–2019"),
    ("2022/..", "2022–", "2022–"),
    ("2022/", "2022–", "2022–"),
    ("../2022", "–2022", "–2022"),
    ("2024~", "ca.⍽2024", "ок.⍽2024"),
    ("2024?", "2024?", "2024?"),
    ("2024%", "ca.⍽2024?", "ок.⍽2024?"),
    ("2024-21", "2024", "2024"),
    ("", "o.⍽J.", "б.⍽г."),
]
FULL = [
    ("2024-03", "german", "März 2024", "2024. März"),
    ("2024-03", "russian", "März 2024", "2024. Март"),
    ("2024-03-05", "russian", "5.⍽März 2024", "2024. 5⍽марта"),
    ("2024-03-05", "english", "5.⍽März 2024", "2024. 5⍽March"),
    ("2024-03-05", "ukrainian", "5.⍽März 2024", "2024. 5⍽березня"),
    ("2024-03-05", "french", "5.⍽März 2024", "2024. 5⍽mars"),
    ("2018-05/2018-07", "russian", "Mai–Juli 2018", "2018. Май–июль"),
    ("2018-05/2018-07", "german", "Mai–Juli 2018", "2018. Mai–Juli"),
    ("2018-12/2019-01", "russian", "Dezember 2018–Januar 2019", "2018–2019. Декабрь–январь"),
    ("2024-03-05/2024-03-07", "russian", "5.–7.⍽März 2024", "2024. 5–7⍽марта"),
    ("2024-02-28/2024-03-02", "russian", "28.⍽Februar–2.⍽März 2024", "2024. 28⍽февраля–2⍽марта"),
    ("2024-21", "russian", "Frühjahr 2024", "2024. Весна"),
    ("2024-22", "russian", "Sommer 2024", "2024. Лето"),
    ("2024-23", "russian", "Herbst 2024", "2024. Осень"),
    ("2024-24", "german", "Winter 2024", "2024. Winter"),
]


@pytest.mark.parametrize(("date", "de", "ru"), YEARS)
def test_year(date: str, de: str, ru: str) -> None:
    one = entry(date=date)
    assert [style(tag).year(one).replace("\u00a0", "⍽") for tag in ("de", "ru")] == [de, ru]


@pytest.mark.parametrize(("date", "langid", "de", "ru"), FULL)
def test_full_form(date: str, langid: str, de: str, ru: str) -> None:
    one = entry("article", journaltitle="J", entrysubtype="newspaper", date=date, langid=langid)
    german = plain_text(style("de").first_note(one, None)).replace("\u00a0", "⍽")
    russian = plain_text(style("ru").first_note(one, None)).replace("\u00a0", "⍽")
    assert german == f"Titel. J, {de}."
    assert russian == f"Titel // J. {ru}."


@pytest.mark.parametrize(
    "text",
    ["17.07.2024", "2024-13", "2023-02-29", "2024-00", "24", "2024/2023", "bald", "2024-21-05", "/", "../.."],
)
def test_bad(text: str) -> None:
    assert parse_date(text) is None
    assert codes(written(date=text)) == [("BIB020", 4)]


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"year": "2015"}, Date(Day(2015))),
        ({"year": "2015", "month": "3"}, Date(Day(2015, 3))),
        ({"year": "2015", "month": "mar"}, Date(Day(2015, 3))),
        ({"year": "2015", "month": "March"}, Date(Day(2015, 3))),
        ({"year": "2015", "month": "März"}, Date(Day(2015, 3))),
        ({"year": "2015", "month": "марта"}, Date(Day(2015, 3))),
        ({"year": "2015", "month": "5~mar"}, Date(Day(2015, 3, 5))),
        ({"year": "2015", "date": "2016"}, Date(Day(2016))),
        ({"year": "2018--2023"}, Date(Day(2018), Day(2023))),
        ({"year": "2015", "month": "nie"}, Date(Day(2015))),
    ],
)
def test_year_and_month(fields: dict[str, str], date: Date) -> None:
    assert entry(**fields).date == date


def test_month_as_string() -> None:
    from_string = "@book{k, title = {T}, langid = {german}, year = 2024, month = jan}"
    assert codes(from_string) == []
