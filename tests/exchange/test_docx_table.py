"""The Word file: what Word does to it is understood, and what is no worklist is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest

from sitegen.exchange import docx_table
from sitegen.exchange.returned import LIMIT, ReturnedList, Unreadable
from tests.exchange.project import project, sent

GERMAN = "Ein Satz mit [@muster2020].\n"
RUSSIAN = "Фраза с [@muster2020].\n"
PART = "word/document.xml"


def written() -> bytes:
    return docx_table.write(project(GERMAN, RUSSIAN).export())


def edited(old: str, new: str, data: bytes | None = None) -> bytes:
    """The archive with another text in its main part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or written())) as archive, zipfile.ZipFile(stream, "w") as copy:
        for entry in archive.infolist():
            part = archive.read(entry)
            if entry.filename == PART:
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            copy.writestr(entry.filename, part)
    return stream.getvalue()


def text(returned: ReturnedList) -> str:
    return next(one.text for one in returned.units if one.key == "1")


def test_a_table_for_every_chapter_with_four_columns() -> None:
    document = docx.Document(io.BytesIO(written()))
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["Unit", "State", "Source", "Translation"]
    cells = table.rows[2].cells
    assert cells[0].text.startswith("01-kapitel:1\n")
    assert cells[2].text == "Ein Satz mit ⟦1⟧.\n⟦1⟧ = [@muster2020]"
    assert [run.text for run in cells[3].paragraphs[0].runs if run.style.name == "Placeholder"] == ["⟦1⟧"]


TRACKED = (
    "<w:del w:id='1' w:author='x'><w:r><w:delText>weg</w:delText></w:r></w:del>"
    "<w:ins w:id='2' w:author='x'><w:r><w:t>Новая </w:t></w:r></w:ins>"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            '<w:r><w:t xml:space="preserve">Фраза с </w:t></w:r>',
            f"{TRACKED}<w:r><w:t>с</w:t></w:r>",
            "Новая с⟦1⟧.",
        ),
        ("Фраза с ", 'Фраза</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">с ', "Фраза\nс ⟦1⟧."),
        ("Фраза с ", "Фраза</w:t><w:noBreakHyphen/><w:t>с", "Фраза\u2011с⟦1⟧."),
        ("Фраза с ", "Фраза</w:t><w:br/><w:t>с", "Фраза\nс⟦1⟧."),
        ("Фраза с ", "Фра</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:t>за", "Фраза⟦1⟧."),
    ],
)
def test_what_word_makes_of_it_is_understood(old: str, new: str, expected: str) -> None:
    assert text(docx_table.read(edited(old, new), "a.docx")) == expected


def rows(change: Callable[[list[list[str]], Any], None]) -> ReturnedList:
    """The worklist read after a change of its table."""
    document = docx.Document(io.BytesIO(written()))
    (table,) = document.tables
    change([[cell.text for cell in row.cells] for row in table.rows], table)
    stream = io.BytesIO()
    document.save(stream)
    return docx_table.read(stream.getvalue(), "list.docx")


def overwrite(texts: list[list[str]], table: Any) -> None:
    table.rows[2].cells[0].text = "Heimat"
    table.rows[2].cells[3].text = "Новая фраза ⟦1⟧."


def split(texts: list[list[str]], table: Any) -> None:
    table.rows[2].cells[1].merge(table.rows[2].cells[2])


def without_heading(texts: list[list[str]], table: Any) -> None:
    table._tbl.remove(table.rows[0]._tr)


def without_row(texts: list[list[str]], table: Any) -> None:
    table._tbl.remove(table.rows[2]._tr)


def without_first_column(texts: list[list[str]], table: Any) -> None:
    for row in table.rows:
        row._tr.remove(row._tr.tc_lst[0])


def with_table_of_its_own(texts: list[list[str]], table: Any) -> None:
    own = table.part.document.add_table(rows=2, cols=2)
    own.cell(1, 1).text = "Glossar"


def with_empty_row(texts: list[list[str]], table: Any) -> None:
    table.add_row()


def with_heading_below(texts: list[list[str]], table: Any) -> None:
    table._tbl.append(table.rows[0]._tr)


CHANGES: dict[str, tuple[Callable[[list[list[str]], Any], None], list[str], list[tuple[int, str]], int]] = {
    "nothing": (lambda *_: None, ["title", "1"], [], 0),
    "a name is overwritten": (overwrite, ["title"], [(3, "Новая фраза ⟦1⟧.")], 0),
    "two cells became one": (split, ["title"], [(3, "Фраза с ⟦1⟧.")], 0),
    "the heading is gone": (without_heading, ["title", "1"], [], 0),
    "a row is gone": (without_row, ["title"], [], 1),
    "no row says what it is": (without_first_column, [], [(2, "Глава"), (3, "Фраза с ⟦1⟧.")], 0),
    "another table": (with_table_of_its_own, ["title", "1"], [], 0),
    "an empty row": (with_empty_row, ["title", "1"], [], 0),
    "the heading stands elsewhere": (with_heading_below, ["title", "1"], [], 0),
}


@pytest.mark.parametrize("name", CHANGES)
def test_no_row_goes_without_a_word(name: str) -> None:
    change, keys, nameless, missing = CHANGES[name]
    returned = rows(change)
    assert [one.key for one in returned.units] == keys
    assert [(one.span.line, one.text) for one in returned.nameless] == nameless
    assert returned.missing == missing
    found = project(GERMAN, RUSSIAN).take(returned).diagnostics
    assert [one.code for one in found] == ["XCH017"] * len(nameless) + ["XCH018"] * missing


def test_a_finding_names_the_row() -> None:
    returned = sent(project(GERMAN, RUSSIAN).export(), "docx-table")
    assert [(one.key, one.span.line) for one in returned.units] == [("title", 2), ("1", 3)]


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name.replace("_", "/") + ".xml", data)
    return stream.getvalue()


def entity() -> bytes:
    doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document'
    return edited("<w:document", doctype)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no archive": lambda: b"Guten Tag",
    "half an archive": lambda: written()[:2000],
    "an archive without a text": lambda: archive(other=b"<x/>"),
    "a text that is no worklist": lambda: archive(word_document=b"<x/>"),
    "an entity of a file": entity,
    "a bomb": lambda: archive(word_document=b" " * (LIMIT + 1)),
    "a bomb beside the text": lambda: archive(word_document=b"<x/>", media=b" " * LIMIT),
    "very many files": lambda: archive(**{f"a{number}": b"" for number in range(3000)}),
    "another table": lambda: edited("sitegen de → ru", "Brief"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_worklist_is_refused(name: str) -> None:
    with pytest.raises(Unreadable):
        docx_table.read(HOSTILE[name](), "a.docx")
