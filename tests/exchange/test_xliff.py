"""XLIFF 2.1: the structure of the standard, what translation programs make of it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from sitegen.exchange import xliff
from sitegen.exchange.returned import LIMIT, Unreadable
from tests.exchange.project import project, sent, units

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "xliff-subset.rng"))
NAMES = {"x": xliff.NAMESPACE}
GERMAN = "Ein [Satz](https://a.de) mit Note.[^a] [@muster2020]\n\n## Titel\n\n[^a]: Eine Note \x07⟦1⟧.\n"
RUSSIAN = "Фраза [тут](https://a.de) со сноской.[^a] [@muster2020]\n\n[^a]: Сноска.\n"


def written() -> bytes:
    return xliff.write(project(GERMAN, RUSSIAN).export())


def test_the_structure_is_that_of_the_standard() -> None:
    tree = etree.fromstring(written())
    assert SCHEMA.validate(tree), SCHEMA.error_log
    assert (tree.get("version"), tree.get("srcLang"), tree.get("trgLang")) == ("2.1", "de", "ru")


def test_ids_are_unique_and_references_lead_somewhere() -> None:
    tree = etree.fromstring(written())
    for file in tree.iterfind("x:file", NAMES):
        names = [unit.get("id") for unit in file.iterfind("x:unit", NAMES)]
        assert len(names) == len(set(names))
    for unit in tree.iterfind(".//x:unit", NAMES):
        known = {data.get("id") for data in unit.iterfind(".//x:data", NAMES)}
        assert {ph.get("dataRef") for ph in unit.iterfind(".//x:ph", NAMES)} <= known
        for text in (*unit.iterfind(".//x:source", NAMES), *unit.iterfind(".//x:target", NAMES)):
            numbers = [ph.get("id") for ph in text.iterfind("x:ph", NAMES)]
            assert len(numbers) == len(set(numbers))


def test_states_say_what_is_to_be_done() -> None:
    tree = etree.fromstring(written())
    states = {
        unit.get("name"): unit.find("x:segment", NAMES).get("subState")
        for unit in tree.iterfind(".//x:unit", NAMES)
    }
    assert states["01-kapitel:2"] == "sitegen:missing"
    assert states["01-kapitel:1"] == "sitegen:in-step"


def test_every_unit_stands_on_lines_of_its_own() -> None:
    returned = sent(project(GERMAN, RUSSIAN).export(), "xliff")
    lines = [one.span.line for one in returned.units]
    assert len(set(lines)) == len(lines)


def edited(old: str, new: str) -> str:
    """The text of the first block after a change of the file."""
    data = written().decode()
    assert old in data
    (unit,) = (one for one in xliff.read(data.replace(old, new).encode(), "a.xlf").units if one.key == "1")
    return unit.text


@pytest.mark.parametrize(
    ("old", "new", "text"),
    [
        ("Фраза [", '<mrk id="m1" type="term">Фраза</mrk> [', "Фраза [тут⟦1⟧ со сноской.⟦2⟧ ⟦3⟧"),
        ("Фраза [", '<pc id="7">Фраза</pc> [', "Фраза [тут⟦1⟧ со сноской.⟦2⟧ ⟦3⟧"),
        (
            "Фраза [",
            '<sm id="m1" type="comment"/>Фраза<em startRef="m1"/> [',
            "Фраза [тут⟦1⟧ со сноской.⟦2⟧ ⟦3⟧",
        ),
        (
            "Фраза [",
            "Одно. </target></segment><segment><source>x</source><target>Фраза [",
            "Одно. Фраза [тут⟦1⟧ со сноской.⟦2⟧ ⟦3⟧",
        ),
        ("Фраза", '<cp hex="0007"/>', "\x07 [тут⟦1⟧ со сноской.⟦2⟧ ⟦3⟧"),
        ("Фраза", '<ph id="a b"/>', "⟦a b⟧ [тут⟦1⟧ со сноской.⟦2⟧ ⟦3⟧"),
    ],
)
def test_what_programs_make_of_it_is_understood(old: str, new: str, text: str) -> None:
    assert edited(old, new) == text


BOMB = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE = {
    "an entity of a file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff>&e;</xliff>',
    "an entity bomb": f'<!DOCTYPE x [<!ENTITY x0 "aaaaaaaaaa">{BOMB}]><xliff>&x11;</xliff>',
    "a document type": '<!DOCTYPE xliff SYSTEM "http://a.example/x.dtd"><xliff/>',
    "another document": "<html/>",
    "XLIFF 1.2": '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
    "nothing": "",
    "no XML": "Guten Tag",
    "half a file": '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" trgLang="ru"><file id="f1">',
    "an unknown encoding": '<?xml version="1.0" encoding="x-none"?><xliff/>',
    "a unit that is not ours": (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" trgLang="ru"><file id="f1">'
        '<unit id="u1"/></file></xliff>'
    ),
    "too much": "<!--" + "x" * LIMIT + "-->",
    "too deep": "<a>" * 5000 + "</a>" * 5000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_worklist_is_refused(name: str) -> None:
    with pytest.raises(Unreadable) as refused:
        xliff.read(HOSTILE[name].encode(), "a.xlf")
    assert refused.value.diagnostic("a.xlf").code == "XCH001"


def test_a_unit_without_its_id_keeps_out_itself_alone() -> None:
    made = project(GERMAN, RUSSIAN)
    data = xliff.write(made.export()).decode()
    name = next(line for line in data.split("\n") if 'name="01-kapitel:1"' in line)
    broken = data.replace(name, '<unit id="u1">').replace("Сноска.", "Другая сноска.")
    returned = xliff.read(broken.replace("Фраза", "Иная фраза").encode(), "list.xlf")
    line = 1 + data[: data.index("Фраза")].count("\n")
    assert [(one.span.line, one.text) for one in returned.nameless] == [
        (line, "Иная фраза [тут⟦1⟧ со сноской.⟦2⟧ ⟦3⟧")
    ]
    intake = made.take(returned)
    assert [one.code for one in intake.diagnostics] == ["XCH017"]


def test_units_that_are_gone_are_counted() -> None:
    data = written().decode()
    first = data[data.index("<unit ") : data.index("</unit>") + len("</unit>\n")]
    for text, count in ((data, 0), (data.replace(first, ""), 1)):
        returned = xliff.read(text.encode(), "list.xlf")
        assert (returned.sent, returned.missing) == (4, count)


def test_marks_too_deep_are_refused() -> None:
    deep = '<mrk id="m" type="term">' * 100 + "Фраза" + "</mrk>" * 100
    with pytest.raises(Unreadable):
        edited("Фраза", deep)


def test_control_characters_are_held_apart() -> None:
    note = units(project(GERMAN, RUSSIAN).export())["1.n1"]
    assert note.source_text == "Eine Note ⟦1⟧⟦2⟧1⟦3⟧."
    assert b'<cp hex="0007"/>' in written()
