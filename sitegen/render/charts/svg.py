"""A chart as SVG within the page: words in the page's letters, colours and lines from theme.css.

It stretches with the window: places across are per cent, heights are sizes of its letters. There are
no ids, no styles and no addresses in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from sitegen.languages import scripts
from sitegen.languages.language import Language
from sitegen.render.charts.labels import LETTER, ChartText
from sitegen.render.charts.scene import HEIGHT, Scene
from sitegen.render.charts.vega import BAR, NARROWEST, SPACE
from sitegen.render.charts.words import told_bars, told_line
from sitegen.render.html import attribute, escape, safe
from sitegen.source import bare

ABOVE = 1.6
"""Room for the number of the uppermost tick; all measures are sizes of the letters."""
BELOW = 2.0
RADIUS = 0.24
DOTS = 24
"""A line of more points has none of them marked but the last."""


def drawing(text: ChartText, scene: Scene) -> Markup:
    """The SVG element of a chart."""
    bars = text.kind == "bar"
    parts = _bars(text, scene) if bars else _line(text, scene)
    height = _bars_height(scene) if bars else ABOVE + HEIGHT + BELOW
    told = _told_bars(text) if bars else _told_line(text)
    return safe(
        f'<svg class="drawing" role="img" aria-label="{attribute(bare(told))}" width="100%"'
        f' height="{_number(height)}em">{"".join(parts)}</svg>'
    )


def _bars_height(scene: Scene) -> float:
    last = scene.bars[-1]
    return last.top + last.height - SPACE / 100


def _bars(text: ChartText, scene: Scene) -> Iterator[str]:
    up = SPACE / 100
    for row, value, bar in zip(scene.plot.rows, scene.plot.values, scene.bars, strict=True):
        top = bar.top - up
        lines = text.wrapped[row]
        for place, line in enumerate(lines):
            baseline = top - 0.45 - 1.3 * (len(lines) - 1 - place)
            yield f'<text y="{_number(baseline)}em">{_words(line, text.language)}</text>'
        x = f' x="{_number(bar.left)}%"' if bar.left else ""
        yield f'<rect{x} y="{_number(top)}em" width="{_number(bar.width)}%" height="{BAR / 100}em"/>'
        yield _value(
            text.numbers[row], bar.left if value < 0 else bar.left + bar.width, top, before=value < 0
        )
    if any(value < 0 for value in scene.plot.values):
        zero = next(
            bar.left + (bar.width if value < 0 else 0)
            for value, bar in zip(scene.plot.values, scene.bars, strict=True)
        )
        yield f'<line x1="{_number(zero)}%" x2="{_number(zero)}%" y2="100%"/>'


def _value(number: str, end: float, top: float, *, before: bool) -> str:
    """The number at the end of a bar."""
    shift = ' dx="-.4em" text-anchor="end"' if before else ' dx=".4em"'
    return (
        f'<text class="n" x="{_number(end)}%"{shift} y="{_number(top + BAR / 200 + 0.35)}em">'
        f"{escape(number)}</text>"
    )


def _line(text: ChartText, scene: Scene) -> Iterator[str]:
    yield from _ticks(text, scene)
    points = " ".join(f"{_number(point.across * 10)},{point.down * 100:.0f}" for point in scene.points)
    yield (
        f'<svg y="{ABOVE}em" width="100%" height="{_number(HEIGHT)}em" viewBox="0 0 1000 {HEIGHT * 100:.0f}"'
        f' preserveAspectRatio="none"><polyline points="{points}"/></svg>'
    )
    for point in scene.points if len(scene.points) <= DOTS else scene.points[-1:]:
        yield (f'<circle cx="{_number(point.across)}%" cy="{_number(point.down + ABOVE)}em" r="{RADIUS}em"/>')
    yield _last(text, scene)
    yield from _along(text, scene)


def _ticks(text: ChartText, scene: Scene) -> Iterator[str]:
    numbers = text.language.number_column([tick.value for tick in scene.ticks])
    for tick, number in zip(scene.ticks, numbers, strict=True):
        down = _number(tick.down + ABOVE)
        yield f'<line x2="100%" y1="{down}em" y2="{down}em"/>'
        yield f'<text class="t" y="{_number(tick.down + ABOVE - 0.35)}em">{escape(number)}</text>'


def _last(text: ChartText, scene: Scene) -> str:
    """The number of the last point: over it where the line rises to it, else under it."""
    last, before = scene.points[-1], scene.points[-2]
    over = last.down <= before.down or last.down > HEIGHT - 1.6
    down = last.down + ABOVE + (-0.6 if over else 1.3)
    number = text.numbers[scene.plot.rows[-1]]
    return f'<text class="n" x="100%" y="{_number(down)}em" text-anchor="end">{escape(number)}</text>'


def _along(text: ChartText, scene: Scene) -> Iterator[str]:
    """The labels under a line, as many as the narrowest window holds: every second, every third …"""
    last = len(scene.points) - 1
    for place in _shown(text, scene):
        label = text.labels[scene.plot.rows[place]]
        side = "" if place == 0 else ' text-anchor="end"' if place == last else ' text-anchor="middle"'
        across = 100 if place == last else scene.points[place].across
        yield (
            f'<text class="t" x="{_number(across)}%" y="{_number(ABOVE + HEIGHT + 1.5)}em"{side}>'
            f"{_words(label, text.language)}</text>"
        )


def _shown(text: ChartText, scene: Scene) -> list[int]:
    """The points that have a label: the ends and, as far as that goes, others at even steps between."""
    last = len(scene.points) - 1
    even = [list(range(0, last + 1, step)) for step in range(1, last // 2 + 1) if last % step == 0]
    uneven = [[*range(0, last - step // 2, step), last] for step in range(2, last // 2 + 1)]
    return next((places for places in (*even, *uneven) if _fit(text, scene, places)), [0, last])


def _fit(text: ChartText, scene: Scene, places: list[int]) -> bool:
    end = 0.0
    for place in places:
        width = len(text.labels[scene.plot.rows[place]]) * LETTER
        middle = scene.points[place].across / 100 * NARROWEST
        start = middle if place == 0 else middle - (width if place == places[-1] else width / 2)
        if place and start < end:
            return False
        end = start + width + 1
    return True


def _told_bars(text: ChartText) -> str:
    return told_bars(text.language.tag, [f"{text.labels[row]} {text.numbers[row]}" for row in text.plot.rows])


def _told_line(text: ChartText) -> str:
    plot = text.plot
    shown = [f"{text.numbers[row]} ({text.labels[row]})" for row in plot.rows]
    low, high = plot.values.index(min(plot.values)), plot.values.index(max(plot.values))
    return told_line(text.language.tag, len(shown), shown[0], shown[-1], shown[low], shown[high])


def _words(text: str, language: Language) -> str:
    """Words in a drawing; those in another script name their language."""
    if language.script != scripts.LATIN:
        return escape(text)
    parts: list[str] = []
    end = 0
    for start, stop, tag in scripts.foreign_runs(text, scripts.LATIN):
        parts += (escape(text[end:start]), f'<tspan lang="{tag}">{escape(text[start:stop])}</tspan>')
        end = stop
    return "".join([*parts, escape(text[end:])])


def _number(value: float) -> str:
    """A measure in as few signs as it takes."""
    return f"{round(value, 2):.2f}".rstrip("0").rstrip(".").removeprefix("0") or "0"
