"""Lowering of figures: an image that stands alone in its paragraph."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.model.document import FloatSource
from sitegen.model.nodes import Blocks, Figure, plain_text
from sitegen.parse import images
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower
from sitegen.parse.named import id_of
from sitegen.parse.positions import Origin


def lone_image(context: Context, token: Token) -> tuple[Token, Origin] | None:
    """The image of a paragraph that holds nothing else."""
    if not token.content.startswith("!["):
        return None
    tokens = [one for one in context.inline(token.content) if one.type != "text" or one.content.strip()]
    if len(tokens) == 1 and tokens[0].type == "image":
        return tokens[0], context.origin(token)
    return None


def lower_figure(context: Context, image: Token, origin: Origin) -> Blocks:
    collector = context.collector
    anchor, place = id_of(image.meta.get("attributes"), origin)
    start = image.meta["at"][0] + len("![")
    caption = lower(context, image.children or [], origin.shifted(start), image.content)
    index = images.add_image(context, image, origin, alt=None)
    if place:
        collector.claim(anchor, place)
    if index is None:
        collector.lose(anchor)
        return ()
    span = origin.span(*image.meta["at"])
    collector.floats.append(FloatSource("figure", anchor, plain_text(caption), span))
    return (Figure(caption, len(collector.floats) - 1, index),)
