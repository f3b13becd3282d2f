"""What holds for any pair of chapters: what comes back untouched changes nothing, and one translation
changes the lines of its block alone.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.project import DE, FORMATS, HEAD_DE, HEAD_RU, RU, Project, changed, key_name, sent, units

RUN = settings(derandomize=True, max_examples=15, deadline=None)

MARKER = "<!-- unit 01-kapitel:2 quote stale 0000000000000000 0000000000000000 -->"
SAID = {"XCH002", "XCH004", "XCH009", "XCH010"}
HOSTILE = (
    "⟦1⟧", "⟦", "⟧", "]]>", "&amp;", "&", "<", ">", "\\*", "\t", "\u00a0", "\u2028", "\u0085", "👍🏽", "שלום",
    "до́ма", "{x}", "„Wort“", '"', "<b>fett</b>", MARKER, "a  \nb", "a\nb", "\ufffe", "_x_", "\u202e", "--",
    f"a\n{MARKER}", f"a\n\\{MARKER}", "a\n<! --unit x", f"a\n{MARKER.lstrip('<')}",
)  # fmt: skip
INLINE = (
    "*betont*", "**fett**", "[@muster2020, S. 3]", "[vgl. @muster2020, S. 3; siehe @muster2020]",
    "@muster2020 [S. 4]", "`code ⟦2⟧`", "<https://a.de>", "https://b.de/x?y=1&z=2", "[*dort*](https://c.de)",
    "[Wort]{lang=ru}", "^[Note @muster2020]", "[hier][lab]", "[lab]",
)  # fmt: skip

words = st.lists(st.sampled_from(("Wort", "слово", "5 %", *HOSTILE, *INLINE)), min_size=1, max_size=5).map(
    lambda found: "Satz " + " ".join(found)
)
plain = st.sampled_from(("Wort", 'ein "Wort"', "a\\b", "a < b & c", "⟦3⟧", "слово"))


def paragraph(number: int, text: str, _: str) -> str:
    return text


def noted(number: int, text: str, _: str) -> str:
    return f"Anfang[^n{number}] Ende.\n\n[^n{number}]: {text.replace(chr(10), ' ')}\n\n    Zweiter Absatz."


def heading(number: int, text: str, _: str) -> str:
    return f"## {' '.join(text.split())} {{#id-{number}}}"


def quote(number: int, text: str, name: str) -> str:
    name = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'::: {{.quote #q-{number} speaker="{name}"}}\n{text}\n\nZweiter Absatz.\n:::'


def figure(number: int, text: str, alt: str) -> str:
    alt = alt.replace("\\", "\\\\").replace('"', '\\"')
    return f'![Bild {number}](../assets/x.jpg){{#fig-{number} alt="{alt}"}}'


def table(number: int, text: str, name: str) -> str:
    return f"| a | b |\n| --- | ---: |\n| {name} | {number} |\n\n: Titel {{#tbl-{number}}}"


def items(number: int, text: str, name: str) -> str:
    return f"- {name}\n- eins\n\n  ```\n  code {number}\n  ```"


def block_quote(number: int, text: str, name: str) -> str:
    return f"> {name}\n> [@muster2020]"


def code(number: int, text: str, name: str) -> str:
    return f"```\n{name}\n```"


KINDS = (paragraph, noted, heading, quote, figure, table, items, block_quote, code)
blocks = st.lists(
    st.tuples(st.sampled_from(KINDS), words, words, plain, plain, st.booleans()), min_size=1, max_size=5
)
line_ends = st.sampled_from(("\n", "\r\n", "\r"))


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """A chapter and its translation, some blocks of which may be missing, with any line ends."""
    german, russian = [], []
    for number, (kind, text, other, name, other_name, is_missing) in enumerate(draw(blocks)):
        german.append(kind(number, text, name))
        if not is_missing:
            russian.append(kind(number, other, other_name))
    ending = draw(st.sampled_from(("", "\n", "\n\n\n")))
    definition = "\n\n[lab]: https://d.de\n\n"
    files = {
        DE: HEAD_DE + definition + "\n\n".join(german) + ending,
        RU: HEAD_RU + definition + "\n\n".join(russian) + ending,
    }
    end, mark = draw(line_ends), draw(st.sampled_from(("", "\ufeff")))
    return Project({path: (mark + text.replace("\n", end)).encode() for path, text in files.items()})


@RUN
@given(projects(), st.sampled_from(tuple(FORMATS)))
def test_export_then_import_is_the_identity(made: Project, form: str) -> None:
    exported = units(made.export())
    returned = sent(made.export(), form)
    assert {one.key: one.text.strip() for one in returned.units} == {
        key: unit.target_text.strip() for key, unit in exported.items()
    }
    intake = made.take(returned)
    assert (intake.files, intake.diagnostics, intake.taken) == ({}, (), ())
    assert intake.untouched == len(exported)


@RUN
@given(projects(), st.data())
def test_one_translation_changes_the_lines_of_its_block_alone(made: Project, data: st.DataObject) -> None:
    exported = {
        key: unit
        for key, unit in units(made.export()).items()
        if unit.target_span and unit.kind not in {"table", "figure"}
    }
    unit = exported[data.draw(st.sampled_from(sorted(exported)))]
    text = unit.target_text + " и ещё"
    intake = made.take(changed(sent(made.export()), **{key_name(unit.key): text}))
    if not intake.files:  # what stood there could not take the words: it is said
        assert {one.code for one in intake.diagnostics} & SAID
        return
    assert intake.diagnostics == ()
    assert [(one.key, one.path) for one in intake.taken] == [(unit.key, RU)]
    old, new = (lines(files[RU]) for files in (made.bytes, intake.files))
    assert unit.target_span
    first, after = unit.target_span.line - 1, len(old) - unit.target_span.end_line
    assert new[:first] == old[:first]
    assert new[len(new) - after :] == old[len(old) - after :]
    assert new != old


@RUN
@given(projects(), st.data())
def test_what_is_translated_back_is_as_it_was(made: Project, data: st.DataObject) -> None:
    exported = {key: unit for key, unit in units(made.export()).items() if unit.target_span}
    unit = exported[data.draw(st.sampled_from(sorted(exported)))]
    name = key_name(unit.key)
    there = made.take(changed(sent(made.export()), **{name: unit.target_text + " и ещё"}))
    if not there.files or unit.kind in {"title", "note"}:  # these have several forms that mean the same
        return
    other = Project({**made.files, **there.files})
    back = other.take(changed(sent(other.export()), **{name: unit.target_text}))
    assert back.diagnostics == ()
    assert back.files[RU] == made.bytes[RU]


@RUN
@given(projects(), st.sampled_from(tuple(FORMATS)))
def test_a_whole_chapter_comes_into_being(made: Project, form: str) -> None:
    """What was given for every text of a missing chapter is what a next export holds."""
    made = Project({DE: made.files[DE]})
    exported = units(made.export())
    assert {unit.state for unit in exported.values()} == {"missing"}
    returned = sent(made.export(), form)
    texts = {key: unit.source_text for key, unit in exported.items()}
    answered = replace(returned, units=tuple(replace(one, text=texts[one.key]) for one in returned.units))
    intake = made.take(answered)
    assert intake.diagnostics == ()
    done = Project({**made.files, **intake.files})
    assert {key: unit.target_text.strip() for key, unit in units(done.export()).items()} == {
        key: text.strip() for key, text in texts.items()
    }
    assert b"translation: partial" not in intake.files[RU]


def lines(data: bytes) -> list[bytes]:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_worklist_is_the_same_file(form: str) -> None:
    made = Project({DE: HEAD_DE + "Ein Satz.\n", RU: HEAD_RU + "Предложение.\n"})
    write = FORMATS[form][0]
    assert write(made.export()) == write(made.export())
