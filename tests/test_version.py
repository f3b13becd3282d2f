"""The version stands in two places, which agree."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sitegen.version import VERSION

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def test_the_package_index_is_told_the_same_version() -> None:
    assert tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"] == VERSION
