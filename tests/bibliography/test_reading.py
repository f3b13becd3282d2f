"""Reading citations.bib, row by row (citations.md, section 1, first table)."""

from __future__ import annotations

import pytest

from sitegen.bibliography import read
from sitegen.bibliography.names import Name
from sitegen.source import Source
from tests.bibliography.cases import codes, entry, reading, written

BOOK = written(
    "collection",
    "b",
    title="Das Buch",
    subtitle="Ein Handbuch",
    titleaddon="Mit Register",
    title_ru="Книга",
    editor="Weiß, Karl",
    author_ru="Вайс, Карл",
    date="2020",
    location="Wiesbaden",
    publisher="Springer VS",
    series="Reihe",
    number="7",
    doi="10.1000/b",
    url="https://example.org/b",
    isbn="978",
    note="N",
    shorttitle="Buch",
)


def test_part_takes_over_from_its_book() -> None:
    part = "@incollection{k,\n  author = {A, B},\n  title = {Teil},\n  crossref = {b},\n}\n"
    bibliography, found = reading(part + BOOK)
    assert found == ()
    one = bibliography.entries["k"]
    assert {name: one.plain(name) for name in one.texts} == {
        "title": "Teil",
        "booktitle": "Das Buch",
        "booksubtitle": "Ein Handbuch",
        "booktitleaddon": "Mit Register",
        "location": "Wiesbaden",
        "publisher": "Springer VS",
        "series": "Reihe",
        "number": "7",
    }
    assert (one.people("editor", "de").people, one.language, one.doi, one.url) == (
        (Name("Weiß", "Karl"),),
        "de",
        "",
        "",
    )
    assert one.date is not None


def test_xdata_fills_what_is_missing_in_its_order() -> None:
    text = (
        "@xdata{a, publisher = {PA}}\n@xdata{b, publisher = {PB}, location = {LB}}\n"
        "@book{k, title = {T}, xdata = {a, b}, langid = {german}}\n"
        "@book{l, title = {T}, publisher = {Own}, xdata = {a,b}}\n"
    )
    bibliography, found = reading(text)
    assert found == ()
    assert bibliography.keys == ("k", "l")
    assert [one.plain("publisher") for one in bibliography.entries.values()] == ["PA", "Own"]
    assert bibliography.entries["k"].plain("location") == "LB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (written(crossref="x"), [("BIB021", 4)]),
        (written(xdata="x"), [("BIB021", 4)]),
        ("@incollection{k,\n title={T},\n crossref={x}}", [("BIB021", 3)]),
        (
            written(key="a", crossref="b") + written(key="b", crossref="c") + written(key="c", crossref="a"),
            [("BIB022", 4)],
        ),
        (written(key="a", crossref="a"), [("BIB022", 4)]),
        ("@book{a, title={X}}\n@book{A, title={X}}", [("BIB004", 2)]),
        ("@book{a, title={X}}\n@book{a, title={X}}\n@book{a, title={X}}", [("BIB003", 2), ("BIB003", 3)]),
        ("@book{a,\ntitle={X},\nTitle={Y}}", [("BIB005", 3)]),
        ("@book{a, title = foo}", [("BIB007", 1)]),
        ("% mail: a@b.de\n@book{a, title={X}}", [("BIB009", 1)]),
        ("% @book{a,\n%  title={X}}\n@book{b, title={X}}", [("BIB009", 1)]),
        ("% @book{a, title={X}}\n@book{b, title={X}}", [("BIB010", 1)]),
        ("@comment{foo @book{a, title={X}}}", [("BIB010", 1)]),
        ("@comment{foo}\n@book{a, title={X}}", []),
        ("@Comment{jabref-meta: databaseType:bibtex;}\n@preamble{{\\foo}}\n", []),
        ("@book{a, title={X}\n\n@book{b, title={Y}}", [("BIB002", 1)]),
        ("@book{a, title={X},\n year={2020\n}\n\n@book{b, title={Y}}", [("BIB002", 1)]),
        ("@book{a, title={X", [("BIB002", 1)]),
        ('@book{a, title="X}"}', [("BIB001", 1)]),
        ("@book{a,\n title={X}\n year={2020}}\n@book{b, title={Y}}", [("BIB001", 3)]),
        ("@book{, title={X}}", [("BIB001", 1)]),
        ("text @ text\n@book{a, title={X}}", [("BIB001", 1)]),
        ("@book(a, title={X})", []),
        ("@BOOK{a, TITLE={X}}", []),
        ('@string{s = "X"}\n@book{a, title = s # " und " # {Y} # 5}', []),
        (
            "@book{a,\n author={X, Y}}\n@bok{b, title={Y}}\n@book{c, title={Y}, date={x}}",
            [("BIB012", 1), ("BIB006", 3), ("BIB020", 4)],
        ),
        ("@article{a, title={X}}", [("BIB013", 1)]),
        ("@incollection{a, title={X}}", [("BIB013", 1)]),
        (written(url="ftp://example.org/"), [("BIB033", 4)]),
        (written(url="https://"), [("BIB033", 4)]),
        (written(url="https://exa mple.org/"), [("BIB033", 4)]),
        (written(url="https://example.org/\u202egpj"), [("BIB033", 4)]),
        (written(doi="https://doi.org/10.1000/x"), []),
        (written(langid="klingonisch"), [("BIB025", 3)]),
        (written(langid="pt-BR"), []),
        ("@online{a,\n title={X},\n url={https://example.org/}}", [("BIB014", 1)]),
        ("@online{a,\n title={X}}", [("BIB015", 1)]),
        ("@online{a,\n title={X},\n doi={10.1000/x}}", []),
        ("", []),
        ("nur Text", []),
        ("@", [("BIB001", 1)]),
    ],
)
def test_findings(text: str, expected: list[tuple[str, int]]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("@book{a, title={X}\n\n@book{b, title={Y}}", "b"),
        ("@book{a, title={X\n\n@book{b, title={Y}}", "b"),
        ("@book{a,\n title={X}\n year={2020}}\n@book{b, title={Y}}", "b"),
        ("@book{a, author={A, B, C, D}, title={X}}\n@book{b, title={Y}}", "b"),
        ("% @ x\n@book{b, title={Y}}", "b"),
        ("@comment{ {\n@book{b, title={Y}}", "b"),
        ("@string{s = {X}\n@book{b, title={Y}}", "b"),
    ],
)
def test_bad_entry_hides_no_other(text: str, key: str) -> None:
    assert reading(text)[0].entries[key].plain("title") == "Y"


