"""The smaller versions of an image, from which the browser chooses."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from sitegen.pictures import Picture
from sitegen.render import urls
from sitegen.render.float_views import PictureSourceView
from sitegen.render.html import attribute

SIZES = "(min-width: 46em) 680px, 92vw"
"""The width at which an image is shown: the measure of the text, or what the window leaves."""


def picture_sources(output: str, picture: Picture | None) -> tuple[PictureSourceView, ...]:
    """For each format its versions, as seen from an output file."""
    variants = picture.variants if picture else ()
    return tuple(
        PictureSourceView(
            f"image/{form}",
            ", ".join(
                f"{urls.relative(output, one.path.removeprefix('content/'))} {one.width}w" for one in versions
            ),
            SIZES,
        )
        for form, versions in groupby(variants, key=lambda one: one.format)
    )


def enclosed_picture(image: str, sources: Iterable[PictureSourceView]) -> str:
    """An `img` element with its versions around it, if it has any."""
    offered = "".join(
        f'<source type="{one.type}" srcset="{attribute(one.srcset)}" sizes="{one.sizes}">' for one in sources
    )
    return f"<picture>{offered}{image}</picture>" if offered else image
