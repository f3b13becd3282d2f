"""The corpus as a project of each program: chapters in its notation, its settings, its layouts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.compare.notations import Hugo, Material, Myst, Notation, reference
from benchmarks.corpus import PUBLICATION, SOURCES, WORDS, bibliography, drawn, write_corpus, year

FILES = Path(__file__).parent / "projects"
"""What stands beside the chapters, a folder for each program."""


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
    """With a parallel page and three citation files for each chapter too, as sitegen makes them."""
    hugo(folder, chapters)
    with (folder / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[outputs]\npage = ["html", "parallel", "bib", "ris", "csl"]\n')


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
