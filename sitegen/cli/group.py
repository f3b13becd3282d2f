"""The command `sitegen` itself: finds its commands, and is the edge where bugs become reports."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from sitegen.build.garbage import collect_rarely
from sitegen.cli.bug import report_bug
from sitegen.cli.language import Option, chosen, speaking
from sitegen.cli.lazy_group import LazyGroup
from sitegen.cli.terminal import put_text, style
from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.emitters import text
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


class Sitegen(LazyGroup):
    """The group of all commands."""

    known = COMMANDS
    module = "sitegen.cli.{}"

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run and exit: 0 fine, 1 the content or the disk, 2 wrong usage, 70 a bug of ours."""
        collect_rarely()
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
        except Exception as error:  # noqa: BLE001  the edge: what arrives here without a finding is a bug of ours
            diagnostic: Diagnostic | None = getattr(error, "diagnostic", None)
            if diagnostic is not None:
                look = style(extra["obj"], err=True)
                put_text(text.emit((diagnostic,), lambda _: None, look), err=True)
                return 1
            put_text(report_bug(error, extra["obj"]), err=True)
            return BUG
        return result if isinstance(result, int) else 0


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
