"""Earlier versions of a publication's files, from git where there is one.

Git is only asked to show what it holds: nothing that a repository's settings could make it run is run.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from sitegen.values import dataclass

_QUIET = (
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "log.showSignature=false",
)
_SECONDS = 20
MOST_VERSIONS = 200


@dataclass(frozen=True, slots=True)
class Version:
    """A file as one commit left it."""

    commit: str
    text: str


def versions(root: Path, path: str) -> Iterator[Version]:
    """The versions of a file, the newest first; none where there is no git or it does not know the file."""
    for commit in _git(root, "log", "--format=%h", f"--max-count={MOST_VERSIONS}", "--", path).split():
        text = _git(root, "show", "--no-textconv", "--no-ext-diff", f"{commit}:./{path}")
        if text:
            yield Version(commit, text)


def _git(root: Path, *arguments: str) -> str:
    """What git prints; nothing where it fails."""
    try:
        done = subprocess.run(  # noqa: S603  (a fixed program, arguments are names of files and commits)
            ("git", *_QUIET, *arguments),  # noqa: S607
            cwd=root,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
