"""The hook for pre-commit: its definition is well-formed, and its command runs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.cli.new import starter
from tests.cli.conftest import Call
from tests.test_packaging import PROJECT

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
REQUIRED = {"id", "name", "entry", "language"}
KNOWN = {*REQUIRED, "description", "files", "pass_filenames", "require_serial"}


def test_the_definition_has_what_pre_commit_asks_for() -> None:
    (hook,) = HOOKS
    assert set(hook) >= REQUIRED
    assert set(hook) <= KNOWN
    assert (hook["id"], hook["language"], hook["pass_filenames"]) == ("sitegen-check", "python", False)
    assert shlex.split(hook["entry"])[0] in PROJECT["project"]["scripts"]


@pytest.mark.parametrize(
    ("path", "is_ours"),
    [
        ("content/de/01-text.md", True),
        ("content/assets/bild.svg", True),
        ("templates/base.html", True),
        ("sitegen.toml", True),
        ("places.toml", True),
        ("citations.bib", True),
        ("translations.lock", True),
        ("README.md", False),
        ("notes/content/x.md", False),
        ("pyproject.toml", False),
    ],
)
def test_it_runs_where_a_file_of_the_publication_changed(path: str, *, is_ours: bool) -> None:
    assert bool(re.search(HOOKS[0]["files"], path)) is is_ours


def test_files_of_a_new_publication_set_it_off() -> None:
    left = {path for path in starter() if not re.search(HOOKS[0]["files"], path)}
    assert left == {path for path in starter() if path.startswith((".github/", ".gitignore", "README"))}


def test_the_command_accepts_what_is_good_and_refuses_what_is_not(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bericht"
    call("new", folder)
    monkeypatch.chdir(folder)
    arguments = shlex.split(HOOKS[0]["entry"])[1:]
    assert call(*arguments).exit_code == 0
    (folder / "content" / "de" / "03-neu.md").write_text("Ohne Kopf.\n", encoding="utf-8")
    assert call(*arguments).exit_code == 1
