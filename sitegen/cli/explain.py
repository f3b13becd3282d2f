"""`sitegen explain CODE`: what a diagnostic means, an example, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from sitegen.cli.language import Command, did_you_mean, say
from sitegen.cli.terminal import put_text
from sitegen.diagnostics import nearest
from sitegen.diagnostics.emitters.summary import severity_word
from sitegen.diagnostics.messages import outline, visible, why
from sitegen.diagnostics.row import N_, Row
from sitegen.diagnostics.table import TABLE


@click.command(
    "explain", cls=Command, help=N_("Say what a diagnostic means, by its code, and how to mend it.")
)
@click.argument("code")
@click.pass_obj
def command(language: str, code: str) -> int:
    row = TABLE.get(code.upper())
    if row is None:
        raise click.UsageError(_unknown(code, language))
    put_text("\n\n".join(_parts(row, language)) + "\n")
    return 0


def _unknown(code: str, language: str) -> str:
    text = say(language, N_("There is no diagnostic “{code}”."), code=visible(code))
    meant = nearest(code.upper(), TABLE)
    if meant is None:
        return text
    return f"{text} {did_you_mean(language, meant)}"


def _parts(row: Row, language: str) -> Iterator[str]:
    yield f"{row.code} {row.name} ({severity_word(row.severity, language)})"
    yield outline(row.message, language)
    yield why(row, language)
    if row.hint:
        title = say(language, N_("How to mend it:"))
        yield f"{title} {outline(row.hint, language)}"
    if row.example:
        yield _files(say(language, N_("Wrong:")), row.example.bad)
        yield _files(say(language, N_("Right:")), row.example.good)


def _files(title: str, files: Mapping[str, str]) -> str:
    lines = [title]
    for path, text in files.items():
        lines += ["", f"  {path}", *(f"    {visible(line)}".rstrip() for line in text.splitlines())]
    return "\n".join(lines)