def test_circle_names_the_whole_path() -> None:
    text = written(key="a", crossref="b") + written(key="b", crossref="c") + written(key="c", crossref="a")
    (one,) = reading(text)[1]
    assert dict(one.args)["path"] == "a → b → c → a"


def test_related_places() -> None:
    twice, unclosed = reading(
        "@book{a, title={X}}\n\n@book{a, title={X}}\n\n@book{b, title={X\n\n@book{c, title={X}}"
    )[1]
    assert [(one.span.line, one.related[0].span.line, one.related[0].text) for one in (twice, unclosed)] == [
        (3, 1, "first"),
        (5, 7, "noticed"),
    ]


def test_nearest_names_are_proposed() -> None:
    text = '@string{campus = "C"}\n@bok{muster, title={X}}\n@book{b, title=campsu, crossref={mustr}}'
    assert [one.nearest for one in reading(text)[1]] == ["book", "campus", "muster"]


def test_fix_takes_the_tracking_out() -> None:
    (one,) = reading(written(url="https://example.org/a?x=1&fbclid=Q#p"))[1]
    assert one.fix is not None
    assert (one.fix.replacement, one.fix.span.line) == ("https://example.org/a?x=1#p", 4)
    assert (
        reading(written(url="https://example.org/a?x=1&fbclid=Q#p"))[0].entries["k"].url
        == one.fix.replacement
    )


def test_unknown_fields_and_forms_of_further_languages() -> None:
    one = entry(title_uk="Назва", author="A, B", author_uk="А, Б", foo="\\bar{x}", date="2020")
    assert (one.plain("title", "uk"), one.people("author", "uk").people) == ("Назва", (Name("А", "Б"),))


def test_byte_order_mark_and_any_line_ends() -> None:
    text = "\ufeff@book{a,\r\n  title = {X},\r  date = {y},\n}"
    (one,) = read(Source.of("citations.bib", text), ("de",))[1]
    assert (one.code, one.span.line, one.span.column) == ("BIB020", 3, 11)


def test_a_value_without_its_brace_is_one_finding() -> None:
    text = "@book{a,\n  title = [Report] of,\n}\n"
    found = read(Source.of("citations.bib", text), ("de",))[1]
    assert [(one.code, one.span.line) for one in found if one.severity == "error"] == [("BIB001", 2)]
