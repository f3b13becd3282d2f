"""Good files to be spoilt: a small publication with every form there is, and others to take pieces from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitegen.build.pipeline import link_site
from sitegen.cli.new import starter
from sitegen.exports.agreement import agree
from sitegen.translations_lock import lock_text
from sitegen.world import Memory
from tests.publications import TODAY

TESTS = Path(__file__).parents[1]
FOLDERS = (TESTS / "site/data/every-form", TESTS / "data/zwei")
DE, DE2, RU = "content/de/01-formen.md", "content/de/02-nur-deutsch.md", "content/ru/01-formen.md"
BIB, PLACES, SETTINGS, LOCK = "citations.bib", "places.toml", "sitegen.toml", "translations.lock"
CSV, SVG = "content/assets/werte.csv", "content/assets/bild.svg"
SPOILT = (DE, DE2, RU, "content/de/index.md", BIB, PLACES, SETTINGS, LOCK, CSV, SVG)


@cache
def good() -> Mapping[str, bytes]:
    """The publication that is spoilt. It has no error."""
    files = _files(FOLDERS[0])
    linked = link_site(Memory(files, TODAY), jobs=1)
    lock, _ = agree(linked.publication, linked.inputs.lock)
    return {**files, LOCK: lock_text(lock).encode()}


@cache
def pieces() -> tuple[bytes, ...]:
    """Whole files of all kinds, of which a stretch may land anywhere in another."""
    others = [_files(FOLDERS[1]), starter()]
    listed = [*good().values(), *(data for files in others for _, data in sorted(files.items()))]
    return tuple(dict.fromkeys(data for data in listed if data))


def _files(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
