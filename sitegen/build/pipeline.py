"""The phases, on one screen: read, parse, link, check, render."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.build.consequences import unread_files, without_consequences
from sitegen.build.inputs import Inputs, read_data, read_inputs, read_pictures
from sitegen.build.phases import parse_all, render_all
from sitegen.checks import check
from sitegen.checks.ignored import without_ignored
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.link import Catalogs, link
from sitegen.model.publication import Publication
from sitegen.render.site import Site
from sitegen.render.templates import Templates
from sitegen.source import Source
from sitegen.world import World

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build has made: no artifacts where there are errors, no publication without settings."""

    publication: Publication | None
    artifacts: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def compile_site(
    world: World, *, drafts: bool = False, jobs: int | None = None, progress: Progress | None = None
) -> Outcome:
    """Compile a publication: all artifacts by their path, and all that is wrong."""
    found: list[Diagnostic] = []
    inputs = read_inputs(world, found)
    unread = unread_files(found)
    documents = parse_all(inputs, world.today, found, jobs=jobs, progress=progress)
    interfaces = [document.interface for document in documents.values()]
    shown = [one for one in interfaces if drafts or not one.front_matter.draft]
    data = read_data(world, shown, found)
    publication, faults = link(interfaces, _catalogs(world, inputs, data, drafts=drafts))
    found.extend(faults)
    found.extend(check(publication, inputs.settings, inputs.bibliography))
    pictures = read_pictures(world, shown, found)
    templates = Templates(inputs.templates)
    found.extend(templates.judge_syntax())
    artifacts: dict[str, bytes] = {}
    if not _failed(found):
        site = Site.of(
            publication, inputs.settings, inputs.bibliography, inputs.gazetteer, templates, pictures
        )
        artifacts = render_all(site, documents, world, found, jobs=jobs, progress=progress)
    told = without_consequences(without_ignored(found, inputs.settings), unread)
    diagnostics = in_order(told)
    return Outcome(publication, {} if _failed(diagnostics) else artifacts, diagnostics)


def _catalogs(world: World, inputs: Inputs, data: Mapping[str, Source], *, drafts: bool) -> Catalogs:
    return Catalogs(
        inputs.settings,
        inputs.bibliography,
        inputs.gazetteer,
        inputs.files,
        data,
        world.today,
        drafts,
    )


def _failed(found: Sequence[Diagnostic]) -> bool:
    return any(one.severity == "error" for one in found)
