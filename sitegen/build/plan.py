"""What a build would change in the output folder; nothing is changed here."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.build.manifest import MANIFEST, PREFIX, digest, read_manifest
from sitegen.build.spool import Overlay, Spool
from sitegen.build.tree import Tree
from sitegen.values import dataclass

MODE = 0o644
FOLDER_MODE = 0o755


@dataclass(frozen=True, slots=True)
class Plan:
    """`known` is the old manifest, `digests` the new one; `pending` are files to be written, `gone` those
    of ours that are no longer made. `obstacle` is a path where something stands that is not ours.
    """

    artifacts: Mapping[str, bytes]
    known: Mapping[str, str]
    digests: Mapping[str, str]
    pending: frozenset[str]
    gone: frozenset[str]
    obstacle: str | None

    @property
    def is_done(self) -> bool:
        """Whether the folder is already as it is to be."""
        return not self.pending and not self.gone and self.known == self.digests

    @property
    def folders(self) -> frozenset[str]:
        """The folders of the site, of the old one and of the new one."""
        return folders_of((*self.known, *self.artifacts))

    @property
    def in_the_way(self) -> frozenset[str]:
        """Those that are gone and whose place is needed: for a folder, or for a file in place of theirs."""
        needed = folders_of(self.artifacts)
        return frozenset(
            path for path in self.gone if path in needed or not self.pending.isdisjoint(folders_of([path]))
        )

    def is_ours(self, path: str) -> bool:
        """Whether a file of the folder was made by us, or gives way to one that is."""
        return path in self.artifacts or path in self.gone or is_litter(path)


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """All folders that files lie in, by their paths; the outermost is `.`."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
        found.add(".")
    return frozenset(found)


def is_litter(path: str) -> bool:
    """Whether only builds give such names: the manifest, and what a killed one leaves behind."""
    return any(part.startswith(PREFIX) for part in path.split("/"))


def plan(artifacts: Mapping[str, bytes], out: Path) -> Plan:
    """Compare what is to be with what is there, byte by byte, where the manifest leaves it open."""
    known = read_manifest(out)
    digests = artifacts.digests if isinstance(artifacts, Spool) else _digests(artifacts)
    pending = frozenset(
        path
        for path, digest in digests.items()
        if known.get(path, digest) != digest or not _is_there(f"{out}/{path}", path, artifacts)
    )
    gone = frozenset(path for path in known if path not in artifacts and _is_ours(out, path))
    return Plan(artifacts, known, digests, pending, gone, _obstacle(artifacts, out, known, pending, gone))


def _digests(artifacts: Mapping[str, bytes]) -> Mapping[str, str]:
    return {path: digest(data) for path, data in artifacts.items()}


def plan_changes(changes: Mapping[str, bytes], tree: Tree) -> Plan:
    """The same where only some files may differ and all others are known to be as they were made."""
    digests = {**tree.known, **{path: digest(data) for path, data in changes.items()}}
    pending = frozenset(path for path in changes if digests[path] != tree.known.get(path))
    return Plan(Overlay(tree, changes), tree.known, digests, pending, frozenset(), None)


def _obstacle(
    artifacts: Mapping[str, bytes],
    out: Path,
    known: Mapping[str, str],
    pending: frozenset[str],
    gone: frozenset[str],
) -> str | None:
    if not out.is_dir():
        return None
    blocked = (path for path in sorted(folders_of(artifacts) - gone - {"."}) if _is_no_folder(out / path))
    folders = folders_of(known)
    changed = (
        path
        for path in artifacts
        if path in pending and not (path in folders and _gives_way(path, out, gone))
    )
    taken = (path for path in changed if _is_foreign(out / path, path in known))
    return next(blocked, None) or next(taken, None)


def repair_modes(artifacts: Iterable[str], out: Path) -> None:
    """Let everybody read what has the right bytes and the wrong rights, as far as the system allows."""
    if os.name != "posix":
        return
    for path in artifacts:
        _repair(f"{out}/{path}", MODE)
    for folder in folders_of(artifacts):
        _repair(f"{out}/{folder}", FOLDER_MODE)


def _repair(path: str, mode: int) -> None:
    try:
        if os.lstat(path).st_mode & 0o777 != mode:
            os.chmod(path, mode)  # noqa: PTH101  (names as text: there are ten thousand files)
    except OSError:  # somebody else's, or a disk without rights
        return


def _is_there(place: str, path: str, artifacts: Mapping[str, bytes]) -> bool:
    try:
        return stat.S_ISREG(os.lstat(place).st_mode) and Path(place).read_bytes() == artifacts[path]
    except OSError:
        return False


def _is_no_folder(path: Path) -> bool:
    """Whether something else has the name of a folder of the site; a link is never followed."""
    return path.is_symlink() or (path.exists() and not path.is_dir())


def _is_foreign(path: Path, is_known: bool) -> bool:  # noqa: FBT001  (a look-up in the manifest)
    """Whether what has the name of a file of the site was not made by us."""
    return path.is_dir() if is_known else path.is_symlink() or path.exists()


def _gives_way(path: str, out: Path, gone: frozenset[str]) -> bool:
    """Whether what has the name of a file of the site is a folder with nothing but files that go."""
    if not _is_real_folder(out / path):
        return False
    inner = (out / path).rglob("*")
    return all(_is_real_folder(one) or one.relative_to(out).as_posix() in gone for one in inner)


def _is_real_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_ours(out: Path, path: str) -> bool:
    """Whether a name of the manifest is a file within the folder: a manifest may be tampered with."""
    target = out / path
    return path != MANIFEST and target.is_file() and target.parent.resolve().is_relative_to(out.resolve())
