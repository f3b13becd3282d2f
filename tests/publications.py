"""Small publications for tests: a base, changed file by file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sitegen.build.pipeline import Outcome, compile_site
from sitegen.world import Memory

TODAY = date(2026, 1, 1)
SETTINGS = 'languages = ["de"]\ntitle = "Beispiel"\n'
BILINGUAL = 'languages = ["de", "ru"]\ntitle = { de = "Beispiel", ru = "Пример" }\n'
PLACES = """\
[moskau]
name = { de = "Moskau", ru = "Москва" }

[tula]
name = { de = "Tula", ru = "Тула" }
"""
BIB = """\
@book{muster2020,
  author    = {Muster, Eva},
  title     = {Ein Beispiel},
  publisher = {Verlag},
  date      = {2020},
  langid    = {german},
}
"""
CHAPTER = "content/de/01-beispiel.md"
HEAD = "---\ntitle: Beispiel\n---\n\n"


def publication(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """The base with some files put over it. A chapter without front matter gets one."""
    bilingual = any(path.startswith("content/ru/") for path in files)
    base: dict[str, str | bytes] = {
        "sitegen.toml": BILINGUAL if bilingual else SETTINGS,
        "places.toml": PLACES,
        "citations.bib": BIB,
    }
    if not any(path.startswith("content/de/") for path in files):
        base[CHAPTER] = HEAD + "Text.\n"
    return {**base, **{path: with_head(path, text) for path, text in files.items()}}


def with_head(path: str, text: str | bytes) -> str | bytes:
    return HEAD + text if head_lines(path, text) and isinstance(text, str) else text


def head_lines(path: str, text: str | bytes) -> int:
    """How many lines the harness puts before a text."""
    is_chapter = path.startswith("content/") and path.endswith(".md")
    return HEAD.count("\n") if is_chapter and isinstance(text, str) and not text.startswith("---") else 0


def build(files: Mapping[str, str | bytes], *, drafts: bool = False) -> Outcome:
    return compile_site(Memory(publication(files), TODAY), drafts=drafts, jobs=1)


def findings(files: Mapping[str, str | bytes]) -> list[tuple[str, str, int]]:
    """Code, path and line of all that is worth telling; remarks (info) apart."""
    return [
        (one.code, one.span.path, one.span.line) for one in build(files).diagnostics if one.severity != "info"
    ]
