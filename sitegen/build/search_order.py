"""The files of Pagefind's index, put in order: it writes the values of a filter as they come.

A filter and the metadata of a language are CBOR (RFC 8949) behind a mark, packed by gzip, and named by a hash
of their bytes; the metadata name the filters, and the entry file names the metadata.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

ENTRY = "pagefind-entry.json"
_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Where the metadata list the filters: pairs of name and hash."""


def in_order(made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same index with every list in a fixed order, and the names that follow from it."""
    entry: dict[str, Any] = json.loads(made[ENTRY])
    files = {path: data for path, data in made.items() if not _is_ordered(path)}
    for language, known in sorted(entry["languages"].items()):
        metadata = _read(made[_metadata(known["hash"])])
        ordered = [(name, *_filter(made, language, hash_)) for name, hash_ in metadata[_FILTERS]]
        files |= {_filter_path(hash_): data for _, hash_, data in ordered}
        metadata[_FILTERS] = sorted([name, hash_] for name, hash_, _ in ordered)
        known["hash"], data = _named(language, metadata, 10)
        files[_metadata(known["hash"])] = data
    files[ENTRY] = json.dumps(entry, sort_keys=True, ensure_ascii=False).encode()
    return files


def _filter(made: Mapping[str, bytes], language: str, hash_: str) -> tuple[str, bytes]:
    name, values = _read(made[_filter_path(hash_)])
    return _named(language, [name, sorted(values)], 7)


def _named(language: str, value: object, digits: int) -> tuple[str, bytes]:
    """A value as a file, and its name: the time in the head of gzip is none."""
    packed = _MARK + _written(value)
    return f"{language}_{hashlib.sha256(packed).hexdigest()[:digits]}", gzip.compress(packed, 9, mtime=0)


def _is_ordered(path: str) -> bool:
    return path == ENTRY or path.endswith((".pf_meta", ".pf_filter"))


def _metadata(hash_: str) -> str:
    return f"pagefind.{hash_}.pf_meta"


def _filter_path(hash_: str) -> str:
    return f"filter/{hash_}.pf_filter"


def _read(data: bytes) -> list[Any]:
    import cbor2  # noqa: PLC0415  (belongs to the part `search`)

    value: list[Any] = cbor2.loads(gzip.decompress(data).removeprefix(_MARK))
    return value


def _written(value: object) -> bytes:
    import cbor2  # noqa: PLC0415  (as above)

    data: bytes = cbor2.dumps(value)
    return data
