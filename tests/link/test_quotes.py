"""A quote is one record over all languages (authoring.md, Quote blocks)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.document import Locator
from sitegen.model.publication import Quote
from sitegen.model.quote import Age, Attributes, Speaker
from tests.link.zwei import DE, RU, Files, base, changed, compiled
from tests.publications import CHAPTER, build, findings

TEXT = base()
WOMAN = Attributes(gender="female", age=Age(20, 20), city="moskau", year=2024)
INTERVIEWEE = "gender=female age=20 city=moskau year=2024"


def quotes_of(files: Files) -> dict[str, Quote]:
    outcome = compiled(files)
    assert outcome.publication
    return {quote.id: quote for quote in outcome.publication.quotes}


def both(german: str, russian: str) -> tuple[Quote, list[str]]:
    """One quote with these attributes in the two languages, and the codes of what is found."""
    outcome = build(
        {
            "content/de/01-beispiel.md": f"::: {{.quote #q {german}}}\n„Er sagte „ja“.“\n:::\n",
            "content/ru/01-beispiel.md": f"::: {{.quote #q {russian}}}\n«Он сказал «да».»\n:::\n",
        }
    )
    assert outcome.publication
    return outcome.publication.quotes[0], [one.code for one in outcome.diagnostics if one.severity != "info"]


def test_reading_order_and_attributes() -> None:
    quotes = quotes_of(dict(TEXT))
    assert list(quotes) == ["kein-geld", "arbeit", "mein-land", "rede"]
    assert quotes["kein-geld"].attributes == Attributes(
        gender="female", age=Age(20, 20), city="moskau", year=2024
    )
    assert quotes["arbeit"].attributes == Attributes(
        gender="male", age=Age(30, 39), city="tula", year=2023, original="ru"
    )
    assert quotes["rede"].attributes == Attributes(
        date="2022-03-08", cite="muster2020", locator=Locator("chapter", "2")
    )


def test_wordings() -> None:
    """The text as shown, its marks and stop; the speaker in each language's words."""
    quotes = quotes_of(dict(TEXT))
    shown = {(one.id, wording.language): wording for one in quotes.values() for wording in one.wordings}
    texts = {key: wording.text.replace("\u00a0", " ") for key, wording in shown.items()}
    assert texts["kein-geld", "de"] == "„Man braucht eine Menge Geld dafür.“"
    assert texts["kein-geld", "ru"] == "«Нужна куча денег»."
    assert texts["mein-land", "de"] == "„Das ist mein Land“"
    assert shown["rede", "de"].speaker == Speaker("Eva Muster", "Soziologin")
    assert shown["rede", "ru"].attribution == "Ева Мустер, социолог, 8\u00a0марта 2022\u00a0г."
    assert shown["mein-land", "de"].inline_attribution == "männlich, 53\u00a0Jahre, Moskau, 2024"
    assert [shown["arbeit", tag].standing for tag in ("de", "ru")] == ["translation", "original"]
    assert [shown["rede", tag].standing for tag in ("de", "ru")] == ["", ""]


AGREEING = [
    # what the languages say, and what it comes to
    (INTERVIEWEE, "", WOMAN),
    ("", INTERVIEWEE, WOMAN),
    ("gender=w age=20", "city=Москва year=2024", WOMAN),
    (INTERVIEWEE, "gender=жен. age=20 city=МОСКВА year=2024", WOMAN),
    (
        f'{INTERVIEWEE} cite=muster2020 loc="Kap. 2"',
        'loc="гл. 2"',
        replace(WOMAN, cite="muster2020", locator=Locator("chapter", "2")),
    ),
    (f"{INTERVIEWEE} kind=paraphrase", "", replace(WOMAN, kind="paraphrase")),
    (INTERVIEWEE, "kind=paraphrase", replace(WOMAN, kind="paraphrase")),
    (f"{INTERVIEWEE} original=ru", "original=RU", replace(WOMAN, original="ru")),
    (
        "gender=d age=70+ city=tula year=2024",
        "age=70+",
        Attributes(gender="diverse", age=Age(70, None), city="tula", year=2024),
    ),
    ('speaker="Eva" date=2022', 'speaker="Ева" role=врач', Attributes(date="2022")),
]  # fmt: skip


