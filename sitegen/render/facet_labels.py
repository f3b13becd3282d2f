"""The names of facets' values, in the language of an edition."""

from __future__ import annotations

from sitegen import languages
from sitegen.model.quote import Age, Gender
from sitegen.render.facets import BANDS, Facet, place_name
from sitegen.render.site import Site
from sitegen.render.voices_words import other_span, undisclosed, younger_than

_GENDERS: dict[str, Gender] = {"female": "female", "male": "male", "diverse": "diverse"}


def facet_label(site: Site, language: str, facet: Facet) -> str:
    """What a value is called: `18–29 Jahre`, `Moskau`, `2024`, `Weiblich`, the title of a chapter."""
    match facet.kind:
        case "age":
            return _age(language, facet.value)
        case "city":
            return languages.get(language).unbroken(place_name(site.gazetteer, facet.value, language))
        case "gender":
            return _gender(language, facet.value)
        case "chapter":
            return site.voices[language].voices[facet.places[0]].page.title
        case _:
            return facet.value


def _age(language: str, value: str) -> str:
    known: Age | None = BANDS.get(value)
    if known is None:
        return other_span(language)
    if known.low == 0 and known.high is not None:
        return younger_than(language, known.high + 1)
    return languages.get(language).age(known)


def _gender(language: str, value: str) -> str:
    known = _GENDERS.get(value)
    label = languages.get(language).gender_labels[known] if known else undisclosed(language)
    return label[:1].upper() + label[1:]
