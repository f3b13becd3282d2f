"""What can be found: chapters by section, quotes, sources, and nothing that no reader sees."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sitegen.build.pipeline import link_site
from sitegen.exports.search_records import Record, search_records
from sitegen.exports.search_text import Section
from sitegen.render.site import Site
from sitegen.render.templates import Templates
from sitegen.world import Memory
from tests.publications import TODAY, publication

QUOTE = '#eins gender=female age=20 city=tula year=2024 original=ru cite=muster2020 loc="S. 5"'
DE = f"""\
---
title: Text
subtitle: Der Untertitel
keywords: [Stichwort]
---

Vor\u00adwort mit `Code` und *Betonung*.[^a] Ein Beleg [@muster2020, S. 77]. @muster2020 sagt.
Siehe [](#zwei).

## Zwei {{#zwei}}

![Unterschrift](../assets/a.svg){{alt="Verborgen"}}

::: {{.quote {QUOTE}}}
Ein Wort.
:::

| Alter | Zahl |
| ----- | ---- |
| zehn  | elf  |

: Tafel {{#tbl-x}}

- Punkt

[^a]: Die Fußnote.
"""
FILES: Mapping[str, str | bytes] = {
    "content/de/01-text.md": DE,
    "content/ru/01-text.md": "---\ntitle: Текст\n---\n\nСлово.\n\n::: {.quote #eins}\nСлово первое.\n:::\n",
    "content/de/02-entwurf.md": "---\ntitle: Entwurf\ndraft: true\n---\n\nGeheim.\n\n::: {.quote #zwei"
    " gender=male age=44 city=moskau year=2023}\nAuch geheim.\n:::\n",
    "content/de/03-nur.md": "---\ntitle: Nur\n---\n\nBloß deutsch.\n",
    "content/assets/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
}


def _records(*, drafts: bool = False) -> Mapping[str, tuple[Record, ...]]:
    linked = link_site(Memory(publication(FILES), TODAY), drafts=drafts, jobs=1)
    assert not [str(one) for one in linked.diagnostics if one.severity == "error"]
    given = linked.inputs
    templates = Templates(given.templates)
    site = Site.of(
        linked.publication, given.settings, given.bibliography, given.gazetteer, templates, {}, given.links
    )
    return search_records(site, linked.documents)


@pytest.fixture(scope="module")
def records() -> Mapping[str, tuple[Record, ...]]:
    return _records()


def test_a_chapter_is_found_by_section(records: Mapping[str, tuple[Record, ...]]) -> None:
    assert records["de"][0] == Record(
        "chapter",
        "de/text.html",
        "Text",
        (
            Section(
                "",
                "",
                "Der Untertitel · Stichwort · Vorwort mit Code und Betonung."
                " Ein Beleg. Muster sagt. Siehe Zwei.",
            ),
            Section("zwei", "Zwei", "Unterschrift „Ein Wort.“ Tafel Alter Zahl zehn elf Punkt"),
            Section("page-notes", "Anmerkungen", "Die Fußnote."),
        ),
    )


def test_quotes_and_sources_are_results_of_their_own(records: Mapping[str, tuple[Record, ...]]) -> None:
    german = Section("", "", "„Ein Wort.“")
    attributed = "Weiblich, 20 Jahre, Tula, 2024"
    quote = Record("quote", "de/text.html#eins", attributed, (german,), chapter="Text")
    entry = Section("", "", "Muster, Eva, 2020: Ein Beispiel. Verlag.")
    source = Record("source", "de/bibliography.html#ref-muster2020", "Muster", (entry,))
    assert records["de"][2:] == (quote, source)
    assert [(one.kind, one.address) for one in records["ru"]] == [
        ("chapter", "ru/text.html"),
        ("quote", "ru/text.html#eins"),
        ("source", "ru/bibliography.html#ref-muster2020"),
    ]


@pytest.mark.parametrize(
    "hidden",
    ["Verborgen", "Geheim", "geheim", "Entwurf", "44", "S. 5", "77", "female", "tbl-x", "\u00ad", "\u00a0"],
)
def test_what_no_reader_sees_is_not_found(records: Mapping[str, tuple[Record, ...]], hidden: str) -> None:
    assert hidden not in repr(records)


def test_drafts_are_found_where_they_are_shown() -> None:
    assert "Auch geheim" in repr(_records(drafts=True)["de"])


def test_a_stand_in_for_a_missing_chapter_is_found_in_its_own_language_only(
    records: Mapping[str, tuple[Record, ...]],
) -> None:
    assert "Bloß deutsch" in repr(records["de"])
    assert "Bloß" not in repr(records["ru"])
    assert "ru/nur.html" not in {one.address for one in records["ru"]}
