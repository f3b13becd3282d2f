"""What every page of one publication is rendered with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from typing import TypeAlias

from sitegen.bibliography import Bibliography, year_suffixes
from sitegen.bibliography.styles import Remembered, Style, style
from sitegen.links_lock import LinksLock
from sitegen.model.alignment import Alignment
from sitegen.model.publication import ChartData, Edition, Page, Publication
from sitegen.pictures import Picture
from sitegen.places import Gazetteer
from sitegen.render.charts.scene import Scene
from sitegen.render.dead_links import DeadLinks
from sitegen.render.facets import Voices, edition_voices
from sitegen.render.kept import Kept
from sitegen.render.source_index import SourceIndex, source_index
from sitegen.render.templates import Templates
from sitegen.settings import Settings
from sitegen.values import dataclass

Drawings: TypeAlias = Mapping[tuple[str, str, ChartData], Scene]
"""The drawing of each chart, by its language, kind and data."""


@dataclass(frozen=True, slots=True)
class Site:
    """The linked publication with its catalogs and templates: read by all pages, changed by none.

    `pages` maps a source path to its page, `by_output` an output file, `alignments` a chapter to
    how its languages answer each other, `suffixes` a language to the ordinals that part works of one
    author and year, `pictures` a content path to the image. `search` says that there is an index.
    `dates` are those that the settings or a published page give, each once, in order.
    `voices` are the quotes of each language, `sources` the list of its sources. What pages share is `kept`:
    a little of many pages; of `recent` ones more.
    """

    publication: Publication
    settings: Settings
    bibliography: Bibliography
    gazetteer: Gazetteer
    templates: Templates
    pictures: Mapping[str, Picture]
    pages: Mapping[str, Page]
    by_output: Mapping[str, Page]
    alignments: Mapping[str, tuple[Alignment, ...]]
    suffixes: Mapping[str, Mapping[str, int]]
    dead: DeadLinks
    styles: Mapping[str, Style]
    drawings: Drawings = field(default_factory=dict)
    dates: Sequence[str] = ()
    search: bool = False
    voices: Mapping[str, Voices] = field(default_factory=dict)
    sources: Mapping[str, SourceIndex] = field(default_factory=dict)
    kept: Kept = field(default_factory=lambda: Kept(20_000), repr=False, compare=False)
    recent: Kept = field(default_factory=lambda: Kept(32), repr=False, compare=False)

    def __reduce__(self) -> tuple[object, ...]:
        """On another machine pages are made, and these name images but hold none."""
        names = {path: picture.without_bytes for path, picture in self.pictures.items()}
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return type(self), tuple({**values, "pictures": names}.values())

    @classmethod
    def of(
        cls,
        publication: Publication,
        settings: Settings,
        bibliography: Bibliography,
        gazetteer: Gazetteer,
        templates: Templates,
        pictures: Mapping[str, Picture],
        links: LinksLock,
        drawings: Drawings | None = None,
        *,
        search: bool = False,
    ) -> Site:
        entries = [bibliography.entries[key] for key in all_keys(publication, settings, bibliography)]
        return cls(
            publication,
            settings,
            bibliography,
            gazetteer,
            templates,
            pictures,
            {page.interface.path: page for edition in publication.editions for page in edition.pages},
            {page.output: page for edition in publication.editions for page in edition.pages},
            _by_chapter(publication),
            {edition.language: year_suffixes(entries, edition.language) for edition in publication.editions},
            DeadLinks.of(links, bibliography),
            {edition.language: Remembered(style(edition.language)) for edition in publication.editions},
            drawings or {},
            sorted(_dates(publication, settings)),
            search,
            {one.language: edition_voices(one, gazetteer) for one in publication.editions},
            {
                one.language: source_index(one, listed_keys(one, settings, bibliography), bibliography)
                for one in publication.editions
            },
        )

    def style(self, language: str) -> Style:
        """The citation style of an edition, which makes each form once."""
        return self.styles[language]

    def edition(self, language: str) -> Edition:
        return next(edition for edition in self.publication.editions if edition.language == language)

    def title(self, language: str) -> tuple[str, str]:
        """The publication's title for an edition, and the language it is in."""
        return self.settings.title.best(language)


def _dates(publication: Publication, settings: Settings) -> set[str]:
    fronts = (page.interface.front_matter for edition in publication.editions for page in edition.pages)
    known = {front.date for front in fronts if front.date and not front.draft}
    return known | {settings.date} if settings.date else known


def _by_chapter(publication: Publication) -> Mapping[str, tuple[Alignment, ...]]:
    found: dict[str, list[Alignment]] = {}
    for one in publication.alignments:
        found.setdefault(one.chapter, []).append(one)
    return {chapter: tuple(alignments) for chapter, alignments in found.items()}


def listed_keys(edition: Edition, settings: Settings, bibliography: Bibliography) -> tuple[str, ...]:
    """The entries that an edition's bibliography lists: those cited, or all (authoring.md)."""
    return tuple(bibliography.entries) if settings.bibliography == "all" else edition.cited


def all_keys(publication: Publication, settings: Settings, bibliography: Bibliography) -> tuple[str, ...]:
    """What any edition lists, in the order of the file. Suffixes of years are made from it, so that
    they are the same in an edition that does not cite everything yet.
    """
    listed = {key for one in publication.editions for key in listed_keys(one, settings, bibliography)}
    return tuple(key for key in bibliography.entries if key in listed)
