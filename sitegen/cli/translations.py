"""`sitegen translations`: how far each translation is in step with its source, and agreeing that it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.build.pipeline import Linked, link_site
from sitegen.build.store import Store
from sitegen.cli.findings import Telling, opened, reader
from sitegen.cli.language import Option, say, spoken
from sitegen.cli.lazy_group import LazyGroup
from sitegen.cli.options import root_option
from sitegen.cli.terminal import progress, put_data, put_text
from sitegen.cli.translations_text import statuses_text
from sitegen.diagnostics.row import N_
from sitegen.exports.earlier import earlier_wordings
from sitegen.exports.translations import statuses_json, translation_statuses

COMMANDS = {
    "accept": N_("Record that translations are in step with their sources as they are now."),
    "export": N_("Write a worklist for translators."),
    "import": N_("Take a worklist back, with what was translated."),
}
"""Each is a module `translations_NAME` of this package, loaded when it is called."""

FATAL = ("CFG", "TRN001")
"""Findings without which nothing can be said of translations."""


class Translations(LazyGroup):
    """The group of what there is to do with translations."""

    known = COMMANDS
    module = "sitegen.cli.translations_{}"


@click.group(
    "translations",
    cls=Translations,
    invoke_without_command=True,
    help=N_("Say how far every translation is in step with its source, block by block."),
)
@root_option()
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(("text", "json")),
    default="text",
    help=N_("Format of the report (default: text)."),
)
@click.option(
    "--strict", cls=Option, is_flag=True, help=N_("Fail where something is stale, missing or extra.")
)
@click.pass_context
def command(ctx: click.Context, *, root: Path, form: str, strict: bool) -> int | None:
    if ctx.invoked_subcommand:
        return None
    telling = Telling(spoken(ctx), root, opened(root, spoken(ctx)))
    linked = read_linked(telling)
    if linked is None:
        return 1
    statuses = translation_statuses(linked.publication)
    if form == "json":
        put_data(statuses_json(statuses))
    else:
        earlier = earlier_wordings(root, statuses, telling.world.today)
        put_text(statuses_text(statuses, earlier, reader(telling.world), telling.language))
    return int(strict and any(one.blocks for one in statuses))


def read_linked(telling: Telling) -> Linked | None:
    """The publication, linked; none, with the findings told, where sitegen.toml or translations.lock
    cannot be read. Other errors do not matter here: `check` tells them.
    """
    with progress(telling.language) as show:
        linked = link_site(telling.world, progress=show, store=Store.known(telling.root))
    errors = [one for one in linked.diagnostics if one.severity == "error"]
    fatal = [one for one in errors if one.code.startswith(FATAL)]
    if fatal:
        telling.tell(fatal, err=True)
        return None
    if errors:
        note = N_("The content has errors, so blocks may be counted wrongly: see “sitegen check”.")
        put_text(say(telling.language, note) + "\n", err=True)
    return linked


def folder(ctx: click.Context, root: Path) -> Path:
    """The publication's folder, which may be given before or behind the name of the command."""
    parent: dict[str, Any] = ctx.parent.params if ctx.parent else {}
    above = parent.get("root")
    return above if root == Path() and isinstance(above, Path) else root
