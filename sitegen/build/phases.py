"""The two phases that take time, over all chapters: parsing and rendering."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sitegen.build.manifest import digest
from sitegen.build.rendered import Rendered, read_links
from sitegen.build.spool import Spool
from sitegen.build.units import Earlier, Keys
from sitegen.build.workers import Jobs, spread
from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.exports.card import card
from sitegen.exports.citation_cff import citation_cff
from sitegen.exports.datacite import datacite, has_datacite
from sitegen.exports.feed import feed
from sitegen.exports.quotes import quotes_json
from sitegen.exports.sitemap import site_map
from sitegen.exports.sources import FORMATS
from sitegen.links.site.pages import PageLinks
from sitegen.model.document import Document
from sitegen.model.publication import Edition, Page
from sitegen.render import pages, urls
from sitegen.render.cite_chapter import FORMATS as CHAPTER_FORMATS
from sitegen.render.cite_chapter import chapter_reference
from sitegen.render.cite_edition import edition_reference
from sitegen.render.contents import contents_count, contents_view
from sitegen.render.edition_links import parallel_output
from sitegen.render.fallback import fallback_view
from sitegen.render.metadata import citation_authors, has_feeds, meta_view
from sitegen.render.paging import page_count, page_output
from sitegen.render.parallel import parallel_view
from sitegen.render.search import search_view
from sitegen.render.site import Site, all_keys
from sitegen.render.templates import TemplateFailure, theme_file
from sitegen.render.title_page import title_page_view
from sitegen.render.voices import voices_pages
from sitegen.source import Span, bare, plain_spaces
from sitegen.values import dataclass
from sitegen.world import World

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Job:
    """One output file: its path, what it is made from, and how."""

    output: str
    reason: str
    make: Callable[[], str | bytes]
    here: bool = False
    """Whether it is a file of this machine, which nobody else needs to see."""


def render_all(
    site: Site,
    documents: Mapping[str, Document],
    world: World,
    found: list[Diagnostic],
    spool: Spool,
    *,
    keys: Keys,
    earlier: Earlier,
    jobs: Jobs,
    progress: Progress | None,
) -> Rendered:
    """Every artifact by its path, in the spool, with its links; two that claim one path are a finding. Pages
    of chapters whose key an earlier site has as well are taken from there.
    """
    work = _claimed([*_cards(site), *_pages(site, documents), *_files(site, world)], found)
    same = {path for path, key in keys.items() if earlier.keys.get(path) == key}
    work = [_taken(job, earlier) if job.reason in same else job for job in work]
    return _rendered(site, work, found, spool, jobs, progress)


def _taken(job: Job, earlier: Earlier) -> Job:
    if job.output not in earlier.site:
        return job
    return replace(job, make=partial(earlier.site.__getitem__, job.output), here=earlier.here)


def render_chapters(
    site: Site, documents: Mapping[str, Document], paths: Collection[str], found: list[Diagnostic]
) -> Rendered:
    """The artifacts of some chapters, given by their files."""
    chapters = (site.pages[path] for path in paths if path in site.pages)
    references = (job for page in chapters if page.number for job in _references(site, page))
    work = [*_chapter_pages(site, documents, paths), *references]
    return _rendered(site, work, found, Spool(), 1, None)


def _rendered(
    site: Site, work: list[Job], found: list[Diagnostic], spool: Spool, jobs: Jobs, progress: Progress | None
) -> Rendered:
    links: dict[str, PageLinks] = {}
    make = partial(_linked, url=site.settings.url)
    elsewhere = spread(make, [job for job in work if not job.here], jobs)
    for number, job in enumerate(work, 1):
        made, said = make(job) if job.here else next(elsewhere)
        fault = made if isinstance(made, Diagnostic) else _spooled(spool, job.output, job.reason, *made)
        if fault:
            found.append(fault)
        if said:
            links[job.output] = said
        if progress:
            progress("writing", number, len(work))
    return Rendered(spool, links, {job.output: job.reason for job in work})


def with_files(
    rendered: Rendered, spool: Spool, files: Mapping[str, bytes], found: list[Diagnostic]
) -> Rendered:
    """What was rendered, with files that are made of all chapters afterwards: the index of search."""
    faults = (_spooled(spool, path, "content", data) for path, data in files.items())
    found.extend(fault for fault in faults if fault)
    return replace(rendered, reasons={**rendered.reasons, **dict.fromkeys(files, "content")})


def _spooled(spool: Spool, output: str, reason: str, made: bytes, known: str = "") -> Diagnostic | None:
    try:
        spool.add(output, made, known)
    except OSError as error:  # the disk is full
        return report("OUT002", Span(reason), path=output, reason=error.strerror or str(error))
    return None


def _linked(job: Job, url: str) -> tuple[tuple[bytes, str] | Diagnostic, PageLinks | None]:
    """An artifact with its digest, and its links, read where it is made."""
    made = _made(job)
    if isinstance(made, Diagnostic):
        return made, None
    return (made, digest(made)), read_links(job.output, made, url)


def _made(job: Job) -> bytes | Diagnostic:
    try:
        made = job.make()
    except TemplateFailure as failure:
        return failure.diagnostic
    except OSError as error:  # a file that pages link to, gone or closed since the folder was listed
        return report("SRC003", Span(job.reason), reason=error.strerror or str(error))
    if isinstance(made, bytes):
        return made
    clean = plain_spaces if job.output.endswith(".html") else bare
    return clean(made).encode()


def _claimed(jobs: list[Job], found: list[Diagnostic]) -> list[Job]:
    """The jobs, each with a path of its own: a second claim is a finding."""
    first: dict[str, Job] = {}
    for job in jobs:
        if job.output in first:
            found.append(_two_writers(job, first[job.output].reason))
        else:
            first[job.output] = job
    return list(first.values())


def _two_writers(job: Job, first: str) -> Diagnostic:
    related = (Related(Span(first), "first"),) if first.startswith("content/") else ()
    return report(
        "OUT004", Span(job.reason), path=job.output, first=first, second=job.reason, related=related
    )


def _pages(site: Site, documents: Mapping[str, Document]) -> Iterator[Job]:
    yield from _search_pages(site)
    yield _page(site, urls.FRONT, "front.html", "sitegen.toml", partial(pages.front_view, site))
    yield _page(site, urls.NOT_FOUND, "not_found.html", "sitegen.toml", partial(pages.not_found_view, site))
    for edition in site.publication.editions:
        yield from _edition_pages(site, edition, documents)
    yield from _chapter_pages(site, documents, site.pages.keys())
    for edition in site.publication.editions:
        for one in voices_pages(site, edition):
            yield _page(site, one.output, one.template, f"content/{edition.language}", one.view)


def _edition_pages(site: Site, edition: Edition, documents: Mapping[str, Document]) -> Iterator[Job]:
    """The title page, the contents and the sources of an edition."""
    tag, title = edition.language, edition.title_page
    source = title.interface.path if title else "sitegen.toml"
    view = partial(_read, documents, source, partial(title_page_view, site, edition))
    yield _page(site, urls.title_page(tag), "title_page.html", source, view)
    for number in range(2, contents_count(edition) + 1):
        further = partial(contents_view, site, edition, number)
        yield _page(site, urls.contents(tag, number), "contents.html", source, further)
    for number in range(1, page_count(len(site.sources[tag].keys)) + 1):
        output = page_output(urls.bibliography(tag), number)
        listed = partial(pages.bibliography_view, site, edition, number)
        yield _page(site, output, "bibliography.html", "citations.bib", listed)


def _chapter_pages(site: Site, documents: Mapping[str, Document], paths: Collection[str]) -> Iterator[Job]:
    """All pages of some chapters. Those of one chapter in all languages follow each other: what one of
    them has made of a text is at hand for the next.
    """
    jobs: dict[str, list[Job]] = {}
    for edition in site.publication.editions:
        for page in edition.chapters:
            if page.interface.path in paths:
                jobs.setdefault(page.interface.stem, []).extend(_own_pages(site, page, documents))
        for one in edition.fallbacks:
            if one.source in paths:
                view = partial(_read, documents, one.source, partial(fallback_view, site, edition, one))
                job = _page(site, one.output, "chapter.html", one.source, view)
                jobs.setdefault(site.pages[one.source].interface.stem, []).append(job)
    for group in jobs.values():
        yield from group


def _own_pages(site: Site, page: Page, documents: Mapping[str, Document]) -> Iterator[Job]:
    """A chapter's page, and those that show it beside another language."""
    path = page.interface.path
    view = partial(_read, documents, path, partial(pages.chapter_view, site, page))
    yield _page(site, page.output, "chapter.html", path, view)
    for counterpart in page.counterparts:
        beside = partial(parallel_view, site, page, counterpart, documents)
        yield _page(site, parallel_output(site, page, counterpart.language), "parallel.html", path, beside)


