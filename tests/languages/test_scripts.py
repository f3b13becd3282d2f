from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.languages.scripts import CYRILLIC, LATIN, foreign_runs, mixed_words

LAW = settings(derandomize=True, deadline=None, max_examples=150)
TEXTS = st.text("abXéßЖдиїё\u0301 .,-–«»„“_5\n", max_size=40)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Der Fonds hilft.", []),
        ("Der Fonds Дом с маяком hilft.", [("Дом с маяком", "ru")]),
        ("Der Fonds «Дом „с маяком“», hilft.", [("Дом „с маяком", "ru")]),
        ("Дом, Москва; Тула", [("Дом, Москва; Тула", "ru")]),
        ("Дом и Haus и дом", [("Дом и", "ru"), ("и дом", "ru")]),
        ("am 24 февраля 2022 года, 5", [("февраля 2022 года", "ru")]),
        ("(Дом, 2022, Тула)", [("Дом", "ru"), ("Тула", "ru")]),
        ("in Київ und Москва", [("Київ", "uk"), ("Москва", "ru")]),
        ("eine ґ, ein Є", [("ґ", "uk"), ("Є", "uk")]),
        ("Санкт-Петербург", [("Санкт-Петербург", "ru")]),
        ("die ГУЛАГ-Systeme", [("ГУЛАГ", "ru")]),
        ("до\u0301ма\u0301!", [("до\u0301ма\u0301", "ru")]),
        ("Das Wоrt und Мoskau", []),
        ("Μαρία שלום", []),
    ],
)
def test_cyrillic_in_latin_text(text: str, runs: list[tuple[str, str]]) -> None:
    assert [(text[start:end], tag) for start, end, tag in foreign_runs(text, LATIN)] == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Фонд помогает.", []),
        ("Издание The Bell пишет", ["The Bell"]),
        ("Re: Russia, «Süddeutsche Zeitung» и BBC", ["Re: Russia, «Süddeutsche Zeitung", "BBC"]),
        ("GULAG-система", ["GULAG"]),
        ("в XX веке, XIX–XX вв., том IV", []),
        ("Слoво", []),
    ],
)
def test_latin_in_cyrillic_text(text: str, runs: list[str]) -> None:
    found = foreign_runs(text, CYRILLIC)
    assert [text[start:end] for start, end, _ in found] == runs
    assert {tag for *_, tag in found} <= {""}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Das W\u043ert.", ["W\u043ert"]),
        ("Москвa, Bеrlin", ["Москвa", "Bеrlin"]),
        ("до\u0301мa", ["до\u0301мa"]),
        ("Caféб", ["Caféб"]),
        ("GULAG-система", []),
        ("H2О, COVID19год", []),
        ("Der Fonds Дом", []),
        ("Дом_haus и/oder", []),
        ("Bürger*innen", []),
        ("дом", []),
        ("", []),
    ],
)
def test_words_of_two_scripts(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in mixed_words(text)] == words


@LAW
@given(TEXTS)
def test_a_run_is_made_of_one_script_and_begins_and_ends_with_a_word(text: str) -> None:
    for script, other in ((LATIN, "[A-Za-zéß]"), (CYRILLIC, "[\u0400-\u04ff]")):
        for start, end, _ in foreign_runs(text, script):
            assert not re.search(other, text[start:end])
            assert text[start].isalpha()
            assert text[end - 1].isalpha() or text[end - 1] == "\u0301"


@LAW
@given(TEXTS)
def test_every_cyrillic_letter_is_in_a_run_or_in_a_word_that_mixes(text: str) -> None:
    runs = [(start, end) for start, end, _ in foreign_runs(text, LATIN)]
    words = [match.span() for match in re.finditer("(?:[^\\W\\d_]\u0301*)+", text)]
    covered = runs + [span for span in words if re.search("[A-Za-zéß]", text[slice(*span)])]
    for at, char in enumerate(text):
        if "\u0400" <= char <= "\u04ff":
            assert any(start <= at < end for start, end in covered)


@pytest.mark.parametrize("text", ["д" * 50_000 + "x", "д " + "," * 50_000, "д 1" * 20_000, "дx" * 30_000])
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    start = time.process_time()
    for script in (LATIN, CYRILLIC):
        foreign_runs(text, script)
    mixed_words(text)
    assert time.process_time() - start < 5
