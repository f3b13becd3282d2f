"""The language that the command line speaks: `--lang`, else `LC_ALL`, `LC_MESSAGES`, `LANG`.

It has to be known before the first option is read, since wrong usage is told in it too; and the
help texts, which click takes as they are, are translated when they are shown.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Any

import click

from sitegen.catalogs import LOCALE, MESSAGES, languages, translation
from sitegen.diagnostics.row import N_

LANGUAGES = languages()
"""What `--lang` takes."""

_ENGLISH = "en"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of this call; English where none of ours is asked for."""
    asked = _option(arguments) or next(filter(None, map(environment.get, _VARIABLES)), _ENGLISH)
    primary = asked.split(".")[0].replace("-", "_").split("_")[0].lower()
    return primary if primary in LANGUAGES else _ENGLISH


def say(language: str, text: str, **values: object) -> str:
    """A text of the command line in a language, with its `{name}`s filled."""
    sentence = translation(MESSAGES, language).gettext(text)
    return sentence.format(**values) if values else sentence


def did_you_mean(language: str, name: str) -> str:
    """What was probably meant."""
    return say(language, N_("Did you mean “{nearest}”?"), nearest=name)


def reason(language: str, error: OSError) -> str:
    """Why the operating system refused something."""
    return say(language, error.strerror or type(error).__name__)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let click's own sentences come from our catalogue: it asks gettext, and gettext the environment."""
    before = os.environ.get("LANGUAGE")
    folder = gettext.bindtextdomain(MESSAGES)
    gettext.bindtextdomain(MESSAGES, str(LOCALE))
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.bindtextdomain(MESSAGES, folder)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def spoken(context: click.Context) -> str:
    """The language that a command was called in."""
    return str(context.find_root().obj or _ENGLISH)


class Option(click.Option):
    """An option whose help is a text of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        told = copy(self)
        told.help = say(spoken(ctx), self.help) if self.help else None
        return click.Option.get_help_record(told, ctx)


def language_option() -> Option:
    """`--lang`, which `chosen` has already read: here it is checked and shown."""
    help_text = N_("Language of the messages (default: that of the system).")
    return Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=help_text)


class Command(click.Command):
    """A command whose help is a text of the catalogue, and that takes `--lang`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(language_option())

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        told = copy(self)
        told.help = say(spoken(ctx), self.help) if self.help else None
        click.Command.format_help_text(told, ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Click keeps this option's help as it was first told, which may be another language."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(spoken(ctx), N_("Show this message and exit."))
        return option


def _option(arguments: Sequence[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None
