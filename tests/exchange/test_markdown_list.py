"""The Markdown file: what an editor, or a slip, makes of the lines that divide it."""

from __future__ import annotations

import re

import pytest

from sitegen.exchange import markdown_list
from sitegen.exchange.returned import ReturnedList
from tests.exchange.project import RU, project

QUOTE = "::: {.quote #q}\nWorte.\n:::\n"
GERMAN = f"Ein Satz.\n\n{QUOTE}\nDritter Satz.\n"
RUSSIAN = GERMAN.replace("Ein Satz", "Фраза").replace("Worte", "Слова").replace("Dritter Satz", "Третья")
MADE = project(GERMAN, RUSSIAN)
LINE = re.compile(r"<!-- unit 01-kapitel:3 .*")


def back(text: str) -> ReturnedList:
    return markdown_list.read(text.encode(), "list.md")


def written() -> str:
    """All texts translated anew."""
    text = markdown_list.write(MADE.export()).decode()
    for old, new in (("Фраза", "Первая"), ("Слова", "Речь"), ("Третья", "Последняя")):
        text = text.replace(old, new)
    return text


DAMAGED = {
    "<! -- unit 01-kapitel:3 paragraph in_step 0000000000000000 0000000000000000 -->",
    "< !--unit 01-kapitel:3 paragraph",
    "<!– unit 01-kapitel:3 paragraph –>",
    "<!— Unit 01-kapitel:3",
    "<--unit",
    "!-- unit 01-kapitel:3 paragraph in_step 0000000000000000 0000000000000000 -->",
    "<!-- unit 01-kapitel:3 paragraph in_step 0000000000000000 000000000000000 -->",
    "<!-- 01-kapitel:3 0000000000000000 0000000000000000",
}


@pytest.mark.parametrize("line", sorted(DAMAGED))
def test_a_damaged_line_still_ends_the_text_before_it(line: str) -> None:
    text, number = LINE.subn(line, written())
    assert number == 1
    intake = MADE.take(back(text))
    assert [(one.code, dict(one.args)["text"]) for one in intake.diagnostics] == [("XCH017", "Последняя.")]
    assert intake.diagnostics[0].span.line == 1 + text[: text.index(line)].count("\n")
    expected = RUSSIAN.replace("Фраза", "Первая").replace("Слова", "Речь")
    assert intake.files[RU].decode().endswith(expected)


def test_a_line_that_is_gone_keeps_out_the_text_before_it() -> None:
    intake = MADE.take(back(LINE.sub("", written())))
    assert sorted(one.code for one in intake.diagnostics) == ["XCH018", "XCH019"]
    assert "Dritter" not in intake.files[RU].decode()
    assert intake.files[RU].decode().endswith(RUSSIAN.replace("Фраза", "Первая"))


def test_a_line_behind_the_text_before_it_keeps_that_out() -> None:
    text = re.sub(r"\n+(<!-- unit 01-kapitel:3 .*)\n> .*\n", r" \1\n", written())
    intake = MADE.take(back(text))
    assert sorted(one.code for one in intake.diagnostics) == ["XCH018", "XCH019"]
    assert intake.files[RU].decode().endswith(RUSSIAN.replace("Фраза", "Первая"))


def test_a_lost_line_behind_the_chapters_name_is_told() -> None:
    text = re.sub(r"<!-- unit 01-kapitel:title .*\n", "", written())
    assert [one.code for one in MADE.take(back(text)).diagnostics] == ["XCH017"]


def test_spaces_before_a_line_do_not_matter() -> None:
    text = written().replace("<!-- unit", "  <!-- unit")
    intake = MADE.take(back(text))
    assert (len(intake.taken), intake.diagnostics) == (3, ())


def test_texts_that_are_gone_are_counted() -> None:
    text = written()
    assert text.startswith("<!-- worklist de ru 4 -->\n")
    start = text.index("<!-- unit 01-kapitel:3 ")
    (found,) = MADE.take(back(text[:start])).diagnostics
    assert (found.code, found.severity) == ("XCH018", "info")
    assert dict(found.args) == {"file": "list.md", "count": "1", "total": "4"}
    assert back(text[:start].replace(" de ru 4 ", " de ru ")).missing == 0
