"""The phases, on one screen: read, parse, link, check, render."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from sitegen.build.consequences import unread_files, without_consequences
from sitegen.build.documents import Documents, parse_all
from sitegen.build.drawing import draw_charts
from sitegen.build.garbage import without_collection
from sitegen.build.inputs import Inputs, picture_uses, read_data, read_inputs, read_pictures
from sitegen.build.origins import Origins
from sitegen.build.phases import render_all, with_files
from sitegen.build.rendered import judge_rendered
from sitegen.build.search_index import begun, can_search
from sitegen.build.spool import Spool
from sitegen.build.store import Store
from sitegen.build.template_store import prepare_templates
from sitegen.build.trace import Trace, surroundings_of, trace_of
from sitegen.build.units import Earlier, unit_keys
from sitegen.build.variants import judge_weights, with_variants
from sitegen.build.workers import Jobs
from sitegen.checks import check
from sitegen.checks.ignored import without_ignored
from sitegen.checks.publishing import is_remark
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.link import Catalogs, link
from sitegen.link.renames import with_renames
from sitegen.model.document import Interface
from sitegen.model.publication import Publication
from sitegen.parse.gender_signs import gender_signs, judge_gender_signs
from sitegen.pictures import Picture
from sitegen.render.site import Site
from sitegen.render.templates import Templates
from sitegen.settings import Settings
from sitegen.source import Source
from sitegen.translations_lock import TranslationsLock
from sitegen.values import dataclass
from sitegen.world import World

Progress = Callable[[str, int, int], None]

NOTHING = Earlier({}, {})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build has made: no artifacts where there are errors, no publication without settings.
    `remarks` say what a site that is written lacks, though nothing is wrong. `reasons` give for each
    artifact the file that it is made from, `trace` is what the next build may start from.
    """

    publication: Publication | None
    artifacts: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    trace: Trace | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Linked:
    """A publication that is read and linked, neither checked nor rendered. `read` is what was found in
    reading the files, `said` in the texts of the chapters and in linking them.
    """

    inputs: Inputs
    documents: Documents
    publication: Publication
    read: tuple[Diagnostic, ...]
    said: tuple[Diagnostic, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return (*self.read, *self.said)

    @property
    def lock(self) -> TranslationsLock:
        """What was agreed on, under the names that the chapters have now."""
        return with_renames(self.inputs.lock, self.documents.interfaces)


@without_collection()
def link_site(
    world: World,
    *,
    drafts: bool = False,
    jobs: Jobs = None,
    progress: Progress | None = None,
    store: Store | None = None,
) -> Linked:
    """Read, parse and link: all that a command needs which makes no pages. What the store knows of an earlier
    build is not done again.
    """
    read: list[Diagnostic] = []
    said: list[Diagnostic] = []
    store = store or Store()
    inputs = read_inputs(world, read)
    documents = parse_all(inputs, world.today, said, store, jobs=jobs, progress=progress)
    data = read_data(world, _shown(documents, drafts=drafts), read)
    publication, faults = link(documents.interfaces, _catalogs(world, inputs, data, drafts=drafts))
    return Linked(inputs, documents, publication, tuple(read), (*said, *faults))


@without_collection()
def compile_site(
    world: World,
    *,
    drafts: bool = False,
    jobs: Jobs = None,
    progress: Progress | None = None,
    search: bool = False,
    store: Store | None = None,
    others: str = "",
    earlier: Earlier = NOTHING,
) -> Outcome:
    """Compile a publication: all artifacts by their path, and all that is wrong. `search` makes the pages of
    search and their index, where the publication wants them. `others` is a digest of all that is read but the
    chapters (last_build.py); with it, pages of an `earlier` site are taken where they would be the same.
    """
    linked = link_site(world, drafts=drafts, jobs=jobs, progress=progress, store=store)
    inputs, documents, publication = linked.inputs, linked.documents, linked.publication
    signs = gender_signs(inputs.chapters)
    texts = [*linked.said, *judge_gender_signs(signs)]
    texts.extend(check(publication, inputs.settings, inputs.bibliography, inputs.links))
    found = list(linked.read)
    pictures = read_pictures(world, _shown(documents, drafts=drafts), found)
    templates = Templates(inputs.templates)
    found.extend(templates.judge_syntax())
    if _failed((*found, *texts)):
        return replace(judged([*found, *texts], inputs.settings), publication=publication)
    pictures = with_variants(pictures, world.files, jobs=jobs)
    found.extend(judge_weights(pictures, picture_uses(_shown(documents, drafts=drafts))))
    site = _site(linked, templates, pictures, found, search=search)
    prepare_templates(templates, store or Store())
    spool = Spool(store.folder if store else None)
    keys = unit_keys(site, documents, others) if others else {}
    with begun(site, documents) as index:
        rendered = render_all(
            site, documents, world, found, spool, keys=keys, earlier=earlier, jobs=jobs, progress=progress
        )
        if index and not _failed(found):
            rendered = with_files(rendered, spool, index.files(), found)
    if not _failed(found):
        found.extend(judge_rendered(rendered, Origins.of(site, inputs.chapters)))
    outcome = replace(judged([*found, *texts], inputs.settings), publication=publication)
    if _failed(outcome.diagnostics):
        return outcome
    around = surroundings_of(site, inputs, linked.lock, signs, drafts=drafts)
    trace = trace_of(site, documents, around, texts, found, keys)
    return replace(outcome, artifacts=spool, reasons=rendered.reasons, trace=trace)


def _site(
    linked: Linked,
    templates: Templates,
    pictures: Mapping[str, Picture],
    found: list[Diagnostic],
    *,
    search: bool,
) -> Site:
    inputs = linked.inputs
    return Site.of(
        linked.publication,
        inputs.settings,
        inputs.bibliography,
        inputs.gazetteer,
        templates,
        pictures,
        inputs.links,
        draw_charts(linked.publication, found),
        search=can_search(inputs.settings, found, wanted=search),
    )


def judged(found: Sequence[Diagnostic], settings: Settings) -> Outcome:
    """What is told of all that was found: no consequences, nothing that is ignored, in order."""
    told = without_consequences(without_ignored(found, settings), unread_files(found))
    diagnostics = in_order(one for one in told if not is_remark(one))
    return Outcome(None, {}, diagnostics, in_order(one for one in told if is_remark(one)))


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
