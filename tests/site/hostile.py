"""A publication whose every field tries to be markup: each with a number, by which tests find it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

Payload = Callable[[int], str]
_SYNTAX = str.maketrans("", "", ";{}@")


@dataclass(frozen=True)
class Fields:
    """Writes a payload in the notation of each kind of file, numbered as it is asked for."""

    payload: Payload
    numbers: count[int] = field(default_factory=lambda: count(1))

    def plain(self) -> str:
        return self.payload(next(self.numbers))

    def toml(self) -> str:
        return '"' + self.plain().replace('"', '\\"') + '"'

    def yaml(self) -> str:
        return "'" + self.plain().replace("'", "''") + "'"

    def bib(self) -> str:
        return "{" + self.plain().replace("&", "\\&").replace("%", "\\%") + "}"

    def text(self) -> str:
        """Within running text the quotation marks would be set by the language's rules."""
        return self.plain().removesuffix("\"'")

    def cited(self) -> str:
        """In a citation a semicolon stands before the next source, and braces around a key."""
        return self.text().translate(_SYNTAX)

    def attribute(self) -> str:
        """Both kinds of quotation marks cannot stand in one attribute."""
        return '"' + self.plain().replace('"', "") + '"'

    def cell(self) -> str:
        return '"' + self.plain().replace('"', '""') + '"'


def _settings(fields: Fields) -> str:
    return f"""\
languages = ["de", "ru"]
title = {{ de = {fields.toml()}, ru = {fields.toml()} }}
url = "https://example.org/a&b/"
authors = [{fields.toml()}, {{ name = {fields.toml()}, orcid = "0000-0002-1825-0097" }}]
publisher = {{ de = {fields.toml()}, ru = {fields.toml()} }}
license = {fields.toml()}
doi = "10.5555/a&b'c"
contact = "https://example.org/?a='b&c"
"""


def _places(fields: Fields) -> str:
    return f"""\
[moskau]
name = {{ de = {fields.toml()}, ru = {fields.toml()} }}
aliases = ["Moskau", {fields.toml()}]
region = {{ de = {fields.toml()}, ru = {fields.toml()} }}
"""


def _bib(fields: Fields) -> str:
    return f"""\
@article{{a<b>&c,
  author       = {fields.bib()},
  title        = {fields.bib()},
  title_ru     = {fields.bib()},
  journaltitle = {fields.bib()},
  date         = {{2020}},
  pages        = {{5}},
  langid       = {{german}},
}}

@book{{buch,
  author    = {fields.bib()},
  title     = {fields.bib()},
  subtitle  = {fields.bib()},
  publisher = {fields.bib()},
  location  = {fields.bib()},
  date      = {{2021}},
  langid    = {{german}},
}}
"""


def _csv(fields: Fields) -> str:
    return f"country,people\n{fields.cell()},110000\nIsrael,8000\n"


def _head(fields: Fields, language: str) -> str:
    return f"""\
---
title: {fields.yaml()}
subtitle: {fields.yaml()}
authors: [{fields.yaml()}, {{name: {fields.yaml()}, orcid: 0000-0002-1825-0097}}]
translators: [{fields.yaml()}]
translated_from: {"ru" if language == "de" else "de"}
abstract: {fields.yaml()}
keywords: [{fields.yaml()}]
---
"""


def _body(fields: Fields, locator: str) -> str:
    text, cited, attribute = fields.text, fields.cited, fields.attribute
    return f"""
{text()} und [{text()}](<https://example.org/"onmouseover="alert(0)>) mit [{text()}]{{lang=en}}.[^n<b>&]

## {text()} {{#h<b>&}}

::: {{.quote #q<b>& gender=female age=20 city=moskau year=2024 cite="a<b>&c" loc={locator}}}
{text()}
:::

::: {{.quote #r speaker={attribute()} role={attribute()}}}
{text()}
:::

Wort: [{text()}]{{.quote #s gender=male age=30 city=moskau year=2024}}.

![{text()}](../assets/bild.svg){{#f<b>& alt={attribute()} credit={attribute()}}}

| {text()} | Zahl |
| --- | ---: |
| {text()} | 1 |

: {text()} {{#t<b>&}}

::: {{.chart #c type=bar data=../assets/werte.csv x=country y=people cite=buch}}
{text()}
:::

`{fields.plain()}`

```"><script>alert(0)</script>
{fields.plain()}
```

Siehe [](#h<b>&), [](#q<b>&), [](#f<b>&), [](#t<b>&) und [{cited()} @{{a<b>&c}}, S. 3, {cited()}]; @buch.

[^n<b>&]: {text()}
"""


def files(payload: Payload) -> dict[str, str]:
    """The publication with this payload in every field of every file."""
    fields = Fields(payload)
    settings, places, bib, csv = _settings(fields), _places(fields), _bib(fields), _csv(fields)
    locator = fields.attribute()
    return {
        "sitegen.toml": settings,
        "places.toml": places,
        "citations.bib": bib,
        "content/assets/bild.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
        "content/assets/werte.csv": csv,
        "content/de/index.md": _head(fields, "de") + f"\n{fields.text()}\n",
        "content/ru/index.md": _head(fields, "ru") + f"\n{fields.text()}\n",
        "content/de/01-text.md": _head(fields, "de") + _body(fields, locator),
        "content/ru/01-text.md": _head(fields, "ru") + _body(fields, locator),
    }


def _script(number: int) -> str:
    """A tag, an entity's beginning and both quotation marks."""
    return f"<script>alert({number})</script>&\"'"


FILES: Mapping[str, str] = files(_script)
FIELDS = max(int(found) for text in FILES.values() for found in re.findall(r"alert\((\d+)\)", text))
SHOWN_BY_NUMBER: Mapping[int, str] = {
    number: f"<script>alert({number})</script>" for number in range(1, FIELDS + 1)
}
