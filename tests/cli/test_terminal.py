"""What a terminal gets that a pipe does not."""

from __future__ import annotations

import io
import sys

import pytest

from sitegen.cli.terminal import progress, style


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_a_line_that_goes_again() -> None:
    stream = Terminal()
    with progress("de", stream) as show:
        assert show
        show("reading", 120, 2000)
    assert stream.getvalue() == "\r\x1b[K120 von 2000 gelesen …\r\x1b[K"


def test_a_pipe_gets_no_progress() -> None:
    stream = io.StringIO()
    with progress("de", stream) as show:
        assert show is None
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "environment", "color"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colours(
    stream: io.StringIO,
    environment: dict[str, str],
    color: bool,  # noqa: FBT001  a column of the table
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", stream)
    assert style("en").color is color
