"""The output folder: written only when the whole build stands, each file whole, nobody else's touched.

`.sitegen-manifest.json` in the folder names the files that builds of ours made, with their digests.
It is written before the first file and again after the last one, so that a build that is cut off
still knows what is its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sitegen.atomic import replace_file
from sitegen.diagnostics import Diagnostic, report
from sitegen.source import Span

MANIFEST = ".sitegen-manifest.json"
SOURCES = ("content", "templates")
SOURCE_FILES = ("sitegen.toml", "citations.bib", "places.toml")


class OutputError(Exception):
    """The site cannot be written; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, were there already with the same bytes, and were removed."""

    written: int
    unchanged: int
    removed: int


def check_folder(out: Path, root: Path) -> None:
    """Refuse an output that is, holds or lies in the sources, the root of the disk or the home."""
    target, publication = out.resolve(), root.resolve()
    home = Path.home().resolve()
    inside = any(target.is_relative_to(publication / name) for name in (*SOURCES, ".git", ".sitegen"))
    holds = publication.is_relative_to(target) or home.is_relative_to(target)
    foreign = target.is_dir() and any((target / name).exists() for name in SOURCE_FILES)
    if inside or holds or foreign or target.parent == target:
        raise OutputError(report("OUT001", _place(out, root), folder=str(out)))


def write(artifacts: Mapping[str, bytes], out: Path, root: Path | None = None) -> Written:
    """Write what differs, remove what is no longer made. OutputError where the disk refuses, or where
    a file stands in the way that no build of ours has made. Findings name places as seen from `root`,
    the publication (the folder above `out` where none is given).
    """
    root = root or out.parent
    try:
        return _write(artifacts, out, root)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            report("OUT002", _place(out, root), path=error.filename or out, reason=reason)
        ) from error


def _write(artifacts: Mapping[str, bytes], out: Path, root: Path) -> Written:
    known = _read_manifest(out)
    gone = [path for path in known if path not in artifacts and _is_ours(out, path)]
    folders = {parent.as_posix() for path in artifacts for parent in PurePosixPath(path).parents}
    for path in sorted(folders - set(gone) - {"."}):
        if _is_no_folder(out / path):
            raise OutputError(report("OUT003", _place(out / path, root), path=path))
    pending = {path: data for path, data in artifacts.items() if not _is_there(out / path, data)}
    for path in pending:
        if _is_foreign(out / path, is_known=path in known):
            raise OutputError(report("OUT003", _place(out / path, root), path=path))
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in artifacts.items()}
    if pending or gone or known != digests:
        _write_manifest(out, {**known, **digests})
        for path in folders.intersection(gone):
            _remove(out, path)
        for path, data in sorted(pending.items()):
            _replace(out / path, data)
        for path in set(gone) - folders:
            _remove(out, path)
        _write_manifest(out, digests)
    return Written(len(pending), len(artifacts) - len(pending), len(gone))


def _place(path: Path, root: Path) -> Span:
    """A place of the output as seen from the publication, with `/`."""
    try:
        return Span(Path(os.path.relpath(path.resolve(), root.resolve())).as_posix())
    except ValueError:  # on another drive
        return Span(path.name)


def _is_no_folder(path: Path) -> bool:
    """Whether something else has the name of a folder of the site; a link is never followed."""
    return path.is_symlink() or (path.exists() and not path.is_dir())


def _is_foreign(path: Path, *, is_known: bool) -> bool:
    """Whether what has the name of a file of the site was not made by us."""
    return path.is_dir() if is_known else path.is_symlink() or path.exists()


def _read_manifest(out: Path) -> dict[str, str]:
    try:
        known = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {path: str(digest) for path, digest in known.items() if isinstance(path, str)}


def _write_manifest(out: Path, digests: Mapping[str, str]) -> None:
    text = json.dumps(dict(sorted(digests.items())), indent=0, ensure_ascii=False)
    _replace(out / MANIFEST, text.encode() + b"\n")


def _is_there(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and not path.is_symlink() and path.read_bytes() == data
    except OSError:
        return False


def _is_ours(out: Path, path: str) -> bool:
    """Whether a name of the manifest is a file within the folder: a manifest may be tampered with."""
    target = out / path
    return target.is_file() and target.parent.resolve().is_relative_to(out.resolve())


def _replace(path: Path, data: bytes) -> None:
    _make_folder(path.parent)
    replace_file(path, data, 0o644)


def _make_folder(path: Path) -> None:
    """A folder that every web server may read, whatever rights new folders have here."""
    if not path.is_dir():
        _make_folder(path.parent)
        path.mkdir(exist_ok=True)
        path.chmod(0o755)


def _remove(out: Path, path: str) -> None:
    (out / path).unlink()
    for parent in (out / path).parents:
        if parent == out or any(parent.iterdir()):
            break
        parent.rmdir()
