"""What a chart is called, and what it shows, for those who hear the page."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.catalogs import SITE, translation

TOLD = 12
"""So many bars are read out; the others stand in the table."""


def told_bars(language: str, bars: Sequence[str]) -> str:
    """`Balkendiagramm mit 2 Werten: Armenien 110.000; Israel 80.000.`"""
    catalog = translation(SITE, language)
    kind = catalog.ngettext("Bar chart with {number} value", "Bar chart with {number} values", len(bars))
    told = "; ".join(bars[:TOLD])
    rest = " " + catalog.gettext("All others are in the table.") if len(bars) > TOLD else ""
    return f"{kind.format(number=len(bars))}: {told}.{rest}"


def told_line(language: str, number: int, first: str, last: str, lowest: str, highest: str) -> str:
    """`Liniendiagramm mit 9 Werten. Erster: 5 (2012); …`; each value with its label in round brackets."""
    catalog = translation(SITE, language)
    kind = catalog.ngettext("Line chart with {number} value", "Line chart with {number} values", number)
    course = catalog.gettext("First value: {first}; last: {last}; lowest: {lowest}; highest: {highest}.")
    return (
        kind.format(number=number)
        + ". "
        + course.format(first=first, last=last, lowest=lowest, highest=highest)
    )
