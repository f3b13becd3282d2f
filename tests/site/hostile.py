"""A publication whose every field tries to be markup: each with a number, by which tests find it again."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

_NUMBERS = count(1)


def _payload() -> str:
    """`<script>alert(1)</script>&"'`: a tag, an entity's beginning and both quotation marks."""
    return f"<script>alert({next(_NUMBERS)})</script>&\"'"


def _toml() -> str:
    return '"' + _payload().replace('"', '\\"') + '"'


def _yaml() -> str:
    return "'" + _payload().replace("'", "''") + "'"


def _bib() -> str:
    return "{" + _payload().replace("&", "\\&") + "}"


def _text() -> str:
    """Within running text the quotation marks would be set by the language's rules."""
    return _payload()[:-2]


SETTINGS = f"""\
languages = ["de", "ru"]
title = {{ de = {_toml()}, ru = {_toml()} }}
url = "https://example.org/a&b/"
authors = [{_toml()}, {{ name = {_toml()}, orcid = "0000-0002-1825-0097" }}]
publisher = {{ de = {_toml()}, ru = {_toml()} }}
license = {_toml()}
doi = "10.5555/a&b'c"
contact = "https://example.org/?a='b&c"
"""

PLACES = f"""\
[moskau]
name = {{ de = {_toml()}, ru = {_toml()} }}
aliases = ["Moskau", {_toml()}]
region = {{ de = {_toml()}, ru = {_toml()} }}
"""

BIB = f"""\
@article{{a<b>&c,
  author       = {_bib()},
  title        = {_bib()},
  title_ru     = {_bib()},
  journaltitle = {_bib()},
  date         = {{2020}},
  pages        = {{5}},
  langid       = {{german}},
}}

@book{{buch,
  author    = {_bib()},
  title     = {_bib()},
  subtitle  = {_bib()},
  publisher = {_bib()},
  location  = {_bib()},
  date      = {{2021}},
  langid    = {{german}},
}}
"""

CSV = 'country,people\n"{}",110000\nIsrael,8000\n'.format(_payload().replace('"', '""'))


def _head(language: str) -> str:
    return f"""\
---
title: {_yaml()}
subtitle: {_yaml()}
authors: [{_yaml()}, {{name: {_yaml()}, orcid: 0000-0002-1825-0097}}]
translators: [{_yaml()}]
translated_from: {"ru" if language == "de" else "de"}
abstract: {_yaml()}
keywords: [{_yaml()}]
---
"""


def _attribute() -> str:
    """Both kinds of quotation marks cannot stand in one attribute."""
    return '"' + _payload().replace('"', "") + '"'


LOCATOR = _attribute()


def _body() -> str:
    return f"""
{_text()} und [{_text()}](<https://example.org/"onmouseover="alert(0)>) mit [{_text()}]{{lang=en}}.[^n<b>&]

## {_text()} {{#h<b>&}}

::: {{.quote #q<b>& gender=female age=20 city=moskau year=2024 cite="a<b>&c" loc={LOCATOR}}}
{_text()}
:::

::: {{.quote #r speaker={_attribute()} role={_attribute()}}}
{_text()}
:::

Wort: [{_text()}]{{.quote #s gender=male age=30 city=moskau year=2024}}.

![{_text()}](../assets/bild.svg){{#f<b>& alt={_attribute()} credit={_attribute()}}}

| {_text()} | Zahl |
| --- | ---: |
| {_text()} | 1 |

: {_text()} {{#t<b>&}}

::: {{.chart #c type=bar data=../assets/werte.csv x=country y=people cite=buch}}
{_text()}
:::

`{_payload()}`

```"><script>alert(0)</script>
{_payload()}
```

Siehe [](#h<b>&), [](#q<b>&), [](#f<b>&), [](#t<b>&) und [{_text()} @{{a<b>&c}}, S. 3, {_text()}]; @buch.

[^n<b>&]: {_text()}
"""


FILES: Mapping[str, str] = {
    "sitegen.toml": SETTINGS,
    "places.toml": PLACES,
    "citations.bib": BIB,
    "content/assets/bild.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
    "content/assets/werte.csv": CSV,
    "content/de/index.md": _head("de") + f"\n{_text()}\n",
    "content/ru/index.md": _head("ru") + f"\n{_text()}\n",
    "content/de/01-text.md": _head("de") + _body(),
    "content/ru/01-text.md": _head("ru") + _body(),
}

SHOWN_BY_NUMBER: Mapping[int, str] = {
    number: f"<script>alert({number})</script>" for number in range(1, next(_NUMBERS))
}
