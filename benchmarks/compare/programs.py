"""The programs that are compared: how each is called, and what its project is made of."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from benchmarks.compare import corpora

ROOT = Path(__file__).parents[2]
BENCH = ROOT / ".bench"
SITE = "public"
"""The folder in its project that each program writes to."""

Scenario = Literal["clean", "edited", "unchanged"]
"""Neither site nor cache is there; a sentence came to one chapter since the last build; nothing did."""


@dataclass(frozen=True, slots=True)
class Program:
    """`make` writes its project with so many chapters into a new folder, `arguments` is the command that
    builds it there; `slow` are those that are measured at full size only when asked for.
    """

    key: str
    title: str
    about: str
    make: Callable[[Path, int], None]
    arguments: Callable[[], tuple[str, ...]]
    version: Callable[[], str]
    scenarios: tuple[Scenario, ...] = ("clean",)
    slow: bool = False


def sitegen() -> tuple[str, ...]:
    """Without the search index where it can be left out."""
    return (*sitegen_with_search(), *(("--no-search",) if search_is_optional() else ()))


def sitegen_with_search() -> tuple[str, ...]:
    return (sys.executable, "-m", "sitegen", "build", "-o", SITE)


@cache
def search_is_optional() -> bool:
    told = subprocess.run(
        (sys.executable, "-m", "sitegen", "build", "--help"), cwd=ROOT, capture_output=True, check=True
    )
    return b"--no-search" in told.stdout


def installed(pattern: str) -> str:
    """A file in the environment of what sitegen is compared with."""
    found = next(iter(sorted((BENCH / "venv").glob(pattern))), None)
    if found is None:
        raise FileNotFoundError(f"{BENCH / 'venv' / pattern}: run `make bench`, which installs it")
    return str(found)


def hugo() -> str:
    """The program itself, not the Python script that starts it."""
    return installed("lib/python*/site-packages/hugo/binaries/hugo*")


def pandoc() -> str:
    return installed("lib/python*/site-packages/pypandoc/files/pandoc")


def said(*arguments: str) -> str:
    """The first line that a program says of its version."""
    told = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=True)
    return told.stdout.splitlines()[0]


def packages(*names: str) -> str:
    code = f"from importlib.metadata import version; print(*map(version, {names!r}))"
    versions = said(installed("bin/python"), "-c", code).split()
    return ", ".join(f"{name} {version}" for name, version in zip(names, versions, strict=True))


_SITEGEN_VERSION = ("-m", "sitegen", "--version")
HUGO = Program(
    "hugo",
    "Hugo",
    "equal content as far as it can: a page, a parallel page, a page of quotes and three citation files for "
    "each chapter, the quotes by age, place, year and gender; sources written out by hand, quotes given as "
    "data; no checks but of links",
    corpora.hugo_whole,
    lambda: (hugo(), "--quiet"),
    lambda: packages("hugo"),
    ("clean", "edited"),
)
SITEGEN = Program(
    "sitegen",
    "sitegen",
    "everything but the search index",
    corpora.sitegen,
    sitegen,
    lambda: said(sys.executable, *_SITEGEN_VERSION),
    ("clean", "edited", "unchanged"),
)
OTHERS = (
    Program(
        "sitegen-search",
        "sitegen with search",
        "the search index too",
        corpora.sitegen,
        sitegen_with_search,
        lambda: said(sys.executable, *_SITEGEN_VERSION),
    ),
    Program(
        "hugo-chapters",
        "Hugo, chapters only",
        "nothing but a page for each chapter",
        corpora.hugo,
        lambda: (hugo(), "--quiet"),
        lambda: packages("hugo"),
    ),
    Program(
        "material",
        "MkDocs Material",
        "mkdocs-bibtex; pruned navigation, no search index",
        corpora.material,
        lambda: (installed("bin/mkdocs"), "build", "--quiet", "--site-dir", SITE),
        lambda: packages("mkdocs", "mkdocs-material", "mkdocs-bibtex"),
        slow=True,
    ),
    Program(
        "sphinx",
        "Sphinx",
        "MyST, sphinxcontrib-bibtex; no contents of the whole on each page; its search index",
        corpora.sphinx,
        lambda: (installed("bin/sphinx-build"), "-q", "-j", "auto", "-b", "html", ".", SITE),
        lambda: packages("sphinx", "myst-parser", "sphinxcontrib-bibtex"),
        slow=True,
    ),
    Program(
        "pandoc",
        "pandoc",
        "`--citeproc`, called for each chapter by make, one call per core at once",
        corpora.pandoc,
        lambda: ("make", "--silent", f"--jobs={os.cpu_count() or 1}", f"PANDOC={pandoc()}"),
        lambda: said(pandoc(), "--version"),
        slow=True,
    ),
)
PROGRAMS = {program.key: program for program in (SITEGEN, HUGO, *OTHERS)}
