"""A chapter as a worklist sees it: its text, its blocks, its footnotes, and what in it is protected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from markdown_it.token import Token

from sitegen import languages
from sitegen.diagnostics import Diagnostic
from sitegen.exchange.protected import ImageWords, Protected, find_protected
from sitegen.model.document import Interface
from sitegen.parse.chapter import parse
from sitegen.parse.characters import without_controls
from sitegen.parse.collector import Collector
from sitegen.parse.context import Context
from sitegen.parse.front_matter import read_front_matter
from sitegen.parse.markdown import block_tokens
from sitegen.source import Source
from sitegen.values import dataclass

_AFTER_LABEL = re.compile(r":[ \t]*")


@dataclass(frozen=True, slots=True)
class Rules:
    """What reading a chapter depends on beside its text."""

    languages: tuple[str, ...]
    today: date
    html: bool = False


@dataclass(frozen=True, slots=True)
class NoteText:
    """A footnote's definition: its label, the offset it begins at, and those of its text."""

    label: str
    begin: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """`start` is where the Markdown begins; `found` is what is wrong with the file by itself."""

    source: Source
    interface: Interface
    start: int
    protected: tuple[Protected, ...]
    images: tuple[ImageWords, ...]
    notes: tuple[NoteText, ...]
    found: tuple[Diagnostic, ...]

    @classmethod
    def of(cls, source: Source, language: str, rules: Rules) -> Chapter:
        document, found = parse(source, language, rules.languages, rules.today, html=rules.html)
        _, start, _ = read_front_matter(source, language, rules.languages, rules.today)
        clean = replace(source, text=without_controls(source.text))
        tokens, environment = block_tokens(clean.text[start:], html=rules.html)
        context = Context(
            source=source,
            start=start,
            language=languages.get(language),
            languages=rules.languages,
            html=rules.html,
            environment=environment,
            collector=Collector(),
        )
        protected, images = find_protected(context, tokens)
        notes = tuple(_notes(context, tokens))
        return cls(source, document.interface, start, protected, images, notes, found)

    def lines(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of whole lines, without the last one's line end."""
        source = self.source
        return source.line_starts[first - 1], source.line_starts[last - 1] + len(source.line(last))

    def block(self, number: int) -> tuple[int, int]:
        """The offsets of a block's lines."""
        span = self.interface.blocks[number].span
        return self.lines(span.line, span.end_line)

    def protected_within(self, start: int, end: int) -> tuple[Protected, ...]:
        return tuple(one for one in self.protected if start <= one.start and one.end <= end)


def _notes(context: Context, tokens: Sequence[Token]) -> Iterator[NoteText]:
    source = context.source
    for token in tokens:
        if token.type != "note_definition_open" or token.level or not token.map:
            continue
        begin, label_end = (context.start + place for place in token.meta["at"])
        colon = _AFTER_LABEL.match(source.text, label_end)
        start = colon.end() if colon else label_end
        last = min(context.first_line + token.map[1] - 1, len(source.line_starts))
        end = source.line_starts[last - 1] + len(source.line(last))
        text = source.text[start:end].rstrip()
        if text:
            yield NoteText(token.content, begin, start, start + len(text))
