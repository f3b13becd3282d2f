"""Publications whose built pages are looked at: small ones made for it, the starter, the demonstration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from sitegen.build.pipeline import compile_site
from sitegen.cli.new import starter
from sitegen.model.publication import Publication
from sitegen.world import Folder, Memory, World
from tests.site import hostile
from tests.site.dom import Page

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
TODAY = date(2026, 12, 1)


@dataclass(frozen=True)
class Site:
    """A built publication."""

    name: str
    publication: Publication
    artifacts: Mapping[str, bytes]
    warnings: tuple[str, ...]

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        return {path: Page.of(path, data) for path, data in self.artifacts.items() if path.endswith(".html")}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return tuple(edition.language for edition in self.publication.editions)

    def chapters(self) -> list[Page]:
        """The pages of the chapters, edition by edition, in reading order."""
        return [self.pages[page.output] for one in self.publication.editions for page in one.chapters]


def world(name: str) -> World:
    """The files of a sample."""
    if name == "demonstration":
        return Folder.at(ROOT, TODAY)
    if name == "starter":
        return Memory(starter(), TODAY)
    if name == "hostile":
        return Memory(hostile.FILES, TODAY)
    folder = Folder.at(DATA / name, TODAY)
    return Memory({path: folder.read(path) for path in folder.files}, TODAY)


@cache
def site(name: str) -> Site:
    outcome = compile_site(world(name), jobs=1)
    errors = [str(one) for one in outcome.diagnostics if one.severity == "error"]
    assert not errors, errors
    assert outcome.publication
    warnings = tuple(one.code for one in outcome.diagnostics if one.severity == "warning")
    return Site(name, outcome.publication, outcome.artifacts, warnings)


SAMPLES = (
    "demonstration",
    "starter",
    "every-form",
    "author-date",
    "three-languages",
    "one-language",
    "hostile",
)
