"""TOML with places: the same values as `tomllib`, and each where it stands."""

from __future__ import annotations

import string
import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.source import Source, Span
from sitegen.toml_source import read_toml
from sitegen.tree import Array, Entry, Scalar, Table, Value

DOCUMENT = (Path(__file__).parent / "data" / "every_form.toml").read_text("utf-8")


def of(text: str) -> Source:
    return Source.of("test.toml", text)


def plain(value: Value) -> Any:
    match value:
        case Table(entries):
            return {entry.key: plain(entry.value) for entry in entries}
        case Array(items):
            return [plain(item) for item in items]
        case Scalar(scalar):
            return scalar


def entries(value: Value) -> list[Entry]:
    """Every key with a value of one line, at any depth."""
    match value:
        case Table(found):
            return [each for entry in found for each in (entry, *entries(entry.value))]
        case Array(items):
            return [each for item in items for each in entries(item)]
        case Scalar():
            return []


def cut(source: Source, span: Span) -> str:
    start = source.line_starts[span.line - 1] + span.column - 1
    return source.text[start : source.line_starts[span.end_line - 1] + span.end_column - 1]


def check(text: str) -> None:
    """The values are those of `tomllib`, and what stands at each place says the same by itself."""
    source = of(text)
    tree, found = read_toml(source, "CFG002")
    assert tree is not None
    assert found == ()
    assert plain(tree) == tomllib.loads(source.text)
    for entry in entries(tree):
        key = cut(source, entry.span)
        assert tomllib.loads(f"{key} = 1") == {entry.key: 1}
        value = cut(source, entry.value.span)
        if value != key and not isinstance(entry.value, Table):
            assert tomllib.loads(f"k = {value}")["k"] == plain(entry.value)


def test_a_document_with_every_form() -> None:
    check(DOCUMENT)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("title",), Span("test.toml", 2, 1, 2, 6), Span("test.toml", 2, 9, 2, 18)),
        (("mit ü", "teil", "tiefer"), Span("test.toml", 4, 23, 4, 29), Span("test.toml", 4, 32, 5, 39)),
        (("moment",), Span("test.toml", 7, 1, 7, 7), Span("test.toml", 7, 10, 7, 37)),
        (("long",), Span("test.toml", 9, 1, 9, 5), Span("test.toml", 9, 8, 11, 10)),
        (("a",), Span("test.toml", 17, 2, 17, 3), Span("test.toml", 15, 2, 15, 3)),
        (("spaced", "name", "k"), Span("test.toml", 26, 1, 26, 2), Span("test.toml", 26, 5, 26, 7)),
    ],
)
def test_the_places_of_keys_and_values(path: tuple[str, ...], key: Span, value: Span) -> None:
    tree, _ = read_toml(of(DOCUMENT), "CFG002")
    assert tree is not None
    node: Value = tree
    for name in path:
        assert isinstance(node, Table)
        entry = next(entry for entry in node.entries if entry.key == name)
        node = entry.value
    assert (entry.span, entry.value.span) == (key, value)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a = Text\n", 1, 5),
        ('a = 1\nb = "offen\n', 2, 11),
        ("a = 1\na = 2\n", 2, 6),
        ("a = [1\n", 1, 7),
        ("ü = 1\n", 1, 1),
        ("a = 2024-02-30\n", 1, 5),
        (f"a = {'9' * 5000}\n", 1, 5),
        (f"\na = {'[' * 5000}{']' * 5000}\n", 2, 15),
        (f"a = {'{a = ' * 5000}1{'}' * 5000}\n", 1, 55),
        (f"{'.'.join('a' * 5000)} = 1\n", 1, 20),
        (f"a = 0x{'F' * 5000}\n", 1, 5),
    ],
)
def test_what_is_not_toml_is_one_finding_at_its_place(text: str, line: int, column: int) -> None:
    tree, found = read_toml(of(text), "CFG002")
    assert tree is None
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("CFG002", line, column)]


NAMES = st.one_of(
    st.text(string.ascii_letters + "09_-", min_size=1, max_size=5),
    st.text("aü \"'.#[]=\\\n", max_size=5).map(lambda name: f'"{_escaped(name)}"'),
    st.text('aü ".#[]=\\', max_size=5).map(lambda name: f"'{name}'"),
)
KEYS = st.builds(str.join, st.sampled_from((".", " . ")), st.lists(NAMES, min_size=1, max_size=3))
SCALARS = st.one_of(
    st.booleans().map(lambda flag: str(flag).lower()),
    st.integers(-(2**63), 2**63 - 1).map(str),
    st.floats(allow_nan=False).map(repr),
    st.dates(date(1000, 1, 1)).map(date.isoformat),
    st.datetimes(datetime(1000, 1, 1)).map(lambda moment: moment.isoformat(" ")),  # noqa: DTZ001
    st.times().map(time.isoformat),
    st.text("ab\"'#,]}[{=\\\n", max_size=8).map(lambda text: f'"{_escaped(text)}"'),
    st.text("ab\"'#,]}[{=\n", max_size=8).map(lambda text: '"""' + text.replace('"', '\\"') + '"""'),
    st.text("ab\"'#,]}[{=\\", max_size=8).map(lambda text: "'" + text.replace("'", "") + "'"),
    st.text('ab"#,]}[{=\\\n', max_size=8).map(lambda text: f"'''{text}'''"),
)
GAPS = st.sampled_from(("", " ", "\n", ' # ]}"\n'))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _array(items: list[str], gap: str) -> str:
    return f"[{gap}{f'{gap},{gap}'.join(items)}{gap}]"


def _inline(pairs: list[tuple[str, str]]) -> str:
    return "{ " + ", ".join(f"{key} = {value}" for key, value in pairs) + " }"


VALUES = st.recursive(
    SCALARS,
    lambda values: st.one_of(
        st.builds(_array, st.lists(values, max_size=3), GAPS),
        st.lists(st.tuples(KEYS, values), max_size=2).map(_inline),
    ),
    max_leaves=6,
)
LINES = st.one_of(
    st.builds("{} = {}".format, KEYS, VALUES),
    KEYS.map("[{}] # Tabelle".format),
    KEYS.map("[[ {} ]]".format),
    st.just("  # nur ein Kommentar = [1"),
)


@given(st.lists(LINES, max_size=6))
@settings(derandomize=True, deadline=None, max_examples=100)
def test_generated_documents_mean_what_tomllib_says(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert read_toml(of(text), "CFG002")[0] is None
    else:
        check(text)


@given(st.text("a1.=[]{}\"'\\#,\n -:x" + "ü\0"))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_no_soup_makes_it_raise(text: str) -> None:
    tree, found = read_toml(of(text), "CFG002")
    assert (tree is None) == (len(found) == 1)
