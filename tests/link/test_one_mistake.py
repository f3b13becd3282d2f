"""One mistake gives one finding, at its place, and nothing else: each is planted in a publication of two
chapters in two languages (tests/data/zwei).
"""

from __future__ import annotations

import pytest

from tests.link.zwei import DE, DE2, RU, RU2, base, edited, findings

CSV = "content/assets/ziele.csv"

MISTAKES = [
    # path, what stands there, what is written instead, code, path and line of the finding
    # blocks
    (DE, "Geld dafür.\n:::", "Geld dafür.", "SYN001", DE, 10),
    (RU, "денег.\n:::", "денег.", "SYN001", RU, 11),
    (RU, "делать?\n:::", "делать?", "SYN001", RU, 19),
    (DE, "Geld dafür.\n:::", "Geld dafür.\n:::\n:::", "SYN002", DE, 13),
    (DE, "::: {.quote #kein-geld", "::: {.qoute #kein-geld", "SYN003", DE, 10),
    (RU, "::: {.quote #kein-geld", "::: {.note #kein-geld", "SYN003", RU, 11),
    (DE, "city=moskau year=2024}\nMan", "city=St. Petersburg year=2024}\nMan", "SYN004", DE, 10),
    (RU, "{.quote #mein-land}", "{.quote #mein-land a b}", "SYN004", RU, 27),
    (DE, "year=2024}\nMan", "year=2024\nMan", "SYN004", DE, 10),
    (DE, "gender=female", "gendre=female gender=female", "SYN005", DE, 10),
    (DE, "age=20", "age=20 age=21", "SYN006", DE, 10),
    (RU, "{.quote #mein-land}", "{#mein-land}", "SYN018", RU, 27),
    (DE, "::: {.quote #rede speaker", "::: {#rede speaker", "SYN018", DE, 28),
    (RU, "[Это моя страна.]{.quote", "[Это моя страна.] {.quote", "SYN019", RU, 27),
    (RU, "{.quote #mein-land}", "{.quote #mein-land", "SYN019", RU, 27),
    (DE, "[@probe2022]", "[@probe2022", "SYN019", DE, 14),
    (DE2, "^[Eigene Zählung.]", "^[Eigene Zählung.", "SYN019", DE2, 20),
    (DE2, "https://example.org/mehr", "mehr dazu.md", "SYN019", DE2, 20),
    (DE2, "(https://example.org/mehr)", "[mehr]", "SYN019", DE2, 20),
    # headings, HTML, signs
    (DE, "## Geld", "# Geld", "SYN008", DE, 8),
    (RU, "### Работа", "#### Работа", "SYN009", RU, 17),
    (DE, "dazwischen", "<u>dazwischen</u>", "SYN007", DE, 14),
    (RU, "Абзац", "„Абзац", "SYN011", RU, 15),
    (DE, "## Geld", "## Geld {#heimat}", "SYN012", DE, 24),
    (DE, "{#heimat}", "{#main}", "SYN014", DE, 24),
    (DE2, "## Ziele", "##\n\n## Ziele", "SYN013", DE2, 5),
    (DE, "Absatz", "Absatz\u202e", "SYN016", DE, 14),
    (DE, "Absatz", "Absatz\u0001", "SRC005", DE, 14),
    (RU, "Абзац", "Aбзац", "LNG003", RU, 15),
    # quotes
    (DE, "{.quote #kein-geld ", "{.quote ", "QUO001", DE, 10),
    (RU, "{.quote #mein-land}", "{.quote}", "QUO001", RU, 27),
    (DE, "#arbeit", "#kein-geld", "QUO002", DE, 18),
    (RU, "#rede", "#arbeit", "QUO002", RU, 29),
    (DE, "gender=female", "gender=femail", "QUO003", DE, 10),
    (RU, "gender=муж", "gender=мш", "QUO003", RU, 19),
    (DE, "age=20", "age=200", "QUO004", DE, 10),
    (DE, "age=20", "age=zwanzig", "QUO004", DE, 10),
    (DE, "age=20", "age=", "QUO004", DE, 10),
    (DE, "age=20", "age= 20", "SYN004", DE, 10),
    (RU, "age=30–39", "age=39-30", "QUO004", RU, 19),
    (DE, "age=53 city=moskau", "age=53 city=moskva", "QUO005", DE, 26),
    (RU, "city=Тула", "city=Тулла", "QUO005", RU, 19),
    (DE, "year=2024}\nMan", "year=24}\nMan", "QUO006", DE, 10),
    (DE, "year=2024}\nMan", "year=2027}\nMan", "QUO007", DE, 10),
    (DE, "date=2022-03-08", "date=2027", "QUO007", DE, 28),
    (DE, "date=2022-03-08", "date=2022-02-31", "QUO011", DE, 28),
    (DE, " age=20", "", "QUO008", DE, 10),
    (RU, 'speaker="Ева Мустер" role=социолог ', "", "QUO008", RU, 29),
    (DE, 'speaker="Eva Muster"', 'speaker=""', "QUO008", DE, 28),
    (RU, "year=2023", "year=2022", "QUO009", RU, 19),
    (RU, "gender=муж", "gender=жен", "QUO009", RU, 19),
    (RU, 'loc="гл. 2"', 'loc="гл. 3"', "QUO009", RU, 29),
    (RU, "{.quote #kein-geld}", "{.quote #kein-geld original=xx}", "QUO014", RU, 11),
    (DE, "original=ru", "original=ru wording=original", "QUO015", DE, 18),
    (DE, "{.quote #kein-geld", "{.quote #kein-geld kind=verbatm", "QUO013", DE, 10),
    (DE, "role=Soziologin", "role=Soziologin age=20", "QUO016", DE, 28),
    (DE, "Man braucht eine Menge Geld dafür.\n", "", "QUO017", DE, 10),
    (DE, "year=2024}\nMan", "year=2024 role=Pflegerin}\nMan", "QUO018", DE, 10),
    (DE, "Menge Geld dafür.", "Menge.\n\n## Thema", "QUO020", DE, 10),
    (RU, "::: {.quote #kein-geld}\nНужна куча денег.\n:::\n", "", "QUO010", DE, 10),
    (RU, "Он говорит: [Это моя страна.]{.quote #mein-land}.\n", "", "QUO010", DE, 26),
    (RU, "{.quote #kein-geld}", "{.quote #kein-gled}", "QUO010", RU, 11),
    # notes
    (DE, "[^frage]:", "[^farge]:", "FTN001", DE, 6),
    (RU, "\n[^frage]: Так мы спрашивали; см. также https://example.org/frage.\n", "", "FTN001", RU, 7),
    (DE, "sie?[^frage]", "sie?", "FTN002", DE, 34),
    (DE, "[^frage]:", "[^frage]: Eins.\n\n[^frage]:", "FTN003", DE, 36),
    (RU, " Так мы спрашивали; см. также https://example.org/frage.", "", "FTN004", RU, 35),
    (DE2, "^[Eigene Zählung.]", "^[Eigene^[Unsere] Zählung.]", "FTN005", DE2, 20),
    # citations
    (DE, "[@probe2022]", "[@prob2022]", "CIT001", DE, 14),
    (RU, "[@probe2022]", "[@Probe2022]", "CIT002", RU, 15),
    (DE, "[@probe2022]", "[@probe2022; dort]", "CIT004", DE, 14),
    (DE, "cite=muster2020 loc", "cite=muster2021 loc", "CIT001", DE, 28),
    (DE2, "cite=muster2020", "cite=muster2021", "CIT001", DE2, 16),
    # links
    (DE, "02-gehen.md#ziele", "02-geht.md#ziele", "LNK001", DE, 6),
    (RU, "02-gehen.md#ziele", "02-Gehen.md#ziele", "LNK001", RU, 7),
    (DE, "02-gehen.md#ziele", "02-gehen.md#zeile", "LNK002", DE, 6),
    (DE2, "#kein-geld", "#kein-gold", "LNK002", DE2, 7),
    (RU2, "[](#fig-ziele)", "[](#fig-zeile)", "LNK002", RU2, 7),
    (DE2, "org/mehr", "org/mehr?utm_source=x", "LNK003", DE2, 20),
    (DE2, "https://example.org/mehr", "javascript:alert(1)", "LNK004", DE2, 20),
    (DE2, "https://example.org/mehr", "file:///home/eva/mehr.pdf", "LNK005", DE2, 20),
    (DE2, "https://example.org/mehr", "../../../mehr.pdf", "LNK006", DE2, 20),
    (DE2, "[mehr]", "[]", "LNK008", DE2, 20),
    (DE2, "https://example.org/mehr", "https://", "LNK010", DE2, 20),
    (DE2, "https://example.org/mehr", "//example.org/mehr", "LNK012", DE2, 20),
    (DE2, "https://example.org/mehr", "", "LNK013", DE2, 20),
    # figures, tables, charts
    (RU, "grenze.svg", "grentze.svg", "FIG001", RU, 33),
    (DE, "grenze.svg", "Grenze.svg", "FIG001", DE, 32),
    (DE, ' alt="Ein Schlagbaum"', "", "FIG002", DE, 32),
    (DE, '"Ein Schlagbaum"', "Ein Schlagbaum", "SYN004", DE, 32),
    (DE, "../assets/grenze.svg", "https://example.org/grenze.svg", "FIG014", DE, 32),
    (DE2, " y=people", "", "FIG003", DE2, 16),
    (DE2, "type=bar", "typ=bar", "SYN005", DE2, 16),
    (DE, 'alt="Ein', 'atl="Ein', "SYN005", DE, 32),
    (RU2, "type=bar", "type=pie", "FIG004", RU2, 16),
    (DE2, "ziele.csv", "zeile.csv", "FIG005", DE2, 16),
    (DE2, "y=people", "y=poeple", "FIG006", DE2, 16),
    (CSV, "110000", "viele", "FIG007", CSV, 2),
    (CSV, "Israel,80000", "Israel", "FIG008", CSV, 3),
    (DE2, "Zielländer nach Zuzügen\n", "", "FIG015", DE2, 16),
    (DE2, "\n: Zielländer", "\nText.\n\n: Zielländer", "FIG009", DE2, 16),
    (DE2, "| Israel | 80000 |", "| Israel | 80000 | 1 |", "FIG017", DE2, 12),
    # languages
    (DE2, "lang=ru", "lang=rus sisch", "SYN004", DE2, 7),
    (DE2, "lang=ru", "lang=russisch", "LNG001", DE2, 7),
    # front matter
    (DE, "title: Bleiben\n", "", "FRM006", DE, 1),
    (RU, "15\ntranslated_from: de\n---", "15\ntranslated_from: de", "FRM001", RU, 1),
    (DE, "date: 2024-11-15", "date: 2024-11-31", "FRM007", DE, 3),
    (DE, "date: 2024-11-15", "dat: 2024-11-15", "FRM003", DE, 3),
    # other files
]  # fmt: skip


def test_the_publication_is_sound() -> None:
    assert findings(dict(base())) == []


@pytest.mark.parametrize(("path", "old", "new", "code", "where", "line"), MISTAKES)
def test_one_mistake(path: str, old: str, new: str, code: str, where: str, line: int) -> None:
    assert findings(edited(path, old, new)) == [(code, where, line)]
