"""The page of search of an edition: its form, what the script says, and what stands there without it."""

from __future__ import annotations

from babel import Locale

from sitegen.catalogs import SITE, translation
from sitegen.model.publication import Counterpart, Edition
from sitegen.render import urls
from sitegen.render.frame import frame
from sitegen.render.site import Site
from sitegen.render.views import LinkView, PageView
from sitegen.render.words import words
from sitegen.values import dataclass

_SAMPLES = (1, 2, 3, 5, 0, 100, 1000000)
"""Numbers of every category of plurals that whole numbers have."""


@dataclass(frozen=True, slots=True)
class SearchKindView:
    """A kind of results: `name` is the script's, `label` stands at a result, `several` at the choice."""

    name: str
    label: str
    several: str


@dataclass(frozen=True, slots=True)
class SearchCountView:
    """How many results there are, for one category of plurals (CLDR); `{number}` stands for the number."""

    category: str
    text: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page of search. `script`, `index` and `root` are addresses; `links` are what is offered where the
    search cannot work, `without_script` and `from_folder` say why; `none`, `more` and `failed` are the
    script's.
    """

    page: PageView
    script: str
    index: str
    root: str
    label: str
    submit: str
    show: str
    everything: str
    kinds: tuple[SearchKindView, ...]
    counts: tuple[SearchCountView, ...]
    none: str
    more: str
    failed: str
    in_chapter: str
    without_script: str
    from_folder: str
    links: tuple[LinkView, ...]


def search_view(site: Site, edition: Edition) -> SearchView:
    tag, output = edition.language, urls.search(edition.language)
    text, _ = words(tag), translation(SITE, tag).gettext
    others = tuple(
        Counterpart(other, urls.search(other), words(other).search, {})
        for other in site.settings.languages
        if other != tag
    )
    return SearchView(
        page=frame(site, "search", tag, output, text.search, others, ""),
        script=urls.relative(output, urls.SEARCH_SCRIPT),
        index=urls.relative(output, urls.SEARCH_INDEX + "pagefind.js"),
        root=urls.relative(output, ".") + "/",
        label=_("Search this publication for"),
        submit=_("Find"),
        show=_("Show"),
        everything=_("Everything"),
        kinds=(
            SearchKindView("chapter", _("Chapter"), text.chapters),
            SearchKindView("quote", _("Quote"), _("Quotes")),
            SearchKindView("source", _("Source"), text.sources),
        ),
        counts=_counts(tag),
        none=_("Nothing found. Fewer or shorter words find more."),
        more=_("Show more results"),
        failed=_("The index of the search could not be loaded. Please try again."),
        in_chapter=text.quote_in_chapter,
        without_script=_("Searching needs JavaScript, which is off in your browser. These ways lead on:"),
        from_folder=_(
            "Searching works when the site is opened from a web server (an address that begins with http);"
            " browsers do not allow it in files opened from a folder. These ways lead on:"
        ),
        links=(
            LinkView(urls.relative(output, urls.title_page(tag)), text.contents),
            LinkView(urls.relative(output, urls.voices(tag)), text.voices),
            LinkView(urls.relative(output, urls.bibliography(tag)), text.bibliography),
        ),
    )


def _counts(language: str) -> tuple[SearchCountView, ...]:
    """The number of results in every form that the language has for it, by Babel's rules."""
    category, catalog = Locale.parse(language, sep="-").plural_form, translation(SITE, language)
    samples = {category(number): number for number in reversed(_SAMPLES)} | {"other": 10}
    if "many" in samples:  # of whole numbers all else; `other` is for fractions, which are not counted
        samples["other"] = samples["many"]
    return tuple(
        SearchCountView(name, catalog.ngettext("{number}\u00a0result", "{number}\u00a0results", number))
        for name, number in sorted(samples.items())
    )
