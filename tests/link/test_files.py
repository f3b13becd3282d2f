"""What whole files do to one another: missing, misnamed and unreadable chapters, drafts, a third language."""

from __future__ import annotations

import pytest

from tests.link.zwei import DE, DE2, RU, RU2, Files, base, changed, compiled, findings

TEXT = base()
NEW = "---\ntitle: Neu\n---\n\nText.\n"
NEUES = "---\ntitle: Новое\n---\n\nТекст.\n"
THIRD = {
    "sitegen.toml": TEXT["sitegen.toml"]
    .replace('["de", "ru"]', '["de", "ru", "en"]')
    .replace('ru = "Две главы"', 'ru = "Две главы", en = "Two chapters"'),
    "places.toml": TEXT["places.toml"]
    .replace('ru = "Москва"', 'ru = "Москва", en = "Moscow"')
    .replace('ru = "Тула"', 'ru = "Тула", en = "Tula"'),
}
SHORT = """\
---
title: Staying
---

::: {.quote #kein-geld}
It takes a lot of money.
:::

::: {.quote #arbeit}
I have my work here.
:::

He says: [It is my country]{.quote #mein-land}.

::: {.quote #rede speaker="Eva Muster"}
We stay.
:::
"""


def without_quote(text: str) -> str:
    return text.replace("::: {.quote #kein-geld}\nНужна куча денег.\n:::\n", "")


CASES: dict[str, tuple[Files, list[tuple[str, str, int]]]] = {
    "a chapter that one language lacks": (
        changed({"content/de/03-neu.md": NEW}),
        [("LNG002", "content/de/03-neu.md", 2)],
    ),
    "a chapter that the first language lacks": (
        changed({"content/ru/03-neu.md": NEUES}),
        [("LNG002", "content/ru/03-neu.md", 2)],
    ),
    "two chapters whose names differ by a slip": (
        changed({"content/de/03-neues.md": NEW, "content/ru/03-neuse.md": NEUES}),
        [("LNG002", "content/ru/03-neuse.md", 2)],
    ),
    "a chapter that the settings excuse": (
        changed(
            {
                "content/de/03-neu.md": NEW,
                "sitegen.toml": TEXT["sitegen.toml"] + '\n[translations]\nunfinished = ["ru"]\n',
            }
        ),
        [],
    ),
    "a name that is none, its counterpart told nothing of": (
        changed({"content/de/03-neu.md": NEW, "content/ru/neu.md": NEUES}),
        [("LNG004", "content/ru/neu.md", 1)],
    ),
    "an unreadable chapter: neither links to it nor its counterpart are told": (
        changed({RU: TEXT[RU].encode("utf-8").replace("Деньги".encode(), b"\xff")}),
        [("SRC001", RU, 9)],
    ),
    "an unreadable chapter that holds the quotes' attributes": (
        changed({DE: TEXT[DE].encode("utf-8").replace(b"Menge", b"\xff")}),
        [("SRC001", DE, 11)],
    ),
    "two chapters of one address": (
        changed({DE2: TEXT[DE2].replace("title: Gehen", "title: Gehen\nslug: bleiben")}),
        [("LNG005", DE2, 3)],
    ),
    "a draft is no page; the other language's text stands in for it": (
        changed({RU2: TEXT[RU2].replace("title: Уехать", "title: Уехать\ndraft: true")}),
        [("LNG002", DE2, 2)],
    ),
    "a draft in all languages is no page": (
        changed(
            {
                DE2: TEXT[DE2].replace("title: Gehen", "title: Gehen\ndraft: true"),
                RU2: TEXT[RU2].replace("title: Уехать", "title: Уехать\ndraft: true"),
            }
        ),
        [("LNK009", DE, 6), ("LNK009", RU, 7)],
    ),
    "a partial translation may lack a quote; a link to it is broken": (
        changed(
            {
                RU: without_quote(TEXT[RU]).replace("date:", "translation: partial\ndate:"),
            }
        ),
        [("LNK002", RU2, 7)],
    ),
    "a quote that only a partial translation has": (
        changed(
            {
                DE: TEXT[DE]
                .replace("date:", "translation: partial\ndate:")
                .replace("#mein-land", "#anderes"),
                RU: TEXT[RU].replace("date:", "translation: partial\ndate:"),
            }
        ),
        [("QUO008", RU, 28)],
    ),
    "a third language begun": (
        changed({**THIRD, "content/en/01-bleiben.md": SHORT}),
        [("LNG002", DE2, 2)],
    ),
    "a third language lacks a quote: told once": (
        changed(
            {
                **THIRD,
                "content/en/01-bleiben.md": SHORT.replace(
                    "He says: [It is my country]{.quote #mein-land}.\n", ""
                ),
                "content/en/02-gehen.md": "---\ntitle: Leaving\n---\n\nText.\n",
            }
        ),
        [("QUO010", DE, 26)],
    ),
    "a third language differs": (
        changed(
            {
                **THIRD,
                "content/en/01-bleiben.md": SHORT.replace("#arbeit", "#arbeit age=40"),
                "content/en/02-gehen.md": "---\ntitle: Leaving\n---\n\nText.\n",
            }
        ),
        [("QUO009", "content/en/01-bleiben.md", 9)],
    ),
}

SHORTENED = {name for name in CASES if name.startswith("a third language")}
"""The third text is a short one: it lacks most of what the others hold, which is not the matter here."""


@pytest.mark.parametrize("name", CASES)
def test_files(name: str) -> None:
    files, expected = CASES[name]
    told = [one for one in findings(files) if not one[0].startswith("PAR") or name not in SHORTENED]
    assert told == expected


def test_the_other_place_of_differing_attributes_is_named() -> None:
    files = changed({RU: TEXT[RU].replace("year=2023", "year=2022")})
    found = next(one for one in compiled(files).diagnostics if one.code == "QUO009")
    assert [(one.span.path, one.span.line) for one in found.related] == [(DE, 18)]


def test_a_misspelt_id_finds_its_partner() -> None:
    files = changed({RU: TEXT[RU].replace("#kein-geld", "#kein-gled")})
    found = next(one for one in compiled(files).diagnostics if one.code == "QUO010")
    assert found.nearest == "kein-geld"
