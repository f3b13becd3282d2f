"""Every example of the table, told in every language: no gap stays open."""

from __future__ import annotations

import re

import pytest

from sitegen.catalogs import languages
from sitegen.diagnostics.messages import hint, message
from sitegen.diagnostics.table import TABLE
from tests.diagnostics.examples import found

EXAMPLES = [row.code for row in TABLE.values() if row.example]
GAP = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_gap_is_filled(code: str) -> None:
    shown = [one for one in found(code) if one.code == code]
    assert shown
    for one in shown:
        for language in languages():
            told = f"{message(one, language)} {hint(one, language)}"
            assert not GAP.search(told), told
