"""A command with commands below it, each in a module of its own that is loaded when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar

import click

from sitegen.cli.language import Command, did_you_mean, say, spoken
from sitegen.diagnostics import nearest
from sitegen.diagnostics.row import N_


class LazyGroup(Command, click.Group):
    """`known` maps the names of the commands to what they do; the module of one is `module` with its name."""

    known: ClassVar[Mapping[str, str]]
    module: ClassVar[str]

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(self.known)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        if cmd_name not in self.known:
            return None
        found: click.Command = import_module(self.module.format(cmd_name)).command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in self.known and not name.startswith("-"):
            ctx.fail(self._unknown(name, spoken(ctx)))
        return super().resolve_command(ctx, args)

    def _unknown(self, name: str, language: str) -> str:
        text = say(language, N_("There is no command “{name}”."), name=name)
        meant = nearest(name, self.known)
        return text if meant is None else f"{text} {did_you_mean(language, meant)}"

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, none of which is loaded for it."""
        rows = [(name, say(spoken(ctx), text)) for name, text in self.known.items()]
        with formatter.section(say(spoken(ctx), N_("Commands"))):
            formatter.write_dl(rows)
