"""All that a build reads: files of the world, each once, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.bibliography import Bibliography, read
from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.links_lock import LIMIT as LINKS_LIMIT
from sitegen.links_lock import PATH as LINKS
from sitegen.links_lock import LinksLock, read_links_lock
from sitegen.model.document import Interface
from sitegen.parse.characters import judge_characters, judge_direction, judge_names
from sitegen.pictures import Fault, Picture, read_picture
from sitegen.places import Gazetteer, read_places
from sitegen.settings import Settings, read_settings
from sitegen.source import Source, Span
from sitegen.translations_lock import LIMIT as LOCK_LIMIT
from sitegen.translations_lock import PATH as LOCK
from sitegen.translations_lock import TranslationsLock, read_lock
from sitegen.values import dataclass
from sitegen.world import World, read_source

BIB = "citations.bib"
BIB_LIMIT = 8_000_000
PLACES = "places.toml"
SETTINGS = "sitegen.toml"
TEMPLATES = "templates/"
DATA_LIMIT = 1_000_000
PICTURE_LIMIT = 20_000_000


@dataclass(frozen=True, slots=True)
class Inputs:
    """Settings, sources, places, templates, what was agreed on, the texts of all chapters, and what is
    known of external addresses.
    """

    settings: Settings
    bibliography: Bibliography
    gazetteer: Gazetteer
    templates: Mapping[str, str]
    chapters: tuple[tuple[str, Source], ...]
    files: frozenset[str]
    lock: TranslationsLock
    links: LinksLock


def read_inputs(world: World, found: list[Diagnostic]) -> Inputs:
    settings = _settings(world, found)
    bib = _optional(world, BIB, found, BIB_LIMIT)
    bibliography = Bibliography()
    if bib:
        found.extend(judge_direction(bib))
        bibliography, faults = read(bib, settings.languages)
        found.extend(faults)
    gazetteer, faults = read_places(_optional(world, PLACES, found), settings)
    found.extend(faults)
    lock, faults = read_lock(_optional(world, LOCK, found, LOCK_LIMIT))
    found.extend(faults)
    links, faults = read_links_lock(_optional(world, LINKS, found, LINKS_LIMIT))
    found.extend(faults)
    found.extend(report("SRC004", Span(path), path=path) for path in world.symlinks if _matters(path))
    found.extend(judge_names(path for path in world.files if path.startswith(("content/", TEMPLATES))))
    return Inputs(
        settings,
        bibliography,
        gazetteer,
        _templates(world, found),
        tuple(_chapters(world, settings, found)),
        frozenset(world.files),
        lock,
        links,
    )


def read_data(world: World, interfaces: Iterable[Interface], found: list[Diagnostic]) -> dict[str, Source]:
    """The CSV files that charts name, as far as they exist."""
    names = {one.chart.data for interface in interfaces for one in interface.floats if one.chart}
    data: dict[str, Source] = {}
    for name in sorted(names & set(world.files)):
        source, faults = read_source(world, name, DATA_LIMIT)
        found.extend(faults)
        if source:
            found.extend(judge_characters(source))
            data[name] = source
    return data


def picture_uses(interfaces: Iterable[Interface]) -> dict[str, Span]:
    """The images that chapters show, each with the place where it is first used."""
    uses: dict[str, Span] = {}
    for interface in interfaces:
        for image in interface.images:
            uses.setdefault(image.file, image.span)
    return uses


def read_pictures(
    world: World, interfaces: Iterable[Interface], found: list[Diagnostic]
) -> dict[str, Picture]:
    """The images that chapters show; each fault is told once, where the image is first used."""
    uses = picture_uses(interfaces)
    pictures: dict[str, Picture] = {}
    files = set(world.files)
    for path, span in uses.items():
        if path in files and path.startswith("content/"):
            _read_picture(world, path, span, pictures, found)
        else:
            found.append(_missing(path, span, files))
    return pictures


def _missing(path: str, span: Span, files: set[str]) -> Diagnostic:
    images = sorted(name for name in files if name.startswith("content/") and not name.endswith(".md"))
    near = next((name for name in images if name.casefold() == path.casefold()), None)
    return report("FIG001", span, file=path, nearest=near or nearest(path, images))


def _read_picture(
    world: World, path: str, span: Span, pictures: dict[str, Picture], found: list[Diagnostic]
) -> None:
    try:
        size = world.size(path)
        if size > PICTURE_LIMIT:
            found.append(report("SRC002", span, size=f"{size:,}", limit=f"{PICTURE_LIMIT:,}"))
            return
        data = world.read(path)
    except OSError as error:
        found.append(report("FIG012", span, file=path, reason=error.strerror or str(error)))
        return
    picture = read_picture(path, data)
    if isinstance(picture, Fault):
        found.append(picture_fault(picture, path, span))
    else:
        pictures[path] = picture


def picture_fault(fault: Fault, path: str, span: Span) -> Diagnostic:
    args: dict[str, Any] = {"file": path, **fault.args}
    return report(fault.code, span, **args)


def _settings(world: World, found: list[Diagnostic]) -> Settings:
    source = _optional(world, SETTINGS, found)
    settings, faults = read_settings(source, language_folders(world), world.today)
    if not (source is None and SETTINGS in world.files):
        found.extend(faults)
    return settings


def language_folders(world: World) -> tuple[str, ...]:
    """Folders of content/ that hold texts."""
    paths = (path.split("/") for path in world.files)
    return tuple(sorted({parts[1] for parts in paths if _is_text(parts)}))


def _is_text(parts: list[str]) -> bool:
    return len(parts) == 3 and parts[0] == "content" and parts[2].endswith(".md")


def _optional(world: World, path: str, found: list[Diagnostic], limit: int = DATA_LIMIT) -> Source | None:
    if path not in world.files:
        return None
    source, faults = read_source(world, path, limit)
    found.extend(faults)
    return source


def _chapters(world: World, settings: Settings, found: list[Diagnostic]) -> Iterable[tuple[str, Source]]:
    for path in world.files:
        parts = path.split("/")
        if (
            len(parts) == 3
            and parts[0] == "content"
            and parts[1] in settings.languages
            and path.endswith(".md")
        ):
            source, faults = read_source(world, path)
            found.extend(faults)
            if source:
                yield parts[1], source


def _templates(world: World, found: list[Diagnostic]) -> dict[str, str]:
    templates: dict[str, str] = {}
    for path in world.files:
        if path.startswith(TEMPLATES) and path.endswith((".html", ".css")):
            source, faults = read_source(world, path)
            found.extend(faults)
            if source:
                found.extend(judge_characters(source))
                templates[path.removeprefix(TEMPLATES)] = source.text
    return templates


def _matters(path: str) -> bool:
    return path.startswith(("content", TEMPLATES.rstrip("/"))) or path in {SETTINGS, PLACES, BIB, LOCK, LINKS}
