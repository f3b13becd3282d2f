"""Where in the file an inline token comes from: markdown-it-py itself keeps lines only."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from sitegen.source import Source, Span


class PositionedInline(ParserInline):
    """Keeps with every inline token the stretch of the text it was made from (`meta["at"]`).

    The loop is the library's own (ParserInline.tokenize) with the positions added; a token that
    was already given its place by an inner call or its rule keeps it.
    """

    def tokenize(self, state: StateInline) -> None:
        rules = self.ruler.getRules("")
        deepest = state.md.options["maxNesting"]
        tokens, end = state.tokens, state.posMax
        waiting = state.pos  # where the text that waits to become a token begins
        while state.pos < end:
            start, count, had_text = state.pos, len(tokens), bool(state.pending)
            if not (state.level < deepest and any(rule(state, False) for rule in rules)):
                state.pending += state.src[start]
                state.pos += 1
            if len(tokens) > count:
                if had_text and tokens[count].type == "text":
                    tokens[count].meta.setdefault("at", (waiting, start))
                for token in tokens[count:]:
                    token.meta.setdefault("at", (start, state.pos))
                waiting = state.pos
            elif not had_text:
                waiting = start
        if state.pending:
            state.pushPending()
            tokens[-1].meta["at"] = (waiting, end)


@dataclass(frozen=True, slots=True)
class Origin:
    """Maps offsets in the content of a block to offsets in the file, line by line."""

    source: Source
    content_starts: tuple[int, ...]
    source_starts: tuple[int, ...]

    @classmethod
    def of(cls, source: Source, content: str, first_line: int, after: int = 0) -> Origin:
        """`first_line` counts from 1; `after` is an offset before which the content cannot begin."""
        starts: list[int] = []
        targets: list[int] = []
        offset = 0
        for number, line in enumerate(content.split("\n")):
            starts.append(offset)
            targets.append(_place(source, line, first_line + number, after))
            offset += len(line) + 1
        return cls(source, tuple(starts), tuple(targets))

    def offset(self, position: int) -> int:
        index = max(0, bisect_right(self.content_starts, position) - 1)
        return self.source_starts[index] + position - self.content_starts[index]

    def span(self, start: int, end: int) -> Span:
        return self.source.span(self.offset(start), self.offset(max(start, end - 1)) + (end > start))

    def shifted(self, by: int) -> Origin:
        """The origin of a part of the content that begins at `by`."""
        return Origin(self.source, tuple(start - by for start in self.content_starts), self.source_starts)


def _place(source: Source, line: str, number: int, after: int) -> int:
    """The offset of a content line in its source line: what was cut off stands before it."""
    if number > len(source.line_starts):
        return len(source.text)
    start = source.line_starts[number - 1]
    text = source.line(number)
    stripped = text.rstrip()
    if after <= start and line and stripped.endswith(line.rstrip()):
        return start + len(stripped) - len(line.rstrip())
    return start + max(0, text.find(line, max(0, after - start)))
