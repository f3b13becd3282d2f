"""`sitegen new DIR`: a small, complete publication to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from sitegen.cli.language import Command, reason, say
from sitegen.cli.terminal import put_text
from sitegen.diagnostics.row import N_
from sitegen.version import VERSION

DOTTED = {"gitignore": ".gitignore", "github": ".github"}
"""Names that packages do not carry well are kept without their dot."""

_VERSIONED = ".yml"
_PLACEHOLDER = b"{{ version }}"


@click.command("new", cls=Command, help=N_("Make a small, complete publication in the new folder DIR."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.pass_obj
def command(language: str, folder: Path) -> int:
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            text = N_("“{path}” exists already and is not an empty folder.")
            raise click.ClickException(say(language, text, path=folder))
        _copy(folder)
    except OSError as error:
        text = N_("“{path}” cannot be written: {reason}.")
        raise click.ClickException(
            say(language, text, path=folder, reason=reason(language, error))
        ) from error
    put_text(_next(folder, language))
    return 0


def starter() -> dict[str, bytes]:
    """The files of the new publication, by their path in it."""
    return {path: _stamped(path, data) for path, data in sorted(_walk(files("sitegen") / "starter", ""))}


def _copy(folder: Path) -> None:
    for path, data in starter().items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.name == "__pycache__":
            continue
        path = prefix + DOTTED.get(entry.name, entry.name)
        if entry.is_dir():
            yield from _walk(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()


def _stamped(path: str, data: bytes) -> bytes:
    """Workflows install the version that made them."""
    return data.replace(_PLACEHOLDER, VERSION.encode()) if path.endswith(_VERSIONED) else data


def _next(folder: Path, language: str) -> str:
    lines = [
        say(language, N_("The publication is in {path}. Next:"), path=folder),
        "",
        f"  cd {folder}",
        "  sitegen serve",
    ]
    return "\n".join(lines) + "\n"
