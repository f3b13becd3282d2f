"""One chapter made again: where its words have changed and nothing that other pages show of it, only its own
pages can differ, and only they are made (ARCHITECTURE.md, "Building again").

All chapters are linked as always; those that the changed one does not name stand there as outlines. Whatever
goes beyond that, mistakes and doubtful cases too, is left to a build of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.build.documents import BODY, CHAPTER, Documents, Parsed, Parser
from sitegen.build.garbage import without_collection
from sitegen.build.inputs import read_data
from sitegen.build.phases import render_chapters
from sitegen.build.pipeline import judged
from sitegen.build.rendered import Rendered, read_links
from sitegen.build.store import Sealed, Store
from sitegen.build.template_store import recall_templates
from sitegen.build.trace import Outline, Trace, outline, shown
from sitegen.checks import check
from sitegen.diagnostics import Diagnostic
from sitegen.link import Catalogs, link
from sitegen.links.site.pages import PageLinks
from sitegen.links.site.resolution import target_of
from sitegen.links.site.verdicts import faulty
from sitegen.model.document import Body
from sitegen.model.publication import Publication
from sitegen.parse.gender_signs import gender_signs
from sitegen.render.site import Site
from sitegen.render.templates import Templates
from sitegen.source import Source
from sitegen.translations_lock import TranslationsLock
from sitegen.values import dataclass
from sitegen.world import World, read_source

_CHAPTER = re.compile(r"content/(?P<language>[^/]+)/(?P<stem>[^/]+)\.md")


@dataclass(frozen=True, slots=True)
class Revision:
    """The pages that were made again, all that is to be told of the publication, and the trace for the
    next time. `reasons` say for each page which file it was made again for.
    """

    artifacts: Mapping[str, bytes]
    reasons: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...]
    trace: Trace


@without_collection()
def revise(
    world: World, changed: Sequence[str], trace: Trace, site: Mapping[str, bytes], store: Store
) -> Revision | None:
    """The pages of the `changed` chapters made again, given the site that the last build made. None where
    other pages may be concerned.
    """
    try:
        return _Revision(world, changed, trace, site, store).made()
    except _Beyond:
        return None


class _Beyond(Exception):  # noqa: N818  (no error: the whole is to be built)
    """What has changed may show on other pages."""


def _only_if(condition: object) -> None:
    if not condition:
        raise _Beyond


class _Revision:
    """The steps of one revision, in their order."""

    def __init__(
        self, world: World, changed: Sequence[str], trace: Trace, site: Mapping[str, bytes], store: Store
    ) -> None:
        self.world, self.trace, self.site, self.store = world, trace, site, store
        self.around = trace.surroundings
        _only_if(not self.around.search)
        stems = {_stem(path) for path in changed}
        self.unit = {one.path: one for one in trace.unit(stems)}
        _only_if(self.unit.keys() >= set(changed) and "index" not in stems)
        self.sources = {path: self._source(path) for path in self.unit}
        self.fresh = {path: self._parsed(path) for path in changed}

    def made(self) -> Revision:
        parsed = {**self._kept(self.unit.keys() - self.fresh.keys()), **self._values()}
        publication, texts = self._linked(parsed)
        recall_templates(self.store)
        site = self._site(publication)
        found: list[Diagnostic] = []
        rendered = render_chapters(site, Documents(parsed, self._body), self.unit.keys(), found)
        _only_if(not found and rendered.artifacts.keys() <= self.site.keys())
        self.outputs = rendered.artifacts.keys()
        self._judge_links(rendered)
        trace = self._next(parsed, texts)
        outcome = judged([*trace.others, *trace.texts], self.around.settings)
        self.store.put(CHAPTER, {parsed[path].digest: one[0] for path, one in self.fresh.items()})
        self.store.put(BODY, {parsed[path].digest: one[1] for path, one in self.fresh.items()})
        return Revision(rendered.artifacts, rendered.reasons, outcome.diagnostics, outcome.remarks, trace)

    def _source(self, path: str) -> Source:
        source, found = read_source(self.world, path)
        if source is None or found:
            raise _Beyond
        return source

    def _parsed(self, path: str) -> tuple[Sealed, Sealed]:
        """A changed chapter, which shows the same to others as before."""
        parser = Parser(self.around.settings, self.world.today)
        chapter, body = parser.sealed((self.unit[path].language, self.sources[path]))
        parsed: Parsed = chapter.value
        _only_if(parsed.is_read and parsed.face == self.unit[path].face)
        _only_if(all(one.severity != "error" for one in parsed.found))
        return chapter, body

    def _values(self) -> dict[str, Parsed]:
        return {path: chapter.value for path, (chapter, _) in self.fresh.items()}

    def _kept(self, paths: Iterable[str]) -> dict[str, Parsed]:
        """Chapters that have not changed."""
        outlines = [self.trace.outlines[path] for path in paths]
        known = {name: self.store.get(CHAPTER, name) for name in (one.digest for one in outlines)}
        _only_if(all(one is not None and one.holds(self.world.today) for one in known.values()))
        return {one.path: known[one.digest] for one in outlines}

    def _body(self, path: str) -> Body:
        if path in self.fresh:
            return self.fresh[path][1].value  # type: ignore[no-any-return]
        body: Body | None = self.store.get(BODY, self.unit[path].digest)
        if body is None:
            raise _Beyond
        return body

    def _linked(self, parsed: Mapping[str, Parsed]) -> tuple[Publication, tuple[Diagnostic, ...]]:
        """The publication with all that these chapters name, and what is now found in them."""
        known = {**self._kept(self._named(parsed) - parsed.keys()), **parsed}
        interfaces = [
            known[path].interface if path in known else one.interface
            for path, one in self.trace.outlines.items()
        ]
        publication, faults = link(interfaces, self._catalogs(parsed))
        self.pages = {
            page.interface.path: page
            for edition in publication.editions
            for page in edition.pages
            if page.interface.path in self.unit
        }
        _only_if(all(shown(page) == self.unit[path].shown for path, page in self.pages.items()))
        checked = check(publication, self.around.settings, self.around.bibliography, self.around.links)
        found = [*(one for each in parsed.values() for one in each.found), *faults, *checked]
        texts = tuple(one for one in found if one.span.path in self.unit)
        _only_if(all(one.severity != "error" for one in texts))
        _only_if(not any(one.code == "LNG009" for one in self.trace.texts) and self._signs_are_alike())
        return publication, texts

    def _named(self, parsed: Mapping[str, Parsed]) -> set[str]:
        """The chapters that links of these lead to, in all languages."""
        files = {one.file for each in parsed.values() for one in each.interface.references}
        stems = {match["stem"] for file in files if (match := _CHAPTER.fullmatch(file))}
        return {one.path for one in self.trace.unit(stems)}

    def _catalogs(self, parsed: Mapping[str, Parsed]) -> Catalogs:
        around, ours = self.around, {one.stem for one in self.unit.values()}
        data = read_data(self.world, [one.interface for one in parsed.values()], [])
        lines = {key: agreed for key, agreed in around.lock.lines.items() if key[0] in ours}
        return Catalogs(
            around.settings,
            around.bibliography,
            around.gazetteer,
            frozenset(self.world.files),
            data,
            self.world.today,
            around.drafts,
            TranslationsLock(lines),
        )

    def _signs_are_alike(self) -> bool:
        """Whether the texts use no other signs for several genders than those of their language."""
        used = gender_signs((self.unit[path].language, self.sources[path]) for path in self.fresh)
        return all(self.around.signs.get(tag, frozenset()) >= signs.keys() for tag, signs in used.items())

    def _site(self, publication: Publication) -> Site:
        around = self.around
        editions = tuple(replace(one, cited=around.cited[one.language]) for one in publication.editions)
        return Site.of(
            replace(publication, editions=editions),
            around.settings,
            around.bibliography,
            around.gazetteer,
            Templates(around.templates),
            around.pictures,
            around.links,
            around.drawings,
            search=around.search,
        )

    def _judge_links(self, rendered: Rendered) -> None:
        """Every link of the new pages leads somewhere, and what may lead to them still does."""
        pages = {output: self._news(output, links) for output, links in rendered.links.items()}
        targets = [target_of(one) for links in pages.values() for one in (*links.led, *links.loaded)]
        _only_if(all(one and one.path in self.site for one in targets))
        outside = {one.path for one in targets if one} - pages.keys()
        for file in outside:
            there = read_links(file, self.site[file], self.around.settings.url)
            if there is not None:
                pages[file] = replace(there, led=(), loaded=(), twice=frozenset())
        _only_if(not any(faulty(self.site, pages)))

    def _news(self, output: str, links: PageLinks) -> PageLinks:
        """The links of a page but those that led to other chapters before, and were found to be right."""
        old = read_links(output, self.site[output], self.around.settings.url)
        if old is None or links.twice or (self._is_custom and not old.anchors <= links.anchors):
            raise _Beyond
        right = {one for one in (*old.led, *old.loaded) if not self._is_of_unit(one)}
        led, loaded = (tuple(one for one in some if one not in right) for some in (links.led, links.loaded))
        return replace(links, led=led, loaded=loaded)

    @property
    def _is_custom(self) -> bool:
        """Whether pages may hold links to other places than ours have: the ids of plain passages."""
        return bool(self.around.settings.html or self.around.templates)

    def _is_of_unit(self, told: str) -> bool:
        target = target_of(told)
        return target is not None and target.path in self.outputs

    def _next(self, parsed: Mapping[str, Parsed], texts: tuple[Diagnostic, ...]) -> Trace:
        """The trace with these chapters as they are now."""
        kept = tuple(one for one in self.trace.texts if one.span.path not in self.unit)
        others = (*kept, *self.trace.others)
        _only_if(not any(one.span.path in self.unit for one in self.trace.others))
        _only_if(not any(near.span.path in self.unit for one in others for near in one.related))
        renewed = {
            path: outline(one.interface, one.digest, one.face, self.pages.get(path))
            for path, one in parsed.items()
        }
        outlines: dict[str, Outline] = {**self.trace.outlines, **renewed}
        keys = {path: key for path, key in self.trace.keys.items() if path not in self.unit}
        return replace(self.trace, outlines=outlines, texts=(*kept, *texts), keys=keys)


def _stem(path: str) -> str:
    match = _CHAPTER.fullmatch(path)
    _only_if(match)
    return match["stem"] if match else ""
