"""`sitegen links`: the external addresses of a publication; or, with `--site`, the links of a built tree."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from sitegen.cli.language import Command, Option, say
from sitegen.cli.links_site import check_tree
from sitegen.cli.options import format_option, root_option
from sitegen.diagnostics.row import N_

_ALLOW = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^:\[\]]+):(\d{1,5})")


@click.command(
    "links",
    cls=Command,
    help=N_("Ask whether external addresses are still there, or check the links of a built site."),
)
@root_option()
@click.option(
    "--timeout",
    cls=Option,
    metavar="S",
    type=click.FloatRange(min=0, min_open=True),
    help=N_("Seconds to wait for a connection (default: 10) and for an answer (default: 20)."),
)
@click.option(
    "--delay",
    cls=Option,
    metavar="S",
    type=click.FloatRange(min=0),
    help=N_("Seconds between two requests to one host (default: 1)."),
)
@click.option(
    "--max-time",
    cls=Option,
    metavar="S",
    type=click.FloatRange(min=0, min_open=True),
    help=N_("Seconds for the whole run; what is left then is not checked."),
)
@click.option(
    "--no-cache", cls=Option, is_flag=True, help=N_("Ask every address, also where links.lock knows it.")
)
@click.option(
    "--allow",
    cls=Option,
    metavar="HOST:PORT",
    multiple=True,
    help=N_("Ask this host, even inside a private network (for tests)."),
)
@click.option(
    "--site",
    cls=Option,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=N_("Check the links of this built site instead; it may be made by any program."),
)
@click.option(
    "--base",
    cls=Option,
    metavar="PATH",
    default="",
    help=N_("With --site: the path that the site is served under, such as /repo."),
)
@format_option()
@click.pass_obj
def command(
    language: str,
    *,
    root: Path,
    timeout: float | None,
    delay: float | None,
    max_time: float | None,
    no_cache: bool,
    allow: tuple[str, ...],
    site: Path | None,
    base: str,
    form: str,
) -> int:
    if site is not None:
        return check_tree(language, site, base, form)
    if base:
        raise click.UsageError(say(language, N_("--base goes with --site only.")))
    asking = _asking(language)
    allowed = tuple(_allowed(text, language) for text in allow)
    waits = asking.waits_of(timeout, delay, max_time)
    code: int = asking.check_publication(language, root, form, allowed, waits, use_lock=not no_cache)
    return code


def _allowed(text: str, language: str) -> tuple[str, int]:
    match = _ALLOW.fullmatch(text)
    if match is None or not 0 < int(match[2]) < 65536:
        told = N_("“{name}” is no host with a port, such as 127.0.0.1:8000.")
        raise click.UsageError(say(language, told, name=text))
    return match[1].strip("[]"), int(match[2])


def _asking(language: str) -> Any:
    """The part that asks. What it needs beside sitegen itself may not be there."""
    try:
        return import_module("sitegen.cli.links_run")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"aiohttp", "yarl"}:
            raise
        told = N_("To ask external addresses, install sitegen with its part for links: {command}")
        command = "pip install 'sitegen-research[links]'"
        raise click.ClickException(say(language, told, command=command)) from None
