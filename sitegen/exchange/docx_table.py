"""Worklists as a Word file: for every chapter a table with the source beside its translation.

A file that came back is read from its XML alone, within limits: nothing in it is run, followed or loaded.
Deleted text that a change list still holds does not count, inserted text does.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from sitegen.diagnostics.messages import visible
from sitegen.diagnostics.row import N_
from sitegen.exchange.placeholders import MARK
from sitegen.exchange.returned import (
    LIMIT,
    NO_WORKLIST,
    TOO_LARGE,
    Nameless,
    Returned,
    ReturnedList,
    Unreadable,
)
from sitegen.exchange.safe_xml import read_xml
from sitegen.exchange.units import ChapterUnits, Unit, Worklist
from sitegen.source import Span

ENDING = ".docx"
EXPLAINED = N_(
    "Write the translation into the last column, or change what stands there, and leave the other columns as"
    " they are. Signs such as ⟦1⟧ stand for citations, footnote marks, addresses and other things that are"
    " not translated: put each of them where it belongs in your sentence, exactly once."
)
HEADINGS = (N_("Unit"), N_("State"), N_("Source"), N_("Translation"))
STATES = {"missing": N_("missing"), "stale": N_("stale"), "in_step": N_("in step"), "extra": N_("extra")}

_WIDTHS = (Cm(3.2), Cm(2), Cm(10.2), Cm(10.2))
_MARK_STYLE = "Placeholder"
_SMALL_STYLE = "Small print"
_GREY = RGBColor(0x59, 0x59, 0x59)
_BLUE = RGBColor(0x1F, 0x4E, 0x9E)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = f"{_WORD}trPr/{_WORD}tblHeader"
_ENTRIES = 2_000
_BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, OSError, EOFError, ValueError)
"""What the library raises where an archive is broken, encrypted, or has no text."""
_HEAD = re.compile(r"sitegen ([\w-]+) → ([\w-]+)(?: · ([0-9]{1,9}))?")
_UNIT = re.compile(r"(.+):([\w.-]+)\s+([0-9a-f]{16})\s+([0-9a-f]{16})\s*")
_SIGNS = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": "\t", f"{_WORD}noBreakHyphen": "\u2011"}
_LEFT_OUT = frozenset(f"{_WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tbl", "instrText"))


def write(
    worklist: Worklist,
    explained: str = EXPLAINED,
    headings: tuple[str, ...] = HEADINGS,
    states: dict[str, str] | None = None,
) -> bytes:
    """The file; `explained`, `headings` and `states` are in the translator's language."""
    document = docx.Document()
    _set_up(document)
    document.add_paragraph(explained)
    head = f"sitegen {worklist.source} → {worklist.target} · {worklist.count}"
    document.add_paragraph(head, style=_SMALL_STYLE)
    for chapter in worklist.chapters:
        document.add_heading(_printable(chapter.title), level=2)
        _write_table(document, chapter, headings, states or STATES)
    stream = io.BytesIO()
    document.save(stream)
    return _same_times(stream.getvalue())


def read(data: bytes, path: str) -> ReturnedList:
    """The units of a file that came back. Unreadable where it is no worklist of ours."""
    root = read_xml(_main_part(data))
    body = root.find(f"{_WORD}body")
    if root.tag != f"{_WORD}document" or body is None:
        raise Unreadable(NO_WORKLIST)
    head = next(
        (found for one in body.iterchildren(f"{_WORD}p") if (found := _HEAD.fullmatch(_text(one).strip()))),
        None,
    )
    if head is None:
        raise Unreadable(NO_WORKLIST)
    return ReturnedList.of((head[1], head[2]), list(_units(body, path)), Span(path), head[3])


