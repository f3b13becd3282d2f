"""The pages of voices: every quote of an edition, and for each facet those that have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from sitegen import languages
from sitegen.model.publication import Edition, Page
from sitegen.render import urls
from sitegen.render.cite_quote import QuoteCiter
from sitegen.render.facet_labels import facet_label
from sitegen.render.facets import KINDS, Facet, Kind, Voice, Voices, first_values
from sitegen.render.html import marked, titled
from sitegen.render.list_frame import ListPages, list_frame
from sitegen.render.page_writer import VoicesWriter
from sitegen.render.paging import items_of, page_count, page_output, pager
from sitegen.render.quote_home import quote_anchor
from sitegen.render.quotes import cite_link, quote_view
from sitegen.render.site import Site
from sitegen.render.views import LinkView, PageView, QuoteView
from sitegen.render.voices_views import (
    FacetIndexView,
    FacetValueView,
    FacetView,
    VoicesChapterView,
    VoicesView,
)
from sitegen.render.voices_words import (
    all_values,
    all_voices,
    clear_selection,
    kind_label,
    none_here,
    some_of,
    with_page,
)
from sitegen.render.words import chapter_label, quote_count, words
from sitegen.values import dataclass

TOLD: frozenset[Kind] = frozenset({"chapter"})
"""The facets on whose pages it is told how to cite each quote, as on the page of all."""


@dataclass(frozen=True, slots=True)
class VoicesPage:
    """One page to be made: its file, its template, and what makes its view."""

    output: str
    template: str
    view: Callable[[], VoicesView | FacetIndexView]


def voices_pages(site: Site, edition: Edition) -> Iterator[VoicesPage]:
    """All pages of voices of an edition."""
    voices, first = site.voices[edition.language], urls.voices(edition.language)
    for number in range(1, page_count(len(voices.voices)) + 1):
        view = partial(voices_view, site, edition, number)
        yield VoicesPage(page_output(first, number), "voices.html", view)
    for kind in KINDS:
        for facet in voices.of(kind):
            first = urls.facet(edition.language, facet.name)
            for number in range(1, page_count(len(facet.places)) + 1):
                one = partial(facet_view, site, edition, facet, number)
                yield VoicesPage(page_output(first, number), "voices.html", one)
        if len(voices.of(kind)) > len(voices.top(kind)):
            first = urls.facet(edition.language, kind)
            for number in range(1, page_count(len(voices.of(kind))) + 1):
                index = partial(index_view, site, edition, kind, number)
                yield VoicesPage(page_output(first, number), "facet_index.html", index)


def facet_pages(voices: Mapping[str, Voices]) -> Mapping[str, Mapping[str, int]]:
    """The names of all facets, and of the kinds that have a page of their values, each with the number of its
    pages in each language.
    """
    found: dict[str, dict[str, int]] = {}
    for tag, one in voices.items():
        for kind in KINDS:
            for facet in one.of(kind):
                found.setdefault(facet.name, {})[tag] = page_count(len(facet.places))
            if len(one.of(kind)) > len(one.top(kind)):
                found.setdefault(kind, {})[tag] = page_count(len(one.of(kind)))
    return found


def voices_view(site: Site, edition: Edition, number: int) -> VoicesView:
    """The quotes of all chapters in their order; the facets stand on the first page."""
    tag = edition.language
    voices, first = site.voices[tag], urls.voices(tag)
    output, count = page_output(first, number), page_count(len(site.voices[tag].voices))
    shown = items_of(voices.voices, number)
    text, is_whole = words(tag), count == 1
    facets = (_facet(site, tag, voices.top(kind), output, is_open=is_whole) for kind in KINDS)
    return VoicesView(
        page=list_frame(
            site,
            "voices",
            tag,
            number,
            with_page(tag, text.voices, number),
            {
                one: ListPages(partial(page_output, urls.voices(one)), page_count(len(there.voices)))
                for one, there in site.voices.items()
            },
            text.voices_intro,
        ),
        facet="",
        count=quote_count(tag, len(voices.voices)),
        facets=tuple(one for one in facets if one.values) if number == 1 else (),
        chapters=tuple(
            VoicesChapterView(
                LinkView(urls.relative(output, page.output), marked(page.title, tag)),
                tuple(_quotes(site, group, output, is_told=True, again=False)),
            )
            for page, group in _by_page(shown)
        ),
        all=None,
        pager=pager(tag, partial(page_output, first), number, count),
        shown_of=some_of(tag, len(shown), here=False) if is_whole and shown else "",
        none_here="",
        clear=clear_selection(tag),
        script=urls.relative(output, urls.VOICES_SCRIPT) if is_whole and shown else "",
    )


def facet_view(site: Site, edition: Edition, facet: Facet, number: int) -> VoicesView:
    """The quotes that have one value of a facet."""
    tag = edition.language
    voices, first = site.voices[tag], urls.facet(tag, facet.name)
    output, count = page_output(first, number), page_count(len(facet.places))
    shown = [voices.voices[place] for place in items_of(facet.places, number)]
    return VoicesView(
        page=_facet_frame(site, tag, facet, number),
        facet=kind_label(tag, facet.kind),
        count=quote_count(tag, len(facet.places)),
        facets=tuple(_facets_within(site, tag, facet, shown, output)),
        chapters=(VoicesChapterView(None, tuple(_quotes(site, shown, output, is_told=facet.kind in TOLD))),),
        all=LinkView(urls.relative(output, urls.voices(tag)), all_voices(tag)),
        pager=pager(tag, partial(page_output, first), number, count),
        shown_of=some_of(tag, len(shown), here=count > 1),
        none_here=none_here(tag) if count > 1 else "",
        clear=clear_selection(tag),
        script=urls.relative(output, urls.VOICES_SCRIPT),
    )


def index_view(site: Site, edition: Edition, kind: Kind, number: int) -> FacetIndexView:
    """All values of a facet that has many."""
    tag = edition.language
    voices, first = site.voices[tag], urls.facet(tag, kind)
    output, count = page_output(first, number), page_count(len(voices.of(kind)))
    title = with_page(tag, f"{words(tag).voices} · {kind_label(tag, kind)}", number)
    editions = _editions(site, kind, lambda other: _indexed(site.voices[other], kind))
    return FacetIndexView(
        page=list_frame(site, "facet", tag, number, title, editions),
        facet=_facet(site, tag, items_of(voices.of(kind), number), output),
        all=LinkView(urls.relative(output, urls.voices(tag)), all_voices(tag)),
        pager=pager(tag, partial(page_output, first), number, count),
    )


def _facet_frame(site: Site, tag: str, facet: Facet, number: int) -> PageView:
    label = facet_label(site, tag, facet)
    title = with_page(tag, f"{words(tag).voices} · {_kind_of(site, tag, facet)}: {label}", number)
    editions = _editions(site, facet.name, lambda other: _quoted(site.voices[other], facet.name))
    description = f"{label}: {quote_count(tag, len(facet.places))}"
    page = list_frame(site, "facet", tag, number, title, editions, description)
    return replace(page, title=titled(label, tag))


def _kind_of(site: Site, tag: str, facet: Facet) -> str:
    """What a title says before a facet's label, so that no two are the same: chapters may share a title."""
    if facet.kind != "chapter":
        return kind_label(tag, facet.kind)
    chapter = site.voices[tag].voices[facet.places[0]].page
    return chapter_label(tag, chapter.number) if chapter.number else words(tag).title_page


