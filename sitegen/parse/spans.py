"""Inline tokens made ready for lowering: text joined, spans understood, words of quotes trimmed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from sitegen.languages.scripts import may_mix, mixed_words
from sitegen.languages.tags import is_tag
from sitegen.parse import quote_words, quotes, raw_html
from sitegen.parse.attributes import AttributeList, lost_id
from sitegen.parse.context import Context
from sitegen.parse.leftovers import report_leftovers
from sitegen.parse.markdown import DEEPEST
from sitegen.parse.named import read_kind, read_named
from sitegen.parse.numbers import collect_numbers
from sitegen.parse.positions import Origin
from sitegen.parse.runs import join_text, place

KINDS = ("quote",)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def prepare(context: Context, tokens: Sequence[Token], origin: Origin) -> list[Token]:
    """Join text, and tell every span what its attributes make of it (`meta["kind"]`: quote, language
    or nothing).
    """
    report_leftovers(context, tokens, origin)
    joined = join_text(_not_too_deep(tokens))
    _judge_scripts(context, joined, origin)
    ready: list[Token] = []
    opened: list[int] = []
    for token in joined:
        if token.type == "span_open":
            opened.append(len(ready))
        elif token.type == "span_close" and opened:
            start = opened.pop()
            _judge_span(context, ready[start], token, origin)
            if ready[start].meta["kind"] == "quote":
                ready[start + 1 :] = _trim(context, ready[start], ready[start + 1 :])
        ready.append(token)
    if context.html:
        raw_html.clean_inline(ready)
    collect_numbers(context, joined, origin)
    return ready


def _not_too_deep(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out emphasis that lies too deep, and say so: what is left can be walked by recursion."""
    if len(tokens) < DEEPEST:
        return tokens
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth -= token.nesting < 0
        if depth < DEEPEST or token.markup not in {"*", "_", "**", "__", "~~"}:
            kept.append(token)
        elif depth == DEEPEST and token.nesting > 0:
            kept.append(Token("too_deep", "", 0, meta=token.meta))
        depth += token.nesting > 0
    return kept


def _judge_scripts(context: Context, tokens: Sequence[Token], origin: Origin) -> None:
    """Words that mix Latin and Cyrillic letters (typography.md, section 8). Addresses are judged as such."""
    for token in tokens:
        if token.type != "text" or not may_mix(token.content):
            continue
        words = _ADDRESS.sub(lambda found: " " * len(found[0]), token.content)
        for start, end in mixed_words(words):
            word = token.content[start:end]
            letters = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in _telling_letters(word))
            span = origin.span(place(token, start), place(token, end - 1) + 1)
            context.collector.report("LNG003", span, word=word, letters=letters)


def _telling_letters(word: str) -> list[str]:
    """The letters of the script that has fewer of them in the word, and one of the other, next to the first
    of these; in their order.
    """
    letters = [sign for sign in word if sign.isalpha()]
    are_odd = ["\u0400" <= sign <= "\u04ff" for sign in letters]
    if 2 * sum(are_odd) >= len(letters):
        are_odd = [not odd for odd in are_odd]
    first = are_odd.index(True)
    neighbour = first - 1 if first else are_odd.index(False)
    shown = (sign for place, sign in enumerate(letters) if are_odd[place] or place == neighbour)
    return list(dict.fromkeys(shown))


def _judge_span(context: Context, opening: Token, closing: Token, origin: Origin) -> None:
    attributes: AttributeList | None = closing.meta["attributes"]
    opening.meta |= {"kind": "", "attributes": attributes}
    if attributes is None:
        context.collector.report("SYN004", origin.span(*closing.meta["at"]))
        context.collector.lose(lost_id(closing.content))
        return
    kind = read_kind(context, attributes, origin, KINDS)
    if kind:
        opening.meta |= {"kind": kind, "level": quotes.level(attributes)}
    elif attributes.classes:
        _lose(context, attributes)
    else:
        _judge_language(context, opening, attributes, origin)


def _judge_language(context: Context, opening: Token, attributes: AttributeList, origin: Origin) -> None:
    if attributes.first("lang") is None:
        context.collector.report("SYN018", origin.span(attributes.start, attributes.end))
        _lose(context, attributes)
        return
    tag = read_named(context, attributes, origin, ("lang",))["lang"]
    if is_tag(tag.value):
        opening.meta |= {"kind": "language", "lang": tag.value}
    else:
        context.collector.report("LNG001", tag.span, tag=tag.value)


def _lose(context: Context, attributes: AttributeList) -> None:
    anchor = attributes.first("id")
    context.collector.lose(anchor.value if anchor else "")


def _trim(context: Context, opening: Token, tokens: list[Token]) -> list[Token]:
    words = [tokens]
    stop_after = context.language.marks.stop_after_closing
    opening.meta["trimmed"] = quote_words.trim(words, stop_after_closing=stop_after, inline=True)
    return words[0]
