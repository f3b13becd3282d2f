"""The corpus as a project of each program: chapters in its notation, its settings, its layouts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from benchmarks.compare.notations import Hugo, Material, Myst, Notation, quote_records, reference
from benchmarks.corpus import PUBLICATION, SOURCES, WORDS, bibliography, drawn, write_corpus, year

FILES = Path(__file__).parent / "projects"
"""What stands beside the chapters, a folder for each program."""
PAGE_SIZE = 200
"""Quotes on a page of sitegen's."""


def sitegen(folder: Path, chapters: int) -> None:
    write_corpus(folder, chapters)


def hugo(folder: Path, chapters: int) -> None:
    """One page for each chapter and a list of all per language, in layouts of equal content.

    The sources are data, which the list of them in each chapter and the bibliography are made from.
    """
    shutil.copytree(FILES / "hugo", folder)
    _chapters(folder / "content", chapters, Hugo())
    for language in WORDS:
        _write(folder / "content" / language / "_index.md", f"---\ntitle: {PUBLICATION[language]}\n---\n")
        _write(
            folder / "content" / language / "bibliography.md",
            '---\ntitle: Bibliography\nlayout: bibliography\noutputs: ["html"]\n'
            'build: {list: "never"}\n---\n',
        )
    listed = {f"quelle{number}": {"text": reference(number)} for number in range(SOURCES)}
    _write(folder / "data" / "sources.json", json.dumps(listed))


def hugo_whole(folder: Path, chapters: int) -> None:
    """With a parallel page, a page of its quotes and three citation files for each chapter too, and with the
    pages of all quotes by age, place, year and gender, as sitegen makes them. What stands on these is data.
    """
    hugo(folder, chapters)
    with (folder / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[outputs]\npage = ["html", "parallel", "voices", "bib", "ris", "csl"]\n')
    quotes = {
        language: [
            quote
            for number in range(1, chapters + 1)
            for quote in quote_records(drawn(language, number, chapters))
        ]
        for language in WORDS
    }
    facets = {language: _facets(listed) for language, listed in quotes.items()}
    _write(folder / "data" / "quotes.json", json.dumps(quotes, ensure_ascii=False))
    _write(folder / "data" / "facets.json", json.dumps(facets))
    for language, known in facets.items():
        for facet, listed in known.items():
            _facet_pages(folder / "content" / language, facet, len(listed))


def _facets(quotes: list[dict[str, Any]]) -> dict[str, list[int]]:
    """The numbers of the quotes by the names of their facets; `all` names them all."""
    found: dict[str, list[int]] = {}
    for number, quote in enumerate(quotes):
        for facet in ("all", *quote["facets"]):
            found.setdefault(facet, []).append(number)
    return dict(sorted(found.items()))


def _facet_pages(folder: Path, facet: str, quotes: int) -> None:
    """A stub for each page of a facet: the layout takes its quotes from the data."""
    pages = list(range(1, -(-quotes // PAGE_SIZE) + 1))
    for page in pages:
        front = {
            "title": facet,
            "layout": "facet",
            "outputs": ["html"],
            "build": {"list": "never"},
            "facet": facet,
            "first": (page - 1) * PAGE_SIZE,
            "pages": pages,
            "cite": facet == "all",
        }
        _write(folder / f"voices-{facet}-{page}.md", f"{json.dumps(front)}\n")


def material(folder: Path, chapters: int) -> None:
    """Without the list of all chapters on each page (`navigation.prune`), and without a search index."""
    shutil.copytree(FILES / "material", folder)
    _write(folder / "citations.bib", bibtex())
    _chapters(folder / "docs", chapters, Material())
    for language in WORDS:
        listed = "".join(f"- [{number}](kapitel-{number}.md)\n" for number in range(1, chapters + 1))
        _write(folder / "docs" / language / "index.md", f"# {PUBLICATION[language]}\n\n{listed}")
    _write(folder / "docs" / "index.md", "# Korpus\n\n[de](de/index.md) [ru](ru/index.md)\n")


def sphinx(folder: Path, chapters: int) -> None:
    """Without the list of all chapters on each page; Sphinx always makes a search index."""
    shutil.copytree(FILES / "sphinx", folder)
    _write(folder / "citations.bib", bibtex())
    _chapters(folder, chapters, Myst())
    for language in WORDS:
        listed = "".join(f"kapitel-{number}\n" for number in range(1, chapters + 1))
        _write(
            folder / language / "index.md",
            f"# {PUBLICATION[language]}\n\n```{{toctree}}\n:maxdepth: 1\n{listed}```\n",
        )


def pandoc(folder: Path, chapters: int) -> None:
    """A Makefile calls pandoc for each chapter, as many at once as there are cores."""
    shutil.copytree(FILES / "pandoc", folder)
    _write(folder / "citations.bib", bibliography())
    _chapters(folder, chapters, Notation())


def bibtex() -> str:
    """The sources for programs that read BibTeX only, whose field is `year`."""
    text = bibliography()
    for number in range(SOURCES):
        text = text.replace(f"date = {{{year(number)}}}", f"year = {{{year(number)}}}")
    return text


def _chapters(folder: Path, chapters: int, notation: Notation) -> None:
    for language in WORDS:
        for number in range(1, chapters + 1):
            text = notation.chapter(drawn(language, number, chapters))
            _write(folder / language / f"kapitel-{number}.md", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
