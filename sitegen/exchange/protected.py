"""What no translation may change: citations, marks of footnotes, targets of links, attributes, code.

It is found by the parser that reads the chapters, so that what is protected is just what is markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from markdown_it.token import Token

from sitegen.bibliography.locators import split
from sitegen.parse.attributes import AttributeList, trailing
from sitegen.parse.context import Context
from sitegen.parse.positions import Origin
from sitegen.parse.rules.citation import Cited
from sitegen.values import dataclass

Kind: TypeAlias = Literal[
    "citation", "note", "link", "address", "attributes", "code", "html", "row", "definition", "sign"
]

SIGN = re.compile("[⟦⟧\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]")
"""Our own brackets, and what XML cannot hold: each such sign stands for itself."""

_FENCES = frozenset(("fence", "code_block", "html_block"))


@dataclass(frozen=True, slots=True)
class Protected:
    """A stretch between two offsets, and what it is, however it is spelt there: keys of a citation, the
    label of a note, else the text itself.
    """

    start: int
    end: int
    kind: Kind
    identity: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImageWords:
    """The words of an image by their offsets: its bracket, and the values of `alt` and `credit` with
    their quotation marks.
    """

    start: int
    caption: tuple[int, int]
    values: tuple[tuple[str, int, int], ...]


def find_protected(
    context: Context, tokens: Sequence[Token]
) -> tuple[tuple[Protected, ...], tuple[ImageWords, ...]]:
    """All protected stretches of a text in its order, none within another, and its images."""
    finder = _Finder(context)
    for token in tokens:
        finder.block(token)
    finder.definitions()
    text = context.source.text
    finder.found += (Protected(one.start(), one.end(), "sign", (one[0],)) for one in SIGN.finditer(text))
    return tuple(_outermost(finder.found)), tuple(finder.images)


def signs(text: str) -> tuple[Protected, ...]:
    """What is protected in a text that is no Markdown."""
    return tuple(Protected(one.start(), one.end(), "sign", (one[0],)) for one in SIGN.finditer(text))


def _outermost(found: list[Protected]) -> Iterator[Protected]:
    end = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= end and one.end > one.start:
            end = one.end
            yield one


class _Finder:
    """Walks the tokens of a text and gathers what they protect, by offsets in the file."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.source.text
        self.found: list[Protected] = []
        self.images: list[ImageWords] = []
        self.caption = False

    def block(self, token: Token) -> None:
        """What a block token protects; what belongs to a block as a whole is no matter of ours."""
        if token.type == "inline":
            self._content(token)
        elif token.type == "table_open" and token.map:
            line = self.context.first_line + token.map[0] + 1
            self._lines("row", line, line, ("row",))
        elif token.type in _FENCES and token.level and token.map:
            first = self.context.first_line + token.map[0]
            self._lines("code", first, self.context.first_line + token.map[1] - 1)
        elif token.type in {"div_open", "note_definition_open"} and token.level:
            begin, end = (self.context.start + place for place in token.meta["at"])
            end += token.type == "note_definition_open"
            self._add("attributes", begin, end)
        self.caption = token.type == "table_caption_open"

    def definitions(self) -> None:
        """Lines that say where a link with a label leads."""
        references: dict[str, dict[str, list[int]]] = self.context.environment.get("references", {})  # type: ignore[assignment]
        for one in references.values():
            first, end = (self.context.first_line + line for line in one["map"])
            self._lines("definition", first, end - 1)

    def _lines(self, kind: Kind, first: int, last: int, identity: tuple[str, ...] = ()) -> None:
        span = self.context.source.line_span(first)
        start = self.context.source.line_starts[first - 1] + span.column - 1
        last = max(first, min(last, len(self.context.source.line_starts)))
        end = self.context.source.line_starts[last - 1] + len(self.context.source.line(last))
        stretch = self.text[start:end].rstrip()
        self._add(kind, start, start + len(stretch), identity)

    def _add(self, kind: Kind, start: int, end: int, identity: tuple[str, ...] = ()) -> None:
        self.found.append(Protected(start, end, kind, identity or (self.text[start:end],)))

    def _content(self, token: Token) -> None:
        origin = self.context.origin(token)
        if self.caption and (found := trailing(token.content)):
            self._inline("attributes", origin, found[0], len(token.content.rstrip()))
        self._inlines(self.context.inline(token.content), origin, token.content)

    def _inline(
        self, kind: Kind, origin: Origin, start: int, end: int, identity: tuple[str, ...] = ()
    ) -> None:
        if end > start:
            self._add(kind, origin.offset(start), origin.offset(end - 1) + 1, identity)

    def _inlines(self, tokens: Sequence[Token], origin: Origin, content: str) -> None:
        opened: list[int] = []
        for token in tokens:
            if "at" not in token.meta:
                continue
            start, end = token.meta["at"]
            if token.type == "link_open":
                opened.append(start + 1)
                continue
            if token.type == "link_close":
                close = opened.pop()
                self._link(token, origin, close)
            else:
                self._single(token, origin, content)
            opened = [max(last, end) for last in opened]

    def _single(self, token: Token, origin: Origin, content: str) -> None:
        start, end = token.meta["at"]
        match token.type:
            case "code_inline":
                self._inline("code", origin, start, end)
            case "html_inline":
                self._inline("html", origin, start, end)
            case "bare_address":
                self._inline("address", origin, start, end)
            case "note_reference":
                self._inline("note", origin, start, end, (token.content,))
            case "span_close":
                self._inline("attributes", origin, start - 1, end)
            case "image":
                self._image(token, origin, content)
            case "citation":
                self._citation(token, origin, content)
            case _:
                pass

    def _link(self, closing: Token, origin: Origin, close: int) -> None:
        start, end = closing.meta["at"]
        after = closing.meta.get("attributes_at", (end, end))[1]
        if closing.info == "auto":
            self._inline("address", origin, start, end)
        elif end - close <= 1:  # `[label]`, whose words are its target
            self._inline("link", origin, start, after)
        else:
            self._inline("link", origin, close, after)

    def _image(self, token: Token, origin: Origin, content: str) -> None:
        start, end = token.meta["at"]
        caption = start + len("![")
        close = caption + len(token.content)
        after = token.meta.get("attributes_at", (end, end))[1]
        self._inline("link", origin, close, after)
        self._inlines(token.children or [], origin.shifted(caption), token.content)
        attributes: AttributeList | None = token.meta.get("attributes")
        values = [
            (part.name, origin.offset(first), origin.offset(last - 1) + 1)
            for part in (attributes.parts if attributes else ())
            for first, last in [_with_marks(content, part.value_start, part.value_end)]
            if part.name in {"alt", "credit"} and part.value.strip()
        ]
        place = (origin.offset(caption), origin.offset(close))
        self.images.append(ImageWords(origin.offset(start), place, tuple(values)))

    def _citation(self, token: Token, origin: Origin, content: str) -> None:
        """A bracket as a whole, or where words of the author stand in it, each key with its locator."""
        start, end = token.meta["at"]
        cited: list[Cited] = token.meta["cited"]
        narrative = token.meta["narrative"]
        ends = [self._item_end(one, content) for one in cited]
        if token.meta["without"] or any(map(_has_words, cited, ends, [content] * len(cited))):
            for number, (one, (stop, _)) in enumerate(zip(cited, ends, strict=True)):
                name = _name(one, narrative=narrative and number == 0)
                self._inline("citation", origin, one.start, stop, (name,))
            return
        names = (_name(one, narrative=narrative and number == 0) for number, one in enumerate(cited))
        self._inline("citation", origin, start, end, tuple(names))

    def _item_end(self, one: Cited, content: str) -> tuple[int, str]:
        """Where the locator behind a key ends, and the words that follow it."""
        start, end = one.rest
        rest = content[start:end]
        words = rest.lstrip().removeprefix(",").strip()
        locator, suffix = split(words, self.context.languages)
        if locator is None or not locator.kind:
            return one.end, words
        stop = end if not suffix else start + rest.rindex(suffix)
        return start + len(content[start:stop].rstrip(" ,")), suffix


def _has_words(one: Cited, ending: tuple[int, str], content: str) -> bool:
    return bool(content[one.prefix[0] : one.prefix[1]].strip() or ending[1].strip())


def _name(one: Cited, *, narrative: bool) -> str:
    return f"{'-' if one.suppress else ''}@{one.key}{'!' if narrative else ''}"


def _with_marks(content: str, start: int, end: int) -> tuple[int, int]:
    """A value with the quotation marks around it."""
    mark = content[start - 1 : start]
    is_quoted = mark in ('"', "'") and mark and content[end : end + 1] == mark
    return (start - 1, end + 1) if is_quoted else (start, end)
