"""The sources of a publication: citations.bib read, and set in the styles of each language.

pybtex is imported here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.bibliography.entry import Bibliography, Entry
from sitegen.bibliography.locators import split
from sitegen.bibliography.reader import read
from sitegen.bibliography.styles import CitedItem, CitedPart, Style, style, unstopped
from sitegen.bibliography.styles.sorting import group_years
from sitegen.model.nodes import plain_text

__all__ = [
    "Bibliography",
    "CitedItem",
    "CitedPart",
    "Entry",
    "Style",
    "read",
    "split",
    "style",
    "unstopped",
    "year_suffixes",
]


def year_suffixes(entries: Iterable[Entry], language: str) -> Mapping[str, int]:
    """For each key that needs one, the number of its letter, from 0: entries that share label and
    year in that edition (citations.md, section 5).
    """
    form = style(language)
    return group_years((entry, f"{plain_text(form.label(entry))}\n{form.year(entry)}") for entry in entries)
