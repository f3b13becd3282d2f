"""What is written to the terminal or to a pipe: text, data, progress."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from sitegen.cli.language import say
from sitegen.diagnostics.emitters.text import Style
from sitegen.diagnostics.row import N_

Progress = Callable[[str, int, int], None]
"""Phase, how many are done, how many there are."""

PHASES = {
    "reading": N_("reading {done}/{total} …"),
    "writing": N_("setting pages {done}/{total} …"),
    "asking": N_("asking addresses {done}/{total} …"),
}
_EVERY = 0.1
"""Seconds between two states of the progress line."""
_PIPE_WIDTH = 120
_CLEAR = "\r\x1b[K"


def put_text(text: str, *, err: bool = False) -> None:
    """Text for people; what the stream's encoding has not is written out."""
    encoding = (sys.stderr if err else sys.stdout).encoding or "utf-8"
    click.echo(text.encode(encoding, "backslashreplace").decode(encoding), err=err, nl=False)


def put_data(text: str) -> None:
    """Text for programs: always UTF-8, on stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def style(language: str, *, err: bool = False) -> Style:
    """Colours only on a terminal, and not where `NO_COLOR` is set (no-color.org)."""
    stream = sys.stderr if err else sys.stdout
    if not stream.isatty():
        return Style(language, color=False, width=_PIPE_WIDTH)
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Style(language, color=not plain, width=shutil.get_terminal_size().columns)


@contextmanager
def progress(language: str, stream: TextIO | None = None) -> Iterator[Progress | None]:
    """A line on stderr that says how far the work is, and is gone at its end; none if it is no terminal."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield None
        return
    try:
        yield _line(language, stream)
    finally:
        stream.write(_CLEAR)
        stream.flush()


def _line(language: str, stream: TextIO) -> Progress:
    last = 0.0

    def show(phase: str, done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < _EVERY:
            return
        last = now
        text = PHASES.get(phase, PHASES["reading"])
        stream.write(_CLEAR + say(language, text, done=done, total=total))
        stream.flush()

    return show
