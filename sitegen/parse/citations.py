"""Lowering of citations: keys, prefixes, locators, suffixes."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.bibliography.locators import split
from sitegen.model.document import CitationItem, CitationSource, Locator
from sitegen.model.nodes import Citation, Inlines
from sitegen.parse.context import Context
from sitegen.parse.lowering import Lower
from sitegen.parse.positions import Origin
from sitegen.parse.rules.citation import Cited
from sitegen.values import dataclass


def lower_citation(context: Context, token: Token, origin: Origin, lower: Lower, content: str) -> Citation:
    """Keep a citation in the interface; `content` is the text of the block it stands in."""
    collector = context.collector
    reader = _Reader(context, origin, lower, content)
    items = tuple(reader.item(one) for one in token.meta["cited"])
    for start, end in token.meta["without"]:
        collector.report("CIT004", origin.span(*_words(content, start, end)), text=content[start:end].strip())
    span = origin.span(*token.meta["at"])
    collector.citations.append(CitationSource(items, token.meta["narrative"], collector.note, span))
    index = len(collector.citations) - 1
    if collector.note is None:
        collector.marks.append(("citation", index))
    return Citation(index)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the items of one citation out of the text of its block."""

    context: Context
    origin: Origin
    lower: Lower
    content: str

    def item(self, one: Cited) -> CitationItem:
        start, end = one.rest
        locator, suffix = self._locator(self.content[start:end])
        return CitationItem(
            key=one.key,
            prefix=self._inlines(*one.prefix),
            locator=locator,
            suffix=self._inlines(end - len(suffix), end),
            suppress_author=one.suppress,
            span=self.origin.span(one.start, one.end),
        )

    def _locator(self, rest: str) -> tuple[Locator | None, str]:
        """The locator behind a key, and the suffix as the end of `rest`, with the comma before it.
        Braces hold a locator that reads as none (Pandoc: `[@key, {Anhang B}, passim]`).
        """
        words = rest.lstrip().removeprefix(",").lstrip()
        close = words.find("}") if words.startswith("{") else -1
        if close > 0:
            return split(words[1:close], self.context.languages)[0], words[close + 1 :]
        locator, suffix = split(words.rstrip(), self.context.languages)
        if locator and not locator.kind:
            return None, rest.lstrip()
        return locator, suffix + words[len(words.rstrip()) :] if suffix else ""

    def _inlines(self, start: int, end: int) -> Inlines:
        start, end = _words(self.content, start, end)
        if start >= end:
            return ()
        text = self.content[start:end]
        return self.lower(self.context.inline(text), self.origin.shifted(start), text)


def _words(content: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks around it."""
    text = content[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
