"""`sitegen translations export`: a worklist for translators."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.atomic import replace_file
from sitegen.catalogs import MESSAGES, translation
from sitegen.cli.findings import Telling, opened
from sitegen.cli.language import Command, Option, reason, say, spoken
from sitegen.cli.options import root_option
from sitegen.cli.terminal import put_text
from sitegen.cli.translations import folder
from sitegen.cli.worklists import FORMATS, format_module, linked, named, target_of
from sitegen.diagnostics.row import N_
from sitegen.exchange.pairs import worklist
from sitegen.exchange.units import Worklist


@click.command("export", cls=Command, help=N_("Write a worklist for translators."))
@root_option()
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(tuple(FORMATS)),
    default="xliff",
    help=N_(
        "Format of the worklist: xliff for translation programs (the default), docx-table for Word, md for"
        " text editors."
    ),
)
@click.option("--language", "target", cls=Option, metavar="LANG", help=N_("The language to translate into."))
@click.option(
    "-o",
    "out",
    cls=Option,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("The file to write (default: its name is made from the languages)."),
)
@click.option(
    "--all",
    "everything",
    cls=Option,
    is_flag=True,
    help=N_("Take in what is in step too, not only what is to be done."),
)
@click.option("--force", cls=Option, is_flag=True, help=N_("Replace a file that exists already."))
@click.argument("chapters", metavar="[CHAPTER]...", nargs=-1)
@click.pass_context
def command(
    ctx: click.Context,
    *,
    root: Path,
    form: str,
    target: str | None,
    out: Path | None,
    everything: bool,
    force: bool,
    chapters: tuple[str, ...],
) -> int:
    language, root = spoken(ctx), folder(ctx, root)
    module = format_module(form, language)
    translations = linked(Telling(language, root, opened(root, language)))
    chosen = named(translations.into(target_of(translations, target, language)), chapters, language)
    sources = {one.alignment.source for one in chosen}
    if len(sources) > 1:
        text = N_(
            "These chapters were written in different languages ({names}): export them one after the other."
        )
        raise click.UsageError(say(language, text, names=", ".join(sorted(sources))))
    made = worklist(chosen, everything=everything)
    if made is None:
        put_text(say(language, N_("Everything is in step: there is nothing to translate.")) + "\n")
        return 0
    path = out or Path(f"{made.source}-{made.target}{module.ENDING}")
    if path.exists() and not force:
        text = N_("“{path}” exists already; with --force it is replaced.")
        raise click.ClickException(say(language, text, path=path))
    _write(path, _written(module, made, form, language), language)
    put_text(_summary(made, path, language))
    return 0


def _written(module: object, made: Worklist, form: str, language: str) -> bytes:
    """The file; what it explains, it explains in the language of the command line."""
    data: bytes
    if form == "xliff":
        data = module.write(made)  # type: ignore[attr-defined]
        return data
    told = [say(language, module.EXPLAINED)]  # type: ignore[attr-defined]
    if form == "docx-table":
        headings = tuple(say(language, text) for text in module.HEADINGS)  # type: ignore[attr-defined]
        states = {state: say(language, text) for state, text in module.STATES.items()}  # type: ignore[attr-defined]
        data = module.write(made, told[0], headings, states)  # type: ignore[attr-defined]
    else:
        data = module.write(made, told[0])  # type: ignore[attr-defined]
    return data


def _write(path: Path, data: bytes, language: str) -> None:
    try:
        replace_file(path, data)
    except OSError as error:
        text = N_("“{path}” cannot be written: {reason}.")
        raise click.ClickException(say(language, text, path=path, reason=reason(language, error))) from error


def _summary(made: Worklist, path: Path, language: str) -> str:
    count = made.count
    text = translation(MESSAGES, language).ngettext(
        "{count} text to translate from {source} into {target}: {path}",
        "{count} texts to translate from {source} into {target}: {path}",
        count,
    )
    return text.format(count=count, source=made.source, target=made.target, path=path) + "\n"
