"""A chapter that the translation lacks: its front matter, before any of its text."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.exchange.fields import HEAD, yaml_value
from sitegen.exchange.placeholders import filled
from sitegen.exchange.placement import Text
from sitegen.exchange.units import ChapterPair

_SHARED = ("authors", "date", "draft")
"""Keys that say the same in every language."""


def front_matter(chapter: ChapterPair, texts: Mapping[str, Text], *, partial: bool) -> str:
    """The lines up to the text. `partial` says that some of the text is still missing."""
    lines = ["---"]
    for name in HEAD:
        if name in texts:
            value = yaml_value(filled(texts[name].text, texts[name].pair.unit.placeholders))
            lines.append(f"{name}: {value}")
    lines += (line for name in _SHARED for line in _taken_over(chapter, name))
    lines.append(f"translated_from: {chapter.alignment.source}")
    if partial:
        lines.append("translation: partial")
    return "\n".join((*lines, "---")) + "\n"


def _taken_over(chapter: ChapterPair, name: str) -> list[str]:
    """The lines of a key as the source has them."""
    span = chapter.source.interface.front_matter.span(name)
    if span is None:
        return []
    source = chapter.source.source
    first = span.line
    while first > 1 and not source.line(first).startswith(name):
        first -= 1
    return [source.line(line) for line in range(first, span.end_line + 1)]
