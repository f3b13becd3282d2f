"""Worklists as XLIFF 2.1 (OASIS Standard, 13 February 2018): what translation programs read.

A chapter is a `file`, a unit a `unit` with one segment. The id of a unit holds its key and the digests of
both texts, that of a file how many units the whole worklist has, since an id is what every program gives
back as it was. What is protected is a `ph`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sitegen.exchange.placeholders import MARK, Placeholder
from sitegen.exchange.protected import SIGN
from sitegen.exchange.returned import NO_WORKLIST, Nameless, Returned, ReturnedList, Unreadable
from sitegen.exchange.safe_xml import read_xml
from sitegen.exchange.units import ChapterUnits, Unit, Worklist
from sitegen.model.alignment import State
from sitegen.parse.chapter import stem
from sitegen.source import Span

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of XLIFF 2.0 and 2.1."""
ENDING = ".xlf"

_STATES: dict[State, tuple[str, str]] = {
    "missing": ("initial", "sitegen:missing"),
    "stale": ("translated", "sitegen:stale"),
    "in_step": ("final", "sitegen:in-step"),
    "extra": ("translated", "sitegen:extra"),
}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ID = re.compile(r"(?P<key>[\w.-]+)_(?P<source>[0-9a-f]{16})_(?P<target>[0-9a-f]{16})")
_FILE_ID = re.compile(r"f[0-9]+_(?P<sent>[0-9]{1,9})")
_WITHOUT_TEXT = frozenset(("sm", "em", "sc", "ec"))
_STRUCTURE = ("xliff", "file", "unit", "notes", "originalData", "segment")
_DEEPEST = 50


def write(worklist: Worklist) -> bytes:
    """The file, in UTF-8."""
    root = etree.Element(_tag("xliff"), nsmap={None: NAMESPACE}, version="2.1")
    root.set("srcLang", worklist.source)
    root.set("trgLang", worklist.target)
    for number, chapter in enumerate(worklist.chapters, 1):
        _write_file(root, chapter, f"f{number}_{worklist.count}")
    for element in root.iter(*map(_tag, _STRUCTURE)):
        _on_lines(element)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data + b"\n"


def read(data: bytes, path: str) -> ReturnedList:
    """The units that a translation program gives back. Unreadable where it is no worklist of ours."""
    root = read_xml(data)
    if root.tag != _tag("xliff") or not root.get("trgLang"):
        raise Unreadable(NO_WORKLIST)
    files = list(root.iterchildren(_tag("file")))
    found = [
        _returned(stem(file.get("original", "")), unit, path)
        for file in files
        for unit in file.iter(_tag("unit"))
    ]
    if found and all(isinstance(one, Nameless) for one in found):
        raise Unreadable(NO_WORKLIST, found[0].span.line)
    numbers = (_FILE_ID.fullmatch(file.get("id", "")) for file in files)
    sent = next((number["sent"] for number in numbers if number), None)
    return ReturnedList.of((root.get("srcLang", ""), root.get("trgLang")), found, Span(path), sent)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _on_lines(element: Any) -> None:
    """Every part of an element on a line of its own, so that findings can name it."""
    element.text = "\n"
    for child in element:
        child.tail = "\n"


def _write_file(root: Any, chapter: ChapterUnits, name: str) -> None:
    file = etree.SubElement(root, _tag("file"), id=name, original=chapter.path)
    for unit in chapter.units:
        _write_unit(file, unit)


def _write_unit(file: Any, unit: Unit) -> None:
    name = f"{unit.key}_{unit.source_digest}_{unit.target_digest}"
    element = etree.SubElement(file, _tag("unit"), id=name, name=unit.id, canResegment="no")
    notes = etree.SubElement(element, _tag("notes"))
    etree.SubElement(notes, _tag("note"), category="kind").text = unit.kind
    if unit.placeholders:
        _write_originals(element, unit)
    state, detail = _STATES[unit.state]
    segment = etree.SubElement(element, _tag("segment"), state=state, subState=detail)
    _write_text(segment, "source", unit.source_text, unit)
    if unit.target_text:
        _write_text(segment, "target", unit.target_text, unit)


def _write_originals(element: Any, unit: Unit) -> None:
    originals = etree.SubElement(element, _tag("originalData"))
    for one in unit.placeholders:
        data = etree.SubElement(originals, _tag("data"), id=f"d{one.number}")
        data.set(f"{_XML}space", "preserve")
        end = 0
        data.text = ""
        for sign in SIGN.finditer(one.shown):
            if sign[0] in "⟦⟧":
                continue
            _append(data, one.shown[end : sign.start()])
            etree.SubElement(data, _tag("cp"), hex=f"{ord(sign[0]):04X}")
            end = sign.end()
        _append(data, one.shown[end:])


def _write_text(segment: Any, name: str, text: str, unit: Unit) -> None:
    element = etree.SubElement(segment, _tag(name))
    element.set(f"{_XML}space", "preserve")
    placeholders = {one.number: one for one in unit.placeholders}
    end = 0
    for mark in MARK.finditer(text):
        _append(element, text[end : mark.start()])
        _write_placeholder(element, placeholders[int(mark[1])])
        end = mark.end()
    _append(element, text[end:])


def _write_placeholder(element: Any, one: Placeholder) -> None:
    ph = etree.SubElement(
        element, _tag("ph"), id=str(one.number), type="other", subType=f"sitegen:{one.kind}"
    )
    ph.set("canCopy", "no")
    ph.set("canDelete", "no" if one.required else "yes")
    ph.set("disp", SIGN.sub(lambda found: f"U+{ord(found[0]):04X}", one.shown))
    ph.set("dataRef", f"d{one.number}")


def _append(element: Any, text: str) -> None:
    """Text behind what an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _returned(chapter: str, unit: Any, path: str) -> Returned | Nameless:
    span = Span(path, unit.sourceline or 1, 1, unit.sourceline or 1, 2)
    name = _ID.fullmatch(unit.get("id", ""))
    targets = [
        (_order(target, place), target)
        for place, segment in enumerate(unit.iterchildren(_tag("segment"), _tag("ignorable")), 1)
        for target in segment.iterchildren(_tag("target"))
    ]
    text = "".join(
        piece for _, target in sorted(targets, key=lambda one: one[0]) for piece in _text(target, 0)
    )
    if targets:
        line = targets[0][1].sourceline or span.line
        span = Span(path, line, 1, line, 2)
    if not name:
        return Nameless(text or unit.get("name", ""), span)
    return Returned(chapter, name["key"], name["source"], name["target"], text, span)


def _order(target: Any, place: int) -> int:
    """Where a segment's translation stands among the others."""
    order = target.get("order", "")
    return int(order) if order.isdecimal() and len(order) < 6 else place


def _text(element: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise Unreadable(NO_WORKLIST, element.sourceline or 1)
    yield element.text or ""
    for child in element:
        if child.tag == _tag("ph"):
            yield f"⟦{child.get('id', '')}⟧"
        elif child.tag == _tag("cp"):
            yield _character(child.get("hex", ""))
        elif etree.QName(child).localname not in _WITHOUT_TEXT:
            yield from _text(child, depth + 1)
        yield child.tail or ""


def _character(number: str) -> str:
    return chr(int(number, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", number) else ""
