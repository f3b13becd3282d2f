"""The text runs of a block: joined, typographed, and kept in the tokens they came from.

A run in another language is set by that language's rules; the words of an inline quote are set as
standing inside outer marks. To the text around it, either is one opaque sign.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from sys import maxsize

from markdown_it.token import Token

from sitegen import languages
from sitegen.languages.language import Language

OPAQUE = "\ufffc"
_LITERAL = frozenset("\"'-.„“”«»‚‘’…–—")


@dataclass(slots=True)
class _Scope:
    language: Language | None
    level: int
    tokens: list[Token | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def opaque(self, sign: str = OPAQUE) -> None:
        self.tokens.append(None)
        self.texts.append(sign)


def join_text(tokens: Sequence[Token]) -> list[Token]:
    """Neighbouring text tokens become one, which knows the place of each of its pieces
    (`meta["pieces"]`: offsets in its content and in the text it was made from).

    A sign that the author escaped stays as typed: it remains a token of its own.
    """
    joined: list[Token] = []
    waiting: list[Token] = []
    for token in tokens:
        if token.type == "text_special" and token.content not in _LITERAL:
            token.type = "text"
        if token.type == "text":
            if token.content:
                waiting.append(token)
            continue
        if waiting:
            joined.append(_join(waiting))
            waiting = []
        joined.append(token)
    if waiting:
        joined.append(_join(waiting))
    return joined


def _join(tokens: Sequence[Token]) -> Token:
    """The first of some text tokens, which takes up the others."""
    pieces: list[tuple[int, int]] = []
    size = 0
    for token in tokens:
        known = token.meta.get("pieces") or ((0, token.meta["at"][0]),)
        pieces += [(size + offset, source) for offset, source in known]
        size += len(token.content)
    first = tokens[0]
    first.meta["pieces"] = pieces
    first.content = "".join([token.content for token in tokens])
    return first


def place(token: Token, offset: int) -> int:
    """Where a sign of a joined text token stands in the text that the token was made from."""
    pieces: list[tuple[int, int]] = token.meta["pieces"]
    start, source = pieces[max(0, bisect_right(pieces, (offset, maxsize)) - 1)]
    return source + offset - start


def without(token: Token, start: int, end: int) -> Token:
    """A text token without a stretch of its content; what is left keeps its places."""
    size = end - start
    pieces = [piece for piece in token.meta["pieces"] if piece[0] < start]
    if end < len(token.content) or not pieces:
        pieces.append((start, place(token, end)))
    pieces += [(offset - size, source) for offset, source in token.meta["pieces"] if offset > end]
    content = token.content[:start] + token.content[end:]
    return token.copy(content=content, meta={**token.meta, "pieces": pieces})


def typeset(
    tokens: Sequence[Token],
    language: Language,
    level: int,
    unpaired: Callable[[Token, int], None],
) -> None:
    """Set every text run by its language's rules, in place; unpaired quotation marks are reported."""
    scopes = [_Scope(language, level)]
    for token in tokens:
        scope = scopes[-1]
        if token.type == "text":
            scope.tokens.append(token)
            scope.texts.append(token.content)
        elif token.type == "softbreak":
            scope.opaque("\n")
        elif token.type in {"span_open", "inline_note_open"}:
            scope.opaque()
            scopes.append(_inner(token, scope, language))
        elif token.type in {"span_close", "inline_note_close"} and len(scopes) > 1:
            _finish(scopes.pop(), unpaired)
        elif token.nesting == 0:
            scope.opaque()
    for scope in scopes:
        _finish(scope, unpaired)


def _inner(token: Token, around: _Scope, page: Language) -> _Scope:
    """The scope that a span or a note opens: `meta["lang"]` and `meta["level"]` come from the span's
    attributes.
    """
    if token.type == "inline_note_open":
        return _Scope(page, 0)
    if "lang" in token.meta:
        tag = token.meta["lang"]
        return _Scope(language_of(tag), 0)
    return _Scope(around.language, token.meta.get("level", around.level))


def language_of(tag: str) -> Language | None:
    """The module for a tag; None where there is none: such runs stay as typed."""
    try:
        return languages.get(tag)
    except KeyError:
        return None


def _finish(scope: _Scope, unpaired: Callable[[Token, int], None]) -> None:
    if scope.language is None or not any(token is not None for token in scope.tokens):
        return
    for index, offset in scope.language.unpaired(scope.texts):
        token = scope.tokens[index]
        if token is not None:
            unpaired(token, offset)
    for token, text in zip(scope.tokens, scope.language.typeset(scope.texts, scope.level), strict=True):
        if token is not None:
            token.content = text
