"""What a quote says of its wording: original, translation, or translated back."""

from __future__ import annotations

import pytest

from tests.publications import build

PAIR = {
    "content/de/01-a.md": (
        "::: {{.quote #eins gender=female age=20 city=moskau year=2024 original={original}}}\nJa.\n:::\n"
    ),
    "content/ru/01-a.md": "::: {{.quote #eins{wording}}}\nДа.\n:::\n",
}


@pytest.mark.parametrize(
    ("original", "wording", "german", "russian"),
    [
        ("ru", "", "Übersetzt aus dem Russischen", "Оригинал"),
        ("ru", " wording=translation", "Übersetzt aus dem Russischen", "Обратный перевод"),
        ("de", "", "Originalwortlaut", "Перевод с немецкого"),
    ],
)
def test_standing(original: str, wording: str, german: str, russian: str) -> None:
    files = {path: text.format(original=original, wording=wording) for path, text in PAIR.items()}
    artifacts = build(dict(files)).artifacts
    assert german in artifacts["de/a.html"].decode()
    assert russian in artifacts["ru/a.html"].decode()
