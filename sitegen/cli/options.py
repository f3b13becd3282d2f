"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sitegen.cli.language import Option
from sitegen.diagnostics.row import N_

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

FORMATS = ("text", "json", "github", "sarif")


def root_option() -> Decorator:
    """`-C DIR`: the publication's folder."""
    return click.option(
        "-C",
        "root",
        cls=Option,
        metavar="DIR",
        default=".",
        type=click.Path(path_type=Path),
        help=N_("Folder of the publication (default: here)."),
    )


def strict_option() -> Decorator:
    """`--strict`: a warning is as bad as an error."""
    return click.option("--strict", cls=Option, is_flag=True, help=N_("Fail on warnings too."))


def format_option() -> Decorator:
    """`--format`: how findings are told."""
    return click.option(
        "--format",
        "form",
        cls=Option,
        type=click.Choice(FORMATS),
        default="text",
        help=N_("How findings are told (default: text)."),
    )
