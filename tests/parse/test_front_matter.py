"""The front matter: what each mistake is called and where it stands, and where the text begins."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.model.document import FrontMatter, Person
from sitegen.parse.front_matter import read_front_matter
from sitegen.source import Source

TODAY = date(2026, 1, 1)
FULL = """\
---
title: Bleiben oder gehen          # der Titel
subtitle: Warum 1984 …
authors: [Anna Beispiel, {name: Boris Muster, orcid: 0000-0002-1825-0097}]
translators:
- Clara Probe
translated_from: ru
translation: partial
date: 2024-11-15
abstract: >-
  Ein Absatz
  auf zwei Zeilen.

  Noch einer.
keywords: [Krieg, Emigration]
slug: bleiben-oder-gehen
draft: true
---
Text.
"""


def read(text: str) -> tuple[FrontMatter, str, list[Diagnostic]]:
    source = Source.of("content/de/01-a.md", text)
    front_matter, offset, found = read_front_matter(source, "de", ("de", "ru"), TODAY)
    return front_matter, source.text[offset:], list(found)


def test_every_key() -> None:
    front_matter, body, found = read(FULL)
    assert found == []
    assert body == "Text.\n"
    assert front_matter == FrontMatter(
        title="Bleiben oder gehen",
        subtitle="Warum 1984\xa0…",
        authors=(Person("Anna Beispiel"), Person("Boris Muster", "0000-0002-1825-0097")),
        translators=(Person("Clara Probe"),),
        translated_from="ru",
        partial=True,
        date="2024-11-15",
        abstract=("Ein Absatz auf zwei Zeilen.", "Noch einer."),
        keywords=("Krieg", "Emigration"),
        slug="bleiben-oder-gehen",
        draft=True,
        spans=front_matter.spans,
    )


@pytest.mark.parametrize(
    ("key", "line", "column", "end"),
    [("title", 2, 8, 26), ("translators", 6, 1, 2), ("keywords", 15, 11, 12), ("draft", 17, 8, 12)],
)
def test_the_places_of_values(key: str, line: int, column: int, end: int) -> None:
    span = read(FULL)[0].span(key)
    assert span is not None
    assert (span.line, span.column, span.end_column) == (line, column, end)


def test_columns_count_characters() -> None:
    _, _, found = read('---\ntitle: "🙂 ü \u2028 e\u0301"\nauthors: ["🙂🙂", [1]]\n---\n')
    assert [(one.code, one.span.line, one.span.column) for one in found] == [("FRM004", 3, 17)]


@pytest.mark.parametrize(
    ("line", "code", "column", "nearest"),
    [
        ("subtitle: Heimat: eine Frage", "FRM002", 17, None),
        ('subtitle: "offen', "FRM002", 11, None),
        ("keywords: [a, b", "FRM002", 11, None),
        ("\tsubtitle: x", "FRM002", 1, None),
        ("[a, b]: x", "FRM002", 1, None),
        ("--- # zweiter Block", "FRM002", 1, None),
        (f"keywords: {'[' * 5000}{']' * 5000}", "FRM002", 21, None),
        ("subtitel: x", "FRM003", 1, "subtitle"),
        ("<<: {title: x}", "FRM003", 1, None),
        ("authors: [{name: A, orcd: x}]", "FRM003", 21, "orcid"),
        ("subtitle: [a]", "FRM004", 11, None),
        ("authors: Anna Beispiel", "FRM004", 10, None),
        ("authors: [Anna, [Boris]]", "FRM004", 17, None),
        ("keywords: Krieg, Emigration", "FRM004", 11, None),
        ("draft: ja", "FRM004", 8, None),
        ('draft: "true"', "FRM004", 8, None),
        ("date: [2024]", "FRM004", 7, None),
        ("title: x", "FRM005", 1, None),
        ("authors: [{name: A, name: B}]", "FRM005", 21, None),
        ("date: gestern", "FRM007", 7, None),
        ("date: 2024-02-30", "FRM007", 7, None),
        ("date: 2024", "FRM007", 7, None),
        ("date: 2024-11-15 08:00", "FRM007", 7, None),
        ("date: 2026-01-02", "FRM008", 7, None),
        ("slug: Heimat", "FRM009", 7, None),
        ("slug: -heimat", "FRM009", 7, None),
        ("slug: ../heimat", "FRM009", 7, None),
        (f"slug: {'a' * 61}", "FRM009", 7, None),
        ("translated_from: rus", "FRM010", 18, "ru"),
        ("translated_from: de", "FRM011", 18, None),
        ("authors: [{name: B, orcid: 0000-0002-1825-0098}]", "FRM012", 28, None),
        ("translation: partail", "FRM013", 14, "partial"),
        ("translation: false", "FRM013", 14, None),
        ("subtitle:", "FRM014", 10, None),
        ("keywords: [a, ~]", "FRM014", 15, None),
        ("subtitle: ' '", "FRM014", 11, None),
        ("subtitle: a\0b", "FRM015", 12, None),
        ("subtitle: a\x85b", "FRM015", 12, None),
        ('subtitle: "a\\0b"', "FRM015", 11, None),
        ("subtitle: *sehr* wichtig", "FRM016", 11, None),
        ("subtitle: &anker x", "FRM016", 11, None),
        ("subtitle: !!str x", "FRM016", 11, None),
        ("subtitle: @beispiel", "FRM016", 11, None),
        ("authors: [{nmae: A}]", "FRM003", 12, "name"),
        ("authors: [{orcid: 0000-0002-1825-0097}]", "FRM017", 11, None),
        ("slug: index", "FRM018", 7, None),
        ("slug: com1", "FRM018", 7, None),
    ],
)
def test_a_mistake_is_one_finding_at_its_place(
    line: str, code: str, column: int, nearest: str | None
) -> None:
    front_matter, body, found = read(f"---\ntitle: Heimat\n{line}\n---\nText.\n")
    assert [(one.code, one.span.line, one.span.column) for one in found] == [(code, 3, column)]
    assert found[0].nearest == nearest
    assert (front_matter.title, body) == ("Heimat", "Text.\n")


@pytest.mark.parametrize(
    ("text", "code", "line", "body"),
    [
        ("Text.\n", "FRM006", 1, "Text.\n"),
        ("", "FRM006", 1, ""),
        ("---\n---\nText.", "FRM006", 1, "Text."),
        ("---\nslug: a\n...\nText.", "FRM006", 1, "Text."),
        ("---\n# nichts\n---  \n", "FRM006", 1, ""),
        ("---\ntitel: Heimat\n---\n", "FRM003", 2, ""),
        ("---\ntitle:\n---\n", "FRM014", 2, ""),
        ("---\ntitle: [a]\n---\n", "FRM004", 2, ""),
        ("---\nnur Text\n---\nText.", "FRM002", 2, "Text."),
        ("---\n- title: a\n---\nText.", "FRM002", 2, "Text."),
        ("---\ntitle: Heimat: eine Frage\n---\nText.", "FRM002", 2, "Text."),
        ("---\ntitle: Heimat\nslug: A B\n\nText: ja.\n", "FRM001", 1, "\nText: ja.\n"),
        ("---", "FRM001", 1, ""),
    ],
)
def test_one_finding_where_the_title_is_not_to_be_had(text: str, code: str, line: int, body: str) -> None:
    _, rest, found = read(text)
    assert [(one.code, one.span.line) for one in found] == [(code, line)]
    assert rest == body


def test_what_a_broken_text_still_says_is_kept() -> None:
    front_matter, _, found = read("---\ntitle: A: B\ntranslation: partial\nslug: ä\nauthors:\n- C\n---\n")
    assert [one.code for one in found] == ["FRM002", "FRM009"]
    assert (front_matter.partial, front_matter.authors) == (True, (Person("C"),))


def test_a_repeated_key_points_at_the_first() -> None:
    _, _, found = read("---\ntitle: A\nslug: a\ntitle: B\n---\n")
    assert [related.span.line for related in found[0].related] == [2]


def test_texts_are_normalised() -> None:
    assert read("---\ntitle: Bu\u0308cher\n---\n")[0].title == "B\u00fccher"


def test_a_literal_abstract_is_divided_at_blank_lines_only() -> None:
    text = "---\ntitle: A\nabstract: |\n  Eins\n  zwei.\n\n  Drei.\n---\n"
    assert read(text)[0].abstract == ("Eins zwei.", "Drei.")


@given(st.text("a:-[]{}&*!|>'\"#%@`?,. \n\t\0\u2028ü"))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_no_soup_makes_it_raise(text: str) -> None:
    front_matter, _, found = read(f"---\n{text}\n---\n")
    assert found or front_matter.title


@given(st.binary())
@settings(derandomize=True, deadline=None, max_examples=100)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    front_matter, body, found = read(text)
    assert (front_matter, len(found)) == (FrontMatter(), 1) or text.startswith("---")
    assert text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").endswith(body)


def test_words_in_another_script_are_told_at_the_value_of_their_key() -> None:
    """Once for each value: a title takes no marks."""
    _, _, found = read(
        "---\ntitle: Дом und Сад\nsubtitle: Fonds Дім\nabstract: |\n  Ein Дом.\nkeywords: [Дом]\n---\n"
    )
    assert [(one.code, one.severity, one.span.line, one.span.column) for one in found] == [
        ("LNG010", "info", 2, 8),
        ("LNG010", "info", 3, 11),
        ("LNG010", "info", 4, 11),
    ]
    assert [dict(one.args)["words"] for one in found] == ["Дом, Сад", "Дім", "Дом"]
    assert [dict(one.args)["language"] for one in found] == ["ru", "uk", "ru"]