def _read(documents: Mapping[str, Document], path: str, view: Callable[[Any], object]) -> object:
    """A view of a document, which is fetched only now."""
    return view(documents.get(path))


def _search_pages(site: Site) -> Iterator[Job]:
    for edition in site.publication.editions if site.search else ():
        view = partial(search_view, site, edition)
        yield _page(site, urls.search(edition.language), "search.html", "sitegen.toml", view)


def _page(site: Site, output: str, template: str, reason: str, view: Callable[[], object]) -> Job:
    return Job(output, reason, partial(_html, site, output, template, view))


def _html(site: Site, output: str, template: str, view: Callable[[], Any]) -> str:
    shown = view()
    page = shown.page
    words = getattr(shown, "words", page.words)  # those of the text, where it is not the page's language
    meta = meta_view(site, output, shown, page)
    return site.templates.render(template, {"view": shown, "page": page, "words": words, "meta": meta})


def _files(site: Site, world: World) -> Iterator[Job]:
    """What is no page: style sheet, images, linked files, data."""
    yield Job(urls.STYLESHEET, "templates/theme.css", partial(str, site.templates.style_sheet))
    if len(site.settings.languages) > 1 or any(page.notes for page in site.pages.values()):
        yield Job(urls.READING_SCRIPT, "sitegen.toml", partial(str, theme_file("reading.js")))
    if site.search:
        yield Job(urls.SEARCH_SCRIPT, "sitegen.toml", partial(str, theme_file("search.js")))
    if any(one.voices for one in site.voices.values()):
        yield Job(urls.VOICES_SCRIPT, "sitegen.toml", partial(str, theme_file("voices.js")))
    yield Job(urls.QUOTES_DATA, "content", partial(quotes_json, site.publication))
    yield from _sources(site)
    yield Job(".nojekyll", "sitegen.toml", bytes)
    yield from _metadata(site)
    for path, picture in site.pictures.items():
        yield Job(path.removeprefix("content/"), path, partial(bytes, picture.data), here=True)
        for one in picture.variants:
            yield Job(one.path.removeprefix("content/"), path, partial(bytes, one.data), here=True)
    for path in sorted(_linked_files(site) - site.pictures.keys()):
        yield Job(path.removeprefix("content/"), path, partial(world.read, path), here=True)


