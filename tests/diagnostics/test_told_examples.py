"""Every example of the table, told in every language: no gap stays open."""

from __future__ import annotations

import re

import pytest

from sitegen.catalogs import languages
from sitegen.diagnostics.messages import hint, message
from sitegen.diagnostics.row import Example
from sitegen.diagnostics.table import TABLE
from tests.publications import build

EXAMPLES = {row.code: row.example for row in TABLE.values() if row.example}
GAP = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize("code", EXAMPLES)
def test_every_gap_is_filled(code: str) -> None:
    example: Example = EXAMPLES[code]
    found = [one for one in build(example.bad).diagnostics if one.code == code]
    assert found
    for one in found:
        for language in languages():
            told = f"{message(one, language)} {hint(one, language)}"
            assert not GAP.search(told), told
