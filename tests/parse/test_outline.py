"""The outline of a text: which blocks there are, where, and what changes their digests."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.model.document import BlockSource
from sitegen.parse.chapter import parse
from sitegen.parse.outline import digest, normal
from sitegen.source import Source

TEXT = """\
---
title: Titel
---

Ein Absatz[^1]
über zwei Zeilen.

## Über Geld {#geld}

- eins
- zwei

::: {.quote #q1 gender=female age=20 city=moskau year=2024}
Worte.
:::

| A |
| - |
| 1 |

: Eine Tabelle {#tbl-eins}

![Bild](../assets/a.png){#fig-bild alt="Ein Bild"}

> Zitat

[^1]: Eine Fußnote [@muster2020, S. 5]; https://example.org/a.

Ende, 1.234,5 Menschen.
"""


def outlined(text: str) -> tuple[BlockSource, ...]:
    source = Source.of("content/de/01-x.md", text)
    return parse(source, "de", ("de", "ru"), date(2026, 1, 1))[0].interface.blocks


def one(text: str) -> BlockSource:
    blocks = outlined(f"---\ntitle: T\n---\n\n{text}\n")
    assert len(blocks) == 1
    return blocks[0]


def test_blocks_with_their_lines_and_ids() -> None:
    found = [(one.kind, one.id, one.anchor, one.span.line, one.span.end_line) for one in outlined(TEXT)]
    assert found == [
        ("paragraph", "", "", 5, 6),
        ("heading", "geld", "geld", 8, 8),
        ("list", "", "", 10, 11),
        ("quote", "q1", "q1", 13, 15),
        ("table", "tbl-eins", "tbl-eins", 17, 21),
        ("figure", "fig-bild", "fig-bild", 23, 23),
        ("blockquote", "", "", 25, 25),
        ("paragraph", "", "", 29, 29),
    ]


def test_a_caption_before_its_table_belongs_to_it() -> None:
    block = one(": Davor {#tbl-davor}\n\n| A |\n| - |\n| 1 |")
    assert (block.kind, block.id, block.span.line, block.span.end_line) == ("table", "tbl-davor", 5, 9)


def test_an_id_made_from_words_is_an_anchor_only() -> None:
    block = one("## Über Geld")
    assert (block.id, block.anchor, block.level) == ("", "ueber-geld", 2)


def test_traits_are_what_a_translation_keeps() -> None:
    first, last = outlined(TEXT)[0], outlined(TEXT)[-1]
    assert first.traits == {"@muster2020", "https://example.org/a"}
    assert last.traits == {"1234.5"}


SAME = [
    ("Er sagt: „Ja“ – und geht.", "Er sagt: «Ja» - und geht."),
    ("z.B. heute", "z. B.\u00a0heute"),
    ("Ein Satz\nauf zwei Zeilen", "Ein Satz auf zwei Zeilen"),
    ("2018–2023", "2018-2023"),
    ("Und so …", "Und so..."),
    ("## Geld", "## Geld {#geld}"),
    ("[Ja.]{.quote #q gender=female}", "[Ja.]{.quote #q gender=Frau}"),
    ("::: {.quote #q}\nJa.\n:::", "::: {.quote #q age=20 city=moskau}\n„Ja.“\n:::"),
    ("Schüler", "Schu\u0308ler"),
    ("- eins\n- zwei", "* eins\n* zwei"),
    ("weich\u00adge\u00adtrennt", "weichgetrennt"),
]
OTHER = [
    ("Er sagt ja.", "Er sagt nein."),
    ("1 2", "12"),
    ("2018-2023", "20182023"),
    ("2018-2023", "2018 2023"),
    ("Es sind -5 Grad", "Es sind 5 Grad"),
    ("Ein *Wort*", "Ein Wort"),
    ("Ein Wort", "Ein Wort [@muster2020]"),
    ("Ein Satz.", "Ein Satz!"),
    ("## Geld", "### Geld"),
    ("[Ja.]{lang=ru}", "[Ja.]{lang=uk}"),
]


@pytest.mark.parametrize(("text", "other"), SAME)
def test_what_is_no_change(text: str, other: str) -> None:
    assert one(text).digest == one(other).digest


@pytest.mark.parametrize(("text", "other"), OTHER)
def test_what_is_a_change(text: str, other: str) -> None:
    assert one(text).digest != one(other).digest


def test_a_note_belongs_to_the_block_that_marks_it() -> None:
    other = outlined(TEXT.replace("Eine Fußnote", "Eine andere"))
    assert [a.digest == b.digest for a, b in zip(outlined(TEXT), other, strict=True)] == [False] + [True] * 7


def test_labels_of_notes_are_names_only() -> None:
    renamed = outlined(TEXT.replace("[^1]", "[^geld]"))
    assert [block.digest for block in renamed] == [block.digest for block in outlined(TEXT)]


def test_digests_are_the_same_in_every_version() -> None:
    """They stand in translations.lock: another rule would make every translation stale."""
    assert digest("Ein „Satz“ – mit 1 234 Zeichen.") == "b977448156c1c01a"
    assert normal("„Ja“ – 2018 – 2023, −5 und 1 000 …") == "Ja2018-2023,-5und1 000..."
