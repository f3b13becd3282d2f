"""The voices of an edition, grouped once for all pages: by age, place, year, gender and chapter.

A facet says nothing that a quote's own attribution does not say already, and never more exactly
(protection.md, sections 3 and 5): ages are put into wide bands, and an age that was given as a span goes into
a band only where it lies in it whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from sitegen.languages.collation import sort_key
from sitegen.languages.slugs import slug
from sitegen.model.publication import Edition, Page, Quote
from sitegen.model.quote import Age, Attributes
from sitegen.places import Gazetteer
from sitegen.values import dataclass

Kind: TypeAlias = Literal["age", "city", "year", "gender", "chapter"]
KINDS: tuple[Kind, ...] = ("age", "city", "year", "gender", "chapter")
GENDERS = ("female", "male", "diverse", "undisclosed")

BANDS: Mapping[str, Age] = {
    "under-18": Age(0, 17),
    "18-29": Age(18, 29),
    "30-39": Age(30, 39),
    "40-49": Age(40, 49),
    "50-59": Age(50, 59),
    "60-plus": Age(60, None),
}
"""Whole decades from thirty on, so that spans of five and of ten years fit in (protection.md, section 3)."""
TITLE_PAGE = "index"
"""The file of the title page, as `Quote.chapter` has it."""
OTHER_SPAN = "other"
"""Where an age goes that no band holds whole."""
_BAND_ORDER = (*BANDS, OTHER_SPAN)
SHOWN = 12
"""So many values of a facet stand above the quotes; where there are more, all have a page."""
_LONGEST = 48
"""So long may a facet's name be, that its files' names keep to 60 characters (delivery.md, section 3)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One quote of an edition: its page, its number there, and the names of its facets."""

    page: Page
    index: int
    quote: Quote
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One value and its quotes, as places in the order of the edition. `name` is ASCII, the same in
    every edition, and holds the kind: `city-moskau`. `rank` is its place among the values of its kind.
    """

    kind: Kind
    value: str
    name: str
    places: tuple[int, ...]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Voices:
    """The quotes of an edition in the order of its pages. `facets` are the values of each kind in the order
    in which they are shown, `first` those that are shown where there are many; `by_name` holds them all.
    """

    voices: tuple[Voice, ...]
    facets: Mapping[Kind, tuple[Facet, ...]]
    first: Mapping[Kind, tuple[Facet, ...]]
    by_name: Mapping[str, Facet]

    def of(self, kind: Kind) -> tuple[Facet, ...]:
        return self.facets[kind]

    def top(self, kind: Kind) -> tuple[Facet, ...]:
        return self.first[kind]

    def named(self, name: str) -> Facet | None:
        return self.by_name.get(name)


def edition_voices(edition: Edition, gazetteer: Gazetteer) -> Voices:
    """Every quote of an edition with its facets: one pass, in time linear in the quotes."""
    found: list[Voice] = []
    groups: dict[tuple[Kind, str], list[int]] = {}
    names: dict[tuple[Kind, str], str] = {}
    for page in edition.pages:
        for index, quote in enumerate(page.quotes):
            if quote is None:
                continue
            own = tuple(quote_facets(quote))
            for one in own:
                if one not in groups:
                    groups[one], names[one] = [], facet_name(*one)
                groups[one].append(len(found))
            found.append(Voice(page, index, quote, tuple(names[one] for one in own)))
    facets: dict[Kind, list[Facet]] = {kind: [] for kind in KINDS}
    for (kind, value), places in groups.items():
        facets[kind].append(Facet(kind, value, names[kind, value], tuple(places)))
    ordered = {kind: _ordered(kind, facets[kind], gazetteer, edition.language) for kind in KINDS}
    return Voices(
        tuple(found),
        ordered,
        {kind: first_values(ordered[kind], lambda one: len(one.places)) for kind in KINDS},
        {one.name: one for values in ordered.values() for one in values},
    )


def first_values(facets: Sequence[Facet], count: Callable[[Facet], int]) -> tuple[Facet, ...]:
    """The values that are shown where there are many: those with most quotes, in their order."""
    most = sorted(facets, key=lambda one: (-count(one), one.rank))[:SHOWN]
    return tuple(sorted(most, key=lambda one: one.rank))


def quote_facets(quote: Quote) -> Iterator[tuple[Kind, str]]:
    """The facets of one quote: what its attribution says, and its chapter. A named person has no age, place
    or gender; the year is that of the day on which the words were said.
    """
    known = quote.attributes
    if known.age:
        yield "age", band(known.age)
    if known.city:
        yield "city", known.city
    if year := _year(known):
        yield "year", year
    if known.gender:
        yield "gender", known.gender
    yield "chapter", quote.chapter


def band(age: Age) -> str:
    """The band that holds an age whole; `other` where none does."""
    for name, whole in BANDS.items():
        if whole.low <= age.low and (whole.high is None or (age.high is not None and age.high <= whole.high)):
            return name
    return OTHER_SPAN


@lru_cache(maxsize=4096)
def facet_name(kind: Kind, value: str) -> str:
    """A name for files and addresses that depends on nothing but the value: where its ASCII form is not
    the value itself, or is too long, a digest keeps it apart from others.
    """
    if (kind, value) == ("chapter", TITLE_PAGE):
        return "chapter--title-page"  # a file that ends in `index.html` would be taken for a folder's
    plain = f"{kind}-{value}"
    made = slug(plain).replace(".", "-").replace("_", "-")
    if made == plain and len(made) <= _LONGEST:
        return made
    digest = hashlib.sha256(plain.encode()).hexdigest()[:8]
    return f"{made[: _LONGEST - 9].rstrip('-')}-{digest}"


def _year(known: Attributes) -> str:
    return str(known.year) if known.year else (known.date or "")[:4]


def _ordered(kind: Kind, facets: Iterable[Facet], gazetteer: Gazetteer, language: str) -> tuple[Facet, ...]:
    """Ages, years and genders in their own order, places by the number of their quotes, chapters in that of
    the edition.
    """
    keys: Mapping[Kind, Callable[[Facet], Any]] = {
        "age": lambda one: _BAND_ORDER.index(one.value),
        "city": lambda one: (
            -len(one.places),
            sort_key(place_name(gazetteer, one.value, language), language),
            one.value,
        ),
        "year": lambda one: one.value,
        "gender": lambda one: GENDERS.index(one.value),
        "chapter": lambda one: one.places[0],
    }
    ordered = sorted(facets, key=keys[kind])
    return tuple(replace(one, rank=rank) for rank, one in enumerate(ordered))


def place_name(gazetteer: Gazetteer, identifier: str, language: str) -> str:
    place = gazetteer.places.get(identifier)
    return place.name.best(language)[0] if place else identifier
