"""Signs that steer instead of being seen are told in whatever field they stand, and no control character is
ever published (robustness.md, "What has bitten other generators").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.publications import BIB, HEAD, PLACES, build

CHAPTER = "content/de/01-beispiel.md"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'
Files = dict[str, str | bytes]


def settings(more: str) -> Files:
    title = "" if more.startswith("title") else 'title = "a"\n'
    return {"sitegen.toml": f'languages = ["de"]\n{title}{more}\n'}


def front(line: str) -> Files:
    return {CHAPTER: f"---\ntitle: x\n{line}\n---\n\nText.\n"}


def text(body: str) -> Files:
    return {CHAPTER: f"{HEAD}{body}\n"}


def cited(bib: str) -> Files:
    return {"citations.bib": bib, **text("Text [@muster2020].")}


def chart(csv: str) -> Files:
    block = "::: {.chart #f type=bar data=../assets/a.csv x=country y=people}\nTitel\n:::\n"
    return {"content/assets/a.csv": csv, **text(block)}


FIELDS: dict[str, tuple[Callable[[str], Files], str]] = {
    "title of the publication": (lambda c: settings(f'title = "a{c}b"'), "sitegen.toml"),
    "author": (lambda c: settings(f'authors = ["a{c}b"]'), "sitegen.toml"),
    "publisher": (lambda c: settings(f'publisher = "a{c}b"'), "sitegen.toml"),
    "licence": (lambda c: settings(f'license = "a{c}b"'), "sitegen.toml"),
    "address of the site": (lambda c: settings(f'url = "https://example.org/a{c}b"'), "sitegen.toml"),
    "name of a place": (lambda c: {"places.toml": PLACES.replace('"Tula"', f'"Tu{c}la"')}, "places.toml"),
    "title of a source": (lambda c: cited(BIB.replace("Ein B", f"Ein{c} B")), "citations.bib"),
    "author of a source": (lambda c: cited(BIB.replace("Eva", f"E{c}va")), "citations.bib"),
    "title": (lambda c: {CHAPTER: f"---\ntitle: a{c}b\n---\n\nText.\n"}, CHAPTER),
    "subtitle": (lambda c: front(f"subtitle: a{c}b"), CHAPTER),
    "abstract": (lambda c: front(f"abstract: a{c}b"), CHAPTER),
    "keyword": (lambda c: front(f"keywords: [a{c}b]"), CHAPTER),
    "slug": (lambda c: front(f"slug: a{c}b"), CHAPTER),
    "words": (lambda c: text(f"a{c}b"), CHAPTER),
    "code": (lambda c: text(f"`a{c}b`"), CHAPTER),
    "speaker": (lambda c: text(f'::: {{.quote #a speaker="a{c}b"}}\nx\n:::'), CHAPTER),
    "address": (lambda c: text(f"[a](https://example.org/a{c}b)"), CHAPTER),
    "entity": (lambda c: text(f"a &#x{ord(c):x}; b"), CHAPTER),
    "data of a chart": (lambda c: chart(f"country,people\nA{c}b,3\n"), "content/assets/a.csv"),
    "template": (lambda c: {"templates/header.html": f"a{c}b"}, "templates/header.html"),
    "name of a chapter": (lambda c: {f"content/de/01-a{c}b.md": f"{HEAD}Text.\n"}, "content/de/01-a{}b.md"),
    "name of a picture": (
        lambda c: {
            f"content/assets/a{c}b.svg": DRAWING,
            **text(f'![Bild](../assets/a{quote(c)}b.svg){{#f alt="x"}}'),
        },
        "content/assets/a{}b.svg",
    ),
}  # fmt: skip
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def told(files: Files, path: str) -> list[str]:
    found = build(files).diagnostics
    return [
        one.code for one in found if one.span.path == path and one.code not in {"CIT003", "MET001", "MET002"}
    ]


@pytest.mark.parametrize("sign", ["\u202e", "\u2066"])
@pytest.mark.parametrize("name", FIELDS)
def test_a_sign_that_turns_the_text_is_one_finding(name: str, sign: str) -> None:
    write, path = FIELDS[name]
    expected = {
        "slug": "FRM009",
        "address": "LNK010",
        "name of a chapter": "SRC006",
        "name of a picture": "SRC006",
    }
    assert told(write(sign), path.format(sign)) == [expected.get(name, "SYN016")]


@pytest.mark.parametrize("field", ["publisher", "title", "subtitle"])
def test_an_escape_does_not_hide_it(field: str) -> None:
    files = settings('publisher = "a\\u202eb"') if field == "publisher" else None
    files = files or {
        CHAPTER: f'---\ntitle: x\n{field}: "a\\u202eb"\n---\n\nText.\n'.replace("title: x\ntitle", "title")
    }
    assert told(files, next(iter(files))) == ["SYN016"]


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x85"])
@pytest.mark.parametrize("name", FIELDS)
def test_a_control_character_is_never_published(name: str, sign: str) -> None:
    outcome = build(FIELDS[name][0](sign))
    for path, data in outcome.artifacts.items():
        assert not CONTROL.search(path), path
        assert not CONTROL.search(data.decode()), path
    assert outcome.artifacts or any(one.severity == "error" for one in outcome.diagnostics)


def test_right_to_left_words_need_no_sign_and_are_left_alone() -> None:
    assert told(text("Das Wort שלום steht hier, und مرحبا auch."), CHAPTER) == []
