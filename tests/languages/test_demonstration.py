"""The laws of the typographer over every text of the demonstration publication (typography.md, section 2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen import languages
from tests.languages.test_typography import alike

CONTENT = Path(__file__).parents[2] / "content"
TEXTS = sorted(CONTENT.glob("*/*.md"))


def runs(path: Path) -> list[str]:
    """Every line of the file, whatever stands in it, as one text."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_laws_hold_for_each_line(path: Path) -> None:
    language = languages.get(path.parent.name)
    for run in runs(path):
        for level in (0, 1):
            once = language.typeset([run], level)
            assert language.typeset(once, level) == once
            assert len(once) == 1
            assert alike(once[0]) == alike(run)
            assert not {"\u2009", "\u202f"} & set(once[0])
            ends = [(text[0].isspace(), text[-1].isspace()) for text in (run, once[0])]
            assert ends[0] == ends[1]


def test_there_are_texts() -> None:
    assert {path.parent.name for path in TEXTS} == {"de", "ru"}
