"""The answer of Vega-Lite: where bars, points and ticks stand.

Across in per cent of the drawing's width, downwards in sizes of its letters, both rounded, so that the
last digits of a computation never show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from sitegen.render.charts.plot import Plot
from sitegen.render.charts.vega import PLOT, WIDTH
from sitegen.values import dataclass

Item: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bar:
    left: float
    width: float
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Point:
    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A value of the scale in plain notation, and its height."""

    value: str
    down: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing without words: of its plot's rows, in their order, either bars or points."""

    plot: Plot
    lines: int
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()
    ticks: tuple[Tick, ...] = ()


def scene(plot: Plot, lines: int, graph: Mapping[str, Any]) -> Scene:
    """The scene of a plot from Vega's scene graph; `lines` are those of a bar's label."""
    root = graph["scenegraph"]
    if plot.kind == "bar":
        return Scene(plot, lines, bars=tuple(map(_bar, _items(root, "mark"))))
    ticks = tuple(Tick(_plain(item["text"]), _down(item.get("y", 0))) for item in _items(root, "axis-label"))
    return Scene(plot, lines, points=tuple(map(_point, _items(root, "mark"))), ticks=ticks)


def _items(group: Item, role: str) -> Iterator[Item]:
    """The items of all marks in this role."""
    if group.get("role") == role:
        yield from group.get("items", ())
        return
    for item in group.get("items", ()):
        yield from _items(item, role)


def _bar(item: Item) -> Bar:
    return Bar(
        _across(item.get("x", 0)), _across(item["width"]), _down(item.get("y", 0)), _down(item["height"])
    )


def _point(item: Item) -> Point:
    return Point(_across(item.get("x", 0)), _down(item.get("y", 0)))


def _across(units: float) -> float:
    return round(units / WIDTH * 100, 1) + 0.0


def _down(units: float) -> float:
    return round(units / 100, 2) + 0.0


def _plain(text: str) -> str:
    """A number as JavaScript writes it, without an exponent."""
    return format(float(text), ".15f").rstrip("0").rstrip(".") if "e" in text else text


HEIGHT = PLOT / 100
"""The height of a line's field, in sizes of its letters."""
