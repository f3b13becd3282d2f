"""The question to Vega-Lite: numbers in, places out.

The drawing has no fixed width: across, Vega-Lite counts in thousandths of it; downwards in hundredths
of the letters' size. The stylesheet sees to it that the width is never less than `NARROWEST` letter
sizes (theme.css, `.drawing`), so that words fit which are reckoned here.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from sitegen.render.charts.plot import Plot

Spec: TypeAlias = dict[str, Any]
WIDTH = 1000
NARROWEST = 21.5
"""The least width of a drawing, in sizes of its letters."""
DIGIT = 0.7
"""The width of a bold digit of a wide face, in sizes of its letter."""
BAR = 70
LINE = 130
SPACE = 85
"""Heights in hundredths of the letters' size: a bar, a line of its label, the space above that."""
PLOT = 1100
"""The same for the field in which a line runs."""
TICKS = 4
ZERO_FROM = 0.6
"""A line's field begins at zero, unless its smallest value is more than this part of its largest."""


def room(digits: int) -> float:
    """The part of the narrowest drawing that a number of so many signs takes."""
    return (digits * DIGIT + 0.7) / NARROWEST


def pitch(lines: int) -> int:
    """From one bar to the next, where labels have so many lines."""
    return BAR + SPACE + LINE * lines


def bar_spec(plot: Plot, left: float, right: float, lines: int) -> Spec:
    """Bars, with these parts of the width kept free for numbers before and behind them."""
    low, high = min(0.0, *plot.values), max(0.0, *plot.values)
    span = (high - low or 1.0) / (1 - left - right)
    step = pitch(lines)
    inner = 1 - BAR / step
    return {
        "width": WIDTH,
        "height": step * len(plot.values),
        "data": {"values": [{"n": row, "v": value} for row, value in enumerate(plot.values)]},
        "mark": "bar",
        "encoding": {
            "x": {
                "field": "v",
                "type": "quantitative",
                "axis": None,
                "scale": {"domain": [low - left * span, high + right * span], "nice": False},
            },
            "y": {
                "field": "n",
                "type": "ordinal",
                "axis": None,
                "scale": {"paddingInner": inner, "paddingOuter": inner / 2, "align": 1},
            },
        },
    }


def line_spec(plot: Plot, left: float, right: float) -> Spec:
    """A line over even or over dated steps; its height is read from a few round values."""
    low, high = min(plot.values), max(plot.values)
    return {
        "width": WIDTH,
        "height": PLOT,
        "data": {"values": [{"x": x, "v": v} for x, v in zip(plot.positions, plot.values, strict=True)]},
        "mark": "line",
        "encoding": {
            "x": {
                "field": "x",
                "type": "quantitative",
                "axis": None,
                "scale": {
                    "domain": [plot.positions[0], plot.positions[-1]],
                    "nice": False,
                    "range": [left * WIDTH, (1 - right) * WIDTH],
                },
            },
            "y": {
                "field": "v",
                "type": "quantitative",
                "axis": {
                    "tickCount": TICKS,
                    "labelExpr": "'' + datum.value",
                    "labelOverlap": False,
                    "title": None,
                },
                "scale": {"zero": low < ZERO_FROM * high or high <= 0 or low == high, "nice": TICKS},
            },
        },
    }
