"""Words of Cyrillic letters in a page whose language has none: marked by the page itself."""

from __future__ import annotations

import pytest

from sitegen.render.html import marked, titled
from tests.publications import build

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


def test_a_title_may_break_behind_the_sign_of_a_form_for_several_genders() -> None:
    assert titled("Kriegsgegner_innen & Leser:in", "de") == "Kriegsgegner_<wbr>innen &amp; Leser:<wbr>in"
    assert titled("Teil 1: a_b 5:30 *", "de") == "Teil 1: a_<wbr>b 5:30 *"


CODE = """\
---
title: Titel
---

Der Befehl `ls дом` hier.

```
файл & x
```
"""


def test_cyrillic_in_code_says_its_language() -> None:
    html = build({"content/de/01-a.md": CODE}).artifacts["de/a.html"].decode()
    assert '<code translate="no">ls <span lang="ru">дом</span></code>' in html
    assert '<span lang="ru">файл</span> &amp; x' in html


def test_a_license_without_address_is_not_where_the_reader_is() -> None:
    settings = 'languages = ["de"]\ntitle = "T"\nlicense = "Nur mit Erlaubnis"\n'
    outcome = build({"sitegen.toml": settings, "content/de/01-a.md": CODE})
    html = outcome.artifacts["de/a.html"].decode()
    assert "<dd>Nur mit Erlaubnis</dd>" in html
