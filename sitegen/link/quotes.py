"""Quotes: one record over all languages (authoring.md, Quote blocks)."""

from __future__ import annotations

from sitegen import languages
from sitegen.diagnostics import Diagnostic
from sitegen.link.catalogs import Catalogs
from sitegen.link.quote_attributes import Reader, ReadQuote
from sitegen.link.quote_level import reset
from sitegen.link.quote_record import judge_record
from sitegen.model.document import QuoteSource
from sitegen.model.nodes import plain_text
from sitegen.model.publication import Edition, Page, Quote, Wording
from sitegen.model.quote import Attributes, Speaker
from sitegen.places import Gazetteer


def bind_quotes(
    editions: tuple[Edition, ...], catalogs: Catalogs, found: list[Diagnostic]
) -> dict[tuple[str, str], Quote]:
    """Every quote by chapter and id, in the order of the first edition that has it."""
    groups: dict[tuple[str, str], list[ReadQuote]] = {}
    reader = Reader(catalogs, found)
    chapters: dict[str, list[Page]] = {}
    for page in _by_chapter(editions):
        chapters.setdefault(page.interface.stem, []).append(page)
        for source in page.interface.quotes:
            read = reader.read(page, source)
            group = groups.setdefault((page.interface.stem, source.id), []) if source.id else []
            if all(one.page is not page for one in group):
                group.append(read)
    for (stem, quote_id), group in groups.items():
        judge_record(group, is_whole=_is_whole(quote_id, group, chapters[stem], catalogs), found=found)
    return {key: _merge(key, group, catalogs.gazetteer) for key, group in groups.items()}


def _is_whole(quote_id: str, group: list[ReadQuote], pages: list[Page], catalogs: Catalogs) -> bool:
    """Whether all that is said of a quote is known. A chapter that cannot be understood at its place
    may say the rest, and so may one that lacks the quote, or cannot be read, if nothing is said here.
    """
    if any(quote_id in page.interface.lost for page in pages):
        return False
    if any(one.tried for one in group):
        return True
    settings, stem = catalogs.settings, pages[0].interface.stem
    complete = {page.language for page in pages if page.interface.front_matter.partial}
    complete |= {*settings.unfinished, *(one.page.language for one in group)}
    return not any(
        f"content/{language}/{stem}.md" in catalogs.files
        for language in settings.languages
        if language not in complete
    )


def _by_chapter(editions: tuple[Edition, ...]) -> list[Page]:
    """All pages: chapter by chapter, the languages of each in the publication's order."""
    pages: dict[str, list[Page]] = {}
    for edition in editions:
        for page in edition.pages:
            pages.setdefault(page.interface.stem, []).append(page)
    order = sorted(pages, key=lambda stem: min((page.number or 0, stem) for page in pages[stem]))
    return [page for stem in order for page in pages[stem]]


def _merge(key: tuple[str, str], group: list[ReadQuote], gazetteer: Gazetteer) -> Quote:
    """One record: what several languages say holds as the first of them says it."""
    values = {name: value for one in reversed(group) for name, value in one.values.items()}
    attributes = Attributes(**values)  # type: ignore[arg-type]  # the reader's names are the record's
    return Quote(key[1], key[0], attributes, tuple(_wording(one, attributes, gazetteer) for one in group))


def _wording(one: ReadQuote, attributes: Attributes, gazetteer: Gazetteer) -> Wording:
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
