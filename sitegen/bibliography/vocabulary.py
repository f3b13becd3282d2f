"""The words for references in a language: of the publication's, and of an entry's."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module

from sitegen import languages
from sitegen.bibliography.latex import ENGLISH, Marks
from sitegen.languages.terms import Terms


@cache
def terms(tag: str) -> Terms:
    """The words of the language of a tag; English where there are none."""
    primary = tag.partition("-")[0].lower()
    if primary == "uk" and primary not in languages.available():
        return _ukrainian()
    found = _of_module(primary) or _of_module("en")
    assert found is not None
    return found


@cache
def all_terms(tags: tuple[str, ...]) -> tuple[Terms, ...]:
    """The words of all languages that have any, those of the publication first."""
    primaries = [tag.partition("-")[0].lower() for tag in tags]
    found = (_of_module(tag) for tag in dict.fromkeys([*primaries, *languages.available()]))
    return tuple(one for one in found if one)


@cache
def marks(tag: str) -> Marks:
    """Quotation marks of the language of a tag, outer and inner; English where it is not known."""
    primary = tag.partition("-")[0].lower()
    if primary in languages.available():
        own = languages.get(primary).marks
        return (*own.outer, *own.inner)
    return ("«", "»", "„", "“") if primary in ("uk", "be", "fr") else ENGLISH


def _of_module(tag: str) -> Terms | None:
    if tag not in languages.available():
        return None
    found: Terms | None = getattr(import_module(f"{languages.__name__}.{tag}"), "TERMS", None)
    return found


def _ukrainian() -> Terms:
    """For entries, not for editions (citations.md, section 4, rule 4)."""
    return replace(
        terms("ru"),
        others="та\u00a0ін.",
        version="Версія",
        edition="{}-те\u00a0вид.",
        seasons=("Весна", "Літо", "Осінь", "Зима"),
        next_pages="та\u00a0наст.",
        types={"phdthesis": "дис.", "mathesis": "магістерська робота", "techreport": "звіт"},
    )
