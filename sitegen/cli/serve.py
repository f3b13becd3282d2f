"""`sitegen serve`: a preview in the browser that follows every change."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from sitegen.build.pipeline import Outcome
from sitegen.cli.findings import Telling, opened, reader
from sitegen.cli.language import Command, Option, reason, say
from sitegen.cli.options import root_option
from sitegen.cli.terminal import put_text
from sitegen.diagnostics.row import N_
from sitegen.serve import Preview, Server
from sitegen.world import World


@click.command(
    "serve",
    cls=Command,
    help=N_(
        "Show a preview, drafts included. It is built again on every change, and the page reloads itself."
    ),
)
@root_option()
@click.option(
    "--port",
    cls=Option,
    type=click.IntRange(0, 65535),
    default=8000,
    help=N_("Port of the preview (default: 8000; 0: any that is free)."),
)
@click.pass_obj
def command(language: str, *, root: Path, port: int) -> int:
    opened(root, language)

    def built(world: World, outcome: Outcome, seconds: float) -> None:
        Telling(language, root, world, started=time.monotonic() - seconds).tell(outcome.diagnostics)

    preview = Preview(root, language, reader, built)
    try:
        server = Server(preview, port)
    except OSError as error:
        text = N_("The preview cannot use the port {port}: {reason}. Choose another one with --port.")
        raise click.ClickException(say(language, text, port=port, reason=reason(language, error))) from error
    with _ended_by_interrupt(preview.stop):
        put_text(say(language, N_("Preview: {address} (end it with Ctrl-C)"), address=server.address) + "\n")
        _run(server)
    return 0


@contextmanager
def _ended_by_interrupt(stop: threading.Event) -> Iterator[None]:
    """Ctrl-C ends the preview after the build that is at work: an exception could come up anywhere in it,
    in a library's lock too. The second one does not wait.
    """
    before = signal.getsignal(signal.SIGINT)

    def end(*_: object) -> None:
        signal.signal(signal.SIGINT, before)
        stop.set()

    signal.signal(signal.SIGINT, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _run(server: Server) -> None:
    """Until Ctrl-C, which is the way to end it and no failure."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with suppress(KeyboardInterrupt):
            server.preview.follow()
        put_text("\n")
    finally:
        server.preview.close()
        server.shutdown()
        server.server_close()
    if server.bug is not None:
        raise server.bug
