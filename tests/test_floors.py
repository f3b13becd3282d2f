"""The floors of ARCHITECTURE.md hold: a module imports only from below (import-linter)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
LONGEST_MODULE = 400


def test_imports_go_down(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


def test_a_module_is_one_thing() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "sitegen").rglob("*.py")}
    assert texts
    lengths = {path: len(text.splitlines()) for path, text in texts.items() if "table" not in path.parts}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}
    silent = [path for path, text in texts.items() if not ast.get_docstring(ast.parse(text))]
    assert silent == [], "a module says what it is"


def test_architecture_names_every_module() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`?(\w+)(?:\.py|/)", text))
    present = {path.stem for path in (ROOT / "sitegen").iterdir() if not path.name.startswith("__")}
    assert present - named == set()
