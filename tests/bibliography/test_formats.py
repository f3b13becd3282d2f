"""Entries written for other programs: read again they are set in the same way, and no field is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.bibliography import CitedItem, Entry, read, split, style
from sitegen.bibliography.dates import parse_date
from sitegen.bibliography.fields import TYPES
from sitegen.bibliography.formats.biblatex import biblatex, biblatex_entry, edtf
from sitegen.bibliography.formats.csl_json import csl_item, csl_json
from sitegen.bibliography.formats.kinds import csl_type, ris_type
from sitegen.bibliography.formats.latex import encode
from sitegen.bibliography.formats.ris import ris, ris_entry
from sitegen.bibliography.latex import decode
from sitegen.bibliography.names import parse_names
from sitegen.model.nodes import Bold, Inlines, Italic, Text, plain_text
from sitegen.source import Source
from tests.bibliography.cases import LANGUAGES, entry, reading
from tests.bibliography.test_laws import ENTRIES, LAW, text_of

SAMPLE = (Path(__file__).parent / "data" / "sample.bib").read_text(encoding="utf-8")
BIBLIOGRAPHY = read(Source.of("citations.bib", SAMPLE), LANGUAGES)[0]
EDITIONS = ("de", "ru", "en")


def forms(one: Entry) -> list[Inlines]:
    locator = split("S. 5", LANGUAGES)[0]
    return [
        form
        for by in map(style, EDITIONS)
        for form in (
            by.entry(one),
            by.first_note(one, locator),
            by.later_note(one, locator),
            by.bracket([CitedItem(one, locator=locator)]),
        )
    ]


@pytest.mark.parametrize("key", BIBLIOGRAPHY.keys)
def test_the_sample_read_again_gives_the_same_forms(key: str) -> None:
    one = BIBLIOGRAPHY.entries[key]
    again, found = reading(biblatex_entry(one))
    assert [one.code for one in found if one.severity != "info"] == []
    assert forms(again.entries[key]) == forms(one)


def test_writing_what_was_read_again_changes_nothing() -> None:
    text = biblatex(BIBLIOGRAPHY.entries.values())
    assert biblatex(reading(text)[0].entries.values()) == text


@LAW
@given(ENTRIES)
def test_whatever_can_be_read_is_written_and_read_again(
    entries: list[tuple[str, list[tuple[str, str]]]],
) -> None:
    first = reading(text_of(entries))[0]
    again = reading(biblatex(first.entries.values()))[0]
    assert again.keys == first.keys
    for key, one in first.entries.items():
        assert (again.entries[key].names, again.entries[key].texts) == (one.names, one.texts)
        assert forms(again.entries[key]) == forms(one)
    assert len(json.loads(csl_json(first.entries.values()))) == len(first.entries)
    assert ris(first.entries.values()).count("ER  - ") == len(first.entries)


RUNS = st.text("aä Я.-–'`~%&#_\\{}$^\u00a0…„“", min_size=1, max_size=16)


@LAW
@given(RUNS, RUNS)
def test_text_is_encoded_so_that_it_is_decoded_to_itself(one: str, other: str) -> None:
    nodes: Inlines = (Text(one), Italic((Text(other), Bold((Text("x"),)))), Text("."))
    assert decode(encode(nodes)) == (nodes, ())


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-03",
        "2024-03-05",
        "2018/2023",
        "2018-05/2018-07",
        "2022/..",
        "../2022",
        "2024~",
        "2024?",
        "2024%",
        "2024-21",
    ],
)
def test_dates_are_written_as_edtf(text: str) -> None:
    date = parse_date(text)
    assert date
    assert edtf(date) == text


@pytest.mark.parametrize(
    "names",
    [
        "van der Berg, Jan and O’Neill, Seán",
        "{Ministry of Labour, Family and Social Affairs}",
        "Berg, Jr., Jan and others",
        "family={Müller and Sohn}, given={Anna}",
        "family={berg}, given={jan}, prefix={Von}",
        "Sokrates",
    ],
)
def test_names_are_written_as_they_are_read(names: str) -> None:
    one = entry(author=names)
    written = biblatex_entry(one)
    assert reading(written)[0].entries["k"].names["author"] == parse_names(names)
    assert f"author = {{{names}}}" in " ".join(written.split())


def test_an_entry_as_biblatex() -> None:
    one = reading(
        r"""
