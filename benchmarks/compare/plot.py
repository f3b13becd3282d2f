"""The results as a drawing: what a chapter costs in each program, and how far sitegen is from its targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log10
from xml.sax.saxutils import escape

from benchmarks.compare.programs import PROGRAMS
from benchmarks.compare.results import Results
from benchmarks.compare.targets import verdicts

WIDTH = 760
LEFT = 210
RIGHT = 620
ROW = 26
STYLE = """\
text { font: 14px system-ui, sans-serif; fill: #222 }
.head { font-weight: 600 }
.small { font-size: 12px; fill: #666 }
.other { fill: #9aa5b1 }
.own { fill: #b5502f }
.grid { stroke: #0002 }
.target { stroke: #222; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
text { fill: #ddd } .small { fill: #999 } .other { fill: #66717d } .own { fill: #d9734e }
.grid { stroke: #fff3 } .target { stroke: #fff } }"""


@dataclass(frozen=True, slots=True)
class Mark:
    """`value` is a dot, as bars begin nowhere on a logarithmic scale; `target` is a stroke."""

    name: str
    value: float
    told: str
    own: bool
    target: float | None = None


def plot(results: Results, chapters: int) -> str:
    """An SVG of two panels with logarithmic scales."""
    costs, ratios = list(_costs(results)), list(_ratios(results, chapters))
    upper, height = _panel("Clean build: milliseconds per chapter in two languages", costs, 24)
    lower, height = _panel("sitegen’s ratio to Hugo; the strokes are the targets", ratios, height + 34)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            "<title>sitegen beside other programs</title>",
            f"<style>{STYLE}</style>",
            *upper,
            *lower,
            "</svg>\n",
        ]
    )


def _costs(results: Results) -> Iterator[Mark]:
    """Of each program at the largest size at which it was measured."""
    rows = [row for key in PROGRAMS if (row := results.largest(key, "clean"))]
    for row in sorted(rows, key=lambda row: row.wall / row.chapters):
        cost = row.wall / row.chapters * 1000
        told = f"{cost:.1f} ms (of {row.chapters:,})"
        yield Mark(PROGRAMS[row.program].title, cost, told, row.program.startswith("sitegen"))


def _ratios(results: Results, chapters: int) -> Iterator[Mark]:
    for verdict in verdicts(results, chapters):
        if verdict.is_ratio:
            told = f"{verdict.measured:.2g} × (≤ {verdict.limit:g})"
            yield Mark(verdict.name, verdict.measured, told, own=True, target=verdict.limit)


def _panel(title: str, marks: list[Mark], top: int) -> tuple[list[str], int]:
    """Its lines and where it ends."""
    lines = [f'<text class="head" x="8" y="{top}">{escape(title)}</text>']
    if not marks:
        return lines, top
    values = [value for mark in marks for value in (mark.value, mark.target or mark.value)]
    scale = Scale.over(values)
    first, end = top + 14, top + 14 + ROW * len(marks)
    for power in range(scale.low, scale.high + 1):
        x = scale.at(10**power)
        lines.append(f'<path class="grid" d="M{x:.1f} {first}V{end}"/>')
        lines.append(
            f'<text class="small" x="{x:.1f}" y="{end + 16}" text-anchor="middle">{10**power:g}</text>'
        )
    for number, mark in enumerate(marks):
        lines += _mark(mark, scale, first + ROW * number)
    return lines, end + 26


def _mark(mark: Mark, scale: Scale, top: int) -> Iterator[str]:
    end = scale.at(mark.value)
    beyond = max(end, 0 if mark.target is None else scale.at(mark.target))
    kind = "own" if mark.own else "other"
    yield f'<text x="{LEFT - 10}" y="{top + 18}" text-anchor="end">{escape(mark.name)}</text>'
    yield f'<path class="grid" d="M{LEFT} {top + ROW // 2}H{end:.1f}"/>'
    yield f'<circle class="{kind}" cx="{end:.1f}" cy="{top + ROW // 2}" r="6"/>'
    if mark.target is not None:
        yield f'<path class="target" d="M{scale.at(mark.target):.1f} {top + 2}v{ROW - 3}"/>'
    yield f'<text class="small" x="{beyond + 12:.1f}" y="{top + 18}">{escape(mark.told)}</text>'


@dataclass(frozen=True, slots=True)
class Scale:
    """A logarithmic one between two powers of ten."""

    low: int
    high: int

    @classmethod
    def over(cls, values: list[float]) -> Scale:
        """The powers next below the smallest and next above the largest value."""
        low = min(int(log10(value) // 1) for value in values)
        return cls(low, max(low + 1, *(-int(-log10(value) // 1) for value in values)))

    def at(self, value: float) -> float:
        return LEFT + (RIGHT - LEFT) * (log10(value) - self.low) / (self.high - self.low)
