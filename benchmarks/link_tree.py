"""Make a tree of HTML for measuring `sitegen links`: `python benchmarks/link_tree.py DIR --pages 2000`.

Every page has 30 links and about 20 kB of text; one link in a thousand leads nowhere. The words and
the links are drawn by a fixed seed: the same call makes the same bytes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

WORDS = "Stadt Familie Grenze Sprache Heimat Zukunft работа город семья язык родина будущее".split()
LINKS = 30
IN_FOLDER = 50
PARAGRAPHS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=2000)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    (arguments.folder / "theme.css").write_text("body { color: black }\n", encoding="utf-8")
    for number in range(arguments.pages):
        path = arguments.folder / name(number)
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(number, arguments.pages), encoding="utf-8")


def name(number: int) -> str:
    return f"teil-{number // IN_FOLDER}/seite-{number}.html"


def page(number: int, pages: int) -> str:
    draw = random.Random(number)
    parts = [
        '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Seite</title>',
        '<link rel="stylesheet" href="../theme.css"></head><body>',
    ]
    for paragraph in range(PARAGRAPHS):
        text = " ".join(draw.choices(WORDS, k=40))
        link = anchor(draw, pages) if paragraph % 2 else ""
        parts.append(f'<p id="absatz-{paragraph}" class="text">{text} {link}</p>')
    return "\n".join([*parts, "</body></html>", ""])


def anchor(draw: random.Random, pages: int) -> str:
    place = PARAGRAPHS if draw.random() < 0.001 else draw.randrange(PARAGRAPHS)
    return f'<a class="ref" href="../{name(draw.randrange(pages))}#absatz-{place}">siehe dort</a>'


if __name__ == "__main__":
    main()
