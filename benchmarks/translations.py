"""How long it takes to align all chapters of a publication: `python benchmarks/translations.py DIR`.

Make the folder with `corpus.py`. Printed are seconds of processor time in one process: the digests of all
blocks (while parsing), the alignment without and with a lock, agreeing, and reading the lock back.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import TypeVar

from sitegen.build.pipeline import link_site
from sitegen.exports.agreement import agree
from sitegen.link.translations import bind_translations
from sitegen.parse import blocks
from sitegen.source import Source
from sitegen.translations_lock import lock_text, read_lock
from sitegen.world import Folder

OUTLINE = "outline"
"""The function that makes the digests, as `parse.blocks` calls it."""

Result = TypeVar("Result")
spent = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    setattr(blocks, OUTLINE, _counted(getattr(blocks, OUTLINE)))
    linked = link_site(Folder.at(folder), jobs=1)
    print(f"digests of all blocks  {spent:6.2f}")
    editions, lock = linked.publication.editions, linked.inputs.lock
    _timed("alignment", lambda: bind_translations(editions, lock))
    lock, _ = _timed("agreeing", lambda: agree(linked.publication, lock))
    text = lock_text(lock)
    _timed("reading the lock", lambda: read_lock(Source.of("translations.lock", text)))
    _timed("alignment with a lock", lambda: bind_translations(editions, lock))


def _counted(function: Callable[..., Result]) -> Callable[..., Result]:
    def counted(*arguments: object) -> Result:
        global spent  # noqa: PLW0603
        start = process_time()
        result = function(*arguments)
        spent += process_time() - start
        return result

    return counted


def _timed(name: str, function: Callable[[], Result]) -> Result:
    start = process_time()
    result = function()
    print(f"{name:22} {process_time() - start:6.2f}")
    return result


if __name__ == "__main__":
    main()
