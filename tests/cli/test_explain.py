"""`explain CODE`."""

from __future__ import annotations

import pytest

from sitegen.diagnostics.table import TABLE
from tests.cli.conftest import Call


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_every_code_is_explained(call: Call, language: str) -> None:
    for code, row in TABLE.items():
        result = call("explain", code, "--lang", language)
        assert result.exit_code == 0, code
        assert result.stdout.startswith(f"{code} {row.name} (")
        assert len(result.stdout.split("\n\n")) >= 4, code


def test_an_explanation_shows_the_example(call: Call) -> None:
    text = call("explain", "src005").stdout
    assert "Wrong:\n\n  content/de/01-text.md\n    Ein Satz.\n\n    Noch\\u0007 ein Satz." in text
    assert text.endswith("Right:\n\n  content/de/01-text.md\n    Ein Satz.\n\n    Noch ein Satz.\n")


def test_an_unknown_code_is_wrong_usage(call: Call) -> None:
    result = call("explain", "SRC00l")
    assert result.exit_code == 2
    assert "There is no diagnostic “SRC00l”. Did you mean “SRC001”?" in result.stderr
