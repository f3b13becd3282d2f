"""A bug of ours, told shortly: the whole traceback goes into a file that can be sent."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from sitegen.cli.language import say
from sitegen.diagnostics.row import N_
from sitegen.version import VERSION


def report_bug(error: BaseException, language: str) -> str:
    """What is shown; the traceback is written into the temporary folder and named here."""
    lines = [
        say(
            language,
            N_("This is a mistake in sitegen itself, not in your publication: {kind}."),
            kind=kind(error),
        )
    ]
    path = _written(error)
    if path is not None:
        lines.append(say(language, N_("Please send this file to the makers of sitegen: {path}"), path=path))
    return "\n".join(lines) + "\n"


def kind(error: BaseException) -> str:
    """The name of the exception: its text may hold anything."""
    return type(error).__name__


def _written(error: BaseException) -> Path | None:
    """The file with the report; none where even the temporary folder cannot be written."""
    head = f"sitegen {VERSION}, Python {platform.python_version()}, {platform.platform()}\n{sys.argv[1:]}\n\n"
    text = head + "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="sitegen-", suffix=".txt", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as file:
            file.write(text)
    except OSError:
        return None
    return Path(file.name)
