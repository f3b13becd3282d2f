"""The command `sitegen` itself: what it loads, and how it ends."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from sitegen.cli import build
from sitegen.cli.group import COMMANDS
from tests.cli.conftest import Call

SITEGEN = (sys.executable, "-m", "sitegen")


def test_every_command_is_listed_and_has_help(call: Call) -> None:
    text = call("--help").stdout
    for name in COMMANDS:
        assert f"\n  {name} " in text
        assert call(name, "--help").exit_code == 0


PHASES = ("sitegen.parse", "sitegen.link", "sitegen.checks", "sitegen.render", "sitegen.build.pipeline")
LIBRARIES = ("markdown_it", "pybtex", "jinja2", "yaml", "babel", "PIL", "multiprocessing", "concurrent")
LOADED = """
import sys
from sitegen.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    print(end.code, [one for one in sys.modules if (one + ".").startswith(tuple(sys.stdin.read().split()))])
"""


def _loaded(arguments: Iterable[object], unneeded: Iterable[str]) -> str:
    """The last line of a command: its code, and what it has loaded of what it does not need."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, arguments)],
        input=" ".join(f"{one}." for one in unneeded),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--help"], ("sitegen.build", *PHASES, *LIBRARIES, "sqlite3")),
        (["--version"], ("sitegen.build", *PHASES, *LIBRARIES, "sqlite3")),
        (["explain", "CIT001"], (*PHASES, *LIBRARIES, "sqlite3")),
        (["links", "--help"], ("sitegen.build.pipeline", *LIBRARIES[:-2])),
    ],
    ids=["help", "version", "explain", "links"],
)
def test_a_command_loads_what_it_needs(arguments: list[str], unneeded: tuple[str, ...]) -> None:
    assert _loaded(arguments, unneeded) == "0 []"


def test_a_build_with_nothing_to_do_loads_no_phase(call: Call, folder: Path) -> None:
    assert call("build", "-C", folder, "--no-search").exit_code == 0
    assert _loaded(["build", "-C", folder, "--no-search"], (*PHASES, *LIBRARIES)) == "0 []"


def test_wrong_usage_is_2_and_names_the_nearest_command(call: Call) -> None:
    result = call("chekc")
    assert result.exit_code == 2
    assert "There is no command “chekc”. Did you mean “check”?" in result.stderr
    assert "Did you mean" not in call("xyzzy").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--jobs", "0"),
        ("check", "--format", "xml"),
        ("explain",),
        ("serve", "--port", "70000"),
        ("new",),
    ],
)
def test_wrong_arguments_are_2(call: Call, arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2


@pytest.mark.parametrize("command", ["build", "check", "serve", "quotes"])
def test_no_such_folder_is_2(call: Call, command: str, tmp_path: Path) -> None:
    result = call(command, "-C", tmp_path / "fehlt")
    assert result.exit_code == 2
    assert "There is no folder" in result.stderr


def test_the_version(call: Call) -> None:
    assert re.fullmatch(r"sitegen \d+\.\d+\.\d+\n", call("--version").stdout)


def test_a_bug_is_70_and_its_traceback_goes_into_a_file(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(build, "publish", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    result = call("build", "-C", folder)
    assert result.exit_code == 70
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert "ZeroDivisionError" in result.stderr
    report = Path(result.stderr.strip().rpartition(" ")[2])
    assert "Traceback" in report.read_text(encoding="utf-8")
    assert "a bug" in report.read_text(encoding="utf-8")


def test_a_reader_who_leaves_is_no_bug(folder: Path) -> None:
    with subprocess.Popen(
        [*SITEGEN, "quotes", "-C", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert "Traceback" not in running.stderr.read()
        assert running.wait(30) != 70


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to another process")
def test_an_interrupt_is_130_without_a_traceback(folder: Path) -> None:
    code = (
        "import os, signal, sys, time\nfrom sitegen.cli import check, main\n"
        "def stop(*_, **__):\n    os.kill(os.getpid(), signal.SIGINT)\n    time.sleep(9)\n"
        "check.compile_site = stop\n"
        "main(['check', '-C', sys.argv[1]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to another process")
def test_the_preview_ends_cleanly(folder: Path) -> None:
    with subprocess.Popen(
        [*SITEGEN, "serve", "-C", str(folder), "--port", "0", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith("Preview: http://127.0.0.1:")
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        try:
            assert running.wait(30) == 0
        finally:
            running.kill()
        assert running.stderr.read() == ""
