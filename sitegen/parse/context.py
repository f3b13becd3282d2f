"""What every step of lowering needs to know of the text it works on."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it.token import Token

from sitegen.languages.language import Language
from sitegen.parse.collector import Collector
from sitegen.parse.markdown import inline_tokens
from sitegen.parse.positions import Origin
from sitegen.source import Source, Span


@dataclass(frozen=True, slots=True)
class Context:
    """`first_line` is the line of the file (from 1) that the Markdown's line 0 stands on."""

    source: Source
    language: Language
    languages: tuple[str, ...]
    html: bool
    first_line: int
    environment: dict[str, object]
    collector: Collector

    def lines(self, token: Token) -> Span:
        """The first line of a block."""
        first = token.map[0] if token.map else 0
        return self.source.line_span(self.first_line + first)

    def origin(self, token: Token, after: int = 0) -> Origin:
        """Where the content of an inline token stands in the file."""
        first = token.map[0] if token.map else 0
        return Origin.of(self.source, token.content, self.first_line + first, after)

    def inline(self, content: str) -> list[Token]:
        return inline_tokens(content, self.environment, html=self.html)
