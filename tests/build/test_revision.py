"""A chapter made again by itself: the outcome is that of a build of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build.pipeline import Outcome, compile_site
from sitegen.build.revision import Revision, revise
from sitegen.build.store import Store
from sitegen.build.trace import Trace
from sitegen.world import Folder
from tests.build.conftest import put
from tests.publications import BIB, PLACES, TODAY

SETTINGS = """\
languages = ["de", "ru"]
title = { de = "Beispiel", ru = "Пример" }
url = "https://example.org/studie"
date = "2025-10-01"

[translations]
unfinished = ["ru"]
"""
ONE, ONE_RU = "content/de/01-eins.md", "content/ru/01-eins.md"
TWO, TWO_RU = "content/de/02-zwei.md", "content/ru/02-zwei.md"
THREE = "content/de/03-drei.md"
FILES = {
    "sitegen.toml": SETTINGS,
    "places.toml": PLACES,
    "citations.bib": BIB,
    ONE: """\
---
title: Eins
abstract: Worum es geht.
---

Der erste Absatz nennt 12 Fälle.[^a]

## Anfang {#anfang}

Siehe [](02-zwei.md#mitte) und [die Tafel](02-zwei.md#tafel).

::: {.quote #kein-geld gender=f age=23 city=moskau year=2024}
„Wir hatten kein Geld.“
:::

Ein Satz mit Beleg [@muster2020, S. 4].

Das meint auch [](03-drei.md).

[^a]: Eine Anmerkung.
""",
    ONE_RU: """\
---
title: Один
translated_from: de
---

Первый абзац называет 12 случаев.[^a]

## Начало

Смотри [](02-zwei.md#mitte) и [таблицу](02-zwei.md#tafel).

::: {.quote #kein-geld}
«У нас не было денег».
:::

Предложение со ссылкой [@muster2020, с. 4].

[^a]: Примечание.
""",
    TWO: """\
---
title: Zwei
---

Vorweg ein Absatz.

## Mitte

Ein Satz mit „Worten“ und 7 Zahlen.

| a | b |
|---|---|
| 1 | 2 |

: Eine Tafel {#tafel}

Siehe [](01-eins.md#anfang) und [das Zitat](01-eins.md#kein-geld).
""",
    TWO_RU: """\
---
title: Два
translated_from: de
---

Сначала абзац.

## Середина {#mitte}

Предложение со «словами» и 7 числами.

| а | б |
|---|---|
| 1 | 2 |

: Таблица {#tafel}

Смотри [](01-eins.md#anfang).
""",
    THREE: "---\ntitle: Drei\n---\n\nNur deutsch, siehe [](01-eins.md).\n",
}
CHAPTERS = (ONE, ONE_RU, TWO, TWO_RU, THREE)


@dataclass
class Publication:
    """A publication in a folder, with what its last build has made."""

    root: Path
    store: Store
    trace: Trace | None
    artifacts: dict[str, bytes]

    @classmethod
    def at(cls, root: Path) -> Publication:
        put(root, dict(FILES))
        made = cls(root, Store.open(root), None, {})
        made.build()
        return made

    def clean(self) -> Outcome:
        return compile_site(Folder.at(self.root, TODAY), jobs=1)

    def build(self) -> Outcome:
        outcome = compile_site(Folder.at(self.root, TODAY), jobs=1, store=self.store)
        self.trace, self.artifacts = outcome.trace, dict(outcome.artifacts)
        return outcome

    def revise(self, *changed: str) -> Revision | None:
        if self.trace is None:
            return None
        return revise(Folder.at(self.root, TODAY), changed, self.trace, self.artifacts, self.store)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Publication]:
    made = Publication.at(tmp_path / "studie")
    yield made
    made.store.close()


def assert_clean(study: Publication, made: Revision) -> None:
    """What was made again, over what was there, is what a build of the whole makes and finds."""
    clean = study.clean()
    assert {**study.artifacts, **made.artifacts} == clean.artifacts
    assert (made.diagnostics, made.remarks) == (clean.diagnostics, clean.remarks)
    study.trace, study.artifacts = made.trace, dict(clean.artifacts)


OWN = {
    "a sentence": (ONE, "Ein Satz mit Beleg", "Noch ein Satz. Ein Satz mit Beleg"),
    "a paragraph": (ONE, "Das meint", "Ein neuer Absatz.\n\nDas meint"),
    "a paragraph less": (TWO, "Vorweg ein Absatz.\n\n", ""),
    "lines": (ONE, "## Anfang", "\n\n## Anfang"),
    "a number": (TWO, "7 Zahlen", "8 Zahlen"),
    "the translation": (ONE_RU, "Первый абзац", "Самый первый абзац"),
    "a footnote's words": (ONE, "Eine Anmerkung", "Eine andere Anmerkung"),
    "what stands in for another edition": (THREE, "Nur deutsch", "Allein deutsch"),
    "a link": (ONE, "Das meint", "Siehe [](02-zwei.md) und [dort](02-zwei.md#tafel). Das meint"),
    "a footnote": (ONE, "03-drei.md).", "03-drei.md).^[Mehr davon.]"),
    "a locator": (ONE, "S. 4]", "S. 5]"),
    "a word that is doubtful": (ONE, "nennt 12", "nennt nennt 12"),
}
"""Changes that only the chapter's own pages show."""


@pytest.mark.parametrize("name", OWN)
def test_only_the_pages_of_the_chapter_are_made(study: Publication, name: str) -> None:
    path, old, new = OWN[name]
    text = FILES[path]
    assert old in text
    put(study.root, {path: text.replace(old, new)})
    made = study.revise(path)
    assert made is not None
    assert made.artifacts
    assert all(path[14:-3] in output for output in made.artifacts)
    assert made.reasons.keys() == made.artifacts.keys()
    assert_clean(study, made)


OTHERS = {
    "a heading": (ONE, "## Anfang {#anfang}", "## Der Anfang {#anfang}"),
    "a title": (TWO, "title: Zwei", "title: Zwo"),
    "a quote": (ONE, "kein Geld", "keinen Rubel"),
    "a citation": (TWO, "Vorweg ein", "Vorweg [@muster2020] ein"),
    "a footnote before a citation": (
        ONE,
        "Siehe [](02-zwei.md#mitte)",
        "Fuß.^[Note.] Siehe [](02-zwei.md#mitte)",
    ),
    "a draft": (TWO, "title: Zwei", "title: Zwei\ndraft: true"),
    "a mistake": (ONE, "#mitte", "#miete"),
    "an attribute": (ONE, "age=23", "age=230"),
    "what a link could name": (TWO_RU, "## Середина {#mitte}", "## Середина"),
}
"""Changes that other pages show, or that are mistakes."""


@pytest.mark.parametrize("name", OTHERS)
def test_all_else_is_left_to_a_build_of_the_whole(study: Publication, name: str) -> None:
    path, old, new = OTHERS[name]
    assert old in FILES[path]
    put(study.root, {path: FILES[path].replace(old, new)})
    assert study.revise(path) is None


def test_what_is_no_chapter_is_left_to_a_build_of_the_whole(study: Publication) -> None:
    put(study.root, {"content/de/index.md": "---\ntitle: Start\n---\n\nText.\n"})
    study.build()
    assert study.revise("content/de/index.md") is None
    assert study.revise("citations.bib") is None
    assert study.revise(ONE, "sitegen.toml") is None


def test_a_store_that_lost_a_chapter_leaves_it_to_a_build_of_the_whole(study: Publication) -> None:
    put(study.root, {ONE: FILES[ONE].replace("Das meint", "Dies meint")})
    study.store.forget("body", but=())
    assert study.revise(ONE) is None
    study.store.forget("chapter", but=())
    assert study.revise(ONE) is None


LINES = (
    "Noch ein Satz.",
    "",
    "## Neu",
    "Siehe [](01-eins.md#anfang).",
    "Siehe [](02-zwei.md#mitte).",
    "Belegt [@muster2020].",
    "Fuß[^neu]",
    "Fuß.^[Noch eine.]",
    "Siehe [](03-drei.md) und [](../ru/03-drei.md).",
    "Der Satz meint @muster2020.",
    "[^neu]: Note.",
    "Leser*innen",
    "Leser:innen",
    "Im Jahr 1999 und 12 %.",
    "> Fremde Worte.",
    "- Liste",
    "Ein  Satz mit doppeltem doppeltem Wort.",
    "<https://example.com/seite>",
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(CHAPTERS),
        st.sampled_from(["insert", "delete", "replace"]),
        st.integers(4, 30),
        st.sampled_from(LINES),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=8, deadline=None, derandomize=True)
@given(EDITS)
def test_any_edits_end_as_a_build_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, int, str]]
) -> None:
    study = Publication.at(tmp_path_factory.mktemp("law") / "studie")
    for path, kind, place, line in edits:
        edit(study.root / path, kind, place, line)
        made = study.revise(path)
        if made:
            assert_clean(study, made)
        else:
            study.build()
    study.store.close()


def edit(file: Path, kind: str, place: int, line: str) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    place = min(place, len(lines) - 1)
    lines[place : place + (kind != "insert")] = [] if kind == "delete" else [line]
    file.write_text("\n".join(lines), encoding="utf-8")
