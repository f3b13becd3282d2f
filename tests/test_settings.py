"""sitegen.toml: what each mistake is called and where it stands, and what is left of the settings."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as laws
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.model.document import Person
from sitegen.model.texts import Texts
from sitegen.settings import Settings, read_settings
from sitegen.source import Source

TODAY = date(2026, 1, 1)
HEAD = 'languages = ["de", "ru"]\ntitle = { de = "Bleiben", ru = "Остаться" }\n'
FULL = """\
languages = ["de", "ru"]
title = { de = "Bleiben", ru = "Остаться" }
url = "https://example.org/bleiben"
authors = ["Anna Beispiel", { name = "Boris Muster", orcid = "https://orcid.org/0000-0002-1825-0097" }]
publisher = "Verlag"
license = "CC-BY-4.0"
date = 2024-11-15
doi = { de = "https://doi.org/10.5555/example", ru = "10.5555/example.ru" }
contact = "mailto:team@example.org"
[citations]
style = "author-date"
bibliography = "all"
[translations]
unfinished = ["ru"]
[markdown]
html = true
[search]
enabled = false
[diagnostics]
ignore = [{ code = "CFG009", path = "content/de/*", reason = "bekannt" }]
"""


def read(text: str, folders: tuple[str, ...] = ("de", "ru")) -> tuple[Settings, list[Diagnostic]]:
    settings, found = read_settings(Source.of("sitegen.toml", text), folders, TODAY)
    return settings, list(found)


def places(found: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(one.code, one.span.line, one.span.column) for one in found]


def test_every_key() -> None:
    settings, found = read(FULL)
    assert found == []
    assert settings.languages == ("de", "ru")
    assert settings.title == Texts((("de", "Bleiben"), ("ru", "Остаться")))
    assert settings.url == "https://example.org/bleiben/"
    assert settings.authors == (Person("Anna Beispiel"), Person("Boris Muster", "0000-0002-1825-0097"))
    assert settings.publisher == Texts((("", "Verlag"),))
    assert (settings.license, settings.date) == ("CC-BY-4.0", "2024-11-15")
    assert settings.doi == Texts((("de", "10.5555/example"), ("ru", "10.5555/example.ru")))
    assert settings.contact == "mailto:team@example.org"
    assert (settings.citation_style, settings.bibliography) == ("author-date", "all")
    assert settings.unfinished == ("ru",)
    assert (settings.html, settings.search) == (True, False)
    assert [(one.code, one.path, one.reason) for one in settings.ignore] == [
        ("CFG009", "content/de/*", "bekannt")
    ]


def test_the_defaults() -> None:
    settings, found = read(HEAD)
    assert found == []
    assert settings == Settings(("de", "ru"), settings.title, spans=settings.spans)
    where = settings.span("languages")
    assert where is not None
    assert (where.line, where.column, settings.span("url")) == (1, 13, None)


@pytest.mark.parametrize(
    ("line", "code", "column", "nearest"),
    [
        ('publischer = "V"', "CFG003", 1, "publisher"),
        ("[serch]", "CFG003", 2, "search"),
        ("url = 5", "CFG004", 7, None),
        ("license = true", "CFG004", 11, None),
        ('authors = "Anna"', "CFG004", 11, None),
        ('authors = ["Anna", 5]', "CFG004", 20, None),
        ('publisher = ["V"]', "CFG004", 13, None),
        ("date = 2024-11-15T08:00:00", "CFG004", 8, None),
        ("date = 2024", "CFG004", 8, None),
        ("search = true", "CFG004", 10, None),
        ('markdown.html = "true"', "CFG004", 17, None),
        ("translations.unfinished = true", "CFG004", 27, None),
        ("diagnostics.ignore = [1]", "CFG004", 23, None),
        ('publisher = { de = "V", uk = "В" }', "CFG011", 25, "ru"),
        ('url = "example.org"', "CFG013", 7, None),
        ('url = "ftp://example.org/"', "CFG013", 7, None),
        ('url = "https:///bleiben"', "CFG013", 7, None),
        ('url = "https://[1/"', "CFG013", 7, None),
        ('url = "https://example.org/?a"', "CFG013", 7, None),
        ('date = "15.11.2024"', "CFG014", 8, None),
        ('date = "2024-02-30"', "CFG014", 8, None),
        ('date = "20241115"', "CFG014", 8, None),
        ("date = 2026-01-02", "CFG015", 8, None),
        ('authors = [{ name = "B", orcid = "0000-0002-1825-0098" }]', "CFG016", 34, None),
        ('authors = [{ name = "B", orcid = "1825-0097" }]', "CFG016", 34, None),
        ('authors = [{ name = "B", orcd = "0000-0002-1825-0097" }]', "CFG003", 26, "orcid"),
        ('doi = "5555/example"', "CFG017", 7, None),
        ('doi = { de = "10.5555" }', "CFG017", 14, None),
        ('contact = "team@example.org"', "CFG018", 11, None),
        ('contact = "mailto:team"', "CFG018", 11, None),
        ('citations.style = "note"', "CFG019", 19, "notes"),
        ('citations.bibliography = "al"', "CFG019", 26, "all"),
        ('translations.unfinished = ["fr"]', "CFG020", 28, None),
        ('diagnostics.ignore = [{ code = "CFG9", path = "*", reason = "x" }]', "CFG021", 32, None),
        ('diagnostics.ignore = [{ code = "CFG009", path = "*" }]', "CFG022", 23, None),
        ('diagnostics.ignore = [{ code = "CFG009", path = "*", reason = " " }]', "CFG022", 63, None),
        ('diagnostics.ignore = [{ code = "CFG009", reason = "x" }]', "CFG023", 23, None),
        ('diagnostics.ignore = [{ cod = "CFG009", path = "*", reason = "x" }]', "CFG003", 25, "code"),
        ("authors = [{}]", "CFG023", 12, None),
        ('license = ""', "CFG024", 11, None),
        ("publisher = {}", "CFG024", 13, None),
        ('license = "\\u0000"', "CFG025", 11, None),
        ("date = 2024-02-30", "CFG002", 8, None),
        ('url = "offen', "CFG002", 13, None),
    ],
)
def test_a_mistake_is_one_finding_at_its_place(
    line: str, code: str, column: int, nearest: str | None
) -> None:
    settings, found = read(HEAD + line + "\n")
    assert places(found) == [(code, 3, column)]
    assert settings.languages == ("de", "ru")
    if nearest != "ru":
        assert found[0].nearest == nearest


@pytest.mark.parametrize(
    ("text", "expected", "languages"),
    [
        ('title = "A"', [("CFG006", 1, 1)], ("de", "ru")),
        ('languages = []\ntitle = "A"', [("CFG006", 1, 13)], ("de", "ru")),
        ('languages = ["de"]', [("CFG005", 1, 1), ("CFG010", 1, 13)], ("de",)),
        ('languages = "de"\ntitle = "A"', [("CFG004", 1, 13)], ("de", "ru")),
        ('languages = ["de", "rus"]\ntitle = {de = "A", ru = "Б"}', [("CFG007", 1, 20)], ("de", "ru")),
        ('languages = ["../x"]\ntitle = "A"', [("CFG007", 1, 14)], ("de", "ru")),
        ('languages = ["ru", "de", "ru"]\ntitle = "A"', [("CFG008", 1, 26)], ("ru", "de")),
        ('languages = ["ru", "de"]\ntitle = "A"', [("CFG012", 2, 9)], ("ru", "de")),
        ('languages = ["ru", "de"]\ntitle = {ru = "A", dr = "Б"}', [("CFG011", 2, 20)], ("ru", "de")),
        ('langauges = ["de"]\ntitel = "A"', [("CFG003", 1, 1), ("CFG003", 2, 1)], ("de", "ru")),
        ("", [("CFG006", 1, 1), ("CFG005", 1, 1)], ("de", "ru")),
        ("\ufeffx", [("CFG002", 1, 2)], ("de", "ru")),
    ],
)
def test_languages_and_title(
    text: str, expected: list[tuple[str, int, int]], languages: tuple[str, ...]
) -> None:
    settings, found = read(text)
    assert sorted(places(found)) == sorted(expected)
    assert settings.languages == languages


@pytest.mark.parametrize(
    ("languages", "folders", "more", "expected"),
    [
        ('"de", "ru"', ("de",), "", [("CFG009", 1, 20)]),
        ('"de", "ru"', ("de",), '[translations]\nunfinished = ["ru"]', []),
        ('"de", "ru"', ("de", "en", "ru"), "", [("CFG010", 1, 13)]),
        ('"de", "ru"', ("assets", "de", "ru"), "", []),
    ],
)
def test_languages_and_folders(
    languages: str, folders: tuple[str, ...], more: str, expected: list[tuple[str, int, int]]
) -> None:
    text = f'languages = [{languages}]\ntitle = {{ de = "Bleiben", ru = "Остаться" }}\n{more}'
    assert places(read(text, folders)[1]) == expected


def test_a_region_has_the_language_of_its_tag() -> None:
    settings, found = read('languages = ["de-AT"]\ntitle = "A"', ("de-AT",))
    assert (settings.languages, found) == (("de-AT",), [])


def test_without_a_file_the_folders_are_the_languages() -> None:
    settings, found = read_settings(None, ("assets", "ru"), TODAY)
    assert settings.languages == ("ru",)
    assert [str(one) for one in found] == ["sitegen.toml:1:1: CFG001"]
    assert read_settings(None, (), TODAY)[0].languages


def test_texts_are_normalised() -> None:
    settings, _ = read('languages = ["de"]\ntitle = """\n  Bu\u0308cher\n  lesen """', ("de",))
    assert settings.title == Texts((("", "B\u00fccher lesen"),))


@given(st.lists(st.sampled_from([*FULL.splitlines(), "title", "=", "[", "{", "1", '"', "\0"])))
@laws(derandomize=True, deadline=None, max_examples=200)
def test_no_soup_makes_it_raise(lines: list[str]) -> None:
    settings, _ = read("\n".join(lines))
    assert settings.languages


@given(st.binary())
@laws(derandomize=True, deadline=None, max_examples=100)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    settings, _ = read(data.decode("utf-8", "replace"))
    assert settings.languages == ("de", "ru")
