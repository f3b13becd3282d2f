"""Lowering of figures: an image that stands alone in its paragraph."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.diagnostics import nearest
from sitegen.model.document import FloatSource
from sitegen.model.nodes import Blocks, Figure, plain_text
from sitegen.parse import images
from sitegen.parse.attributes import AttributeList
from sitegen.parse.context import Context
from sitegen.parse.inlines import lower
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
    anchor, place = images.figure_id(image, origin)
    caption = lower(context, image.children or [], origin.shifted(image.meta["at"][0] + 2), image.content)
    index = images.add_image(context, image, origin, alt=None)
    if index is None:
        return ()
    if place:
        context.collector.claim(anchor, place)
    span = origin.span(*image.meta["at"])
    context.collector.floats.append(FloatSource("figure", anchor, plain_text(caption), span))
    return (Figure(caption, len(context.collector.floats) - 1, index),)


def only_id(context: Context, attributes: AttributeList, origin: Origin) -> str:
    """The id of a list that may hold nothing else."""
    anchor = ""
    for part in attributes.parts:
        if part.name == "id" and not anchor:
            anchor = part.value
        else:
            span = origin.span(part.start, part.end)
            context.collector.report("SYN005", span, name=part.name, nearest=nearest(part.name, ("id",)))
    return anchor
