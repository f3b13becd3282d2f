"""LNG003 names letters of both scripts (typography.md, section 8)."""

from __future__ import annotations

import pytest

from tests.publications import build

C, V, OCH, A = "C (U+0043)", "в (U+0432)", "о (U+043E)", "а (U+0430)"


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Cвятой", [C, V]),
        ("W\u043ert", ["W (U+0057)", OCH]),
        ("\u0430bc", [A, "b (U+0062)"]),
        ("M\u043esk\u0430u", ["M (U+004D)", OCH, A]),
    ],
)
def test_letters_of_both_scripts_are_shown(word: str, letters: list[str]) -> None:
    outcome = build({"content/de/01-a.md": f"Das {word}.\n"})
    (told,) = [one for one in outcome.diagnostics if one.code == "LNG003"]
    assert dict(told.args)["letters"] == ", ".join(letters)
