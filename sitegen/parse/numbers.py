"""The numbers of a text, for the comparison with its translations: digits with their place, words by line.

A number may go on behind emphasis or on the next line (`**3,5**`, `Mio.`), so each stretch of one language
is read as a whole. Addresses, code, citations and marks of notes are no text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from sitegen.languages.language import Language
from sitegen.languages.numbers import Number, has_digits, plain
from sitegen.model.document import NumberSource
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.parse.runs import OPAQUE, language_of, place

_PLAIN = re.compile(r"\s*[-+\u2212]?[0-9]+(?:\.[0-9]+)?\s*")
_UNSEEN = frozenset(("em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"))


@dataclass(slots=True)
class _Stretch:
    """Text of one language: the tokens, their texts, and where in the whole each begins."""

    language: Language | None
    tokens: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, token: Token) -> None:
        self.tokens.append(token)
        self.starts.append(self.length)
        self.sign(token.content)

    def sign(self, sign: str) -> None:
        self.parts.append(sign)
        self.length += len(sign)

    def place(self, offset: int) -> int:
        """Where a sign of the stretch stands in the text that the tokens were made from."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        return place(self.tokens[index], offset - self.starts[index])


def collect_numbers(context: Context, tokens: Sequence[Token], origin: Origin) -> None:
    """Add the numbers of joined tokens to the interface."""
    for stretch in _stretches(context, tokens):
        if stretch.language is None or not stretch.tokens:
            continue
        text = "".join(stretch.parts)
        if has_digits(text):
            context.collector.numbers.extend(
                NumberSource(
                    one.value,
                    origin.span(stretch.place(one.start), stretch.place(one.end - 1) + 1),
                    one.month,
                    one.doubtful,
                )
                for one in _numbers(context, stretch.language, text)
            )
        spelt = stretch.language.spelt_values(text)
        if spelt:
            line, _ = origin.source.position(origin.offset(stretch.place(0)))
            context.collector.spelt.append((line, frozenset(spelt)))


def _numbers(context: Context, language: Language, text: str) -> list[Number]:
    """All of a text; in a right-aligned column a number is written plain (authoring.md)."""
    if context.collector.in_number_column and _PLAIN.fullmatch(text):
        return [Number(plain(text.strip()), len(text) - len(text.lstrip()), len(text.rstrip()))]
    return language.numbers(text)


def _stretches(context: Context, tokens: Sequence[Token]) -> list[_Stretch]:
    """The text by language: a span in another one, and a note within a line, stand by themselves."""
    stretches = [_Stretch(context.language)]
    if len(tokens) == 1 and tokens[0].type == "text":
        stretches[0].add(tokens[0])
        return stretches
    around = [stretches[0]]
    in_address = False
    for token in tokens:
        stretch = around[-1]
        if token.type == "text" and not in_address:
            stretch.add(token)
        elif token.type in {"link_open", "link_close"}:
            in_address = token.type == "link_open" and token.info == "auto"
        elif token.type == "softbreak":
            stretch.sign("\n")
        elif token.type in {"span_open", "inline_note_open"}:
            stretch.sign(OPAQUE)
            stretches.append(_Stretch(_language(context, token, stretch.language)))
            around.append(stretches[-1])
        elif token.type in {"span_close", "inline_note_close"} and len(around) > 1:
            around.pop()
        elif token.type not in _UNSEEN:
            stretch.sign(OPAQUE)
    return stretches


def _language(context: Context, opening: Token, around: Language | None) -> Language | None:
    if opening.type == "inline_note_open":
        return context.language
    return language_of(opening.meta["lang"]) if "lang" in opening.meta else around
