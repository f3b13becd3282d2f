"""What the templates of figures, tables and charts see."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.render.views import LinkView
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class PictureSourceView:
    """Versions of an image in one format: addresses with their widths, and how wide it is shown."""

    type: str
    srcset: str
    sizes: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure: an image with caption and credit; width and height in pixels, 0 if not known. `sources`
    are its smaller versions, best first.
    """

    id: str
    src: str
    alt: str
    width: int
    height: int
    lazy: bool
    label: str
    caption: Markup
    credit: str
    switches: Markup
    sources: tuple[PictureSourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class CellView:
    html: Markup
    align: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table; `label` and `caption` are empty where it has none. `switches` lead to the same table in
    the other editions.
    """

    id: str
    label: str
    caption: Markup
    head: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    switches: Markup


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart: its caption, its drawing (empty where none could be made) and its data as a table."""

    id: str
    label: str
    caption: Markup
    drawing: Markup
    source: Markup
    head: tuple[CellView, ...]
    rows: tuple[tuple[CellView, ...], ...]
    download: LinkView
    switches: Markup
