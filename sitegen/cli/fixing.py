"""What `check --fix` writes and `check --diff` shows."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.atomic import replace_file
from sitegen.build.mending import Mended, MendedFile
from sitegen.catalogs import MESSAGES, translation
from sitegen.cli.language import reason, say
from sitegen.diagnostics.messages import visible
from sitegen.diagnostics.row import N_

_NO_END = "\\ No newline at end of file\n"


def write_mended(root: Path, mended: Mended, language: str) -> tuple[list[str], list[str]]:
    """Write each mended file whole. What was mended, and what could not be written."""
    done: list[str] = []
    failed: list[str] = []
    for path, file in mended.files.items():
        refusal = _refusal(root, path, file, language)
        if refusal:
            failed.append(refusal)
        else:
            done.append(_told(path, mended, language))
    return done, failed


def unified_diff(files: Mapping[str, MendedFile]) -> str:
    """What would change, as `git apply` and `patch -p1` read it."""
    text = "".join(line for path, file in files.items() for line in _diff(path, file))
    return _quiet(text) if sys.stdout.isatty() else text


def _refusal(root: Path, path: str, file: MendedFile, language: str) -> str:
    """Why a file was not written; empty if it was."""
    target = root / path
    try:
        if target.resolve() != root.resolve() / path:
            return say(language, N_("{path}: it is a link to another place, and was not changed."), path=path)
        if target.read_bytes() != file.before:
            return say(language, N_("{path}: it has changed meanwhile, and was not mended."), path=path)
        replace_file(target, file.after)
    except OSError as error:
        text = N_("The file “{path}” cannot be written: {reason}.")
        return say(language, text, path=path, reason=reason(language, error))
    return ""


def _told(path: str, mended: Mended, language: str) -> str:
    ours = [one for one in mended.findings if one.fix and one.fix.span.path == path]
    codes = ", ".join(sorted({one.code for one in ours}))
    text = translation(MESSAGES, language).ngettext(
        "{path}: {count} place mended ({codes}).", "{path}: {count} places mended ({codes}).", len(ours)
    )
    return text.format(path=path, count=len(ours), codes=codes)


def _diff(path: str, file: MendedFile) -> Iterator[str]:
    lines = difflib.unified_diff(_lines(file.before), _lines(file.after), f"a/{path}", f"b/{path}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_NO_END}"


def _lines(data: bytes) -> list[str]:
    """Lines as version control counts them: they end in a line feed and nothing else."""
    parts = data.decode().split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _quiet(text: str) -> str:
    """For a terminal: what steers it is written out."""
    return "\n".join(visible(line.rstrip("\r")) for line in text.split("\n"))
