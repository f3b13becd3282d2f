"""A small publication in a folder, and the command line called on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main

Call = Callable[..., Result]

SETTINGS = 'languages = ["de"]\ntitle = "Probe"\nurl = "https://example.org/probe/"\ndate = 2025-01-01\n'
CHAPTER = "---\ntitle: Eins\n---\n\nEin Satz.\n"
WARNED = CHAPTER + "\n# Zu hoch\n"
BROKEN = CHAPTER + "\nSiehe [dort](02-fehlt.md).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "studie"
    (root / "content" / "de").mkdir(parents=True)
    (root / "sitegen.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "content" / "de" / "01-eins.md").write_text(CHAPTER, encoding="utf-8")
    return root


@pytest.fixture
def chapter(folder: Path) -> Path:
    return folder / "content" / "de" / "01-eins.md"


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Call:
    """Call `sitegen` with arguments, in English where they ask for nothing else."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object, **environment: str) -> Result:
        return CliRunner().invoke(main, [str(one) for one in arguments], env=environment)

    return run
