"""What the words of a block show: another script than their language's, abbreviations without their
blanks (typography.md, sections 3 and 8).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from markdown_it.token import Token

from sitegen.diagnostics import Fix
from sitegen.languages import scripts
from sitegen.languages.language import Language
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.parse.runs import OPAQUE, language_of, place
from sitegen.source import Span

_DOTTED_LETTER = re.compile(r"\.[^\W\d_]\.")
"""In all that is closed up, and found much faster."""
_CLOSED_UP = re.compile(r"(?<![\w.@/-])[^\W\d_]\.(?:[^\W\d_]\.)+(?![\w@/-])")
_BRACES = re.compile(r"[^\w\s\[\]{}]?\]\s?\{")
_ADDRESS = re.compile(r"(?:\w{2,10}://|\bwww\.)\S+")
_LATIN_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEWEST_WORDS = 3
_SHOWN = 60


class _Words:
    """Neighbouring words of one language. `parts` are their tokens, None for a line's end."""

    def __init__(self, tag: str, language: Language | None, *parts: Token) -> None:
        self.tag = tag
        self.language = language
        self.parts: list[Token | None] = [*parts]
        self._starts: list[int] = []

    def text(self) -> str:
        """The words, addresses among them made opaque."""
        text = "".join(["\n" if token is None else token.content for token in self.parts])
        if "://" in text or "www." in text:
            return _ADDRESS.sub(lambda found: OPAQUE * len(found[0]), text)
        return text

    def place(self, offset: int) -> int:
        """Where a character of the words stands in the block's content."""
        if not self._starts:
            sizes = (1 if token is None else len(token.content) for token in self.parts)
            self._starts = [0, *accumulate(sizes)]
        number = bisect_right(self._starts, offset) - 1
        token = self.parts[number]
        assert token is not None, "words begin and end within a token"
        return place(token, offset - self._starts[number])


def judge_wording(context: Context, tokens: Sequence[Token], origin: Origin) -> None:
    """LNG006 for each run of Cyrillic words where the language has none, LNG007 for words of a Latin
    sentence in Cyrillic text, LNG008 for `z.B.`
    """
    if context.html and any(token.type == "html_inline" and "lang=" in token.content for token in tokens):
        return
    for words in _by_language(context.language, tokens):
        text = words.text()
        _judge_scripts(context, words, text, origin)
        if words.language and words.language.typography.spaced_abbreviations:
            _judge_abbreviations(context, words, text, origin)


def _by_language(page: Language, tokens: Sequence[Token]) -> Iterator[_Words]:
    """The words between other tokens, each with the language that the nearest span or link says."""
    if len(tokens) == 1 and tokens[0].type == "text":
        yield _Words(page.tag, page, tokens[0])
        return
    tags = [page.tag]
    languages: list[Language | None] = [page]
    closings = _closing_languages(tokens)
    words = _Words(page.tag, page)
    for number, token in enumerate(tokens):
        if token.type in {"text", "softbreak"}:
            words.parts.append(token if token.type == "text" else None)
            continue
        if words.parts:
            yield words
        if token.nesting > 0:
            tag = page.tag if token.type == "inline_note_open" else closings.get(number, tags[-1])
            tags.append(tag)
            languages.append(languages[-1] if tag == tags[-2] else language_of(tag))
        elif token.nesting < 0 and len(tags) > 1:
            tags.pop()
            languages.pop()
        words = _Words(tags[-1], languages[-1])
    if words.parts:
        yield words


def _closing_languages(tokens: Sequence[Token]) -> dict[int, str]:
    """For each opening token that brings a language along, its number and the tag. A link's attributes
    stand with its end.
    """
    found: dict[int, str] = {}
    opened: list[int] = []
    for number, token in enumerate(tokens):
        if token.nesting > 0:
            opened.append(number)
            if "lang" in token.meta:
                found[number] = token.meta["lang"]
        elif token.nesting < 0 and opened:
            start = opened.pop()
            attributes = token.meta.get("attributes") if token.type == "link_close" else None
            lang = attributes.first("lang") if attributes else None
            if lang:
                found[start] = lang.value
    return found


def _judge_scripts(context: Context, words: _Words, text: str, origin: Origin) -> None:
    if scripts.is_written_in_cyrillic(words.tag):
        for start, end, _ in scripts.foreign_runs(text, scripts.CYRILLIC):
            if is_sentence(text[start:end]):
                span, _ = _stretch(context, words, origin, start, end)
                context.collector.report("LNG007", span, words=shown(text[start:end]))
        return
    for start, end, tag in scripts.foreign_runs(text, scripts.LATIN):
        span, typed = _stretch(context, words, origin, start, end)
        if _BRACES.match(context.source.text, origin.offset(words.place(end - 1)) + 1):
            continue  # said in braces that are not understood: a finding of its own
        fix = Fix(span, f"[{typed}]{{lang={tag}}}")
        context.collector.report("LNG006", span, words=shown(text[start:end]), language=tag, fix=fix)


def is_sentence(run: str) -> bool:
    """Whether Latin words are more than a name, a brand or a term: three at least, and not all of them
    begin with a capital.
    """
    words = _LATIN_WORD.findall(run)
    return len(words) >= _FEWEST_WORDS and any(word[0].islower() for word in words)


def shown(run: str) -> str:
    """Words as a finding names them."""
    words = " ".join(run.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _judge_abbreviations(context: Context, words: _Words, text: str, origin: Origin) -> None:
    if not _DOTTED_LETTER.search(text):
        return
    for match in _CLOSED_UP.finditer(text):
        if not match[0][0].islower():
            continue  # initials, `J.S.`, and names such as `A.E.G.`
        spaced = match[0].rstrip(".").replace(".", ". ") + "."
        span, _ = _stretch(context, words, origin, match.start(), match.end())
        fix = Fix(span, spaced)
        context.collector.report("LNG008", span, typed=match[0], spaced=spaced, fix=fix)


def _stretch(context: Context, words: _Words, origin: Origin, start: int, end: int) -> tuple[Span, str]:
    """Where a stretch of the words stands in the file, and how it is typed there."""
    first, last = words.place(start), words.place(end - 1) + 1
    typed = context.source.text[origin.offset(first) : origin.offset(last - 1) + 1]
    return origin.span(first, last), typed
