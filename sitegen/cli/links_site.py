"""`sitegen links --site`: the links of any built tree of HTML, judged against the names of its files."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import click

from sitegen.build.workers import spread
from sitegen.cli.findings import Telling, failed
from sitegen.cli.language import say
from sitegen.diagnostics.row import N_
from sitegen.links.site.encoding import decoded
from sitegen.links.site.findings import tree_findings
from sitegen.links.site.pages import is_page
from sitegen.links.site.resolution import base_path
from sitegen.links.site.tree import LIMIT, Tree, read_tree
from sitegen.world import build_day


@dataclass(frozen=True)
class TreeWorld:
    """A tree as a world: its pages are shown where something is wrong in them."""

    tree: Tree
    today: date
    symlinks: tuple[str, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(self.tree.pages)

    def read(self, path: str) -> bytes:
        with (self.tree.root / path).open("rb") as file:
            return decoded(file.read(LIMIT)).encode("utf-8", "replace")

    def size(self, path: str) -> int:
        return (self.tree.root / path).stat().st_size


def check_tree(language: str, root: Path, base: str, form: str) -> int:
    """Check a tree, tell what is wrong and return the exit code: 1 where there is an error. `base` is the
    path that the tree is served under; where it is empty, an address that begins with `/` is
    judged only where it climbs above the server.
    """
    if not root.is_dir():
        raise click.UsageError(say(language, N_("There is no folder “{path}”."), path=root))
    started = time.monotonic()
    tree = read_tree(root, base_path(base) if base else None, partial(spread, jobs=None))
    if not tree.unread and not any(map(is_page, tree.files)):
        told = N_("There is no HTML page in the folder “{path}”. Is it the folder of a built site?")
        raise click.UsageError(say(language, told, path=root))
    telling = Telling(language, root, TreeWorld(tree, build_day()), form, started)
    found = tuple(tree_findings(tree))
    counted = sum(page.count for page in tree.pages.values())
    note = say(language, N_("Pages: {pages}, links: {links}."), pages=len(tree.pages), links=counted)
    telling.tell(found, [note])
    return int(failed(found, strict=False))