def _set_up(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    mark = document.styles.add_style(_MARK_STYLE, WD_STYLE_TYPE.CHARACTER)
    mark.font.color.rgb, mark.font.bold = _BLUE, True
    small = document.styles.add_style(_SMALL_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    small.font.size, small.font.color.rgb = Pt(8), _GREY


def _write_table(
    document: Any, chapter: ChapterUnits, headings: tuple[str, ...], states: dict[str, str]
) -> None:
    table = document.add_table(rows=1 + len(chapter.units), cols=len(headings), style="Table Grid")
    table.autofit = False
    rows = _rows(table)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  (as below)
    for cell, text, width in zip(rows[0], headings, _WIDTHS, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(text).bold = True
    for cells, unit in zip(rows[1:], chapter.units, strict=True):
        for cell, width in zip(cells, _WIDTHS, strict=True):
            cell.width = width
        _write_unit(cells, unit, states)


def _rows(table: Table) -> list[list[_Cell]]:
    """The cells row by row: asked for at once, since each question walks the whole table."""
    cells = table._cells  # noqa: SLF001  (the library has no other way that is linear)
    count = len(table.columns)
    return [cells[start : start + count] for start in range(0, len(cells), count)]


def _write_unit(cells: list[_Cell], unit: Unit, states: dict[str, str]) -> None:
    cells[0].paragraphs[0].add_run(unit.id)
    cells[0].add_paragraph(f"{unit.source_digest} {unit.target_digest}", style=_SMALL_STYLE)
    cells[1].paragraphs[0].add_run(states[unit.state])
    _write_text(cells[2].paragraphs[0], unit.source_text)
    for one in unit.placeholders:
        cells[2].add_paragraph(f"⟦{one.number}⟧ = {_printable(one.shown)}", style=_SMALL_STYLE)
    _write_text(cells[3].paragraphs[0], unit.target_text)


def _write_text(paragraph: Paragraph, text: str) -> None:
    end = 0
    for mark in MARK.finditer(text):
        if text[end : mark.start()]:
            paragraph.add_run(text[end : mark.start()])
        paragraph.add_run(mark[0], style=_MARK_STYLE)
        end = mark.end()
    if text[end:]:
        paragraph.add_run(text[end:])


def _printable(text: str) -> str:
    return visible(text).replace("\ufffe", "").replace("\uffff", "")


def _same_times(data: bytes) -> bytes:
    """The archive without the times at which it was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename), old.read(entry), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _main_part(data: bytes) -> bytes:
    """The text's XML out of the archive; what it unpacks to is limited before it is unpacked."""
    if len(data) > LIMIT:
        raise Unreadable(TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _ENTRIES or sum(one.file_size for one in entries) > LIMIT:
                raise Unreadable(TOO_LARGE)
            with archive.open("word/document.xml") as file:
                part = file.read(LIMIT + 1)
    except _BROKEN:
        raise Unreadable(NO_WORKLIST) from None
    return part


def _units(body: Any, path: str) -> Iterator[Returned | Nameless]:
    """A row whose first column does not say what it is, is told: it may hold somebody's work. In a table
    that somebody else made, it is told where there are as many columns as ours have.
    """
    table, is_ours = None, False
    for number, row in enumerate(body.iter(f"{_WORD}tr"), 1):
        is_heading = row.find(_HEADING) is not None
        if row.getparent() is not table:
            table, is_ours, is_heading = row.getparent(), is_heading, True
        texts = [_cell(cell) for cell in row.iterchildren(f"{_WORD}tc")]
        found = _UNIT.fullmatch(texts[0].strip()) if texts else None
        is_whole = len(texts) == len(HEADINGS)
        span = Span(path, number, 1, number, 2)
        if found and is_whole:
            yield Returned(found[1], found[2], found[3], found[4], texts[3].strip("\n"), span)
        elif found or (not is_heading and (is_whole or is_ours)):
            yield from _nameless(texts, span)


def _nameless(texts: Sequence[str], span: Span) -> Iterator[Nameless]:
    """A row by what stands in it, from the last column; an empty one is none."""
    text = next((text for text in reversed(texts) if text.strip()), None)
    if text is not None:
        yield Nameless(text, span)


def _cell(cell: Any) -> str:
    """The text of a cell: every paragraph is a line."""
    return "\n".join(_text(one) for one in cell.iter(f"{_WORD}p"))


def _text(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph in its order; a walk without recursion, for files from outside."""
    walk = etree.iterwalk(paragraph, events=("start",))
    for _, element in walk:
        if element.tag in _LEFT_OUT:
            walk.skip_subtree()
        elif element.tag == f"{_WORD}t":
            yield element.text or ""
        else:
            yield _SIGNS.get(element.tag, "")
