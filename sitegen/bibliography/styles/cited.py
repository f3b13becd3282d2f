"""Author-date forms: each source within a bracket or a sentence is a part of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sitegen.bibliography.styles.runs import flow
from sitegen.bibliography.styles.style import CitedItem, CitedPart
from sitegen.model.nodes import Inlines, plain_text

_ATTACHED = (",", ";", ":", ".", ")", "?", "!")


def bracketed(
    items: Sequence[CitedItem], form: Callable[[CitedItem], Inlines], marks: str
) -> tuple[CitedPart, ...]:
    """`(vgl. FORM; FORM und öfter)`: several sources are joined by semicolons."""
    parts = [CitedPart(flow(marks[0]))]
    for number, item in enumerate(items):
        before = flow("; " if number else "", item.prefix, " " if item.prefix else "")
        parts += [CitedPart(before), CitedPart(form(item), number), CitedPart(_after(item))]
    return tuple(part for part in (*parts, CitedPart(flow(marks[1]))) if part.children)


def in_sentence(item: CitedItem, label: Inlines, inside: Inlines, marks: str) -> tuple[CitedPart, ...]:
    """`LABEL (YEAR, S. 3)`: one part, unless a suffix stands within the brackets."""
    head = flow(label, f" {marks[0]}", inside)
    if not item.suffix:
        return (CitedPart(flow(head, marks[1]), 0),)
    return CitedPart(head, 0), CitedPart(flow(_after(item), marks[1]))


def joined(parts: Iterable[CitedPart]) -> Inlines:
    """The whole form as one run."""
    return flow(*(part.children for part in parts))


def _after(item: CitedItem) -> Inlines:
    """The suffix; after a form without a place it is set off by a comma."""
    if not item.suffix:
        return ()
    text = plain_text(item.suffix)
    gap = "" if text.startswith((*_ATTACHED, " ")) else " " if item.locator else ", "
    return flow(gap, item.suffix)
