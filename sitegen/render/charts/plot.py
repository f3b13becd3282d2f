"""What is to be drawn of a chart's data: rows in the order of the drawing, and where they stand."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, TypeAlias

from sitegen.model.publication import ChartData
from sitegen.values import dataclass

Kind: TypeAlias = Literal["bar", "line"]
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Plot:
    """The rows of a chart as it draws them, with their numbers in the data.

    `positions` tell how far apart the points of a line stand: days where all labels are dates (`2022`,
    `2022-03`, `2022-03-08`), else 0, 1, 2 …; `dated` says which.
    """

    kind: Kind
    rows: tuple[int, ...]
    values: tuple[float, ...]
    positions: tuple[float, ...]
    dated: bool = False


def plot(kind: Kind, data: ChartData) -> Plot:
    """Bars go from the largest to the smallest, unless their labels have an order of their own: where
    all begin with a digit (years, age bands) they stay as they are. A line runs in the order of its dates.
    """
    values = [_number(value) for _, value in data.rows]
    labels = [label for label, _ in data.rows]
    order = list(range(len(values)))
    days = _days(labels) if kind == "line" else None
    places = days or [float(row) for row in order]
    if days:
        order.sort(key=lambda row: places[row])
    elif kind == "bar" and not all(label[:1].isdigit() for label in labels):
        order.sort(key=lambda row: -values[row])
    return Plot(
        kind,
        tuple(order),
        tuple(values[row] for row in order),
        tuple(places[row] for row in order),
        bool(days),
    )


def is_date(label: str) -> bool:
    """Whether a label is a year, a month or a day."""
    return _day(label) is not None


def _days(labels: list[str]) -> list[float] | None:
    """The day of each label, counted from year 1; None where one of them is no date."""
    found = [_day(label) for label in labels]
    days = [day for day in found if day is not None]
    return days if len(days) == len(labels) else None


def _day(label: str) -> float | None:
    if not _DATE.fullmatch(label):
        return None
    parts = [int(part) for part in label.split("-")] + [1, 1]
    try:
        return float(date(*parts[:3]).toordinal())
    except ValueError:
        return None


def _number(value: str) -> float:
    return float(value.replace("\u2212", "-"))
