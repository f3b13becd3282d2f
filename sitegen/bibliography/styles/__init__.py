"""Citation styles: one for each language, chosen by `style`."""

from __future__ import annotations

from functools import cache

from sitegen.bibliography.styles.author_year import AuthorYear
from sitegen.bibliography.styles.gost import Gost
from sitegen.bibliography.styles.remembered import Remembered
from sitegen.bibliography.styles.runs import stopped
from sitegen.bibliography.styles.style import CitedItem, CitedPart, Style, unstopped
from sitegen.bibliography.vocabulary import terms

__all__ = ["CitedItem", "CitedPart", "Remembered", "Style", "stopped", "style", "unstopped"]


@cache
def style(language: str) -> Style:
    """The style of an edition: GOST-like where its language says so, else DIN-ISO-690-like."""
    primary = language.partition("-")[0].lower()
    return Gost(primary) if terms(primary).gost else AuthorYear(primary)