def _facets_within(
    site: Site, tag: str, facet: Facet, shown: Sequence[Voice], output: str
) -> Iterator[FacetView]:
    """The facet's own kind with its first values, to go on to; of the others what the quotes shown have, to
    choose from.
    """
    voices = site.voices[tag]
    counts = Counter(name for voice in shown for name in voice.facets)
    found = [one for name in counts if (one := voices.named(name))]
    for kind in KINDS:
        if kind == facet.kind:
            values: Sequence[Facet] = voices.top(kind) if kind != "chapter" else ()
        else:
            values = first_values([one for one in found if one.kind == kind], lambda one: counts[one.name])
        if len(values) > 1:
            view = _facet(site, tag, values, output, own=facet, is_open=kind != facet.kind)
            yield view


def _facet(
    site: Site,
    tag: str,
    values: Sequence[Facet],
    output: str,
    *,
    own: Facet | None = None,
    is_open: bool = False,
) -> FacetView:
    """`is_open` says that the script may combine the values with others."""
    kind: Kind = values[0].kind if values else "age"
    all_of_kind = len(site.voices[tag].of(kind))
    most = max((len(one.places) for one in values), default=1)
    is_index = output.startswith(urls.facet(tag, kind).removesuffix("html"))
    return FacetView(
        kind,
        kind_label(tag, kind),
        tuple(
            FacetValueView(
                urls.relative(output, urls.facet(tag, one.name)) if one != own else "",
                marked(facet_label(site, tag, one), tag),
                languages.get(tag).number(str(len(one.places))),
                max(1, round(100 * len(one.places) / most)),
                one.name if is_open else "",
            )
            for one in values
        ),
        LinkView(urls.relative(output, urls.facet(tag, kind)), all_values(tag, kind, all_of_kind))
        if all_of_kind > len(site.voices[tag].top(kind)) and not is_index
        else None,
    )


