"""Footnotes: their numbers in the interface, and what can be wrong with them in one file."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from sitegen.diagnostics import Related
from sitegen.model.document import Note, NoteMark
from sitegen.model.nodes import Blocks, NoteReference
from sitegen.parse.context import Context
from sitegen.source import Span


def number_definitions(context: Context, tokens: Sequence[Token]) -> None:
    """Give every definition its number (`meta["number"]`) before any text is read; a second one with
    the same label has none.
    """
    collector = context.collector
    for token in tokens:
        if token.type != "note_definition_open":
            continue
        span, label = context.lines(token), token.content
        known = collector.note_numbers.get(label)
        if known is not None:
            first = Related(collector.notes[known].span, "first")
            collector.report("FTN003", span, label=label, related=(first,))
            collector.repeated_notes += 1
        else:
            token.meta["number"] = collector.note_numbers[label] = _add(context, label, span)


def refer(context: Context, label: str, span: Span) -> NoteReference | None:
    """A mark in the text; None where it may not stand or has no note."""
    collector = context.collector
    number = collector.note_numbers.get(label)
    if collector.note is not None:
        collector.report("FTN005", span)
        if number is not None:  # counts as used: the mark itself is the one mistake
            collector.used_notes.add(number)
    elif number is None:
        collector.undefined_marks.append((label, span))
    else:
        return _mark(context, number, span)
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


def report_unmatched(context: Context) -> None:
    """Marks without a note, and notes without a mark. A slip in a label is told once, at the mark; a
    mark is not told where a note of the same label as another may be the one that is meant.
    """
    collector = context.collector
    unused = {
        note.label: note for number, note in enumerate(collector.notes) if number not in collector.used_notes
    }
    labels = tuple(collector.note_numbers)
    undefined = {label for label, _ in collector.undefined_marks}
    for label, span in collector.undefined_marks:
        if len(undefined) > collector.repeated_notes:
            close = collector.suggestions.nearest(label, tuple(unused)) or collector.suggestions.nearest(
                label, labels
            )
            collector.report("FTN001", span, label=label, nearest=close)
            unused.pop(close or "", None)
    for label, note in unused.items():
        collector.report("FTN002", note.span, label=label)


def _add(context: Context, label: str, span: Span) -> int:
    context.collector.notes.append(Note(label, span))
    context.collector.note_texts.append(())
    return len(context.collector.notes) - 1


def _mark(context: Context, number: int, span: Span) -> NoteReference:
    collector = context.collector
    collector.used_notes.add(number)
    collector.note_marks.append(NoteMark(number, span))
    index = len(collector.note_marks) - 1
    collector.marks.append(("note", index))
    return NoteReference(index)
