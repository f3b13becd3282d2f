"""One source within an author-date bracket: its prefix and suffix around the form."""

from __future__ import annotations

from sitegen.bibliography.styles.runs import flow
from sitegen.bibliography.styles.style import CitedItem
from sitegen.model.nodes import Inlines, plain_text

_ATTACHED = (",", ";", ":", ".", ")", "?", "!")


def around(item: CitedItem, form: Inlines, *, with_prefix: bool = True) -> Inlines:
    """`vgl. FORM und öfter`; after a form without a place, a suffix is set off by a comma."""
    before = flow(item.prefix, " ") if item.prefix and with_prefix else ()
    if not item.suffix:
        return flow(before, form)
    text = plain_text(item.suffix)
    gap = "" if text.startswith((*_ATTACHED, " ")) else " " if item.locator else ", "
    return flow(before, form, gap, item.suffix)
