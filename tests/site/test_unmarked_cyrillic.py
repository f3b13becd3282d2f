"""A run of Cyrillic letters in a German page cannot come out without its language, whatever field it
comes from (typography.md, section 8).
"""

from __future__ import annotations

import re
from functools import cache

from sitegen.languages.scripts import is_written_in_cyrillic
from tests.publications import build
from tests.site.dom import Page

CYRILLIC = re.compile("[\u0400-\u052f]")

FILES = {
    "sitegen.toml": """\
languages = ["de", "en"]
title = { de = "Заглавие книги", en = "Титул" }
authors = ["Автор Общий", { name = "Вторая Авторша", orcid = "0000-0002-1825-0097" }]
publisher = "Издатель"
license = "Лицензия"
contact = "mailto:почта@example.org"
date = 2024-05-01

[translations]
unfinished = ["en"]
""",
    "places.toml": '[moskau]\nname = { de = "Москва", en = "Тула" }\n',
    "citations.bib": """\
@book{muster2020,
  author = {Петров, Пётр}, title = {Первая книга}, subtitle = {Подзаголовок}, publisher = {Изд. дом},
  location = {Санкт-Петербург}, series = {Серия}, note = {Примечание}, date = {2020}, langid = {german},
}
@article{zwei2021,
  author = {{Организация}}, title = {Über борщ}, journaltitle = {Журнал}, date = {2021},
}
@online{drei2022, title = {Сайт},
  url = {https://пример.example/путь}, urldate = {2022-01-02}, langid = {english}}
""",
    "content/assets/bild.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>',
    "content/assets/werte.csv": "Город,Доля (процент)\nМосква,5\nТула,1234\n",
    "content/de/index.md": """\
---
title: Титульный лист
subtitle: Строка под ним
abstract: |
  Абзац первый.

  Абзац второй.
keywords: [слово, ключ]
translators: [Переводчица]
---

Приветствие und mehr.
""",
    "content/de/01-eins.md": """\
---
title: Первая глава und mehr
subtitle: Подзаголовок
authors: [Автор Первый]
translators: [Переводчик]
translated_from: en
abstract: Краткое содержание
keywords: [борщ]
---

## Заголовок {#eins}

Text борщ und *дом* und **кот**, ~~кит~~, [ссылка](https://example.org/), [](#eins), [eins](02-zwei.md),
[Дом]{lang=en}, `код` und eine Note.[^n] [vgl. так @muster2020, S. 5 там; @zwei2021; @drei2022] @muster2020
[там же] schreibt. [Мы дома.]{.quote #innen gender=female age=20 city=moskau year=2024}

[^n]: Сноска и больше.

### Подраздел

::: {.quote #block speaker="Борис Мустер" role="социолог" date=2023-05-03 cite=muster2020 loc="там же"}
Слова здесь. (смеётся)
:::

::: {.quote #frau gender=female age=20 city=moskau year=2024}
Ещё слова.[^n]
:::

> Цитата

- пункт
- zwei

![Подпись](../assets/bild.svg){#bild alt="Описание" credit="Фото: Иван"}

Ein ![значок](../assets/bild.svg) im Satz, [](#bild).

: Таблица слов {#tafel}

| Слово | Wort |
| --- | --- |
| дом | Haus |

::: {.chart #diagramm type=bar data=../assets/werte.csv x="Город" y="Доля (процент)" cite=muster2020}
Диаграмма
:::
""",
    "content/de/02-zwei.md": "---\ntitle: Вторая\n---\n\nText.\n",
    "content/en/01-eins.md": "---\ntitle: Слово\n---\n\nText и слово.\n",
}


@cache
def pages() -> dict[str, Page]:
    outcome = build(FILES)
    assert [str(one) for one in outcome.diagnostics if one.severity == "error"] == []
    return {path: Page.of(path, data) for path, data in outcome.artifacts.items() if path.endswith(".html")}


def test_every_field_that_holds_cyrillic_reaches_a_page() -> None:
    everything = " ".join(run for page in pages().values() for run, _ in page.runs())
    for word in re.findall(r"[\u0400-\u052f]{3,}", "\n".join(map(str, FILES.values()))):
        assert word in everything or word in HIDDEN, word


HIDDEN = {"почта", "пример", "путь", "Описание", "Примечание", "Петров", "Пётр", "Организация"}
"""Parts of addresses, alternative texts, notes of an entry, and names that German writes in Latin letters."""


def test_no_cyrillic_text_is_without_its_language() -> None:
    for path, page in pages().items():
        unmarked = [
            run for run, lang in texts(page) if CYRILLIC.search(run) and not is_written_in_cyrillic(lang)
        ]
        assert unmarked == [], path


def texts(page: Page) -> list[tuple[str, str]]:
    """Text nodes with their language: attributes and the page's title in the head hold no markup, code and
    addresses are no language.
    """
    found: list[tuple[str, str]] = []
    for element in page.elements:
        if element.tag not in {"title", "script"} and not page.within(element, "code", "pre"):
            found.append((element.text or "", page.lang(element)))
        if not page.within(page.parents.get(element, element), "code", "pre"):
            parent = page.parents.get(element)
            found.append((element.tail or "", page.lang(parent) if parent is not None else ""))
    return [(_without_addresses(text), lang) for text, lang in found]


def _without_addresses(text: str) -> str:
    return re.sub(r"\S+(?:://|@)\S+|\S*\bexample\S*", "", text)
