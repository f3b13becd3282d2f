"""The words and numbers of a chart in the page's language."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from functools import cached_property

from sitegen.languages.language import Language
from sitegen.model.publication import ChartData
from sitegen.render.charts.plot import Kind, Plot, is_date, plot
from sitegen.render.charts.vega import NARROWEST, TICKS, Spec, bar_spec, line_spec, room

LETTER = 0.62
"""The mean width of a letter, in sizes of it; Cyrillic ones are wide."""
LINES = 3
"""A label has no more lines."""
_WIDTH = int(NARROWEST / LETTER)
_NICE = 1.2
"""The scale of a line may end so much above its values."""
_DOT = 0.015
"""Half a dot, as part of the width."""


@dataclass(frozen=True)
class ChartText:
    """A chart's data as a page shows them: labels and numbers, row by row as in the file."""

    kind: Kind
    data: ChartData
    language: Language

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Dates along a line are written as the language does; other labels stay."""
        labels = tuple(label for label, _ in self.data.rows)
        if self.kind == "line" and all(map(is_date, labels)):
            return tuple(map(self.language.date, labels))
        return labels

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        return tuple(self.language.number_column([value for _, value in self.data.rows]))

    @cached_property
    def plot(self) -> Plot:
        return plot(self.kind, self.data)

    @cached_property
    def wrapped(self) -> tuple[tuple[str, ...], ...]:
        """The labels of bars, in lines that fit the narrowest window."""
        return tuple(tuple(_wrapped(label)) for label in self.labels)

    @property
    def lines(self) -> int:
        return max(map(len, self.wrapped)) if self.kind == "bar" else 0

    def spec(self) -> Spec:
        """What Vega-Lite is asked: the same for two languages that need the same room."""
        values = list(zip(self.plot.values, (self.numbers[row] for row in self.plot.rows), strict=True))
        if self.kind == "bar":
            left = max((len(text) for value, text in values if value < 0), default=0)
            right = max((len(text) for value, text in values if value >= 0), default=0)
            return bar_spec(self.plot, room(left) if left else 0, room(right) if right else 0, self.lines)
        return line_spec(self.plot, room(self._widest_tick()), _DOT)

    def _widest_tick(self) -> int:
        """About how many signs the longest tick has: its whole part, and decimals where steps are small."""
        low, high = min(self.plot.values), max(self.plot.values)
        whole = max(len(self.language.number(str(int(end * _NICE)))) for end in (low, high))
        step = (high - min(low, 0)) / TICKS
        return whole + (1 + math.ceil(-math.log10(step)) if 0 < step < 1 else 0)


def _wrapped(label: str) -> list[str]:
    lines = textwrap.wrap(label, _WIDTH, max_lines=LINES, placeholder=" …", break_on_hyphens=True)
    return lines or [label]
