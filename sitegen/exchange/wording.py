"""What the words of a returned text tell without the chapter: lines of the worklist that came in with
them, and emphasis that was opened or closed alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, link_pairs

from sitegen.exchange.units import Unit

_QUOTED = re.compile(r"^ {0,3}>.*", re.MULTILINE)
_EXPLAINED = re.compile(r"^ {0,3}>[ \t]*⟦[0-9]{1,4}⟧ = .*", re.MULTILINE)
_DIGESTS = re.compile(r".*\b[0-9a-f]{16} [0-9a-f]{16}\b.*")
_BETWEEN_BLOCKS = re.compile(r"\n[ \t]*\n")
_EMPHASIS = MarkdownIt("zero").enable(["escape", "backticks", "emphasis"])


def worklist_line(text: str, unit: Unit) -> str | None:
    """A line that a worklist has around its texts, such as the quoted source of the next one."""
    for form in (_EXPLAINED, _DIGESTS, _QUOTED):
        found = form.search(text)
        if found and not form.search(unit.source_text) and not form.search(unit.target_text):
            return found[0]
    return None


def lost_emphasis(text: str, unit: Unit) -> str | None:
    """The sign of an emphasis that has no partner, where the source has a partner for each."""
    lost = next(_lone_signs(text), None)
    return lost if lost and next(_lone_signs(unit.source_text), None) is None else None


def _lone_signs(text: str) -> Iterator[str]:
    """Stars and underscores that could begin or end an emphasis and do not (CommonMark, section 6.2)."""
    for part in _BETWEEN_BLOCKS.split(text):
        state = StateInline(part, _EMPHASIS, {}, [])
        _EMPHASIS.inline.tokenize(state)
        link_pairs(state)
        closers = {one.end for one in state.delimiters}
        for number, one in enumerate(state.delimiters):
            if one.end < 0 and number not in closers and (one.open or one.close):
                yield chr(one.marker)
