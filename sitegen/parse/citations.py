"""Lowering of citations: keys, prefixes, locators, suffixes."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.bibliography.locators import split
from sitegen.model.document import CitationItem, CitationSource
from sitegen.model.nodes import Citation, Inlines
from sitegen.parse.context import Context
from sitegen.parse.lowering import Lower
from sitegen.parse.positions import Origin
from sitegen.parse.rules.citation import Cited


def lower_citation(context: Context, token: Token, origin: Origin, lower: Lower, content: str) -> Citation:
    """Keep a citation in the interface; `content` is the text of the block it stands in."""
    collector = context.collector
    prefixes: list[list[Token]] = token.meta["prefixes"]
    items = tuple(
        _item(context, one, prefix, origin, lower, content)
        for one, prefix in zip(token.meta["cited"], prefixes, strict=True)
    )
    for start, end in token.meta["without"]:
        collector.report("CIT004", origin.span(start, end), text=content[start:end].strip())
    start, end = token.meta["at"]
    source = CitationSource(items, token.meta["narrative"], collector.note, origin.span(start, end))
    collector.citations.append(source)
    index = len(collector.citations) - 1
    if collector.note is None:
        collector.marks.append(("citation", index))
    return Citation(index)


def _item(
    context: Context, one: Cited, prefix: list[Token], origin: Origin, lower: Lower, content: str
) -> CitationItem:
    start, end = one.rest
    rest = content[start:end]
    locator, suffix = split(rest.lstrip().removeprefix(",").strip(), context.languages)
    return CitationItem(
        key=one.key,
        prefix=lower(prefix, origin.shifted(one.prefix[0])),
        locator=locator,
        suffix=_suffix(context, suffix, origin.shifted(end - len(suffix)), lower),
        suppress_author=one.suppress,
        span=origin.span(one.start, one.end),
    )


def _suffix(context: Context, text: str, origin: Origin, lower: Lower) -> Inlines:
    return lower(context.inline(text.strip()), origin) if text.strip() else ()
