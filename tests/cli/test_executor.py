"""`build --executor`: what is no executor, and one that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CHAPTER, Call

CLOSED = "dask:tcp://127.0.0.1:1"
"""Where nobody listens."""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--executor", "threads"], "no executor “threads”"), (["--executor", CLOSED, "--jobs", "2"], "--jobs")],
)
def test_an_executor_that_cannot_be_meant_is_wrong_usage(
    call: Call,
    folder: Path,
    arguments: list[str],
    told: str,
) -> None:
    result = call("build", "-C", folder, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_scheduler_that_is_not_there(call: Call, folder: Path) -> None:
    pytest.importorskip("distributed")
    chapters = [folder / f"content/de/{number:03}-a.md" for number in range(2, 140)]
    for path in chapters:
        path.write_text(CHAPTER, encoding="utf-8")
    result = call("build", "-C", folder, "--executor", CLOSED)
    assert result.exit_code == 1
    assert "OUT010: The Dask scheduler at “tcp://127.0.0.1:1” cannot be reached: " in result.stdout
    assert not (folder / "public").exists()


def test_a_build_with_little_to_do_asks_nobody(call: Call, folder: Path) -> None:
    assert call("build", "-C", folder, "--executor", CLOSED).exit_code == 0
