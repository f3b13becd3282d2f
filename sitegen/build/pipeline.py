"""The phases, on one screen: read, parse, link, check, render."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.build.consequences import unread_files, without_consequences
from sitegen.build.documents import Documents, parse_all
from sitegen.build.drawing import draw_charts
from sitegen.build.garbage import without_collection
from sitegen.build.inputs import Inputs, picture_uses, read_data, read_inputs, read_pictures
from sitegen.build.origins import Origins
from sitegen.build.phases import render_all
from sitegen.build.rendered import judge_rendered
from sitegen.build.search_index import begun, can_search
from sitegen.build.store import Store
from sitegen.build.variants import judge_weights, with_variants
from sitegen.checks import check
from sitegen.checks.ignored import without_ignored
from sitegen.checks.publishing import is_remark
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.link import Catalogs, link
from sitegen.link.renames import with_renames
from sitegen.model.document import Interface
from sitegen.model.publication import Publication
from sitegen.parse.gender_signs import judge_gender_signs
from sitegen.render.site import Site
from sitegen.render.templates import Templates
from sitegen.source import Source
from sitegen.translations_lock import TranslationsLock
from sitegen.world import World

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build has made: no artifacts where there are errors, no publication without settings.
    `remarks` say what a site that is written lacks, though nothing is wrong.
    """

    publication: Publication | None
    artifacts: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A publication that is read and linked, neither checked nor rendered."""

    inputs: Inputs
    documents: Documents
    publication: Publication
    diagnostics: tuple[Diagnostic, ...]

    @property
    def lock(self) -> TranslationsLock:
        """What was agreed on, under the names that the chapters have now."""
        return with_renames(self.inputs.lock, self.documents.interfaces)


@without_collection()
def link_site(
    world: World,
    *,
    drafts: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
    store: Store | None = None,
) -> Linked:
    """Read, parse and link: all that a command needs which makes no pages. What the store knows of an earlier
    build is not done again.
    """
    found: list[Diagnostic] = []
    store = store or Store()
    inputs = read_inputs(world, found)
    documents = parse_all(inputs, world.today, found, store, jobs=jobs, progress=progress)
    data = read_data(world, _shown(documents, drafts=drafts), found)
    publication, faults = link(documents.interfaces, _catalogs(world, inputs, data, drafts=drafts))
    return Linked(inputs, documents, publication, (*found, *faults))


@without_collection()
def compile_site(
    world: World,
    *,
    drafts: bool = False,
    jobs: int | None = None,
    progress: Progress | None = None,
    search: bool = False,
    store: Store | None = None,
) -> Outcome:
    """Compile a publication: all artifacts by their path, and all that is wrong. `search` makes the pages of
    search and their index, where the publication wants them.
    """
    linked = link_site(world, drafts=drafts, jobs=jobs, progress=progress, store=store)
    inputs, documents, publication = linked.inputs, linked.documents, linked.publication
    found = list(linked.diagnostics)
    unread = unread_files(found)
    found.extend(judge_gender_signs(inputs.chapters))
    found.extend(check(publication, inputs.settings, inputs.bibliography, inputs.links))
    pictures = read_pictures(world, _shown(documents, drafts=drafts), found)
    templates = Templates(inputs.templates)
    found.extend(templates.judge_syntax())
    artifacts: Mapping[str, bytes] = {}
    if not _failed(found):
        pictures = with_variants(pictures, world.files, jobs=jobs)
        found.extend(judge_weights(pictures, picture_uses(_shown(documents, drafts=drafts))))
        site = Site.of(
            publication,
            inputs.settings,
            inputs.bibliography,
            inputs.gazetteer,
            templates,
            pictures,
            inputs.links,
            draw_charts(publication, found),
            search=can_search(inputs.settings, found, wanted=search),
        )
        with begun(site, documents) as index:
            rendered = render_all(site, documents, world, found, jobs=jobs, progress=progress)
            artifacts = rendered.artifacts
            if index and not _failed(found):
                artifacts = {**artifacts, **index.files()}
        if not _failed(found):
            found.extend(judge_rendered(rendered, Origins.of(site, inputs.chapters)))
    told = without_consequences(without_ignored(found, inputs.settings), unread)
    diagnostics = in_order(one for one in told if not is_remark(one))
    remarks = in_order(one for one in told if is_remark(one))
    return Outcome(publication, {} if _failed(diagnostics) else artifacts, diagnostics, remarks)


def _shown(documents: Documents, *, drafts: bool) -> list[Interface]:
    return [one for one in documents.interfaces if drafts or not one.front_matter.draft]


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
