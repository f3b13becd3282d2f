"""Lowering of images: as typed, with what is required of them."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.model.document import Attribute, ImageSource
from sitegen.parse import links
from sitegen.parse.attributes import AttributeList, lost_id
from sitegen.parse.context import Context
from sitegen.parse.named import misspelt, read_named
from sitegen.parse.positions import Origin
from sitegen.source import bare

ATTRIBUTES = ("alt", "credit")


def add_image(context: Context, token: Token, origin: Origin, *, alt: str | None) -> int | None:
    """Keep an image in the interface; the answer is its number, None where it may not be shown.

    `alt` is the bracket's text for an image within a line, None for a figure, whose bracket is the
    caption; only a figure has an id.
    """
    span = origin.span(*token.meta["at"])
    allowed = ("id", *ATTRIBUTES) if alt is None else ATTRIBUTES
    named = _named(context, token, origin, allowed)
    target = str(token.attrs.get("src", ""))
    if links.is_external(target) or not target:
        code = "LNK013" if not target else "LNK005" if links.is_local_absolute(target) else "FIG014"
        context.collector.report(code, span, target=target)
        return None
    if named is None:
        return None
    typed = named["alt"].value if "alt" in named else alt
    typed = typed and bare(typed)
    if not typed and "alt" not in named and not _is_misspelt(token, allowed):
        context.collector.report("FIG002", span, file=target)
    file, _ = links.resolve(context, target)
    credit = named["credit"].value if "credit" in named else ""
    context.collector.images.append(ImageSource(file, typed, credit, span))
    return len(context.collector.images) - 1


def _is_misspelt(token: Token, allowed: tuple[str, ...]) -> bool:
    attributes: AttributeList | None = token.meta.get("attributes")
    return attributes is not None and "alt" in misspelt(attributes, allowed)


def _named(
    context: Context, token: Token, origin: Origin, allowed: tuple[str, ...]
) -> dict[str, Attribute] | None:
    """The attributes; None, with a finding, where they cannot be read."""
    if "attributes_at" not in token.meta:
        return {}
    attributes: AttributeList | None = token.meta["attributes"]
    if attributes is not None:
        return read_named(context, attributes, origin, allowed)
    start, end = (origin.offset(place) for place in token.meta["attributes_at"])
    context.collector.report("SYN004", origin.span(*token.meta["attributes_at"]))
    context.collector.lose(lost_id(context.source.text[start:end]))
    return None
