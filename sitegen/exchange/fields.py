"""Fields: the stretches of a chapter that are words, each by its place, and how a text is put there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import yaml

from sitegen.exchange.chapter import Chapter, NoteText
from sitegen.exchange.protected import Protected, signs
from sitegen.model.document import BlockSource
from sitegen.parse.attributes import read_attributes, trailing
from sitegen.values import dataclass

Form: TypeAlias = Literal["markdown", "attribute", "note", "value"]

HEAD = ("title", "subtitle", "abstract")
"""The keys of a front matter that are words."""
UNTRANSLATED = frozenset(("code", "rule", "html"))
"""Kinds of blocks that hold no words: a new chapter takes them over."""

_ATX = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_CLOSING_SIGNS = re.compile(r"[ \t]+#+[ \t]*\Z")
_UNDERLINE = re.compile(r"\n {0,3}(?:=+|-+)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r" {0,3}:{3,}[ \t]*\Z")
_INDENT = re.compile(r"\n {1,4}")
_LINE = re.compile(r"\n(?=[^\n])")
_WORDS = {"quote": ("speaker", "role"), "chart": ("x_label", "y_label")}
"""The attributes of a block that each language writes in its own way."""


@dataclass(frozen=True, slots=True)
class Field:
    """Words between two offsets of a file. `text` is what stands there, or for a key of the front
    matter its value; `protected` are its stretches by offsets in `text`. `name` is empty for the words
    of a block; `label` is a footnote's.
    """

    name: str
    form: Form
    start: int
    end: int
    text: str
    protected: tuple[Protected, ...] = ()
    label: str = ""


def head_fields(chapter: Chapter) -> Iterator[Field]:
    """Title, subtitle and abstract, as far as they are there."""
    front_matter = chapter.interface.front_matter
    values = {
        "title": front_matter.title,
        "subtitle": front_matter.subtitle,
        "abstract": "\n\n".join(front_matter.abstract),
    }
    for name, text in values.items():
        span = front_matter.span(name)
        if text and span:
            starts = chapter.source.line_starts
            start, end = (
                starts[span.line - 1] + span.column - 1,
                starts[span.end_line - 1] + span.end_column - 1,
            )
            yield Field(name, "value", start, end, text, signs(text))


def block_fields(chapter: Chapter, number: int) -> Iterator[Field]:
    """The words of a block, then those of its attributes."""
    block = chapter.interface.blocks[number]
    if block.kind in UNTRANSLATED:
        return
    start, end = chapter.block(number)
    if block.kind == "figure":
        yield from _figure(chapter, start, end)
        return
    text = chapter.source.text[start:end]
    first, last = _words(block, text)
    if text[first:last].strip():
        yield markdown_field(chapter, "", start + first, start + last)
    if block.kind in _WORDS:
        yield from _attributes(chapter, text.partition("\n")[0], start, _WORDS[block.kind])


def markdown_field(chapter: Chapter, name: str, start: int, end: int) -> Field:
    return Field(name, "markdown", start, end, chapter.source.text[start:end], _within(chapter, start, end))


def note_field(chapter: Chapter, note: NoteText, number: int) -> Field:
    protected = _within(chapter, note.start, note.end)
    text = chapter.source.text[note.start : note.end]
    return Field(f"n{number}", "note", note.start, note.end, text, protected, note.label)


def decoded(form: Form, text: str) -> str:
    """The words alone: without a value's quotation marks, a footnote's indent."""
    if form == "note":
        return _INDENT.sub("\n", text)
    if form == "attribute":
        quoted = text[:1] in ('"', "'") and len(text) > 1
        return re.sub(r"\\([\\\"'])", r"\1", text[1:-1]).replace("\n", " ") if quoted else text
    return text


def encoded(form: Form, text: str) -> str:
    """The words as the file holds them."""
    if form == "note":
        return _LINE.sub("\n    ", text)
    if form == "attribute":
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
        return f'"{escaped}"'
    return text


def yaml_value(text: str) -> str:
    """A text as a value of the front matter: plain where it reads as itself, else in quotation marks."""
    try:
        plain = yaml.safe_load(f"title: {text}") == {"title": text}
    except (yaml.YAMLError, ValueError):
        plain = False
    return text if plain and "\n" not in text else json.dumps(text, ensure_ascii=False)


def _within(chapter: Chapter, start: int, end: int) -> tuple[Protected, ...]:
    found = chapter.protected_within(start, end)
    return tuple(Protected(one.start - start, one.end - start, one.kind, one.identity) for one in found)


def _words(block: BlockSource, text: str) -> tuple[int, int]:
    """Where the words of a block begin and end in its lines."""
    if block.kind == "heading":
        return _heading(text)
    if block.kind in {"quote", "chart"}:
        return _fenced(text)
    return 0, len(text)


def _heading(text: str) -> tuple[int, int]:
    opening = _ATX.match(text)
    start = opening.end() if opening else len(text) - len(text.lstrip())
    underline = _UNDERLINE.search(text)
    end = text.find("\n") if opening else underline.start() if underline else -1
    end = len(text) if end < 0 else end
    attributes = trailing(text[start:end])
    end = start + attributes[0] if attributes else end
    closing = _CLOSING_SIGNS.search(text, start, end) if opening else None
    end = closing.start() if closing else end
    return start, start + len(text[start:end].rstrip())


def _fenced(text: str) -> tuple[int, int]:
    """The lines between the fences of a block, without the empty ones around them."""
    opening, _, rest = text.partition("\n")
    lines = rest.split("\n")
    if _FENCE.match(lines[-1]):
        rest = "\n".join(lines[:-1])
    start = len(opening) + 1
    kept = rest.rstrip()
    blank = len(kept) - len(kept.lstrip("\n"))
    return start + blank, start + len(kept)


def _figure(chapter: Chapter, start: int, end: int) -> Iterator[Field]:
    image = next((one for one in chapter.images if start <= one.start < end), None)
    if image is None:
        return
    if chapter.source.text[slice(*image.caption)].strip():
        yield markdown_field(chapter, "", *image.caption)
    for name, first, last in image.values:
        yield _attribute(chapter, name, first, last)


def _attributes(chapter: Chapter, line: str, start: int, names: Sequence[str]) -> Iterator[Field]:
    """The words among a block's attributes: a speaker's name and role, the heads of a chart's table."""
    attributes = read_attributes(line, max(line.find("{"), 0))
    for part in attributes.parts if attributes else ():
        if part.name in names and part.value.strip():
            quoted = line[part.value_end : part.value_end + 1] in ('"', "'")
            first, last = part.value_start - quoted, part.value_end + quoted
            yield _attribute(chapter, part.name, start + first, start + last)


def _attribute(chapter: Chapter, name: str, start: int, end: int) -> Field:
    text = chapter.source.text[start:end]
    return Field(name, "attribute", start, end, text, signs(text))