def _cards(site: Site) -> Iterator[Job]:
    """The pictures of the editions. They take longest, and so begin first."""
    for edition in site.publication.editions if site.settings.url else ():
        yield Job(urls.card(edition.language), "sitegen.toml", partial(card, site, edition))


def _metadata(site: Site) -> Iterator[Job]:
    """What machines read of the publication as a whole; most of it needs its address."""
    if citation_authors(site):
        yield Job(urls.CITATION, "sitegen.toml", partial(citation_cff, site))
    if not site.settings.url:
        return
    yield Job(urls.SITEMAP, "sitegen.toml", partial(site_map, site))
    for edition in site.publication.editions:
        if has_datacite(site, edition):
            yield Job(urls.datacite(edition.language), "sitegen.toml", partial(datacite, site, edition))
        if has_feeds(site):
            yield Job(urls.feed(edition.language), "sitegen.toml", partial(feed, site, edition))


def _sources(site: Site) -> Iterator[Job]:
    """The sources as data, and for each chapter the reference to it."""
    keys = all_keys(site.publication, site.settings, site.bibliography)
    entries = tuple(site.bibliography.entries[key] for key in keys)
    if entries:
        for path, make in FORMATS.items():
            yield Job(path, "citations.bib", partial(make, entries))
    for edition in site.publication.editions:
        for ending in CHAPTER_FORMATS:
            path = urls.edition_reference(edition.language, ending)
            yield Job(path, "sitegen.toml", partial(edition_reference, site, edition, ending))
        for page in edition.chapters:
            yield from _references(site, page)


def _references(site: Site, page: Page) -> Iterator[Job]:
    for ending in CHAPTER_FORMATS:
        path = urls.chapter_reference(page.output, ending)
        yield Job(path, page.interface.path, partial(chapter_reference, site, page, ending))


def _linked_files(site: Site) -> set[str]:
    files: set[str] = set()
    for page in site.pages.values():
        files.update(f"content/{one.output}" for one in page.targets if one and one.kind == "file")
        files.update(one.chart.data for one in page.interface.floats if one.chart)
    return files
