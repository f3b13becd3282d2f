"""places.toml: every place, once, in every language (authoring.md, A publication is a folder)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field

from sitegen import languages
from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.model.texts import Texts
from sitegen.schema import NUMBER, WHOLE, Codes, Reading, shown, unworded
from sitegen.settings import Settings
from sitegen.source import Source, Span
from sitegen.toml_source import read_toml
from sitegen.tree import Array, Entry, Scalar, Table, Value
from sitegen.values import dataclass

KEYS = ("name", "aliases", "region", "country", "population", "lat", "lon")

MOST = 100_000_000
"""People in the largest place that there is, with room to spare."""

CODES = Codes(
    unknown_key="PLC002",
    wrong_type="PLC003",
    language="PLC011",
    empty="PLC012",
    control="PLC013",
)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `country` is an ISO 3166-1 code, `lat` and `lon` are decimal degrees."""

    id: str
    name: Texts
    span: Span
    aliases: tuple[str, ...] = ()
    region: Texts = Texts()
    country: str = ""
    population: int | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """All that an author may call it: the id, the names, the aliases."""
        return (self.id, *(name for _, name in self.name.values), *self.aliases)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All places, in the order of the file; `ids` maps every spelling, folded, to the place's id."""

    places: Mapping[str, Place] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)

    def find(self, name: str) -> Place | None:
        """The place of an id, a name in any language or an alias; case is ignored."""
        identifier = self.ids.get(folded(name))
        return self.places[identifier] if identifier else None

    def names(self) -> tuple[str, ...]:
        """Every spelling that finds a place: for suggestions."""
        return tuple(sorted({name for place in self.places.values() for name in place.spellings}))


def folded(name: str) -> str:
    """A name as it is compared: without case, in Unicode form NFC, any blanks as one space."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", name).casefold().split()))


def read_places(source: Source | None, settings: Settings) -> tuple[Gazetteer, tuple[Diagnostic, ...]]:
    """The gazetteer, made of what is good in the file; a publication may have none."""
    if source is None:
        return Gazetteer(), ()
    tree, found = read_toml(source, "PLC001")
    if tree is None:
        return Gazetteer(), found
    reading = Reading(CODES)
    places: dict[str, Place] = {}
    spellings: dict[str, tuple[str, Span]] = {}
    for entry in tree.entries:
        place = _place(reading, entry, settings)
        if place:
            places[place.id] = place
            _spell(reading, place, entry, spellings)
    ids = {name: identifier for name, (identifier, _) in spellings.items()}
    return Gazetteer(places, ids), tuple(reading.found)


def _place(reading: Reading, entry: Entry, settings: Settings) -> Place | None:
    """A place without a name is still a place: what names it is right to do so."""
    before = len(reading.found)
    keys = reading.table(entry, KEYS)
    if not isinstance(entry.value, Table):
        return None
    if not _ID.fullmatch(entry.key):
        reading.add(report("PLC009", entry.span, id=shown(entry.key)))
    if reading.lacks(keys, "name", before):
        reading.add(report("PLC004", entry.span, id=shown(entry.key)))
    tags = tuple(dict.fromkeys((*settings.languages, *languages.available())))
    lat, lon = _coordinates(reading, entry, keys)
    return Place(
        id=entry.key,
        name=_name(reading, entry, keys.get("name"), settings, tags),
        span=entry.span,
        aliases=reading.text_list(keys.get("aliases")),
        region=reading.texts(keys.get("region"), tags),
        country=reading.shaped(keys.get("country"), "PLC014", _country) or "",
        population=_population(reading, keys.get("population")),
        lat=lat,
        lon=lon,
    )


def _name(
    reading: Reading, place: Entry, entry: Entry | None, settings: Settings, tags: tuple[str, ...]
) -> Texts:
    if entry is None:
        return Texts()
    before = len(reading.found)
    name = reading.texts(entry, tags)
    missing = [tag for tag in unworded(name, settings.languages) if tag not in settings.unfinished]
    if missing and len(reading.found) == before:
        tags_missing = ", ".join(missing)
        reading.add(report("PLC010", entry.value.span, id=shown(place.key), languages=tags_missing))
    return name


def _country(text: str) -> str | None:
    return text if _COUNTRY.fullmatch(text) else None


def _population(reading: Reading, entry: Entry | None) -> int | None:
    if entry is None:
        return None
    value = entry.value.value if isinstance(entry.value, Scalar) else None
    if not isinstance(value, int) or isinstance(value, bool):
        reading.wrong_type(entry, WHOLE)
        return None
    if 0 <= value <= MOST:
        return value
    reading.add(report("PLC008", entry.value.span, value=shown(str(value))))
    return None


def _coordinates(
    reading: Reading, place: Entry, keys: Mapping[str, Entry]
) -> tuple[float | None, float | None]:
    """Latitude and longitude: both, or neither."""
    lat = _degrees(reading, keys.get("lat"), 90)
    lon = _degrees(reading, keys.get("lon"), 180)
    for given, other in (("lat", "lon"), ("lon", "lat")):
        if given in keys and other not in keys:
            reading.add(report("PLC007", keys[given].span, id=shown(place.key), key=given, other=other))
    return (None, None) if lat is None or lon is None else (lat, lon)


def _degrees(reading: Reading, entry: Entry | None, limit: int) -> float | None:
    if entry is None:
        return None
    value = entry.value.value if isinstance(entry.value, Scalar) else None
    if not isinstance(value, int | float) or isinstance(value, bool):
        reading.wrong_type(entry, NUMBER)
        return None
    if -limit <= value <= limit:
        return float(value)
    reading.add(
        report("PLC006", entry.value.span, key=entry.key, value=shown(str(value)), low=-limit, high=limit)
    )
    return None


def _spell(reading: Reading, place: Place, entry: Entry, spellings: dict[str, tuple[str, Span]]) -> None:
    """Enter a place under all its spellings; one that another place has is reported, once per pair."""
    rivals: set[str] = set()
    for name, span in _names(entry):
        owner, other = spellings.setdefault(folded(name), (place.id, span))
        if owner != place.id and owner not in rivals:
            rivals.add(owner)
            related = (Related(other, "other"),)
            reading.add(report("PLC005", span, related=related, name=shown(name), id=place.id, other=owner))


def _names(entry: Entry) -> Iterator[tuple[str, Span]]:
    """The spellings of a place and where each of them stands."""
    yield entry.key, entry.span
    assert isinstance(entry.value, Table)
    for key in ("name", "aliases"):
        yield from _texts(entry.value.get(key))


def _texts(value: Value | None) -> Iterator[tuple[str, Span]]:
    match value:
        case Scalar(str(text), span) if text.strip():
            yield text, span
        case Array(items):
            for item in items:
                yield from _texts(item)
        case Table(entries):
            for entry in entries:
                yield from _texts(entry.value)
        case _:
            pass
