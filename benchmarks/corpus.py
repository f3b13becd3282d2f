"""Make a publication of any size for measuring: `python benchmarks/corpus.py DIR --chapters 1000`.

Every chapter has about 1,500 words in each language, with headings, quotes, footnotes, citations,
links and a table. The words are drawn from small lists by a fixed seed: the same call makes the
same bytes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

WORDS = {
    "de": (
        "Arbeit Stadt Familie Grenze Freiheit Sprache Heimat Zukunft Entscheidung bleiben gehen "
        "sprechen denken arbeiten helfen fragen warten einer jeder vieles anderes wieder immer auch aber "
        "denn weil obwohl während zwischen neben ohne gegen für über unter"
    ).split(),
    "ru": (
        "работа город семья граница свобода язык родина будущее решение остаться уехать "
        "говорить думать работать помогать спрашивать ждать один каждый многое другое снова всегда также но "
        "потому хотя пока между рядом без против для над под"
    ).split(),
}
TITLES = {"de": "Kapitel", "ru": "Глава"}
PLACES = {"moskau": ("Moskau", "Москва"), "tula": ("Tula", "Тула"), "irkutsk": ("Irkutsk", "Иркутск")}
SOURCES = 200
PARAGRAPHS = 20
SENTENCES = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chapters", type=int, default=1000)
    arguments = parser.parse_args()
    write_corpus(arguments.folder, arguments.chapters)


def write_corpus(folder: Path, chapters: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitegen.toml").write_text(
        'languages = ["de", "ru"]\ntitle = { de = "Korpus", ru = "Корпус" }\nurl = "https://example.org/"\n',
        encoding="utf-8",
    )
    (folder / "places.toml").write_text(
        "".join(f'[{tag}]\nname = {{ de = "{de}", ru = "{ru}" }}\n\n' for tag, (de, ru) in PLACES.items()),
        encoding="utf-8",
    )
    (folder / "citations.bib").write_text("\n".join(map(_source, range(SOURCES))), encoding="utf-8")
    for language in WORDS:
        target = folder / "content" / language
        target.mkdir(parents=True, exist_ok=True)
        for number in range(1, chapters + 1):
            text = chapter(language, number, chapters)
            (target / f"{number:05}-kapitel-{number}.md").write_text(text, encoding="utf-8")


def chapter(language: str, number: int, chapters: int) -> str:
    draw = random.Random(f"{number}")  # both languages take the same turns
    words = random.Random(f"{number}/{language}")
    parts = [f"---\ntitle: {TITLES[language]} {number}\ndate: 2024-01-01\n---\n"]
    notes: list[str] = []
    for place in range(PARAGRAPHS):
        if place % 4 == 0:
            parts.append(f"## {_sentence(language, words, 4)} {{#teil-{place}}}\n")
        parts.append(_paragraph(language, draw, words, place, notes) + "\n")
        if place % 5 == 2:
            parts.append(_quote(language, draw, words, place))
    other = number % chapters + 1
    parts.append(f"[](./{other:05}-kapitel-{other}.md), [](#teil-0)\n")
    parts.append(
        "| A | B |\n| --- | ---: |\n| x | 110000 |\n| y | 80000 |\n\n: " + TITLES[language] + " {#tbl-a}\n"
    )
    return "\n".join(parts + notes) + "\n"


def _paragraph(language: str, draw: random.Random, words: random.Random, place: int, notes: list[str]) -> str:
    sentences = [_sentence(language, words, 14) + "." for _ in range(SENTENCES)]
    source = f"quelle{draw.randrange(SOURCES)}"
    if place % 3 == 0:
        label = f"n{place}"
        sentences[1] = sentences[1][:-1] + f"[^{label}]."
        notes.append(f"\n[^{label}]: {_sentence(language, words, 5)}, [@{source}, S. {place + 1}].")
    elif place % 3 == 1:
        sentences[2] = sentences[2][:-1] + f" [@{source}]."
    return " ".join(sentences)


def _quote(language: str, draw: random.Random, words: random.Random, place: int) -> str:
    age, city, year = draw.randrange(18, 80), draw.choice(sorted(PLACES)), draw.randrange(2022, 2025)
    said = " ".join(_sentence(language, words, 12) + "." for _ in range(3))
    head = f"#q-{place} gender=female age={age} city={city} year={year} original=ru"
    return f"::: {{.quote {head}}}\n{said}\n:::\n"


def _sentence(language: str, draw: random.Random, length: int) -> str:
    return " ".join(draw.choice(WORDS[language]) for _ in range(length)).capitalize()


def _source(number: int) -> str:
    return (
        f"@book{{quelle{number},\n  author = {{Muster, Eva and Probe{number}, Karl}},\n"
        f"  title = {{Buch {number}}},\n  publisher = {{Verlag}},\n  date = {{{1990 + number % 30}}},\n"
        "  langid = {german},\n}\n"
    )


if __name__ == "__main__":
    main()
