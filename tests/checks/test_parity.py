"""What one edition of a chapter holds and the other lacks: just that is told, and nothing of good texts."""
# ruff: noqa: E501  a table: one case is one line

from __future__ import annotations

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.messages import message
from tests.publications import BILINGUAL, build, head_lines

DE, RU = "content/de/01-beispiel.md", "content/ru/01-beispiel.md"
BIB = """\
@book{muster2020, author = {Muster, Eva}, title = {Eins}, publisher = {V}, date = {2020}, langid = {german}}
@book{probe2022, author = {Probe, Karl}, title = {Zwei}, publisher = {V}, date = {2022}, langid = {german}}
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9"/></svg>\n'
FIGURE = '![{}](../assets/bild.svg){{#fig-bild alt="{}"}}'
TABLE = "| A | B |\n| --- | ---: |\n| x | {} |\n\n: {} {{#tbl-a}}"
QUOTE = "::: {{.quote #{} gender=female age=20 city=moskau year=2024}}\n{}\n:::"
INLINE = "[{}]{{.quote #mein-land gender=male age=53 city=moskau year=2024}}"
ALL_KINDS = ("Er nennt 7 Gründe.^[Siehe 8.] [@muster2020]", "Он говорит.")

GOOD = {
    # the same in either notation
    "numbers": ("1.234,5 und 3,5 Mio. und 12 %", "1 234,5 и 3,5 млн и 12 %"),
    "scale": ("3.500.000 Menschen, 700 Tsd.", "3,5 миллиона человек, 700 000"),
    "order": ("Von 2018 bis 2023", "В 2023 году и в 2018"),
    "dates": ("Am 24.02.2022 um 22.30 Uhr", "24 февраля 2022 г. в 22:30"),
    "a word there": ("Es waren 2 und 25 Menschen", "Их было двое и двадцать пять"),
    "a word here": ("Zwei von drei im 20. Jahrhundert", "2 из 3 в XX веке"),
    "in the note of the block": ("Text.^[Es waren 3.]", "Текст.^[Их было трое.]"),
    "a decade": ("In den 1990er Jahren", "В 90-е годы"),
    "said once more": ("Im Jahr 2022, wie gesagt 2022", "В 2022 году, как сказано"),
    "a name": ("Die G7 und COVID-19", "«Большая семёрка» и пандемия"),
    "a third": ("1/3 der Leute", "Треть людей"),
    "two thirds": ("2/3 der Leute", "Две трети людей"),
    "for the first time": ("Zum 1. Mal", "Впервые"),
    "half a hundred": ("Etwa 50 Leute", "Около полусотни людей"),
    "telephone": ("Tel. +7 495 123-45-67", "Тел. +7 (495) 123-45-67"),
    "months": ("Am 17.7.2024 und 17.8.2024", "17 августа 2024 и 17 июля 2024"),
    "only one says the month": ("Am 17. und 18. Juli", "17 и 18.07."),
    "below zero": ("Bei -5 Grad", "При 5 градусах мороза"),
    "a dash": ("Leute –5 oder mehr", "Люди: 5 или больше"),
    "half": ("50 % der Befragten", "Половина опрошенных"),
    "years in short": ("2018–23 und 2022/23", "2018–2023, 2022–2023"),
    "a column": (TABLE.format("1234.5", "Eins"), TABLE.format("1234.5", "Один")),
    "code and addresses": ("`42` und <https://example.org/7>", "`43` и <https://example.org/7>"),
    # notes, citations, links
    "labels": ("A[^eins] b[^zwei].\n\n[^eins]: Eins.\n\n[^zwei]: Zwei.", "A[^1] b[^2].\n\n[^2]: Два.\n\n[^1]: Раз."),
    "note in place": ("A^[Eins].", "A[^1].\n\n[^1]: Раз."),
    "locators": ("A [@muster2020, S. 3–5; @probe2022, Kap. 2].", "A [@probe2022, гл. 2; @muster2020, с. 3-5]."),
    "a locator in words": ("A [@muster2020, {Anhang}].", "A [@muster2020, {Приложение}]."),
    "a citation as a note": ("A [@muster2020].", "A.[^1]\n\n[^1]: [@muster2020]."),
    "tracking": ("[a](https://example.org/x/)", "[a](http://www.example.org/x?utm_source=y)"),
    "an edition of its own": ("[a](https://de.wikipedia.org/wiki/Russland)", "[a](https://ru.wikipedia.org/wiki/Россия)"),
    "anchors": ("## Geld\n\nSiehe [oben](#geld).", "## Деньги\n\nСм. [выше](#dengi)."),
    "another order": ("Erst [@muster2020], dann [@probe2022] 7.", "В 7 раз [@probe2022], потом [@muster2020]."),
    "a rule": ("A.\n\n***\n\nB.", "А.\n\nБ."),
    "figures": (FIGURE.format("Ein Bild", "Strich"), FIGURE.format("Картинка", "Черта")),
}  # fmt: skip


BAD = {
    "number": ("79 Gespräche", "много бесед", [("PAR010", DE, 1, "79")]),
    "number there": ("Viele Gespräche", "79 бесед", [("PAR010", RU, 1, "79")]),
    "month": ("Am 17.7.2024", "17 августа 2024", [("PAR011", RU, 1, "17.8.")]),
    "month in words": ("Am 17. Juli 2024", "17 августа 2024", [("PAR011", RU, 1, "17.7.")]),
    "minus": ("Bei -5 Grad", "При 5 градусах", [("PAR011", RU, 1, "-5")]),
    "telephone": ("Tel. +7 495 123-45-67", "Тел. +7 495 123-45-68", [("PAR011", RU, 1, "+74951234568")]),
    "swapped digits": ("79 Gespräche in 2022", "97 бесед в 2022 году", [("PAR011", RU, 1, "97")]),
    "other scale": ("3,5 Mio. Menschen", "3,5 млрд человек", [("PAR011", RU, 1, "3500000000")]),
    "decimal": ("1.234,5 Euro", "1,2345 евро", [("PAR011", RU, 1, "1.2345")]),
    "another century": ("Im Jahr 1922", "В 2022 году", [("PAR011", RU, 1, "2022")]),
    "in a column": (TABLE.format("110000", "A"), TABLE.format("101000", "Б"), [("PAR011", RU, 3, "101000")]),
    "footnote": ("A^[Eins] b^[Zwei].", "A b^[Два].", [("PAR002", DE, 1, "footnote")]),
    "footnote with all it holds": ("A.^[Im Jahr 2022 [@muster2020, S. 3], https://example.org/]", "A.", [("PAR002", DE, 1, "footnote")]),
    "the first of two": ("A^[Siehe 2022] b^[Siehe 2023].", "A b^[См. 2023].", [("PAR002", DE, 1, "footnote")]),
    "number in a note": ("A.[^n]\n\n[^n]: Im Jahr 2022.", "A.[^n]\n\n[^n]: В 2021 году.", [("PAR011", RU, 3, "2021")]),
    "citation": ("A [@muster2020; @probe2022].", "A [@muster2020].", [("PAR003", DE, 1, "probe2022")]),
    "another source": ("A [@muster2020].", "A [@probe2022].", [("PAR004", RU, 1, "probe2022")]),
    "locator": ("A [@muster2020, S. 3].", "A [@muster2020, с. 5].", [("PAR005", RU, 1, "“3”")]),
    "no locator": ("A [@muster2020, S. 3].", "A [@muster2020].", [("PAR005", RU, 1, "“–”")]),
    "figure": (f"A.\n\n{FIGURE.format('Bild', 'Strich')}", "А.", [("PAR006", DE, 3, "figure")]),
    "table": ("A.", f"А.\n\n{TABLE.format('x', 'Таблица')}", [("PAR007", RU, 3, "table")]),
    "link": ("[a](https://example.org/x) b", "a b", [("PAR008", DE, 1, "https://example.org/x")]),
    "chapter linked": ("[a](01-beispiel.md) b", "a b", [("PAR008", DE, 1, "01-beispiel.md")]),
    "another address": ("[a](https://example.org/x)", "[a](https://example.org/y)", [("PAR009", RU, 1, "https://example.org/y")]),
    "paragraph": ("## A\n\nB.\n\n## C\n\nD.", "## А\n\n## Ц\n\nД.", [("PAR001", DE, 3, "paragraph")]),
    "paragraph with all it holds": (f"## A\n\n{ALL_KINDS[0]}\n\n## C\n\nD.", "## А\n\n## Ц\n\nД.", [("PAR001", DE, 3, "paragraph")]),
    "list there": ("## A\n\nB.", "## А\n\nБ.\n\n- в\n- г", [("PAR001", RU, 5, "list")]),
    "a list as a paragraph": ("## A\n\n- b\n- c\n\n## D", "## А\n\nб, в\n\n## Д", [("PAR001", DE, 3, "list")]),
    "heading": ("A.\n\n## B\n\nC.", "А.\n\nЦ.", [("PAR001", DE, 3, "heading")]),
    "level": ("## A\n\nB.\n\n### C\n\nD.", "## А\n\nБ.\n\n## Ц\n\nД.", [("PAR013", RU, 5, "level 2")]),
    "quote": (f"A.\n\n{QUOTE.format('geld', 'Worte, 7.')}", "А.", [("QUO010", DE, 3, "geld")]),
    "quote in a sentence": (f"Er sagt: {INLINE.format('Meine 7 Länder')}.", "Он говорит.", [("QUO010", DE, 1, "mein-land")]),
}  # fmt: skip


def found(german: str, russian: str, settings: str = BILINGUAL) -> list[Diagnostic]:
    files = {DE: german + "\n", RU: russian + "\n", "sitegen.toml": settings, "citations.bib": BIB}
    outcome = build({**files, "content/assets/bild.svg": PICTURE})
    return [one for one in outcome.diagnostics if one.code.startswith("PAR") or one.code == "QUO010"]


@pytest.mark.parametrize("name", GOOD)
def test_good_texts_are_left_alone(name: str) -> None:
    assert [message(one) for one in found(*GOOD[name])] == []


@pytest.mark.parametrize("name", BAD)
def test_differences(name: str) -> None:
    german, russian, expected = BAD[name]
    told = found(german, russian)
    lines = head_lines(DE, german)
    assert [(one.code, one.span.path, one.span.line - lines) for one in told] == [one[:3] for one in expected]
    assert all(words in message(one) for one, (*_, words) in zip(told, expected, strict=True))


def test_the_exact_place_and_the_passage_that_answers_it() -> None:
    (one,) = found("Es waren 79 Gespräche.", "Беседы.")
    assert one.span[1:] == (5, 10, 5, 12)
    assert [(there.span.path, there.span.line, there.text) for there in one.related] == [(RU, 5, "wording")]


UNFINISHED = "---\ntitle: Пример\ntranslation: partial\n---\n\n"
LACKING = f"## A\n\nIm Jahr 2022.^[Eins]\n\n{QUOTE.format('geld', 'Worte.')}\n\n## B\n\nC 7."
SUMMARY = "blocks 1, quotes 1, footnotes 0; other differences: 1."


@pytest.mark.parametrize(
    ("russian", "settings"),
    [
        (f"{UNFINISHED}## А\n\n## Б\n\nЦ.", BILINGUAL),
        ("## А\n\n## Б\n\nЦ.", f'{BILINGUAL}[translations]\nunfinished = ["ru"]\n'),
    ],
)
def test_an_unfinished_translation_is_one_remark(russian: str, settings: str) -> None:
    (one,) = found(LACKING, russian, settings)
    assert (one.code, one.severity, one.span.path, one.span.line) == ("PAR012", "info", RU, 2)
    assert message(one).endswith(SUMMARY)


def test_what_only_an_unfinished_text_has_does_not_hold_up_the_other() -> None:
    (one,) = found("## A", f"{UNFINISHED}## А\n\n{QUOTE.format('dengi', 'Слова.')}")
    assert (one.code, one.severity) == ("PAR012", "info")


def test_an_unfinished_translation_that_lacks_nothing_is_none() -> None:
    assert found("Text.", f"{UNFINISHED}Текст.") == []


@pytest.mark.parametrize(
    ("german", "russian"),
    [
        ("Text.[^a]\n\n[^b]: Note, 2022.", "Текст.[^a]\n\n[^a]: Сноска, 2022."),
        ("A [@mustre2020].", "A [@muster2020]."),
        ("[a](02-fehlt.md)", "a"),
        ("::: {.quote #geld gender=female age=20 city=moskau year=2024}\nA 7.", "А."),
    ],
)
def test_nothing_is_told_that_follows_from_a_mistake(german: str, russian: str) -> None:
    assert [one for one in found(german, russian) if one.code.startswith("PAR")] == []
