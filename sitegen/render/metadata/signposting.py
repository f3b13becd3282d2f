"""Where machines find a work's parts and descriptions: FAIR Signposting (2023-10-02) as link elements,
since static hosting sets no headers.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.render import urls
from sitegen.render.cite_chapter import FORMATS
from sitegen.render.frame import license_address
from sitegen.render.metadata.views import HeadLinkView
from sitegen.render.metadata.work import Work
from sitegen.render.pages import ORCID
from sitegen.render.site import Site, all_keys

TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
CFF_TYPE = "application/yaml"
DATACITE_TYPE = "application/vnd.datacite.datacite+json"


def chapter_signs(site: Site, work: Work) -> tuple[HeadLinkView, ...]:
    """A chapter's authors and licence, and its reference as data."""
    described = (
        HeadLinkView(
            "describedby",
            urls.relative(work.output, urls.chapter_reference(work.output, ending)),
            type=TYPES[ending],
        )
        for ending in FORMATS
    )
    return (*_rights(site, work), *described)


def report_signs(site: Site, work: Work) -> tuple[HeadLinkView, ...]:
    """Those of an edition: its DOI, what kind of page its title page is, and the data that it offers."""
    return tuple(_report_signs(site, work))


def _report_signs(site: Site, work: Work) -> Iterator[HeadLinkView]:
    if work.doi:
        yield HeadLinkView("cite-as" if _is_own(site, work) else "related", f"https://doi.org/{work.doi}")
    yield HeadLinkView("type", "https://schema.org/AboutPage")
    yield HeadLinkView("type", "https://schema.org/Report")
    yield from _rights(site, work)
    yield HeadLinkView("item", urls.relative(work.output, urls.QUOTES_DATA), type="application/json")
    if all_keys(site.publication, site.settings, site.bibliography):
        for output, type_ in (
            (urls.SOURCES_BIB, TYPES["bib"]),
            (urls.SOURCES_RIS, TYPES["ris"]),
            (urls.SOURCES_CSL, TYPES["csl.json"]),
        ):
            yield HeadLinkView("item", urls.relative(work.output, output), type=type_)
    if citation_authors(site):
        yield HeadLinkView("describedby", urls.relative(work.output, urls.CITATION), type=CFF_TYPE)
    if is_registrable(site, work):
        record = urls.relative(work.output, urls.datacite(work.language))
        yield HeadLinkView("describedby", record, type=DATACITE_TYPE)


def citation_authors(site: Site) -> bool:
    """Whether the publication says who made it, without which CITATION.cff is not valid."""
    return bool(site.settings.authors or site.settings.publisher)


def is_registrable(site: Site, edition: Work) -> bool:
    """Whether an edition has what DataCite asks for at least: DOI, address, publisher and year."""
    publisher, _ = site.settings.publisher.best(edition.language)
    return bool(edition.doi and site.settings.url and publisher and edition.date)


def _rights(site: Site, work: Work) -> Iterator[HeadLinkView]:
    for one in work.authors:
        if one.orcid:
            yield HeadLinkView("author", ORCID + one.orcid)
    if address := license_address(site.settings.license):
        yield HeadLinkView("license", address)


def _is_own(site: Site, work: Work) -> bool:
    """Whether a DOI is that of this edition alone, so that it leads to its title page."""
    return [site.settings.doi.get(tag) for tag in site.settings.languages].count(work.doi) == 1
