"""In which language the command line speaks."""

from __future__ import annotations

import gettext
import os

import pytest

from sitegen.cli.language import chosen, speaking
from tests.cli.conftest import Call

CASES = {
    "nothing": ([], {}, "en"),
    "before the command": (["--lang", "de", "build"], {"LANG": "ru_RU.UTF-8"}, "de"),
    "after the command": (["build", "--lang=ru"], {}, "ru"),
    "LC_ALL first": ([], {"LC_ALL": "de_AT.UTF-8", "LC_MESSAGES": "ru_RU", "LANG": "ru_RU"}, "de"),
    "LC_MESSAGES next": ([], {"LC_MESSAGES": "ru_RU.UTF-8", "LANG": "de_DE"}, "ru"),
    "LANG last": ([], {"LC_ALL": "", "LANG": "de"}, "de"),
    "C": ([], {"LC_ALL": "C", "LANG": "de_DE"}, "en"),
    "C.UTF-8": ([], {"LC_ALL": "C.UTF-8"}, "en"),
    "none of ours": ([], {"LANG": "fr_FR.UTF-8"}, "en"),
    "a file of that name": (["build", "--", "--lang", "de"], {}, "en"),
    "without a value": (["build", "--lang"], {}, "en"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_language_is_chosen(case: tuple[list[str], dict[str, str], str]) -> None:
    arguments, environment, language = case
    assert chosen(arguments, environment) == language


@pytest.mark.parametrize(
    "arguments", [("--lang", "de", "build", "--help"), ("build", "--lang", "de", "--help")]
)
def test_help_speaks_the_language(call: Call, arguments: tuple[str, ...]) -> None:
    text = call(*arguments).stdout
    assert text.startswith("Aufruf: sitegen build [OPTIONS]")
    assert "Die Website erzeugen" in text
    assert "Ordner der Publikation" in text
    assert "Show this message" not in text


def test_help_speaks_one_language_after_another(call: Call) -> None:
    german, russian, english = (call("build", "--help", LANG=name).stdout for name in ("de", "ru", "en"))
    assert "Diese Hilfe zeigen und enden." in german
    assert "Показать эту справку и выйти." in russian
    assert "Show this message and exit." in english


def test_wrong_usage_is_told_in_the_language(call: Call) -> None:
    assert "Diese Option gibt es nicht: --foo" in call("build", "--foo", LANG="de_DE.UTF-8").stderr
    assert "Команды «buidl» нет." in call("buidl", LANG="ru_RU.UTF-8").stderr


def test_an_unknown_language_is_wrong_usage(call: Call) -> None:
    result = call("build", "--lang", "xx")
    assert result.exit_code == 2
    assert "'xx'" in result.stderr


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    before = gettext.bindtextdomain("messages")
    with speaking("de"):
        assert os.environ["LANGUAGE"] == "de"
    assert os.environ["LANGUAGE"] == "fr"
    assert gettext.bindtextdomain("messages") == before
