"""The marks within a quote's words, set anew where another language says that it is a paraphrase.

A file is parsed by itself, and a quote stands in outer marks unless the file says otherwise. A
paraphrase has none around it, so that its own marks are the outer ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from sitegen import languages
from sitegen.model.document import QuoteSource
from sitegen.model.nodes import (
    Block,
    BlockQuote,
    Blocks,
    Inline,
    Inlines,
    LanguageSpan,
    ListBlock,
    Paragraph,
    Text,
    plain_text,
)

OPAQUE = "\ufffc"


def reset(source: QuoteSource, language: str) -> QuoteSource:
    """The same quote with its words set as standing in no outer marks."""
    words = tuple(_block(block, language) for block in source.words)
    text = "\n\n".join(text for block in words for text in _texts(block) if text)
    return replace(source, words=words, text=text)


def _block(block: Block, language: str) -> Block:
    match block:
        case Paragraph(children):
            texts = iter(languages.get(language).typeset(list(_runs(children))))
            return Paragraph(_inlines(children, texts))
        case BlockQuote(children):
            return BlockQuote(tuple(_block(one, language) for one in children))
        case ListBlock(items=items):
            set_items: tuple[Blocks, ...] = tuple(
                tuple(_block(one, language) for one in item) for item in items
            )
            return replace(block, items=set_items)
        case _:
            return block


def _runs(children: Inlines) -> Iterator[str]:
    for node in children:
        if isinstance(node, Text):
            yield node.value
        elif isinstance(node, LanguageSpan) or not hasattr(node, "children"):
            yield OPAQUE
        else:
            yield from _runs(node.children)


def _inlines(children: Inlines, texts: Iterator[str]) -> Inlines:
    return tuple(_inline(node, texts) for node in children)


def _inline(node: Inline, texts: Iterator[str]) -> Inline:
    if isinstance(node, Text):
        return Text(next(texts))
    if isinstance(node, LanguageSpan) or not hasattr(node, "children"):
        next(texts)
        return node
    return replace(node, children=_inlines(node.children, texts))  # type: ignore[arg-type]


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(children):
            yield plain_text(children)
        case BlockQuote(children):
            yield from chain.from_iterable(_texts(one) for one in children)
        case ListBlock(items=items):
            yield from chain.from_iterable(_texts(one) for item in items for one in item)
        case _:
            pass
