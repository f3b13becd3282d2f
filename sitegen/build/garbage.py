"""The search for garbage, put off while a build runs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW = 50_000
"""So many new values, less those that are gone, are looked through together."""


@contextmanager
def without_collection() -> Iterator[None]:
    """Look for no unreachable cycles meanwhile. A build makes millions of small values that live to its end
    and hold no cycles; to look through them again and again costs a fifth of its time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def collect_rarely() -> None:
    """Look for garbage from now on, but only where much is new. To load a command's modules makes no garbage,
    and looking for it takes a fifteenth of that time. In a fork of a build all else is frozen (gc.freeze):
    pages leave little behind there, but thousands of them would fill the memory.
    """
    gc.enable()
    gc.set_threshold(NEW, 10, 100)
