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
from sitegen.model.document import Document, Interface
from sitegen.model.publication import Publication
from sitegen.parse.gender_signs import judge_gender_signs
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


@dataclass(frozen=True, slots=True)
class Linked:
    """A publication that is read and linked, neither checked nor rendered."""

    inputs: Inputs
    documents: Mapping[str, Document]
    publication: Publication
    diagnostics: tuple[Diagnostic, ...]


def link_site(
    world: World, *, drafts: bool = False, jobs: int | None = None, progress: Progress | None = None
) -> Linked:
    """Read, parse and link: all that a command needs which makes no pages."""
    found: list[Diagnostic] = []
    inputs = read_inputs(world, found)
    documents = parse_all(inputs, world.today, found, jobs=jobs, progress=progress)
    data = read_data(world, _shown(documents, drafts=drafts), found)
    interfaces = [document.interface for document in documents.values()]
    publication, faults = link(interfaces, _catalogs(world, inputs, data, drafts=drafts))
    return Linked(inputs, documents, publication, (*found, *faults))


def compile_site(
    world: World, *, drafts: bool = False, jobs: int | None = None, progress: Progress | None = None
) -> Outcome:
    """Compile a publication: all artifacts by their path, and all that is wrong."""
    linked = link_site(world, drafts=drafts, jobs=jobs, progress=progress)
    inputs, documents, publication = linked.inputs, linked.documents, linked.publication
    found = list(linked.diagnostics)
    unread = unread_files(found)
    found.extend(judge_gender_signs(inputs.chapters))
    found.extend(check(publication, inputs.settings, inputs.bibliography))
    pictures = read_pictures(world, _shown(documents, drafts=drafts), found)
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


def _shown(documents: Mapping[str, Document], *, drafts: bool) -> list[Interface]:
    interfaces = (document.interface for document in documents.values())
    return [one for one in interfaces if drafts or not one.front_matter.draft]


def _catalogs(world: World, inputs: Inputs, data: Mapping[str, Source], *, drafts: bool) -> Catalogs:
    return Catalogs(
        inputs.settings,
        inputs.bibliography,
        inputs.gazetteer,
        inputs.files,
        data,
        world.today,
        drafts,
        inputs.lock,
    )


def _failed(found: Sequence[Diagnostic]) -> bool:
    return any(one.severity == "error" for one in found)
