"""Where the mark of a citation that became a note stands: close to the word, on its side of the stop.

The author types `Text [@key].` in any style. As a note, the mark takes no space before it; Russian
sets it before the sentence's own stop, German and English behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from sitegen.model.nodes import Citation, Inline, Inlines, Text

_STOPS = ".,;:!?…"


def close_up(children: Inlines, is_mark: Callable[[Citation], bool], *, behind_stop: bool) -> Inlines:
    """The same inlines with the marks of citations in their place."""
    if not any(isinstance(node, Citation) and is_mark(node) for node in children):
        return children
    done: list[Inline] = []
    rest = list(children)
    while rest:
        node = rest.pop(0)
        if not (isinstance(node, Citation) and is_mark(node)):
            done.append(node)
            continue
        if done and isinstance(done[-1], Text):
            done[-1] = Text(done[-1].value.rstrip(" \u00a0"))
        if behind_stop and rest and isinstance(rest[0], Text):
            stop = "".join(takewhile(_STOPS.__contains__, rest[0].value))
            if stop:
                done.append(Text(stop))
                rest[0] = Text(rest[0].value[len(stop) :])
        done.append(node)
    return tuple(done)