def _quotes(
    site: Site, voices: Iterable[Voice], output: str, *, is_told: bool, again: bool = True
) -> Iterator[QuoteView]:
    """Quotes as they stand in `output`; `again`: they stand in other files of its folder too."""
    citer, folder = QuoteCiter(site), output[: output.rindex("/") + 1]
    for voice in voices:
        page, quote, make = voice.page, voice.quote, partial(_quote, site, voice, folder)
        view = site.kept.once(("voice", folder, page.output, voice.index), make) if again else make()
        if is_told:
            view = replace(
                view,
                cite_link=cite_link(page, quote, output),
                cite=citer.cite(page, quote),
                other_cites=citer.others(page, quote),
            )
        yield view


def _quote(site: Site, voice: Voice, folder: str) -> QuoteView:
    """A quote as all files in a folder (`de/voices/`) show it, but that where it is told how to cite it."""
    page, quote = voice.page, voice.quote
    key = ("voices", folder, page.interface.path)
    writer = site.recent.once(key, partial(VoicesWriter, site, page, folder))
    html, anchor = writer.quote_html(voice.index), quote_anchor(page, quote)
    return replace(
        quote_view(site, page, quote, html, output=folder, anchor=anchor),
        chapter=LinkView(urls.relative(folder, page.output), marked(page.title, page.language)),
        facets=" ".join(voice.facets),
    )


def _by_page(voices: Iterable[Voice]) -> Iterator[tuple[Page, list[Voice]]]:
    for _, group in groupby(voices, key=lambda voice: voice.page.output):
        members = list(group)
        yield members[0].page, members


def _editions(site: Site, name: str, items: Callable[[str], int]) -> Mapping[str, ListPages]:
    """The pages of a facet, or of all values of a kind, in every edition; `items` says how many it has there.
    Where it has none, the voices are next to it.
    """
    return {
        tag: _pages(urls.facet(tag, name), count) if (count := items(tag)) else _pages(urls.voices(tag), 0)
        for tag in site.settings.languages
    }


def _quoted(voices: Voices, name: str) -> int:
    facet = voices.named(name)
    return len(facet.places) if facet else 0


def _indexed(voices: Voices, kind: Kind) -> int:
    """The values of a kind that has a page of them all."""
    values = len(voices.of(kind))
    return values if values > len(voices.top(kind)) else 0


def _pages(first: str, items: int) -> ListPages:
    return ListPages(partial(page_output, first), page_count(items) if items else 0)
