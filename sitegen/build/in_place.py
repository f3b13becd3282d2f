"""The way without a swap, for a folder that cannot be renamed: its files change one by one.

So it is where the output is a mount point or its parent is not ours to write. All new files are
written first, into a folder within, so that a full disk changes nothing (unless it has no room even for
the name of a new folder); then each takes its name.
The manifest names the files of both sites before the first one changes, and is written again after
the last: a build that is cut off between the two still knows its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sitegen.build.manifest import MANIFEST, PREFIX, manifest_bytes
from sitegen.build.plan import Plan
from sitegen.build.staging import make_folder, remove_tree, write_file
from sitegen.build.swap import flush

STAGE = f"{PREFIX}new"


def change_in_place(plan: Plan, out: Path) -> None:
    """Make the folder what the plan says, file by file."""
    stage = out / STAGE
    make_folder(out)
    remove_tree(stage)
    try:
        make_folder(stage)
        numbered = dict(enumerate(sorted(plan.pending)))
        _stage(plan, numbered, stage)
        flush(stage)
        _change(plan, numbered, out, stage)
    finally:
        remove_tree(stage)


def _stage(plan: Plan, numbered: Mapping[int, str], stage: Path) -> None:
    write_file(stage / "before", manifest_bytes({**plan.known, **plan.digests}))
    write_file(stage / "after", manifest_bytes(plan.digests))
    for number, path in numbered.items():
        write_file(stage / str(number), plan.artifacts[path])


def _change(plan: Plan, numbered: Mapping[int, str], out: Path, stage: Path) -> None:
    (stage / "before").replace(out / MANIFEST)
    for path in sorted(plan.in_the_way):
        _remove(out, path)
    for number, path in numbered.items():
        make_folder((out / path).parent)
        _remove_empty(out / path)
        (stage / str(number)).replace(out / path)
    for path in sorted(plan.gone - plan.in_the_way):
        _remove(out, path)
    (stage / "after").replace(out / MANIFEST)


def _remove_empty(path: Path) -> None:
    """Folders of ours with nothing left in them, where a file takes their name."""
    if path.is_dir() and not path.is_symlink():
        for folder in sorted(path.rglob("*"), reverse=True):
            folder.rmdir()
        path.rmdir()


def _remove(out: Path, path: str) -> None:
    (out / path).unlink()
    for parent in (out / path).parents:
        if parent == out or any(parent.iterdir()):
            break
        parent.rmdir()
