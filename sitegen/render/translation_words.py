"""What a page says about its translation, in the page's language.

Languages are inflected, so that each has its own phrases; one without names itself (`Français`) or is
not named at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen import languages
from sitegen.catalogs import SITE, translation


def in_language(language: str, other: str) -> str:
    """`auf Russisch`."""
    _ = translation(SITE, language).gettext
    phrases = {
        "de": _("in German"),
        "ru": _("in Russian"),
        "en": _("in English"),
        "uk": _("in Ukrainian"),
        "be": _("in Belarusian"),
        "fr": _("in French"),
    }
    return _phrase(phrases, other, lambda: languages.get(other).name)


def out_of(language: str, original: str) -> str:
    """`aus dem Russischen`: within a sentence, of a quote."""
    _ = translation(SITE, language).gettext
    phrases = {
        "de": _("from the German"),
        "ru": _("from the Russian"),
        "en": _("from the English"),
        "uk": _("from the Ukrainian"),
        "be": _("from the Belarusian"),
        "fr": _("from the French"),
    }
    return _phrase(phrases, original, lambda: _("translated"))


def original(language: str) -> str:
    """`Original`: within a sentence, of a quote."""
    return translation(SITE, language).gettext("original")


def also_in(language: str, other: str) -> str:
    """`auch auf Russisch`."""
    phrase = in_language(language, other)
    return translation(SITE, language).gettext("also {in_language}").format(in_language=phrase)


def stands_in(language: str, other: str) -> str:
    """That a chapter is shown in another language's text. A catalogue names its own language here."""
    _ = translation(SITE, language).gettext
    phrases = {
        "de": _("This chapter has not been translated yet. What follows is the German text."),
        "ru": _("This chapter has not been translated yet. What follows is the Russian text."),
        "en": _("This chapter has not been translated yet. What follows is the English text."),
        "uk": _("This chapter has not been translated yet. What follows is the Ukrainian text."),
        "be": _("This chapter has not been translated yet. What follows is the Belarusian text."),
        "fr": _("This chapter has not been translated yet. What follows is the French text."),
    }
    return _phrase(
        phrases,
        other,
        lambda: _("This chapter has not been translated yet. What follows is its text in another language."),
    )


def in_own_edition(language: str, other: str) -> str:
    """The link from there to the chapter's own page."""
    _ = translation(SITE, language).gettext
    phrases = {
        "de": _("This chapter in the German edition"),
        "ru": _("This chapter in the Russian edition"),
        "en": _("This chapter in the English edition"),
        "uk": _("This chapter in the Ukrainian edition"),
        "be": _("This chapter in the Belarusian edition"),
        "fr": _("This chapter in the French edition"),
    }
    return _phrase(phrases, other, lambda: _("This chapter in its own edition"))


def out_of_step(language: str, *, declared: bool) -> str:
    """That a translation is behind its source; where neither is known to be one, that both differ."""
    _ = translation(SITE, language).gettext
    if declared:
        return _("This translation is not up to date with its original.")
    return _("This chapter differs between its two languages.")


def stale_passages(language: str, source: str, number: int, *, declared: bool) -> str:
    """How many places have changed since the translation."""
    ngettext = translation(SITE, language).ngettext
    if declared:
        text = ngettext(
            "{number}\u00a0passage of the original has changed since it was translated",
            "{number}\u00a0passages of the original have changed since they were translated",
            number,
        )
    else:
        text = ngettext(
            "{number}\u00a0passage has changed only here or only {in_language}",
            "{number}\u00a0passages have changed only here or only {in_language}",
            number,
        )
    return text.format(number=number, in_language=in_language(language, source))


def missing_passages(language: str, source: str, number: int, *, declared: bool) -> str:
    """How many places of the source have no translation."""
    ngettext = translation(SITE, language).ngettext
    if declared:
        text = ngettext(
            "{number}\u00a0passage of the original is missing",
            "{number}\u00a0passages of the original are missing",
            number,
        )
    else:
        text = ngettext(
            "{number}\u00a0passage exists only {in_language} so far",
            "{number}\u00a0passages exist only {in_language} so far",
            number,
        )
    return text.format(number=number, in_language=in_language(language, source))


def passages(language: str, number: int) -> str:
    text = translation(SITE, language).ngettext("{number}\u00a0passage", "{number}\u00a0passages", number)
    return text.format(number=number)


def _phrase(phrases: Mapping[str, str], language: str, otherwise: Callable[[], str]) -> str:
    return phrases.get(language.partition("-")[0]) or otherwise()
