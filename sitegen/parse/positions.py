"""Where in the file an inline token comes from: markdown-it-py itself keeps lines only."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import text as words
from markdown_it.token import Token
from markdown_it.utils import EnvType

from sitegen.parse.budget import spend
from sitegen.source import Source, Span
from sitegen.values import dataclass

_END_OF_PART = "]"
"""What a part of a text ends with that is read by itself."""
_WORDS = (words,)
"""The rule for what is no sign."""


class TextState(StateInline):
    """The library's state of one text, with what our rules look up in it: `pairs` are its square
    brackets, `is_too_deep` says that some of it lies deeper than is read.
    """

    pairs: dict[int, int] | None = None
    is_too_deep: bool = False


class PositionedInline(ParserInline):
    """Keeps with every inline token the stretch of the text it was made from (`meta["at"]`).

    The loop is the library's own (ParserInline.tokenize) with the positions added, and at each place only
    the rules are asked that begin with the sign there. A token that was already given its place by an inner
    call or its rule keeps it. Text that lies too deep is kept as it stands, and a token `too_deep` says so
    once.
    """

    def __init__(self, signs: Mapping[str, str]) -> None:
        """`signs` are those that the rules begin with, by the names of the rules."""
        super().__init__()
        self._signs = signs
        every = "".join({*"".join(signs.values()), _END_OF_PART})
        self.terminator_re = re.compile(f"[{re.escape(every)}]")

    @cached_property
    def _by_sign(self) -> Mapping[str, Sequence[Callable[[StateInline, bool], bool]]]:
        named = list(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        signs = {*"".join(self._signs.values()), _END_OF_PART}
        return {sign: [rule for name, rule in named if sign in self._signs.get(name, "")] for sign in signs}

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        if src and self.terminator_re.search(src) is None:  # nothing that any rule begins with
            spend(env)
            tokens.append(Token("text", "", 0, content=src, meta={"at": (0, len(src))}))
            return tokens
        state = TextState(src, md, env, tokens)
        self.tokenize(state)
        if "*" in src or "_" in src or "~" in src:  # what these rules pair up
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        rules, text = self._by_sign, state.src
        deepest = state.md.options["maxNesting"]
        tokens, end = state.tokens, state.posMax
        waiting = state.pos  # where the text that waits to become a token begins
        while state.pos < end:
            start, count, had_text = state.pos, len(tokens), bool(state.pending)
            spend(state.env)
            if state.level >= deepest:
                _warn(state)
                state.append_pending(text[start:end])
                state.pos = end
            else:
                for rule in rules.get(text[start], _WORDS):
                    if rule(state, False):  # noqa: FBT003  (the library's signature)
                        break
                else:
                    state.append_pending(text[start])
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


def _warn(state: StateInline) -> None:
    assert isinstance(state, TextState)
    if not state.is_too_deep:
        state.is_too_deep = True
        state.push("too_deep", "", 0).meta["at"] = (state.pos, state.pos + 1)


@dataclass(frozen=True, slots=True)
class Origin:
    """Maps offsets in the content of a block to offsets in the file, stretch by stretch."""

    source: Source
    content_starts: tuple[int, ...]
    source_starts: tuple[int, ...]

    @classmethod
    def of(cls, source: Source, content: str, first_line: int) -> Origin:
        """The origin of content whose lines are those of the file, from `first_line` (from 1) on,
        without what stands before and behind them.
        """
        if "\n" not in content:
            return cls(source, (0,), (_place(source, content, first_line),))
        starts: list[int] = []
        targets: list[int] = []
        offset = 0
        for number, line in enumerate(content.split("\n"), first_line):
            starts.append(offset)
            targets.append(_place(source, line, number))
            offset += len(line) + 1
        return cls(source, tuple(starts), tuple(targets))

    @classmethod
    def at(cls, source: Source, offset: int) -> Origin:
        """The origin of content that stands in the file as it is, from `offset` on."""
        return cls(source, (0,), (offset,))

    def offset(self, position: int) -> int:
        starts = self.content_starts
        index = bisect_right(starts, position) - 1 if position > starts[0] else 0
        place = self.source_starts[index] + position - starts[index]
        return min(place, len(self.source.text)) if place > 0 else 0

    def span(self, start: int, end: int) -> Span:
        return self.source.span(self.offset(start), self.offset(max(start, end - 1)) + (end > start))

    def shifted(self, by: int) -> Origin:
        """The origin of a part of the content that begins at `by`."""
        return Origin(self.source, tuple(start - by for start in self.content_starts), self.source_starts)


def _place(source: Source, line: str, number: int) -> int:
    """The offset in the file of a line of content: it ends where its line does, but for blanks and
    the closing signs of a heading.
    """
    if number > len(source.line_starts):
        return len(source.text)
    start, end = source.line_bounds(number)
    if line and not line[-1].isspace() and source.text.endswith(line, start, end):
        return end - len(line)
    text, words = source.line(number).rstrip(), line.strip()
    if not text.endswith(words):
        text = text.rstrip("#").rstrip()
    blanks = len(line) - len(line.lstrip())
    return start + len(text) - len(words) - blanks
