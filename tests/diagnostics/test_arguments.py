"""Every place that reports a finding fills what the sentences of its row ask for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from sitegen.diagnostics.table import TABLE

ROOT = Path(__file__).parents[2] / "sitegen"
FILES = sorted(path for path in ROOT.rglob("*.py") if "table" not in path.parts)
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


def calls(path: Path) -> Iterator[tuple[int, str, set[str]]]:
    """Line, code and the names of the arguments of each call; one with `**` is not judged."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
            continue
        names = {keyword.arg for keyword in node.keywords}
        code = node.args[0].value
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called == "report" and code in TABLE and None not in names:
            yield node.lineno, code, {name for name in names if name}


def test_every_placeholder_is_filled() -> None:
    judged = 0
    for path in FILES:
        for line, code, names in calls(path):
            wanted = set(_PLACEHOLDER.findall(TABLE[code].message + TABLE[code].hint))
            assert wanted - names == set(), f"{path}:{line}: {code}"
            judged += 1
    assert judged > 100
