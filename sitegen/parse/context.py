"""What every step of lowering needs to know of the text it works on."""

from __future__ import annotations

from markdown_it.token import Token

from sitegen.languages.language import Language
from sitegen.parse.collector import Collector
from sitegen.parse.markdown import inline_tokens
from sitegen.parse.positions import Origin
from sitegen.source import Source, Span
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """`source` has no control characters; the Markdown begins at its offset `start`."""

    source: Source
    start: int
    language: Language
    languages: tuple[str, ...]
    html: bool
    environment: dict[str, object]
    collector: Collector

    def line(self, token: Token) -> int:
        """The line of the file that a block begins on."""
        return self.first_line + (token.map[0] if token.map else 0)

    @property
    def first_line(self) -> int:
        return self.source.position(self.start)[0]

    def lines(self, token: Token) -> Span:
        """The first line of a block, without what contains it where the block's rule says so."""
        if "at" in token.meta:
            begin, end = token.meta["at"]
            return self.source.span(self.start + begin, self.start + end)
        return self.source.line_span(self.line(token))

    def origin(self, token: Token) -> Origin:
        """Where the content of an inline token stands in the file."""
        if "pieces" in token.meta:
            content, places = zip(*token.meta["pieces"], strict=True)
            return Origin(self.source, content, tuple(self.start + place for place in places))
        return Origin.of(self.source, token.content, self.line(token))

    def inline(self, content: str) -> list[Token]:
        return inline_tokens(content, self.environment, html=self.html)

    def definition(self, label: str) -> tuple[int, int] | None:
        """The first and the last line of a link's definition, `[label]: target`."""
        references: dict[str, dict[str, list[int]]] = self.environment.get("references", {})  # type: ignore[assignment]
        if label not in references:
            return None
        first, end = references[label]["map"]
        return self.first_line + first, self.first_line + end - 1
