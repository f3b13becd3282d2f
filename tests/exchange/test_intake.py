"""What is wrong with returned translations, one by one; what is sound is taken all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.model.quote import Age
from tests.exchange.project import DE, RU, Project, changed, project, sent, units

GERMAN = """\
Eins zwei drei vier.[^a]

Zweiter Absatz mit [@muster2020].

Dritter Satz `x` 1999.

[^a]: Eine Note.
"""
RUSSIAN = """\
Раз два три четыре.[^a]

Второй абзац с [@muster2020].

Третье предложение `x` 1999.

[^a]: Сноска.
"""
CASES = {
    "a citation is lost": ({"b2": "Второй."}, ["XCH004"]),
    "a citation stands twice": ({"b2": "Второй ⟦1⟧ ⟦1⟧."}, ["XCH005"]),
    "a sign of another text": ({"b2": "Второй ⟦1⟧ ⟦4⟧."}, ["XCH006"]),
    "a sign that is none": ({"b2": "Второй ⟦1⟧ ⟦x⟧."}, ["XCH006"]),
    "a citation of one's own": ({"b2": "Второй ⟦1⟧ [@other]."}, ["XCH009"]),
    "a link of one's own": ({"b2": "Второй ⟦1⟧ [Wort](https://a.de)."}, ["XCH009"]),
    "an address of one's own": ({"b2": "Второй ⟦1⟧ https://a.de"}, ["XCH009"]),
    "a definition of a link": ({"b2": "Второй ⟦1⟧\n\n[a]: https://a.de"}, ["XCH009"]),
    "HTML": ({"b2": "Второй <script>⟦1⟧</script>"}, ["XCH009"]),
    "a mark that becomes code": ({"b2": "Второй `⟦1⟧`"}, ["XCH009"]),
    "a block that is not closed": ({"b2": "Второй ⟦1⟧\n\n::: {.quote #x speaker=A}\nx"}, ["XCH010"]),
    "a control character": ({"b2": "Второй\x07 ⟦1⟧"}, ["XCH009"]),
    "two paragraphs": ({"b2": "Второй\n\nабзац ⟦1⟧"}, ["XCH002"]),
    "a heading": ({"b2": "## Второй ⟦1⟧"}, ["XCH002"]),
    "two faults in two texts": ({"b2": "Второй.", "b3": "## ⟦1⟧"}, ["XCH002", "XCH004"]),
    "the order is free": ({"b2": "⟦1⟧ второй."}, []),
    "the quoted source of another text": ({"b2": "Второй ⟦1⟧\n> Dritter Satz"}, ["XCH019"]),
    "what a sign of another text stands for": ({"b2": "Второй ⟦1⟧\n\n> ⟦1⟧ = `x`"}, ["XCH019"]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_fault_keeps_out_its_text_alone(case: str) -> None:
    texts, codes = CASES[case]
    made = project(GERMAN, RUSSIAN)
    intake = made.take(changed(sent(made.export()), **{**texts, "b1_n1": "Другая сноска."}))
    assert sorted(one.code for one in intake.diagnostics) == codes
    assert {one.span.path for one in intake.diagnostics} <= {"list.md"}
    assert "Другая сноска." in intake.files[RU].decode()
    keys = {one.key for one in intake.taken}
    assert keys == ({"1.n1"} if codes else {"1.n1", "2"})


def test_the_finding_names_unit_and_line() -> None:
    made = project(GERMAN, RUSSIAN)
    (found,) = made.take(changed(sent(made.export()), b2="Второй.")).diagnostics
    assert dict(found.args) == {"unit": "01-kapitel:2", "placeholder": "⟦1⟧", "text": "[@muster2020]"}
    assert found.span.line == 29


def test_a_source_that_changed_is_not_overwritten() -> None:
    old = project(GERMAN, RUSSIAN)
    returned = changed(sent(old.export()), b2="Новый ⟦1⟧.")
    new = project(GERMAN.replace("Zweiter", "Anderer"), RUSSIAN)
    intake = new.take(returned)
    assert ([one.code for one in intake.diagnostics], intake.files) == (["XCH007"], {})


def test_a_translation_that_changed_is_a_conflict() -> None:
    old = project(GERMAN, RUSSIAN)
    returned = changed(sent(old.export()), b2="Новый ⟦1⟧.")
    new = project(GERMAN, RUSSIAN.replace("Второй", "Иной"))
    assert [one.code for one in new.take(returned).diagnostics] == ["XCH008"]


def test_importing_twice_is_no_conflict() -> None:
    made = project(GERMAN, RUSSIAN)
    returned = changed(sent(made.export()), b2="Новый ⟦1⟧.")
    done = Project({**made.files, **made.take(returned).files})
    again = done.take(returned)
    assert (again.files, again.diagnostics) == ({}, ())


def test_a_block_that_moved_is_found_again() -> None:
    old = project(GERMAN, RUSSIAN)
    returned = changed(sent(old.export()), b2="Новый ⟦1⟧.")
    new = project(
        "Davor steht noch etwas ganz anderes.\n\n" + GERMAN, "Перед этим ещё нечто иное.\n\n" + RUSSIAN
    )
    intake = new.take(returned)
    assert intake.diagnostics == ()
    assert "Новый [@muster2020]." in intake.files[RU].decode()


def test_what_nobody_knows_is_said() -> None:
    made = project(GERMAN, RUSSIAN)
    returned = changed(sent(made.export()), b2="Новый ⟦1⟧.", b3="Другой ⟦1⟧.")
    strange = tuple(
        replace(one, chapter="09-fremd")
        if one.key == "2"
        else replace(one, key="77", source_digest="0" * 16)
        if one.key == "3"
        else one
        for one in returned.units
    )
    codes = [one.code for one in made.take(replace(returned, units=strange)).diagnostics]
    assert codes == ["XCH003"] * 2


def test_other_languages_are_said() -> None:
    made = project(GERMAN, RUSSIAN)
    returned = replace(sent(made.export()), target="fr")
    assert [one.code for one in made.take(returned).diagnostics] == ["XCH012"]


def test_two_answers_to_one_text() -> None:
    made = project(GERMAN, RUSSIAN)
    one, other = (changed(sent(made.export()), b2=f"{word} ⟦1⟧.") for word in ("Новый", "Иной"))
    intake = made.take(one, other)
    assert [found.code for found in intake.diagnostics] == ["XCH013"]
    assert "Новый" in intake.files[RU].decode()


MORE = "\nNeu ist dieser Absatz.[^b]\n\n[^b]: Neue Note.\n"


def test_only_what_is_not_in_step_is_sent() -> None:
    made = project(GERMAN + MORE, RUSSIAN)
    assert [(key, unit.state) for key, unit in units(made.export(everything=False)).items()] == [
        ("4", "missing"),
        ("4.n1", "missing"),
    ]


def test_a_missing_block_comes_behind_its_neighbour_with_its_notes() -> None:
    made = project(GERMAN + MORE, RUSSIAN.replace("\n", "\r\n"))
    returned = sent(made.export(everything=False))
    intake = made.take(changed(returned, b4="Новый абзац.⟦1⟧", b4_n1="Новая сноска."))
    assert intake.diagnostics == ()
    block = "Третье предложение `x` 1999.\n\nНовый абзац.[^b]\n\n[^b]: Новая сноска.\n\n[^a]: Сноска.\n"
    assert intake.files[RU].decode().endswith(block.replace("\n", "\r\n"))


def test_a_block_without_its_note_waits() -> None:
    made = project(GERMAN + MORE, RUSSIAN)
    intake = made.take(changed(sent(made.export(everything=False)), b4="Новый абзац.⟦1⟧"))
    assert ([one.code for one in intake.diagnostics], intake.files) == (["XCH011"], {})


def test_a_label_that_is_taken_gets_another() -> None:
    made = project(GERMAN + MORE.replace("^b", "^1"), RUSSIAN.replace("^a", "^1"))
    returned = sent(made.export(everything=False))
    intake = made.take(changed(returned, b4="Новый абзац.⟦1⟧", b4_n1="Новая сноска."))
    assert intake.diagnostics == ()
    assert "Новый абзац.[^1-2]\n\n[^1-2]: Новая сноска." in intake.files[RU].decode()


def test_a_new_chapter_is_partial_until_it_is_whole() -> None:
    made = project(GERMAN, None)
    intake = made.take(changed(sent(made.export()), title="Глава", b2="Второй ⟦1⟧."))
    assert intake.diagnostics == ()
    assert intake.files[RU].decode() == (
        "---\ntitle: Глава\ntranslated_from: de\ntranslation: partial\n---\n\nВторой [@muster2020].\n"
    )


def test_a_new_chapter_needs_a_title() -> None:
    made = project(GERMAN, None)
    intake = made.take(changed(sent(made.export()), b2="Второй ⟦1⟧."))
    assert ([one.code for one in intake.diagnostics], intake.files) == (["XCH015"], {})


HEAD = "---\ntitle: Das Kapitel\nsubtitle: Ein Untertitel\nabstract: >-\n  Ein Absatz.\n---\n\nEin Satz.\n"


def test_the_front_matter_is_translated_too() -> None:
    russian = "---\ntitle: 'Глава'\nabstract: >-\n  Абзац\n  здесь.\nslug: glava\n---\n\nПредложение.\n"
    made = project(HEAD, russian)
    returned = changed(sent(made.export()), title="Глава: о книге", subtitle="Подзаголовок", abstract="Иной.")
    intake = made.take(returned)
    assert intake.diagnostics == ()
    assert intake.files[RU].decode() == (
        '---\ntitle: "Глава: о книге"\nsubtitle: Подзаголовок\nabstract: Иной.\nslug: glava\n---\n'
        "\nПредложение.\n"
    )


FIGURE = '![Die Grenze](../assets/x.jpg){#fig-a alt="Ein Bild" credit="Foto: A"}\n'


def test_words_of_attributes_are_texts_of_their_own() -> None:
    made = project(FIGURE, FIGURE.replace("Die Grenze", "Граница"))
    intake = made.take(changed(sent(made.export()), b1_alt='Очередь "у\\шлагбаума"', b1_credit="Фото: А"))
    assert intake.diagnostics == ()
    line = '![Граница](../assets/x.jpg){#fig-a alt="Очередь \\"у\\\\шлагбаума\\"" credit="Фото: А"}\n'
    assert intake.files[RU].decode().endswith(line)


def test_a_caption_that_has_no_place_is_said() -> None:
    made = project(FIGURE, FIGURE.replace("Die Grenze", ""))
    intake = made.take(changed(sent(made.export()), b1="Граница"))
    assert [one.code for one in intake.diagnostics] == ["XCH014"]


def test_a_new_quote_leaves_out_what_is_true_of_the_source_alone() -> None:
    quote = '::: {.quote #q speaker="A. B." original=ru wording=translation}\nWorte.\n:::\n'
    made = project(f"Ein Satz.\n\n{quote}", "Предложение.\n")
    intake = made.take(changed(sent(made.export()), b2="Слова.", b2_speaker="А. Б."))
    assert intake.diagnostics == ()
    assert intake.files[RU].decode().endswith('::: {.quote #q speaker="А. Б."}\nСлова.\n:::\n')


def test_the_heads_of_a_chart_are_translated() -> None:
    chart = "::: {.chart type=bar data=a.csv x=land y=zahl x_label=Land}\nZiele\n:::\n"
    made = project(f"Ein Satz.\n\n{chart}", "Предложение.\n")
    intake = made.take(changed(sent(made.export()), b2="Цели", b2_x_label="Страна"))
    assert intake.diagnostics == ()
    assert 'y=zahl x_label="Страна"}\nЦели\n:::' in intake.files[RU].decode()


PERSON = 'gender=weiblich age=20 city="Tula" year=2024'


def test_a_new_quote_says_nothing_that_its_source_says() -> None:
    block = f"::: {{.quote #q {PERSON}}}\nWorte.\n:::\n"
    span = f"Sie sagt: [Ja.]{{.quote #r {PERSON} kind=verbatim}}\n"
    made = project(f"Ein Satz.\n\n{block}\n{span}", "Предложение.\n")
    intake = made.take(changed(sent(made.export()), b2="Слова.", b3="Говорит: [Да.⟦1⟧"))
    assert intake.diagnostics == ()
    russian = "::: {.quote #q}\nСлова.\n:::\n\nГоворит: [Да.]{.quote #r}\n"
    assert intake.files[RU].decode().endswith(russian)
    done = Project({**made.files, **intake.files})
    record = next(one for one in done.publication.quotes if one.id == "q").attributes
    assert (record.gender, record.age, record.year) == ("female", Age(20, 20), 2024)
    again = sent(done.export())
    assert done.take(again).diagnostics == ()
    assert done.take(changed(again, b3="Скажет: [Да.⟦1⟧")).diagnostics == ()


def test_a_quote_without_an_id_keeps_what_it_says() -> None:
    made = project(f"Ein Satz.\n\n::: {{.quote {PERSON}}}\nWorte.\n:::\n", "Предложение.\n")
    intake = made.take(changed(sent(made.export()), b2="Слова."))
    assert f"::: {{.quote {PERSON}}}\nСлова.\n:::\n" in intake.files[RU].decode()


EMPHASIS = {
    "**Wichtig** ist *das*.": {
        "**Важно** это.": False,
        "**Важно это.": True,
        "Важно** это.": True,
        "**Важно* это.": True,
        "_Важно это.": True,
        "Важно \\*\\* это * и_то.": False,
        "`**` важно.": False,
    },
    "Eins\\* zwei.": {"Раз** два.": True},
    "Eins* zwei.": {"Раз** два.": False},
}


@pytest.mark.parametrize(
    ("german", "russian", "codes"),
    [
        (german, russian, ["XCH020"] * told)
        for german, texts in EMPHASIS.items()
        for russian, told in texts.items()
    ],
)
def test_emphasis_with_one_end_is_told_and_taken(german: str, russian: str, codes: list[str]) -> None:
    made = project(f"{german}\n", "Важно.\n")
    if "`" in russian:
        made = project(f"{german} `**`\n", "Важно `**`.\n")
        russian = russian.replace("`**`", "⟦1⟧")
    intake = made.take(changed(sent(made.export()), b1=russian))
    assert [one.code for one in intake.diagnostics] == codes
    assert [one.key for one in intake.taken] == ["1"]


def test_quoted_lines_may_stand_where_they_stood() -> None:
    made = project("> Eins.\n> Zwei.\n", "> Раз.\n> Два.\n")
    intake = made.take(changed(sent(made.export()), b1="> Раз.\n> Три."))
    assert (intake.diagnostics, len(intake.taken)) == ((), 1)


def test_citations_keep_what_the_translation_says() -> None:
    made = project("Satz [@muster2020, S. 3] und *mehr*.\n", "Фраза [@muster2020, с. 3].\n")
    intake = made.take(changed(sent(made.export()), b1="Фраза и ещё ⟦1⟧."))
    assert "Фраза и ещё [@muster2020, с. 3]." in intake.files[RU].decode()


def test_words_around_a_citation_are_translated() -> None:
    made = project("Satz [vgl. @muster2020, S. 3, und öfter].\n", None)
    unit = units(made.export())["1"]
    assert unit.source_text == "Satz [vgl. ⟦1⟧, und öfter]."
    assert [one.shown for one in unit.placeholders] == ["@muster2020, S. 3"]


def test_the_source_is_never_written() -> None:
    made = project(GERMAN, RUSSIAN)
    assert DE not in made.take(changed(sent(made.export()), b2="Новый ⟦1⟧.")).files
