"""Quotes: one record over all languages (authoring.md, Quote blocks)."""

from __future__ import annotations

from dataclasses import fields

from sitegen import languages
from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.link.catalogs import Catalogs
from sitegen.link.quote_attributes import Reader, ReadQuote
from sitegen.link.quote_level import reset
from sitegen.model.document import Attribute, QuoteSource
from sitegen.model.nodes import plain_text
from sitegen.model.publication import Edition, Page, Quote, Wording
from sitegen.model.quote import Attributes, Speaker
from sitegen.places import Gazetteer

INTERVIEWEE = ("gender", "age", "city", "year")


def bind_quotes(
    editions: tuple[Edition, ...], catalogs: Catalogs, found: list[Diagnostic]
) -> dict[tuple[str, str], Quote]:
    """Every quote by chapter and id, in the order of the first edition that has it."""
    groups: dict[tuple[str, str], list[ReadQuote]] = {}
    reader = Reader(catalogs, found)
    for page in _by_chapter(editions):
        for source in page.interface.quotes:
            key = (page.interface.stem, source.id)
            known = groups.setdefault(key, [])
            if source.id and not any(one.page is page for one in known):
                known.append(reader.read(page, source))
            elif not source.id:
                reader.read(page, source)
    return {key: _merge(key, group, catalogs, found) for key, group in groups.items() if group}


def _by_chapter(editions: tuple[Edition, ...]) -> list[Page]:
    """All pages: chapter by chapter, the languages of each in the publication's order."""
    pages: dict[str, list[Page]] = {}
    for edition in editions:
        for page in edition.pages:
            pages.setdefault(page.interface.stem, []).append(page)
    order = sorted(pages, key=lambda stem: min((page.number or 0, stem) for page in pages[stem]))
    return [page for stem in order for page in pages[stem]]


def _merge(
    key: tuple[str, str], group: list[ReadQuote], catalogs: Catalogs, found: list[Diagnostic]
) -> Quote:
    values: dict[str, object] = {}
    named_by: dict[str, tuple[ReadQuote, Attribute]] = {}
    for one in group:
        for name, value in one.values.items():
            typed = one.typed[name]
            if name not in named_by:
                values[name], named_by[name] = value, (one, typed)
            elif values[name] != value:
                other = named_by[name][1]
                related = (Related(other.span, "other"),)
                found.append(
                    report(
                        "QUO009", typed.span, name=name, value=typed.value, other=other.value, related=related
                    )
                )
    _judge_complete(group, set(named_by), found)
    known = {field.name for field in fields(Attributes)}
    attributes = Attributes(**{name: value for name, value in values.items() if name in known})  # type: ignore[arg-type]
    wordings = tuple(_wording(one, attributes, catalogs.gazetteer) for one in group)
    return Quote(key[1], key[0], attributes, wordings)


def _judge_complete(group: list[ReadQuote], named: set[str], found: list[Diagnostic]) -> None:
    """One finding, at the first language's quote, for all that nobody says and nobody got wrong."""
    tried = {name for one in group for name in one.tried}
    if "speaker" in tried:
        for one in group:
            if "speaker" not in one.tried:
                found.append(report("QUO008", one.source.span, names="speaker"))
        return
    missing = [name for name in INTERVIEWEE if name not in named and name not in tried]
    if missing:
        found.append(report("QUO008", group[0].source.span, names=", ".join(missing)))


def _wording(one: ReadQuote, attributes: Attributes, gazetteer: Gazetteer) -> Wording:
    language = languages.get(one.page.language)
    standing, inline = _attribution(one.page.language, attributes, one.speaker, gazetteer)
    source = one.source
    if attributes.kind == "paraphrase" and "kind" not in one.tried:
        source = reset(source, one.page.language)
    return Wording(
        language=one.page.language,
        source=source,
        text=shown_text(source, attributes, one.page.language),
        attribution=standing,
        inline_attribution=inline,
        output=one.page.output,
        standing=one.standing(attributes),
        speaker=one.speaker,
    )


def _attribution(
    tag: str, attributes: Attributes, speaker: Speaker | None, gazetteer: Gazetteer
) -> tuple[str, str]:
    language = languages.get(tag)
    if speaker:
        text = language.speaker_attribution(speaker.name, speaker.role, attributes.date)
        return text, text
    place = gazetteer.places.get(attributes.city) if attributes.city else None
    name = place.name.best(tag)[0] if place else None
    who = {"gender": attributes.gender, "age": attributes.age, "place": name, "year": attributes.year}
    return language.attribution(**who), language.inline_attribution(**who)  # type: ignore[arg-type]


def shown_text(source: QuoteSource, attributes: Attributes, tag: str) -> str:
    """The words as plain text with the marks that the page shows; a paraphrase has none. Within a
    sentence the words' own full stop gives way.
    """
    aside = plain_text(source.aside)
    stop = source.full_stop and not source.inline
    if attributes.kind == "paraphrase":
        return source.text + ("." if stop else "") + aside
    return languages.get(tag).enclose(source.text, full_stop=stop) + aside
