"""What the page itself says, in the page's language: every string of the interface.

The strings are English here; a language's catalogue `site` holds its own.
"""

from __future__ import annotations

from functools import cache, lru_cache
from gettext import NullTranslations

from sitegen.catalogs import SITE, translation
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The interface strings of one language, ready to be shown."""

    skip: str
    contents: str
    languages: str
    chapters: str
    title_page: str
    notes: str
    sources: str
    bibliography: str
    voices: str
    voices_intro: str
    abstract: str
    keywords: str
    translators: str
    license: str
    contact: str
    publisher: str
    previous: str
    next: str
    quote_link: str
    section_link: str
    original: str
    back_translation: str
    paraphrase: str
    other_wording: str
    not_translated: str
    partial: str
    draft: str
    data: str
    not_found: str
    not_found_text: str
    to_title_page: str
    editions: str
    downloads: str
    quotes_data: str
    quote_in_chapter: str
    cited_in: str
    note: str
    in_text: str
    in_quote: str
    sources_data: str
    cite_chapter: str
    parallel: str
    alone: str
    block_not_translated: str
    block_added: str
    block_unpaired: str
    block_stale: str
    original_address: str
    search: str
    cite_publication: str
    close: str
    note_title: str
    note_at_foot: str


@cache
def words(language: str) -> Words:
    """The strings of a language; one without a catalogue reads English."""
    _ = translation(SITE, language).gettext
    return Words(
        skip=_("Skip to the text"),
        contents=_("Contents"),
        languages=_("Language"),
        chapters=_("Chapters"),
        title_page=_("Title page"),
        notes=_("Notes"),
        sources=_("Sources"),
        bibliography=_("Bibliography"),
        voices=_("Voices"),
        voices_intro=_("Every quote of this publication, in the order of the chapters."),
        abstract=_("Abstract"),
        keywords=_("Keywords"),
        translators=_("Translated by"),
        license=_("Licence"),
        contact=_("Contact"),
        publisher=_("Published by"),
        previous=_("Previous chapter"),
        next=_("Next chapter"),
        quote_link=_("Link to this quote"),
        section_link=_("Link to this section"),
        original=_("Original wording"),
        back_translation=_("Translated back"),
        paraphrase=_("Reported in the authors’ words"),
        other_wording=_("Other wording"),
        not_translated=_("not translated yet"),
        partial=_("This translation is not finished."),
        draft=_("Draft"),
        data=_("Data"),
        not_found=_("Page not found"),
        not_found_text=_(
            "There is no page at this address. It may have moved, or the address has a slip in it."
        ),
        to_title_page=_("To the title page"),
        editions=_("Editions"),
        downloads=_("Downloads"),
        quotes_data=_("All quotes as data (JSON)"),
        quote_in_chapter=_("In the chapter"),
        cited_in=_("Cited in"),
        note=_("n."),
        in_text=_("in the text"),
        in_quote=_("quote"),
        sources_data=_("All sources as data"),
        cite_chapter=_("Cite this chapter"),
        parallel=_("Read in two languages"),
        alone=_("Read this text alone"),
        block_not_translated=_("not translated"),
        block_added=_("only in the translation"),
        block_unpaired=_("no counterpart"),
        block_stale=_("changed since it was translated"),
        original_address=_("original address"),
        search=_("Search"),
        cite_publication=_("How to cite this publication"),
        close=_("Close"),
        note_title=_("Note"),
        note_at_foot=_("To the note at the foot"),
    )


@lru_cache(maxsize=4096)
def back_to_reference(language: str, mark: str) -> str:
    return translation(SITE, language).gettext("Back to reference {mark}").format(mark=mark)


def figure_label(language: str, number: int) -> str:
    return translation(SITE, language).gettext("Fig.\u00a0{number}").format(number=number)


def table_label(language: str, number: int) -> str:
    return translation(SITE, language).gettext("Table\u00a0{number}").format(number=number)


@lru_cache(maxsize=4096)
def chapter_label(language: str, number: int) -> str:
    return translation(SITE, language).gettext("Chapter\u00a0{number}").format(number=number)


@lru_cache(maxsize=4096)
def note_label(language: str, number: int) -> str:
    return translation(SITE, language).gettext("Note\u00a0{number}").format(number=number)


def unavailable(language: str, day: str) -> str:
    """What stands behind a link to a source that is gone; `day` is the ISO date of the last look."""
    year, month, day_of_month = day.split("-")
    text = translation(SITE, language).gettext("no longer available (checked {year}-{month}-{day})")
    return text.format(year=year, month=month, day=day_of_month)


def minutes(language: str, number: int) -> str:
    text = translation(SITE, language).ngettext(
        "{number}\u00a0minute to read", "{number}\u00a0minutes to read", number
    )
    return text.format(number=number)


def quote_count(language: str, number: int) -> str:
    text = translation(SITE, language).ngettext("{number}\u00a0quote", "{number}\u00a0quotes", number)
    return text.format(number=number)


def source_count(language: str, number: int) -> str:
    text = translation(SITE, language).ngettext("{number}\u00a0source", "{number}\u00a0sources", number)
    return text.format(number=number)


@lru_cache(maxsize=256)
def translated_from(language: str, original: str) -> str:
    """`Übersetzt aus dem Russischen`; a language that has no phrase of its own is not named."""
    catalog = translation(SITE, language)
    phrase = _translations(catalog).get(original.partition("-")[0])
    return phrase or catalog.gettext("Translation")


def _translations(catalog: NullTranslations) -> dict[str, str]:
    _ = catalog.gettext
    return {
        "de": _("Translated from the German"),
        "ru": _("Translated from the Russian"),
        "en": _("Translated from the English"),
        "uk": _("Translated from the Ukrainian"),
        "be": _("Translated from the Belarusian"),
        "fr": _("Translated from the French"),
    }
