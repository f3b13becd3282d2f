"""The picture that stands for an edition where its address is shared: its title as on a title page."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sitegen.model.publication import Edition
from sitegen.render.metadata.open_graph import CARD_SIZE
from sitegen.render.metadata.work import edition_work
from sitegen.render.site import Site

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

PAPER, INK, QUIET = "#fbfaf7", "#1d1c1a", "#5b5750"
INKS = {"de": "#1f4e5f", "ru": "#8a2f2b"}
OTHER_INK = "#574a68"
"""The light colours of the theme."""
LEVELS = 10
"""Shades of each colour: a picture of so few is small, and quickly made."""
EDGE, RULE = 96, 6
SIZES = range(100, 23, -4)
"""Sizes of the title that are tried, in pixels, and that of the line below it."""
SMALL = 32
WIDTH, HEIGHT = CARD_SIZE[0] - 2 * EDGE, CARD_SIZE[1] - 2 * EDGE - RULE - 3 * SMALL
"""The room for the title."""
FONT = "fonts/NotoSerif-subset.ttf"
WORD_JOINER = "\u2060"
_NO_SIGN = "\uffff"


def card(site: Site, edition: Edition) -> bytes:
    """The picture as PNG, the same bytes each time. Its face has Latin and Cyrillic letters: of a text in
    any other script nothing is drawn.
    """
    work = edition_work(site, edition)
    return _drawn(work.language, work.title, ", ".join(one.name for one in work.authors))


@lru_cache(maxsize=16)
def _drawn(language: str, title: str, names: str) -> bytes:
    """The picture with a title and a line below it: the preview builds it again with every save."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  (only a site that is built needs it)

    ink = INKS.get(language.partition("-")[0], OTHER_INK)
    image = Image.new("P", CARD_SIZE, 0)
    image.putpalette([value for one in (INK, QUIET, ink) for shade in _shades(one) for value in shade])
    title = title.replace(WORD_JOINER, "")
    if has_signs(title):
        _write(image, 0, lambda draw: _title(draw, title))
        _write(image, LEVELS, lambda draw: _line(draw, names))
    rule = (EDGE, EDGE, EDGE + 120, EDGE + RULE - 1)
    ImageDraw.Draw(image).rectangle(rule, fill=3 * LEVELS - 1)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", compress_level=7)
    return buffer.getvalue()


def _write(image: Image, first: int, write: Callable[[ImageDraw], None]) -> None:
    """Letters in the colours of the palette from `first` on."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  (as above)

    letters = Image.new("L", CARD_SIZE, 0)
    write(ImageDraw.Draw(letters))
    shades = letters.point([first + value * LEVELS // 256 for value in range(256)])
    image.paste(shades, mask=letters.point([0] + [255] * 255))


def _shades(ink: str) -> list[tuple[int, ...]]:
    """From the paper to an ink, as the edge of a letter needs them."""
    paper, full = (tuple(bytes.fromhex(colour[1:])) for colour in (PAPER, ink))
    last = LEVELS - 1
    return [
        tuple(round(light + (dark - light) * level / last) for light, dark in zip(paper, full, strict=True))
        for level in range(LEVELS)
    ]


def _title(draw: ImageDraw, text: str) -> None:
    """The title in the largest size in which it fits, from below the rule."""
    size, lines = _fitted(text)
    for number, line in enumerate(lines):
        top = EDGE + RULE + SMALL + number * _leading(size)
        draw.text((EDGE, top), line, fill=255, font=_font(size))


def _line(draw: ImageDraw, text: str) -> None:
    """A line at the foot, if there is room for all of it."""
    font = _font(SMALL)
    if has_signs(text) and font.getlength(text) <= WIDTH:
        draw.text((EDGE, CARD_SIZE[1] - EDGE), text, fill=255, font=font, anchor="ls")


def _fitted(text: str) -> tuple[int, list[str]]:
    """A size and the lines of a text in it, about equally long. What is too long for any size is cut."""
    for size in SIZES:
        lines, room = _lines(text, size, WIDTH), HEIGHT // _leading(size)
        if len(lines) <= room and all(_font(size).getlength(one) <= WIDTH for one in lines):
            narrower = (_lines(text, size, width) for width in range(WIDTH // 2, WIDTH, 16))
            return size, next((one for one in narrower if _are_even(one, len(lines), size)), lines)
    return SIZES[-1], _cut(_lines(text, SIZES[-1], WIDTH), SIZES[-1])


def _are_even(lines: list[str], count: int, size: int) -> bool:
    return len(lines) == count and all(_font(size).getlength(one) <= WIDTH for one in lines)


def _lines(text: str, size: int, width: int) -> list[str]:
    """A text in lines of at most a width, broken at blanks; a word may be longer."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(lines: list[str], size: int) -> list[str]:
    """As many lines as there is room for, each as far as there is room for it."""
    most = int(WIDTH / _font(size).getlength("M"))
    return [line if _font(size).getlength(line) <= WIDTH else f"{line[:most]}…" for line in lines][
        : HEIGHT // _leading(size)
    ]


def _leading(size: int) -> int:
    return round(size * 1.2)


def has_signs(text: str) -> bool:
    """Whether the face has a shape for every sign of a text."""
    missing = _shape(_NO_SIGN)
    return all(one.isspace() or _shape(one) != missing for one in set(text))


@cache
def _shape(sign: str) -> bytes:
    mask = _font(SMALL).getmask(sign)
    return bytes(mask) + repr(mask.size).encode()


@cache
def _font(size: int) -> FreeTypeFont:
    from PIL import ImageFont  # noqa: PLC0415  (as above)

    data = io.BytesIO(files("sitegen.exports").joinpath(FONT).read_bytes())
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)
