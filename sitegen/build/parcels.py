"""Work for processes that know nothing of this one: what its parts share travels once, after that only
numbers go out and results come back.

A function and its things are one pickle, so that what they have in common, such as the site, is in it once.
A process that has taken it in keeps it until it gets the next one.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias

from sitegen.build.garbage import without_collection

Work: TypeAlias = tuple[Callable[[Any], Any], Sequence[Any]]

_LEVEL = 1
"""Of compression: pages are a quarter then, for a twelfth of the time that they take to be made."""
_turn = Lock()
"""One part at a time, where somebody runs several threads in a process: what we keep is not made for two."""
_newest: dict[bytes, Work] = {}


def packed(function: Callable[[Any], Any], things: Sequence[Any]) -> bytes:
    return pickle.dumps((function, things), pickle.HIGHEST_PROTOCOL)


def digest(parcel: bytes) -> bytes:
    return hashlib.blake2b(parcel, digest_size=16).digest()


def worked(parcel: bytes | Path, name: bytes, first: int, end: int, *, small: bool) -> bytes:
    """The results for some of the things, as they travel. `name` is the digest of the parcel, which is handed
    over itself or as a file that holds it.
    """
    with _turn, without_collection():
        if name not in _newest:
            _newest.clear()
            _newest[name] = _taken_in(parcel)
        function, things = _newest[name]
        data = pickle.dumps([function(things[at]) for at in range(first, end)], pickle.HIGHEST_PROTOCOL)
    return zlib.compress(data, _LEVEL) if small else data


def results(data: bytes, *, small: bool) -> list[Any]:
    """What another process has made. A pickle runs code: who lends us processes is trusted."""
    made: list[Any] = pickle.loads(zlib.decompress(data) if small else data)  # noqa: S301  (see above)
    return made


def _taken_in(parcel: bytes | Path) -> Work:
    """A pickle of our own: whoever may hand it to this process may have it run any code besides."""
    content = parcel.read_bytes() if isinstance(parcel, Path) else parcel
    work: Work = pickle.loads(content)  # noqa: S301  (see above)
    return work
