"""What fuzzing has found, made small: each was a traceback, or a finding at no place."""

from __future__ import annotations

import pytest

from tests.fuzz import seeds
from tests.fuzz.laws import compile_within_budget

FOUND: dict[str, tuple[str, bytes]] = {
    "a head that was agreed on, and is gone": (seeds.RU, b",--\ntitle: x\n---\n\ntext\n"),
    "a NUL in a data file": (seeds.CSV, b"country,people\nArm\0enien,3\n"),
    "a form feed written as an entity": (seeds.DE, b"---\ntitle: x\n---\n\ntext &#12; text\n"),
    "a form feed in raw HTML": (seeds.DE, b'---\ntitle: x\n---\n\n<b title="&#12;">text</b>\n'),
    "a title of surrogates that was agreed on": (seeds.RU, b'---\ntitle: "\\ud800\\udc00"\n---\n\n'),
}


@pytest.mark.parametrize("name", FOUND)
def test_found_once(name: str) -> None:
    path, data = FOUND[name]
    compile_within_budget({**seeds.good(), path: data})
