"""What the pages of voices and the pagers of long lists say, in the page's language."""

from __future__ import annotations

from sitegen.catalogs import SITE, translation


def pages_label(language: str) -> str:
    return translation(SITE, language).gettext("Pages")


def page_label(language: str, number: int) -> str:
    return translation(SITE, language).gettext("Page\u00a0{number}").format(number=number)


def with_page(language: str, title: str, number: int) -> str:
    """The title of one of several pages: `Stimmen, Seite 2`; the first has the list's own."""
    text = translation(SITE, language).gettext("{title}, page\u00a0{number}")
    return title if number == 1 else text.format(title=title, number=number)


def previous_page(language: str) -> str:
    return translation(SITE, language).gettext("Previous page")


def next_page(language: str) -> str:
    return translation(SITE, language).gettext("Next page")


def kind_label(language: str, kind: str) -> str:
    """What a facet is called: `Alter`, `Ort`."""
    _ = translation(SITE, language).gettext
    labels = {
        "age": _("Age"),
        "city": _("Place"),
        "year": _("Year"),
        "gender": _("Gender"),
        "chapter": _("Chapter"),
    }
    return labels[kind]


def all_values(language: str, kind: str, number: int) -> str:
    """The link to all values of a facet of which some are shown: `Alle Orte (214)`."""
    _ = translation(SITE, language).gettext
    texts = {
        "city": _("All places ({number})"),
        "year": _("All years ({number})"),
        "chapter": _("All chapters ({number})"),
    }
    return texts[kind].format(number=number)


def younger_than(language: str, years: int) -> str:
    return translation(SITE, language).gettext("Under {years}").format(years=years)


def other_span(language: str) -> str:
    """The label of ages that are given as a span wider than one band."""
    return translation(SITE, language).gettext("Other span of years")


def undisclosed(language: str) -> str:
    """The gender of those who did not say."""
    return translation(SITE, language).gettext("Not stated")


def all_voices(language: str) -> str:
    return translation(SITE, language).gettext("All voices")


def some_of(language: str, total: int, *, here: bool) -> str:
    """`{shown} von 14 Zitaten`; `here` says that there are more on other pages."""
    catalog = translation(SITE, language)
    if here:
        text = catalog.ngettext(
            "{shown} of {total}\u00a0quote on this page", "{shown} of {total}\u00a0quotes on this page", total
        )
    else:
        text = catalog.ngettext("{shown} of {total}\u00a0quote", "{shown} of {total}\u00a0quotes", total)
    return text.replace("{total}", str(total))


def none_here(language: str) -> str:
    """What is said of a selection that no quote on one of several pages fits."""
    return translation(SITE, language).gettext("No quote on this page fits; there may be some on the others")


def clear_selection(language: str) -> str:
    return translation(SITE, language).gettext("Clear the selection")


def cite_this_quote(language: str) -> str:
    return translation(SITE, language).gettext("Cite this quote")


def cited_after(language: str, attribution: str, *, paraphrase: bool) -> str:
    """What stands before the reference to a chapter where its quote is cited: `Weiblich …, zit. nach`."""
    _ = translation(SITE, language).gettext
    text = _("{attribution}, reported in:") if paraphrase else _("{attribution}, quoted in:")
    return text.format(attribution=attribution)


def further_chapters(language: str, number: int) -> str:
    """How many chapters more than those named cite a source."""
    text = translation(SITE, language).ngettext(
        "and {number}\u00a0more chapter", "and {number}\u00a0more chapters", number
    )
    return text.format(number=number)
