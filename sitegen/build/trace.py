"""What a build leaves behind for the next one: enough to make the pages of one chapter again without
reading any other (ARCHITECTURE.md, "Building again").
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from typing import NamedTuple

from sitegen.bibliography import Bibliography
from sitegen.build.documents import Documents
from sitegen.build.inputs import Inputs
from sitegen.build.units import Keys
from sitegen.diagnostics import Diagnostic
from sitegen.links_lock import LinksLock
from sitegen.model.document import FrontMatter, Interface
from sitegen.model.publication import Page
from sitegen.pictures import Picture
from sitegen.places import Gazetteer
from sitegen.render.mentions import mentions
from sitegen.render.site import Drawings, Site
from sitegen.settings import Settings
from sitegen.translations_lock import TranslationsLock
from sitegen.values import dataclass


class Outline(NamedTuple):
    """What the order of chapters, and every link between them, needs to know of one. `digest` and `face` are
    those of its text, `shown` that of its page.
    """

    path: str
    language: str
    stem: str
    title: str
    slug: str | None
    date: str | None
    draft: bool
    partial: bool
    translated_from: str | None
    digest: str
    face: str
    shown: str = ""

    @property
    def interface(self) -> Interface:
        """The chapter without its contents."""
        front = FrontMatter(
            title=self.title,
            slug=self.slug,
            date=self.date,
            draft=self.draft,
            partial=self.partial,
            translated_from=self.translated_from,
        )
        return Interface(self.path, self.language, self.stem, front)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the pages of a chapter are made with beside its text: the catalogs, and what is known of the
    whole. `cited` are each edition's sources, `signs` the signs for several genders that its texts use.
    Images come without their bytes.
    """

    settings: Settings
    bibliography: Bibliography
    gazetteer: Gazetteer
    templates: Mapping[str, str]
    links: LinksLock
    lock: TranslationsLock
    pictures: Mapping[str, Picture]
    drawings: Drawings
    cited: Mapping[str, tuple[str, ...]]
    signs: Mapping[str, frozenset[str]]
    drafts: bool
    search: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """One build that made a site. `texts` are the findings that come of the chapters and of what links them,
    `others` all the rest; nothing is left out of them yet. `keys` are those by which pages are taken over.
    """

    outlines: Mapping[str, Outline]
    surroundings: Surroundings
    texts: tuple[Diagnostic, ...] = ()
    others: tuple[Diagnostic, ...] = ()
    keys: Keys = field(default_factory=dict)

    def unit(self, stems: Collection[str]) -> tuple[Outline, ...]:
        """The chapters of some stems, in all languages."""
        return tuple(one for one in self.outlines.values() if one.stem in stems)


def trace_of(
    site: Site,
    documents: Documents,
    surroundings: Surroundings,
    texts: Sequence[Diagnostic],
    others: Sequence[Diagnostic],
    keys: Keys,
) -> Trace:
    outlines = {
        path: outline(one.interface, one.digest, one.face, site.pages.get(path))
        for path, one in documents.parsed.items()
    }
    return Trace(outlines, surroundings, tuple(texts), tuple(others), keys)


def surroundings_of(
    site: Site, inputs: Inputs, lock: TranslationsLock, signs: Mapping[str, Collection[str]], *, drafts: bool
) -> Surroundings:
    return Surroundings(
        inputs.settings,
        inputs.bibliography,
        inputs.gazetteer,
        inputs.templates,
        inputs.links,
        lock,
        {path: _without_bytes(picture) for path, picture in site.pictures.items()},
        site.drawings,
        {one.language: one.cited for one in site.publication.editions},
        {tag: frozenset(used) for tag, used in signs.items()},
        drafts,
        site.search,
    )


def outline(interface: Interface, digest: str, face: str, page: Page | None) -> Outline:
    front = interface.front_matter
    return Outline(
        interface.path,
        interface.language,
        interface.stem,
        front.title,
        front.slug,
        front.date,
        front.draft,
        front.partial,
        front.translated_from,
        digest,
        face,
        shown(page) if page else "",
    )


def shown(page: Page) -> str:
    """A digest of what other pages show of one that only linking tells: the places that cite each source, by
    which the bibliography leads to them, and the headings that answer its own, whose ids links may use.
    """
    paired = [(one.language, sorted(one.headings.items())) for one in page.counterparts]
    return hashlib.blake2b(repr((paired, mentions(page))).encode(), digest_size=8).hexdigest()


def _without_bytes(picture: Picture) -> Picture:
    return replace(picture, data=b"", variants=tuple(replace(one, data=b"") for one in picture.variants))
