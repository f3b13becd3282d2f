"""Citation styles: one for each language, chosen by `style`."""

from __future__ import annotations

from functools import cache

from sitegen.bibliography.styles.author_year import AuthorYear
from sitegen.bibliography.styles.gost import Gost
from sitegen.bibliography.styles.runs import stopped
from sitegen.bibliography.styles.style import CitedItem, CitedPart, Style, unstopped

__all__ = ["CitedItem", "CitedPart", "Style", "stopped", "style", "unstopped"]


@cache
def style(language: str) -> Style:
    """The style of an edition: GOST-like for Russian, DIN-ISO-690-like for German and any other."""
    primary = language.partition("-")[0].lower()
    return Gost(primary) if primary == "ru" else AuthorYear(primary)
