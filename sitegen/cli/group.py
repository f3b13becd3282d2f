"""The command `sitegen` itself: finds its commands, and is the edge where bugs become reports."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from sitegen.cli.bug import report_bug
from sitegen.cli.language import Command, Option, chosen, did_you_mean, say, speaking, spoken
from sitegen.cli.terminal import put_text
from sitegen.diagnostics import nearest
from sitegen.diagnostics.row import N_
from sitegen.version import VERSION

COMMANDS = {
    "new": N_("Make a small, complete publication to begin with."),
    "build": N_("Build the site."),
    "check": N_("Say what build would find, without writing a site."),
    "archive": N_("Have sources archived, and write the copies into citations.bib."),
    "serve": N_("Show a preview in the browser that follows every change."),
    "translations": N_("Say which translations are in step with their sources."),
    "quotes": N_("Print every quote as data."),
    "links": N_("Ask whether external addresses are still there, or check the links of a built site."),
    "explain": N_("Say what a diagnostic means and how to mend it."),
}
"""Each command is a module of this package, loaded when it is called."""

BUG = 70
INTERRUPTED = 130


class Sitegen(Command, click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sitegen.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(_unknown(name, spoken(ctx)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, none of which is loaded for it."""
        rows = [(name, say(spoken(ctx), text)) for name, text in COMMANDS.items()]
        with formatter.section(say(spoken(ctx), N_("Commands"))):
            formatter.write_dl(rows)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and exit: 0 fine, 1 the content or the disk, 2 wrong usage, 70 a bug of ours."""
        given = args[0] if args else extra.pop("args", None)
        arguments = list(sys.argv[1:] if given is None else given)
        language = chosen(arguments, os.environ)
        name = extra.pop("prog_name", None) or "sitegen"
        with speaking(language):
            code = self._code(arguments, name, {**extra, "standalone_mode": False, "obj": language})
        sys.exit(code)

    def _code(self, arguments: list[str], name: str, extra: dict[str, Any]) -> int:
        try:
            result = super().main(arguments, name, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            return error.exit_code
        except (click.Abort, KeyboardInterrupt):
            return INTERRUPTED
        except BrokenPipeError:
            _hush()
            return 1
        except Exception as error:  # noqa: BLE001  the edge: what arrives here is a bug of ours
            put_text(report_bug(error, extra["obj"]), err=True)
            return BUG
        return result if isinstance(result, int) else 0


def _unknown(name: str, language: str) -> str:
    text = say(language, N_("There is no command “{name}”."), name=name)
    meant = nearest(name, COMMANDS)
    if meant is None:
        return text
    return f"{text} {did_you_mean(language, meant)}"


def _hush() -> None:
    """Nobody reads any more: what is still buffered must not complain when Python ends."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001  click's signature
    if wanted:
        click.echo(f"sitegen {VERSION}")
        ctx.exit()


main = Sitegen(
    name="sitegen",
    help=N_("Turns a folder of Markdown into a bilingual research publication."),
    params=[
        Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help=N_("Show the version and exit."),
        )
    ],
)
