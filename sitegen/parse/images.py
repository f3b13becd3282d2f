"""Lowering of images: as typed, with what is required of them."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.model.document import ImageSource
from sitegen.parse import links
from sitegen.parse.attributes import AttributeList
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.parse.quotes import read_named
from sitegen.source import Span

ATTRIBUTES = ("alt", "credit", "lang")


def add_image(context: Context, token: Token, origin: Origin, *, alt: str | None) -> int | None:
    """Keep an image in the interface; the answer is its number, None where it may not be shown.

    `alt` is the bracket's text for an image within a line, None for a figure, whose bracket is the
    caption.
    """
    span = origin.span(*token.meta["at"])
    attributes: AttributeList | None = token.meta.get("attributes")
    named = dict(read_named(context, attributes, origin, ATTRIBUTES)) if attributes else {}
    target = str(token.attrs.get("src", ""))
    if links.is_external(target):
        context.collector.report("FIG014", span, target=target)
        return None
    typed = named["alt"].value if "alt" in named else alt
    if not typed and "alt" not in named:
        context.collector.report("FIG002", span, file=target)
    index = links.reference(target, context.source.path, span, context.collector, empty=False)
    file = context.collector.references.pop(index).file
    credit = named["credit"].value if "credit" in named else ""
    context.collector.images.append(ImageSource(file, typed, credit, span))
    return len(context.collector.images) - 1


def figure_id(token: Token, origin: Origin) -> tuple[str, Span | None]:
    """The id that a figure's attributes give, and its place."""
    attributes: AttributeList | None = token.meta.get("attributes")
    part = attributes.first("id") if attributes else None
    return (part.value, origin.span(part.start, part.end)) if part else ("", None)
