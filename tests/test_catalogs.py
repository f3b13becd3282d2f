"""The message catalogues: complete, up to date, and with the same gaps to fill in every language."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from sitegen.catalogs import LOCALE, MESSAGES, SITE, languages, translation

TOOL = Path(__file__).parent.parent / "tools" / "messages.py"
FORMS = {"de": 2, "ru": 3}
CATALOGS = [(language, domain) for language in FORMS for domain in (MESSAGES, SITE)]

ENDS = ".?:…)"
PLACEHOLDER = re.compile(r"\{([a-z_]+)(?:![a-z])?\}")
FOREIGN_MARKS = {"de": "[«»”]", "ru": "[“”„]"}
"""Quotation marks that are not those of the language, in prose."""


def read(language: str, domain: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str, domain: str) -> Iterator[tuple[Message, tuple[str, ...], tuple[str, ...]]]:
    """Every message, its English forms and its translated ones."""
    for message in read(language, domain):
        if message.id:
            english = message.id if isinstance(message.id, tuple) else (message.id,)
            told = message.string if isinstance(message.string, tuple) else (message.string,)
            yield message, tuple(map(str, english)), tuple(map(str, told))


def test_the_files_say_what_the_sources_and_the_translations_say() -> None:
    done = subprocess.run([sys.executable, str(TOOL), "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(("language", "domain"), CATALOGS)
def test_everything_is_translated(language: str, domain: str) -> None:
    untold = [
        english[0]
        for _, english, told in messages(language, domain)
        if not all(told) or len(told) != (FORMS[language] if len(english) > 1 else 1)
    ]
    assert untold == []


@pytest.mark.parametrize(("language", "domain"), CATALOGS)
def test_the_same_is_filled_in(language: str, domain: str) -> None:
    for _, english, told in messages(language, domain):
        wanted = {name for form in english for name in PLACEHOLDER.findall(form)}
        least = set.intersection(*(set(PLACEHOLDER.findall(form)) for form in english))
        for form in told:
            names = set(PLACEHOLDER.findall(form))
            assert least <= names <= wanted, form


@pytest.mark.parametrize(("language", "domain"), CATALOGS)
def test_quotation_marks_are_those_of_the_language(language: str, domain: str) -> None:
    for _, _, told in messages(language, domain):
        for form in told:
            assert not re.search(FOREIGN_MARKS[language], form), form
            assert form.count("„") == form.count("“"), form
            assert form.count("«") == form.count("»"), form


@pytest.mark.parametrize(("language", "domain"), CATALOGS)
def test_a_sentence_ends_as_the_english_one_does(language: str, domain: str) -> None:
    for _, english, told in messages(language, domain):
        for form in told:
            assert (form[-1] in ENDS) == (english[0][-1] in ENDS) or len(form) == 1, form


def test_no_marked_string_hides_in_an_f_string() -> None:
    """Babel does not look into them."""
    for path in (LOCALE.parent).rglob("*.py"):
        assert not re.search(r"""\bf["'].*\b(N_|gettext)\(""", path.read_text(encoding="utf-8")), path


def test_languages_are_those_with_a_catalogue() -> None:
    assert languages() == ("en", "de", "ru")


def test_a_region_takes_the_catalogue_of_its_language() -> None:
    assert translation(MESSAGES, "de-AT").gettext("error") == "Fehler"
    assert translation(MESSAGES, "fr").gettext("error") == "error"