% what an author writes
@incollection{kap, author = {M{\"u}ller, J{\"u}rgen and {Amt f{\"u}r Statistik}}, title = {A \& B: \emph{C}},
  title_ru = {А и Б}, crossref = {buch}, pages = {1--5}, note = {private}, url = {https://a.example/x_y%20z},
  urldate = {2024-07-17}}
@collection{buch, editor = {Weiß, Karl}, title = {Buch}, date = {2020-03}, isbn = {978-3-593-51012-3},
  langid = {german}}
"""
    )[0].entries["kap"]
    assert (
        biblatex_entry(one)
        == r"""@incollection{kap,
  author    = {Müller, Jürgen and {Amt für Statistik}},
  editor    = {Weiß, Karl},
  title     = {A \& B: \textit{C}},
  title_ru  = {А и Б},
  booktitle = {Buch},
  pages     = {1--5},
  date      = {2020-03},
  url       = {https://a.example/x_y%20z},
  urldate   = {2024-07-17},
  langid    = {ngerman},
}
"""
    )


def test_an_entry_as_csl() -> None:
    assert csl_item(BIBLIOGRAPHY.entries["vanderberg2020"]) == {
        "id": "vanderberg2020",
        "type": "article-journal",
        "language": "en",
        "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"family": "Cruz", "given": "María", "non-dropping-particle": "de la"},
            {"family": "Łukasiewicz", "given": "Paweł"},
            {"family": "O’Neill", "given": "Seán"},
        ],
        "title": "Platform Work in Europe: A “Gig” Economy & Its Critics",
        "container-title": "European Journal of Social Policy",
        "volume": "30",
        "issue": "2",
        "page": "201-219",
        "issued": {"date-parts": [[2020]]},
        "DOI": "10.1177/0958928720_914567",
    }


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"author": "{Amt}"}, {"author": [{"literal": "Amt"}]}),
        ({"author": "A, B and others"}, {"author": [{"family": "A", "given": "B"}, {"literal": "others"}]}),
        ({"organization": "Amt"}, {"author": [{"literal": "Amt"}]}),
        ({"date": "2018-05/2018-07"}, {"issued": {"date-parts": [[2018, 5], [2018, 7]]}}),
        ({"date": "2024-21"}, {"issued": {"date-parts": [[2024]], "season": 1}}),
        ({"date": "2024~"}, {"issued": {"date-parts": [[2024]], "circa": True}}),
        ({"date": "2022/.."}, {"issued": {"literal": "2022–"}}),
        ({"urldate": "2024-07-17"}, {"accessed": {"date-parts": [[2024, 7, 17]]}}),
        ({"title": r"Das \emph{Wort}"}, {"title": "Das <i>Wort</i>"}),
        ({"series": "Reihe", "number": "7"}, {"collection-title": "Reihe", "collection-number": "7"}),
        ({"isbn": "978-3"}, {"ISBN": "978-3"}),
    ],
)
def test_fields_as_csl(fields: dict[str, str], expected: dict[str, object]) -> None:
    found = csl_item(entry(**fields))
    assert {name: found[name] for name in expected} == expected


def test_an_entry_as_ris() -> None:
    assert ris_entry(BIBLIOGRAPHY.entries["zeit2018"]).split("\r\n") == [
        "TY  - NEWS",
        "ID  - zeit2018",
        "AU  - Schmidt, Lena",
        "TI  - Rentenpolitik nach der Wahl",
        "T2  - Die Zeit",
        "PY  - 2018",
        "DA  - 2018/05//",
        "IS  - 22",
        "SP  - S3",
        "EP  - S4, 9",
        "UR  - https://www.zeit.de/2018/22/renten_politik",
        "Y2  - 2024/07/17/",
        "LA  - de",
        "ER  - ",
        "",
    ]


TYPES_OF = {
    "article": ("article-journal", "JOUR"),
    "book": ("book", "BOOK"),
    "collection": ("book", "EDBOOK"),
    "incollection": ("chapter", "CHAP"),
    "inproceedings": ("paper-conference", "CPAPER"),
    "online": ("webpage", "ELEC"),
    "report": ("report", "RPRT"),
    "thesis": ("thesis", "THES"),
    "dataset": ("dataset", "DATA"),
    "software": ("software", "COMP"),
    "unpublished": ("manuscript", "UNPB"),
    "misc": ("document", "GEN"),
}


@pytest.mark.parametrize("kind", TYPES_OF)
def test_types(kind: str) -> None:
    one = reading(f"@{kind}{{k, title = {{T}}}}")[0].entries["k"]
    assert (csl_type(one), ris_type(one)) == TYPES_OF[kind]


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_has_one_in_each_format(kind: str) -> None:
    one = reading(f"@{kind}{{k, title = {{T}}, url = {{https://a.example/}}}}")[0].entries["k"]
    assert csl_type(one) in CSL_TYPES
    assert len(ris_type(one)) in range(2, 7)


CSL_TYPES = set(
    "article article-journal article-newspaper book chapter dataset document entry-encyclopedia graphic "
    "legal_case legislation manuscript motion_picture pamphlet paper-conference patent performance "
    "periodical personal_communication report review software song standard thesis treaty webpage".split()
)


def test_what_is_read_into_another_language_stays_plain() -> None:
    assert plain_text(BIBLIOGRAPHY.entries["ministry"].texts["title"]) in ris(BIBLIOGRAPHY.entries.values())
