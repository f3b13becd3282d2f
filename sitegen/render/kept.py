"""What several pages of a site show and one has made: each thread makes it once."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import local
from typing import Any, TypeVar

Made = TypeVar("Made")


class Kept(local):
    """The last values that were made, by what they were made of; no more than `most`, so that a site of any
    size takes as much memory. They are the same whichever page asks first. Writers are among them, which two
    threads must not share.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._made: dict[Hashable, Any] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """To another process it goes empty."""
        return type(self), (self.most,)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` returns, which `key` tells apart from all else that is kept here."""
        if key in self._made:
            known: Made = self._made[key]
            return known
        made = make()
        if len(self._made) >= self.most:
            del self._made[next(iter(self._made))]
        self._made[key] = made
        return made
