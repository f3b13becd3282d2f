"""The metadata of each kind of page; what needs an address of the publication is left out without one."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.render import urls
from sitegen.render.metadata.addresses import alternates, canonical
from sitegen.render.metadata.highwire import highwire
from sitegen.render.metadata.json_ld import chapter_record, report_record, script_text
from sitegen.render.metadata.open_graph import open_graph
from sitegen.render.metadata.signposting import chapter_signs, report_signs
from sitegen.render.metadata.views import HeadLinkView, MetaTagView, MetaView
from sitegen.render.metadata.work import Work, chapter_work, edition_work
from sitegen.render.site import Site
from sitegen.render.views import ChapterView, PageView, TitlePageView
from sitegen.source import bare

FEED_TYPE = "application/atom+xml"


def meta_view(site: Site, output: str, view: object, page: PageView) -> MetaView:
    """The metadata of the page in `output`, whose template sees `view` with `page` as its frame.

    A page whose text has a page of its own (a stand-in, two languages side by side) names that one as
    the canonical one, and is no page of its own to anybody who collects.
    """
    if page.kind == "not-found":
        return MetaView()
    named = canonical(output, view)
    links = tuple(_links(site, output, page, named))
    properties = open_graph(site, page, named, view) if site.settings.url else ()
    if named != output:
        return MetaView(properties=properties, links=links)
    if isinstance(view, ChapterView):
        work = chapter_work(site, site.by_output[output])
        record, signs = chapter_record(site, work), chapter_signs(site, work)
    elif isinstance(view, TitlePageView):
        edition = site.edition(page.lang)
        work = edition_work(site, edition)
        record, signs = report_record(site, work, edition), report_signs(site, work)
    else:
        return MetaView(properties=properties, links=links)
    return MetaView(_highwire(site, work), properties, (*links, *signs), script_text(record))


def has_feeds(site: Site) -> bool:
    """Whether there are feeds: they need addresses and a date."""
    return bool(site.settings.url and site.dates)


def _highwire(site: Site, work: Work) -> tuple[MetaTagView, ...]:
    publication, _ = site.title(work.language)
    publisher, _ = site.settings.publisher.best(work.language)
    return highwire(work, bare(publication), bare(publisher))


def _links(site: Site, output: str, page: PageView, named: str) -> Iterator[HeadLinkView]:
    if site.settings.url:
        yield HeadLinkView("canonical", urls.absolute(site.settings.url, named))
        if named == output:
            yield from alternates(site, output, page)
    if has_feeds(site) and named == output:
        for tag in site.settings.languages if page.kind == "front" else (page.lang,):
            title, _ = site.title(tag)
            href = urls.relative(output, urls.feed(tag))
            yield HeadLinkView("alternate", href, tag if page.kind == "front" else "", FEED_TYPE, bare(title))
