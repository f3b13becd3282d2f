"""The outline of a text: its top-level blocks, each with a digest, by which the editions are aligned.

Digests and traits are made from the source lines, not from the nodes: they say what an author would call
a change, and cost a few substitutions per block.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TypeAlias

from markdown_it.token import Token

from sitegen.model.document import BlockKind, BlockSource, FrontMatter
from sitegen.model.nodes import Block, Blocks, Chart, Figure, Heading, QuoteBlock, Table
from sitegen.parse.context import Context
from sitegen.source import Source, Span

Step: TypeAlias = tuple[Token, int]
"""A top-level token, and how many nodes stood before it."""

DIGEST_SIZE = 8
"""Bytes: 16 hexadecimal digits, few enough to be read in a diff; they part the blocks of one chapter."""

_KINDS: Mapping[str, BlockKind] = {
    "paragraph_open": "paragraph",
    "heading_open": "heading",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "blockquote",
    "fence": "code",
    "code_block": "code",
    "hr": "rule",
    "table_open": "table",
    "html_block": "html",
}
_NODE_KINDS: Mapping[type, BlockKind] = {QuoteBlock: "quote", Figure: "figure", Chart: "chart"}

_MARK = re.compile(r"\[\^([^\[\]\s]+)\]")
_FENCE = re.compile(r"\A[ >]*:{3,}[^\n]*\n|\n[ >]*:{3,}[ \t]*\Z")
_BULLET = re.compile(r"^[ \t>]*[*+-](?=[ \t])", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?<=\])\{[^{}]*\}")
_HEADING_ID = re.compile(r"\{[^{}\n]*\}\Z")
_URL = re.compile(r"https?://[^\s<>()\[\]\"]+")
_KEY = re.compile(r"@(?<!\w@)(\w[\w:.#$%&+?~/-]*\w|\w)")
_TARGET = re.compile(r"\]\(<?([^()\s>#]+)")
_INLINE_ID = re.compile(r"\{[^{}]*?#([\w.:-]+)")
_NAMED = re.compile(r"[^\W\d]")

# Spaces, dashes and quotation marks do not count, unless they part two numbers or make one negative.
_DASHES = "‐‑‒–—―−-"
_UNCOUNTED = re.compile(rf"[\"'„“”«»‚‘’‹›`´\u00ad\u200b\u2060\ufeff{_DASHES}]")
# What the next two look for comes before what may stand around it: so a text without any is read fast.
_BETWEEN_DIGITS = re.compile(rf"(\d)([\s{_DASHES}]+)(?=\d)")
_NEGATIVE = re.compile(rf"[{_DASHES}](?=\d)(?<![^\s(].)")
_DIGIT = re.compile(r"\d")
_KEPT_DASH, _KEPT_SPACE = "\x01", "\x02"


def outline(context: Context, steps: Sequence[Step], blocks: Blocks) -> tuple[BlockSource, ...]:
    """The blocks of a text. What makes no node of its own (a footnote's text, a caption) belongs to the
    block that it is for.
    """
    stretches = _stretches(context.source, context, steps, len(blocks))
    notes = {
        one.token.content: one.text(context.source).partition("]:")[2]
        for one in stretches
        if one.token.type == "note_definition_open"
    }
    numbers: dict[int, set[str]] = {}
    for number in context.collector.numbers:
        numbers.setdefault(number.span.line, set()).add(number.value)
    return tuple(
        _block(context, one, blocks, _notes_of(one.text(context.source), notes), numbers)
        for one in _with_captions(stretches)
        if one.nodes[1] > one.nodes[0]
    )


def head_digest(front_matter: FrontMatter) -> str:
    """The digest of title, subtitle and abstract."""
    return digest("\n".join((front_matter.title, front_matter.subtitle, *front_matter.abstract)))


def digest(text: str) -> str:
    """A digest that spaces, dashes and quotation marks do not change."""
    return _digest(normal(text))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=DIGEST_SIZE).hexdigest()


def normal(text: str) -> str:
    """The words and signs of a text alone; between two numbers one space or one dash stays."""
    text = unicodedata.normalize("NFC", text)
    if _DIGIT.search(text):
        text = _BETWEEN_DIGITS.sub(
            lambda found: found[1] + (_KEPT_SPACE if found[2].isspace() else _KEPT_DASH),
            _NEGATIVE.sub(_KEPT_DASH, text),
        )
    text = _UNCOUNTED.sub("", "".join(text.split()))
    return text.replace("…", "...").replace(_KEPT_DASH, "-").replace(_KEPT_SPACE, " ")


@dataclass(slots=True)
class _Stretch:
    """The lines (from 1, end exclusive) and nodes of one top-level token."""

    token: Token
    lines: tuple[int, int]
    nodes: tuple[int, int]
    _text: str | None = field(default=None, repr=False)

    def text(self, source: Source) -> str:
        if self._text is None:
            start = source.line_starts[self.lines[0] - 1]
            end = source.line_starts[self.lines[1] - 1] if self.lines[1] <= len(source.line_starts) else None
            self._text = source.text[start:end].rstrip()
        return self._text


def _stretches(source: Source, context: Context, steps: Sequence[Step], nodes: int) -> list[_Stretch]:
    found: list[_Stretch] = []
    starts = [context.line(token) for token, _ in steps] + [len(source.line_starts) + 1]
    counts = [count for _, count in steps] + [nodes]
    for place, (token, count) in enumerate(steps):
        end = max(starts[place] + 1, starts[place + 1])
        found.append(_Stretch(token, (starts[place], end), (count, counts[place + 1])))
    return found


def _with_captions(stretches: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """The stretches of blocks; a caption is joined to its table."""
    waiting: _Stretch | None = None
    last: _Stretch | None = None
    for one in stretches:
        if one.token.type == "table_caption_open":
            if last is not None and last.token.type == "table_open":
                yield _Stretch(last.token, (last.lines[0], one.lines[1]), last.nodes)
                last = None
            else:
                waiting = one
            continue
        if last is not None:
            yield last
        if waiting is not None and one.token.type == "table_open":
            one.lines = (waiting.lines[0], one.lines[1])
        waiting, last = None, one
    if last is not None:
        yield last


def _notes_of(text: str, unused: dict[str, str]) -> list[str]:
    """The texts of the notes that are first marked here, and of those marked within them."""
    found: list[str] = []
    waiting = _labels(text)
    for label in waiting:
        note = unused.pop(label, None)
        if note is not None:
            found.append(note)
            waiting.extend(_labels(note))
    return found


def _labels(text: str) -> list[str]:
    """The labels of the notes marked in a text."""
    return _MARK.findall(text) if "[^" in text else []


def _block(
    context: Context,
    one: _Stretch,
    blocks: Blocks,
    notes: list[str],
    numbers: Mapping[int, AbstractSet[str]],
) -> BlockSource:
    node = blocks[one.nodes[0]]
    text = one.text(context.source)
    kind = _NODE_KINDS.get(type(node)) or _KINDS.get(one.token.type, "paragraph")
    anchor, is_written = _anchor(context, node)
    words = normal(_words(kind, text))
    values = (value for line in range(*one.lines) for value in numbers.get(line, ()))
    return BlockSource(
        kind=kind,
        level=node.level if isinstance(node, Heading) else 0,
        id=anchor if is_written else "",
        anchor=anchor,
        digest=_digest("".join((kind, words, *(normal(note) for note in notes)))),
        size=len(words),
        traits=_traits(text, notes, values),
        span=_span(context.source, one),
        nodes=one.nodes,
    )


def _anchor(context: Context, node: Block) -> tuple[str, bool]:
    """The id of a block on the page, and whether the author wrote it."""
    collector = context.collector
    match node:
        case Heading(id=anchor, index=index):
            return anchor, collector.headings[index].explicit
        case QuoteBlock(index=index):
            anchor = collector.quotes[index].id
        case Figure(index=index) | Chart(index=index):
            anchor = collector.floats[index].id
        case Table(index=index) if index is not None:
            anchor = collector.floats[index].id
        case _:
            anchor = ""
    return anchor, bool(anchor)


def _words(kind: BlockKind, text: str) -> str:
    """A block without what is compared by itself (attributes of quotes, ids of headings), and without the
    labels of notes, which are names only.
    """
    if kind == "quote":
        text = _FENCE.sub("", text)
    elif kind == "list":
        text = _BULLET.sub("", text)
    elif kind == "heading":
        text = _HEADING_ID.sub("", text).rstrip()
    if ".quote" in text:
        text = _ATTRIBUTES.sub(lambda found: "" if ".quote" in found[0] else found[0], text)
    return _MARK.sub("[^]", text) if "[^" in text else text


def _traits(text: str, notes: Sequence[str], numbers: Iterable[str]) -> frozenset[str]:
    """What a translation of the block holds too."""
    whole = "\n".join((text, *notes))
    addresses = _URL.findall(whole) if "://" in whole else []
    traits = {*(number for number in numbers if len(number) > 1)}
    traits |= {address.rstrip(".,;:!?…") for address in addresses}
    rest = _URL.sub(" ", whole) if addresses else whole
    if "@" in rest:
        traits.update("@" + key for key in _KEY.findall(rest))
    if "](" in rest:
        traits.update(_TARGET.findall(rest))
    if "{" in rest:
        traits.update("#" + name for name in _INLINE_ID.findall(rest))
    traits.update("^" + label for label in _labels(text) if _NAMED.search(label))
    return frozenset(traits)


def _span(source: Source, one: _Stretch) -> Span:
    first = one.lines[0]
    last = first + one.text(source).count("\n")
    return Span(source.path, first, 1, last, len(source.line(last)) + 1)
