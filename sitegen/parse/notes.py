"""Footnotes: their numbers in the interface, and what can be wrong with them in one file."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from sitegen.diagnostics import Related, nearest
from sitegen.model.document import Note, NoteMark
from sitegen.model.nodes import Blocks, NoteReference
from sitegen.parse.context import Context
from sitegen.source import Span


def number_definitions(context: Context, tokens: Sequence[Token]) -> dict[int, int]:
    """Give every definition its number before any text is read. The answer maps the place of a
    definition among the tokens to its number; a second one with the same label has none.
    """
    collector = context.collector
    numbers: dict[int, int] = {}
    first: dict[str, Span] = {}
    for place, token in enumerate(tokens):
        if token.type != "note_definition_open":
            continue
        span = definition_span(context, token)
        label = token.content
        if label in first:
            collector.report("FTN003", span, label=label, related=(Related(first[label], "first"),))
            continue
        first[label] = span
        numbers[place] = collector.note_numbers[label] = _add(context, label, span)
    return numbers


def definition_span(context: Context, token: Token) -> Span:
    """The `[^label]` of a definition."""
    line = context.lines(token)
    return Span(line.path, line.line, line.column, line.line, line.column + len(token.content) + 3)


def refer(context: Context, label: str, span: Span) -> NoteReference | None:
    """A mark in the text; None where it may not stand or has no note."""
    collector = context.collector
    number = collector.note_numbers.get(label)
    if collector.note is not None:
        collector.report("FTN005", span)
    elif number is None:
        close = nearest(label, collector.note_numbers) if collector.note_numbers else None
        collector.report("FTN001", span, label=label, nearest=close)
    else:
        return _mark(context, number, span)
    if number is not None:  # counts as used: the mark itself is the one mistake
        collector.note_marks.append(NoteMark(number, span))
    return None


def open_inline(context: Context, span: Span) -> int | None:
    """Number a footnote in place; None where it may not stand."""
    collector = context.collector
    if collector.note is not None:
        collector.report("FTN005", span)
        return None
    return _add(context, f"^{len(collector.notes) + 1}", span)


def close_inline(context: Context, number: int, children: Blocks, span: Span) -> NoteReference:
    keep(context, number, children)
    return _mark(context, number, span)


def keep(context: Context, number: int, children: Blocks) -> None:
    """Keep the text of a note that has a number."""
    context.collector.note_texts[number] = children
    if not children:
        note = context.collector.notes[number]
        context.collector.report("FTN004", note.span, label=note.label)


def report_unused(context: Context) -> None:
    used = {mark.note for mark in context.collector.note_marks}
    for number, note in enumerate(context.collector.notes):
        if number not in used:
            context.collector.report("FTN002", note.span, label=note.label)


def _add(context: Context, label: str, span: Span) -> int:
    context.collector.notes.append(Note(label, span))
    context.collector.note_texts.append(())
    return len(context.collector.notes) - 1


def _mark(context: Context, number: int, span: Span) -> NoteReference:
    collector = context.collector
    collector.note_marks.append(NoteMark(number, span))
    index = len(collector.note_marks) - 1
    collector.marks.append(("note", index))
    return NoteReference(index)
