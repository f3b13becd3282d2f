"""What a build remembers for the next one, in `.sitegen/` of the publication: values under names that are
digests of all they were made from (architecture, "Why there is no dependency graph").

The folder may be deleted at any time. A store that is damaged, of another version, read-only or in use gives
nothing and keeps nothing: that costs time, never correctness.

A value is a pickle, and a pickle runs code. The folder lies among texts that may come from strangers, so each
value carries a code (keyed BLAKE2b, RFC 7693) made with a key that lies outside, among this user's own files.
What another has written is not read, nor what another version of the tool has.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import secrets
import sqlite3
from collections.abc import Iterable, Mapping
from hmac import compare_digest
from pathlib import Path
from typing import Any

from sitegen.build.toolchain import tool_digest

FOLDER = ".sitegen"
FILE = "store.sqlite"
KEY_BYTES = 32
_CODE_BYTES = 16
_BUSY = 2.0
"""Seconds to wait for another build that writes to the store."""
_TABLE = "CREATE TABLE IF NOT EXISTS value (kind TEXT, name TEXT, data BLOB, PRIMARY KEY (kind, name))"


class Store:
    """Values by kind and name. Without a connection it is empty and takes nothing."""

    def __init__(self, path: Path | None = None, key: bytes = b"") -> None:
        self._path = path
        self._key = key
        self._process = os.getpid()
        self._connection = _opened(path)

    @classmethod
    def open(cls, root: Path) -> Store:
        """The store of the publication in a folder; an empty one where there can be none."""
        key = _key()
        folder = root / FOLDER
        if key is None or folder.is_symlink() or not _made(folder):
            return cls()
        return cls(folder / FILE, key + tool_digest().encode())

    @classmethod
    def known(cls, root: Path) -> Store:
        """The store that builds of the publication have made; an empty one where there is none."""
        return cls.open(root) if (root / FOLDER / FILE).is_file() else cls()

    @classmethod
    def of_user(cls) -> Store:
        """The store of what is the same for all publications, among the user's caches."""
        key = _key()
        return cls() if key is None else cls(_home() / "sitegen" / FILE, key + tool_digest().encode())

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def folder(self) -> Path | None:
        """The folder of the store, where other files of a build may lie too."""
        return self._path.parent if self._path and self.is_open else None

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    def get(self, kind: str, name: str) -> Any:
        """One value; None if it is not there."""
        for (data,) in self._rows("SELECT data FROM value WHERE kind = ? AND name = ?", (kind, name)):
            one = self._unmarked(kind, name, data)
            return one and one.value
        return None

    def some(self, kind: str, names: Iterable[str]) -> dict[str, Any]:
        """Those values of a kind that are there, by their names."""
        return {name: one.value for name, one in self.sealed(kind, names).items()}

    def sealed(self, kind: str, names: Iterable[str]) -> dict[str, Sealed]:
        """The same, as they are kept."""
        wanted = set(names)
        rows = self._rows("SELECT name, data FROM value WHERE kind = ?", (kind,)) if wanted else []
        values = {name: self._unmarked(kind, name, data) for name, data in rows if name in wanted}
        return {name: one for name, one in values.items() if one is not None}

    def put(self, kind: str, values: Mapping[str, Any]) -> bool:
        """Keep values; false where they could not be kept."""
        rows = ((kind, name, self._marked(kind, name, value)) for name, value in values.items())
        return self._write("INSERT OR REPLACE INTO value VALUES (?, ?, ?)", rows)

    def forget(self, kind: str, *, but: Iterable[str]) -> None:
        """Drop every name of a kind but these."""
        gone = self._names(kind).difference(but)
        self._write("DELETE FROM value WHERE kind = ? AND name = ?", ((kind, name) for name in gone))

    def _names(self, kind: str) -> set[str]:
        return {name for (name,) in self._rows("SELECT name FROM value WHERE kind = ?", (kind,))}

    def _write(self, query: str, rows: Iterable[tuple[object, ...]]) -> bool:
        if self._connection is None:
            return False
        try:
            with self._connection:
                self._connection.executemany(query, rows)
        except sqlite3.Error:
            self.close()
        return self.is_open

    def _rows(self, query: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
        """A connection does not survive a fork: each process has its own."""
        if self._process != os.getpid():
            self._connection, self._process = _opened(self._path), os.getpid()
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error:
            self.close()
            return []

    def _marked(self, kind: str, name: str, value: object) -> bytes:
        data = Sealed.of(value)
        return self._code(kind, name, data) + data

    def _unmarked(self, kind: str, name: str, marked: object) -> Sealed | None:
        """A value without its code; None where the code is not ours."""
        if not isinstance(marked, bytes):
            return None
        code, data = marked[:_CODE_BYTES], marked[_CODE_BYTES:]
        return Sealed(data) if compare_digest(code, self._code(kind, name, data)) else None

    def _code(self, kind: str, name: str, data: bytes) -> bytes:
        made = hashlib.blake2b(f"{kind}\0{name}\0".encode(), key=self._key, digest_size=_CODE_BYTES)
        made.update(data)
        return made.digest()


class Sealed(bytes):
    """A value that is pickled already: by a process of our own, on its way to another or to the store."""

    @classmethod
    def of(cls, value: object) -> Sealed:
        return value if isinstance(value, Sealed) else cls(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    @property
    def value(self) -> Any:
        return pickle.loads(self)  # noqa: S301  (of our own making)


def _opened(path: Path | None) -> sqlite3.Connection | None:
    """A connection; none where the file cannot be had. One that is damaged is begun anew."""
    if path is None or path.is_symlink():
        return None
    try:
        return _connected(path)
    except sqlite3.OperationalError:  # in use, read-only, or no file
        return None
    except sqlite3.DatabaseError:
        return _anew(path)


def _anew(path: Path) -> sqlite3.Connection | None:
    try:
        path.unlink(missing_ok=True)
        return _connected(path)
    except (OSError, sqlite3.Error):
        return None


def _connected(path: Path) -> sqlite3.Connection:
    """A store that is lost by a power cut costs a build: nothing is waited for."""
    connection = sqlite3.connect(path, timeout=_BUSY, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_TABLE)
        connection.execute("SELECT kind, name, data FROM value LIMIT 1").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _made(folder: Path) -> bool:
    """Whether the folder is there. Its own list of ignored files keeps it out of version control."""
    try:
        folder.mkdir(exist_ok=True)
        ignored = folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
    except OSError:
        return folder.is_dir()
    return True


def _key() -> bytes | None:
    """The user's key, made on first use; None where it can be neither read nor made."""
    path = _home() / "sitegen" / "key"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_key(path)
        key = path.read_bytes()
    except OSError:
        return None
    return key if len(key) == KEY_BYTES else None


def _make_key(path: Path) -> None:
    """The file appears whole, and never in place of one that is there."""
    if path.exists():
        return
    draft = path.with_name(f"{path.name}-{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:  # no hard links here
        draft.replace(path)
        return
    draft.unlink()


def _home() -> Path:
    """Where a user's caches lie (XDG Base Directory Specification 0.8; on Windows the local data)."""
    named = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    return Path(named) if named and Path(named).is_absolute() else Path.home() / ".cache"
