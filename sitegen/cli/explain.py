"""`sitegen explain CODE`: what a diagnostic means, an example, how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from sitegen.cli.language import Command, did_you_mean, say
from sitegen.cli.terminal import put_text
from sitegen.diagnostics import nearest
from sitegen.diagnostics.explanation import Explanation, explain
from sitegen.diagnostics.messages import visible
from sitegen.diagnostics.row import N_
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
    put_text("\n\n".join(_parts(explain(row, language), language)) + "\n")
    return 0


def _unknown(code: str, language: str) -> str:
    text = say(language, N_("There is no diagnostic “{code}”."), code=visible(code))
    meant = nearest(code.upper(), TABLE)
    if meant is None:
        return text
    return f"{text} {did_you_mean(language, meant)}"


def _parts(one: Explanation, language: str) -> Iterator[str]:
    yield f"{one.code} {one.name} ({one.severity})"
    yield one.message
    yield one.why
    if one.hint:
        mend = say(language, N_("How to mend it:"))
        yield f"{mend} {one.hint}"
    if one.bad:
        yield _files(say(language, N_("Wrong:")), one.bad)
        yield _files(say(language, N_("Right:")), one.good)


def _files(title: str, files: Mapping[str, tuple[str, ...]]) -> str:
    shown = [title]
    for path, lines in files.items():
        shown += ["", f"  {path}", *(f"    {line}".rstrip() for line in lines)]
    return "\n".join(shown)
