"""Words of Cyrillic letters in a page whose language has none: marked by the page itself."""

from __future__ import annotations

import pytest

from sitegen.render.html import marked

CASES = [
    ("nur Latein & <mehr>", "de", "nur Latein &amp; &lt;mehr&gt;"),
    ("das Wort борщ hier", "de", 'das Wort <span lang="ru">борщ</span> hier'),
    ("Привет, мир!", "en", '<span lang="ru">Привет, мир</span>!'),
    ("der Київ", "de", 'der <span lang="uk">Київ</span>'),
    ("борщ", "ru", "борщ"),
    ("Київ", "uk", "Київ"),
    ("Београд", "sr", "Београд"),
    ("Beograd и град", "sr-Latn", 'Beograd <span lang="ru">и град</span>'),
    ("Re: Russia", "ru", "Re: Russia"),
    ("<борщ>", "de", '&lt;<span lang="ru">борщ</span>&gt;'),
]


@pytest.mark.parametrize(("text", "language", "html"), CASES)
def test_marked(text: str, language: str, html: str) -> None:
    assert marked(text, language) == html