@pytest.mark.parametrize(("german", "russian", "attributes"), AGREEING)
def test_one_record(german: str, russian: str, attributes: Attributes) -> None:
    quote, codes = both(german, russian)
    assert codes == []
    assert quote.attributes == attributes


DIFFERING = [
    (INTERVIEWEE, "age=21", ["QUO009"]),
    (INTERVIEWEE, "gender=муж city=Тула", ["QUO009", "QUO009"]),
    (INTERVIEWEE, "age=20-29", ["QUO009"]),
    (f"{INTERVIEWEE} kind=verbatim", "kind=paraphrase", ["QUO009"]),
    (f'{INTERVIEWEE} loc="S. 2"', 'loc="гл. 2"', ["QUO009"]),
    (INTERVIEWEE, 'speaker="Ева"', ["QUO008"]),
    ('speaker="Eva"', INTERVIEWEE, ["QUO008"]),
    ('speaker="Eva"', "", ["QUO008"]),
    ("", "", ["QUO008"]),
    (INTERVIEWEE, "role=врач", ["QUO018"]),
    (f"{INTERVIEWEE} date=2024-03", "", ["QUO018"]),
    ("gender=female age=20 city=moskau date=2024", "", ["QUO018"]),
    ('speaker="Eva" age=20', 'speaker="Ева"', ["QUO016"]),
    ("gender=femail age=20 city=moskau year=2024", "", ["QUO003"]),
    ("gender=femail age=200 city=nirgends year=24", "", ["QUO003", "QUO004", "QUO005", "QUO006"]),
]


@pytest.mark.parametrize(("german", "russian", "codes"), DIFFERING)
def test_what_differs_or_is_missing(german: str, russian: str, codes: list[str]) -> None:
    assert both(german, russian)[1] == codes


AGES = [
    ("0", True), ("120", True), ("121", False), ("-1", False), ("20.5", False), ("18-21", True),
    ("18–21", True), ("21-18", False), ("20-20", False),
    ("70+", True), ("121+", False), ("٢٠", False), ("20 ", True),
    ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("age", "is_one"), AGES)
def test_ages(age: str, is_one: bool) -> None:  # noqa: FBT001  (of the table)
    _, codes = both(f'gender=female age="{age}" city=moskau year=2024', "")
    assert codes == ([] if is_one else ["QUO004"])


DATES = [
    ("2022", ""), ("2022-03", ""), ("2022-03-08", ""), ("2024-02-29", ""), ("2026-01-01", ""),
    ("2022-13", "QUO011"), ("2023-02-29", "QUO011"), ("8.3.2022", "QUO011"), ("0000", "QUO011"),
    ("2022-3-8", "QUO011"), ("2026-01-02", "QUO007"), ("2027", "QUO007"),
]  # fmt: skip


@pytest.mark.parametrize(("date", "code"), DATES)
def test_dates(date: str, code: str) -> None:
    _, codes = both(f"speaker=Eva date={date}", "speaker=Ева")
    assert codes == ([code] if code else [])


def test_a_paraphrase_in_one_language_is_one_in_all() -> None:
    """Its own marks are then the outer ones, in the other language too."""
    quote, _ = both(f"{INTERVIEWEE} kind=paraphrase", "")
    assert [wording.text for wording in quote.wordings] == ["Er sagte „ja“.", "Он сказал «да»."]


def test_the_nearest_names_are_told() -> None:
    files = changed(
        {DE: TEXT[DE].replace("gender=female", "gender=femail").replace("city=moskau", "city=moskva", 1)}
    )
    found = {one.code: one.nearest for one in compiled(files).diagnostics}
    assert found["QUO003"] == "female"
    assert found["QUO005"] in {"Moskau", "moskau"}


def test_a_translation_back_is_a_translation() -> None:
    quotes = quotes_of(changed({RU: TEXT[RU].replace("year=2023", "year=2023 wording=translation")}))
    assert [one.standing for one in quotes["arbeit"].wordings] == ["translation", "translation"]


@pytest.mark.parametrize("typed", ["gendre=female age=20 city=moskau year=2024", 'speeker="Eva Muster"'])
def test_a_misspelt_attribute_is_not_also_missing(typed: str) -> None:
    text = f"::: {{.quote #geld {typed}}}\nWorte.\n:::\n"
    assert findings({CHAPTER: text}) == [("SYN005", CHAPTER, 5)]
