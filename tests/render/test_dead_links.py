"""Sources that are gone: the copy first, or the label (links.md, sections 1 and 4)."""

from __future__ import annotations

import re

import pytest

from tests.publications import CHAPTER, build

COPY = "https://web.archive.org/web/20241115081500/"
ROBUST = (
    'data-originalurl="https://tot.example/b" data-versiondate="2024-11-15" '
    f'data-versionurl="{COPY}https://tot.example/b" rel="noreferrer" class="address"'
)
BIB = f"""\
@online{{a, title = {{A}}, url = {{https://tot.example/a}}, urldate = {{2024-11-15}}, langid = {{german}}}}
@online{{b, title = {{B}}, url = {{https://tot.example/b}}, urldate = {{2024-11-15}}, langid = {{german}},
  archiveurl = {{{COPY}https://tot.example/b}}, archivedate = {{2024-11-15}}}}
"""
GERMAN = "nicht mehr erreichbar (geprüft 2024-11-15)"
RUSSIAN = "недоступна (проверено 15.11.2024)"


def line(url: str, result: str = "dead", more: str = "status = 404") -> str:
    return f'"{url}" = {{ result = "{result}", {more}, date = 2024-11-15 }}\n'


def page(text: str, lock: str, path: str = CHAPTER) -> str:
    outcome = build({path: text, "links.lock": lock, "citations.bib": BIB})
    assert [one.code for one in outcome.diagnostics if one.severity == "error"] == []
    name = "ru/primer.html" if path.startswith("content/ru") else "de/beispiel.html"
    return re.sub("<wbr>", "", outcome.artifacts[name].decode())


@pytest.mark.parametrize(
    "text",
    [
        "Siehe [A](https://tot.example/a).",
        "Siehe https://tot.example/a#teil.",
        "A.^[<https://tot.example/a>]",
    ],
)
def test_a_dead_source_without_copy_has_a_label(text: str) -> None:
    lock = line("https://tot.example/a") + line("https://tot.example/a#teil")
    html = page(text, lock)
    assert f'</a> <span class="unavailable">{GERMAN}</span>' in html
    assert 'href="https://tot.example/a' in html


def test_in_russian() -> None:
    html = page(
        "Текст: [А](https://tot.example/a).\n", line("https://tot.example/a"), "content/ru/01-primer.md"
    )
    assert f'<span class="unavailable">{RUSSIAN}</span>' in html


def test_notes_and_bibliography() -> None:
    """In the note and in the list of sources: the label of one, and the places of the other changed."""
    html = page("A.[^n]\n\n[^n]: [@a; @b]\n", line("https://tot.example/a") + line("https://tot.example/b"))
    assert html.count(f'<span class="unavailable">{GERMAN}</span>') == 2
    assert html.count(f'<a href="{COPY}https://tot.example/b" {ROBUST}>https://tot.example/b</a>') == 2
    original = '<a href="https://tot.example/b" rel="noreferrer">archiviert am 15.\u00a0November 2024</a>'
    assert html.replace("&nbsp;", "\u00a0").count(original) == 2


def test_alive_the_address_stands_first() -> None:
    html = page("A.[^n]\n\n[^n]: [@b]\n", line("https://tot.example/b", "ok", "status = 200"))
    assert html.count(f'<a href="https://tot.example/b" {ROBUST}>https://tot.example/b</a>') == 2
    assert html.count(f'<a href="{COPY}https://tot.example/b" rel="noreferrer">archiviert') == 2


@pytest.mark.parametrize(
    "text", ["Siehe [B](https://tot.example/b).", "Siehe [B](https://TOT.example:443/b)."]
)
def test_a_link_in_the_text_leads_to_the_source_s_copy(text: str) -> None:
    html = page(text, line("https://tot.example/b"))
    assert f'<a href="{COPY}https://tot.example/b" data-originalurl="https://' in html
    assert '/b" rel="noreferrer">ursprüngliche Adresse</a>)' in html
    assert "unavailable" not in html


def test_a_copy_that_only_the_lock_knows() -> None:
    more = f'status = 404, copy = "{COPY}https://tot.example/c", copied = 2024-11-15'
    html = page("Siehe [C](https://tot.example/c).", line("https://tot.example/c", "dead", more))
    assert f'<a href="{COPY}https://tot.example/c" data-originalurl="https://tot.example/c"' in html


@pytest.mark.parametrize(
    ("result", "more"),
    [
        ("ok", "status = 200"),
        ("unsure", "status = 403"),
        ("not checked", "status = 404"),
        ("dead", 'status = 200, reason = "no-anchor"'),
    ],
)
def test_what_is_not_gone_has_no_label(result: str, more: str) -> None:
    html = page("Siehe [A](https://tot.example/a#x).", line("https://tot.example/a#x", result, more))
    assert '<a href="https://tot.example/a#x" rel="noreferrer">A</a>.' in html


def test_a_label_in_another_language_s_words_says_its_own() -> None:
    html = page("Siehe [слово [A](https://tot.example/a)]{lang=ru}.", line("https://tot.example/a"))
    assert f'<span class="unavailable" lang="de">{GERMAN}</span>' in html


def test_an_address_with_a_secret_is_not_taken_for_another_one() -> None:
    lock = line("https://kurier.example/a?token=***")
    assert "unavailable" not in page("[x](https://kurier.example/a?token=geheim)\n", lock)
