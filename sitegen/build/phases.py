"""The two phases that take time, over all chapters: parsing and rendering."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from sitegen.build.rendered import Rendered, read_links
from sitegen.build.workers import spread
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
from sitegen.world import World

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Job:
    """One output file: its path, what it is made from, and how."""

    output: str
    reason: str
    make: Callable[[], str | bytes]


def render_all(
    site: Site,
    documents: Mapping[str, Document],
    world: World,
    found: list[Diagnostic],
    *,
    jobs: int | None,
    progress: Progress | None,
) -> Rendered:
    """Every artifact by its path, with its links; two that claim one path are a finding."""
    artifacts: dict[str, bytes] = {}
    links: dict[str, PageLinks] = {}
    work = _claimed([*_pages(site, documents), *_files(site, world)], found)
    make = partial(_linked, url=site.settings.url)
    for number, (job, (made, said)) in enumerate(zip(work, spread(make, work, jobs), strict=True), 1):
        if isinstance(made, Diagnostic):
            found.append(made)
        else:
            artifacts[job.output] = made
        if said:
            links[job.output] = said
        if progress:
            progress("writing", number, len(work))
    return Rendered(artifacts, links, {job.output: job.reason for job in work})


def _linked(job: Job, url: str) -> tuple[bytes | Diagnostic, PageLinks | None]:
    """An artifact and its links, read where it is made."""
    made = _made(job)
    return made, None if isinstance(made, Diagnostic) else read_links(job.output, made, url)


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
    known = documents
    yield from _search_pages(site)
    yield _page(site, urls.FRONT, "front.html", "sitegen.toml", partial(pages.front_view, site))
    yield _page(site, urls.NOT_FOUND, "not_found.html", "sitegen.toml", partial(pages.not_found_view, site))
    for edition in site.publication.editions:
        tag, title = edition.language, edition.title_page
        source = title.interface.path if title else "sitegen.toml"
        document = known.get(source)
        yield _page(
            site,
            urls.title_page(tag),
            "title_page.html",
            source,
            partial(title_page_view, site, edition, document),
        )
        for number in range(2, contents_count(edition) + 1):
            further = partial(contents_view, site, edition, number)
            yield _page(site, urls.contents(tag, number), "contents.html", source, further)
        for page in edition.chapters:
            yield _page(
                site,
                page.output,
                "chapter.html",
                page.interface.path,
                partial(pages.chapter_view, site, page, known[page.interface.path]),
            )
            for counterpart in page.counterparts:
                parallel = partial(parallel_view, site, page, counterpart, known)
                output = parallel_output(site, page, counterpart.language)
                yield _page(site, output, "parallel.html", page.interface.path, parallel)
        for one in edition.fallbacks:
            view = partial(fallback_view, site, edition, one, known[one.source])
            yield _page(site, one.output, "chapter.html", one.source, view)
        for number in range(1, page_count(len(site.sources[tag].keys)) + 1):
            output = page_output(urls.bibliography(tag), number)
            listed = partial(pages.bibliography_view, site, edition, number)
            yield _page(site, output, "bibliography.html", "citations.bib", listed)
        for one_page in voices_pages(site, edition):
            yield _page(site, one_page.output, one_page.template, f"content/{tag}", one_page.view)


def _search_pages(site: Site) -> Iterator[Job]:
    for edition in site.publication.editions if site.search else ():
        view = partial(search_view, site, edition)
        yield _page(site, urls.search(edition.language), "search.html", "sitegen.toml", view)


def _page(site: Site, output: str, template: str, reason: str, view: Callable[[], object]) -> Job:
    def make() -> str:
        shown = view()
        page = shown.page  # type: ignore[attr-defined]
        words = getattr(shown, "words", page.words)  # those of the text, where it is not the page's language
        meta = meta_view(site, output, shown, page)
        return site.templates.render(template, {"view": shown, "page": page, "words": words, "meta": meta})

    return Job(output, reason, make)


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
        yield Job(path.removeprefix("content/"), path, partial(bytes, picture.data))
        for one in picture.variants:
            yield Job(one.path.removeprefix("content/"), path, partial(bytes, one.data))
    for path in sorted(_linked_files(site) - site.pictures.keys()):
        yield Job(path.removeprefix("content/"), path, partial(world.read, path))


def _metadata(site: Site) -> Iterator[Job]:
    """What machines read of the publication as a whole; most of it needs its address."""
    if citation_authors(site):
        yield Job(urls.CITATION, "sitegen.toml", partial(citation_cff, site))
    if not site.settings.url:
        return
    yield Job(urls.SITEMAP, "sitegen.toml", partial(site_map, site))
    for edition in site.publication.editions:
        yield Job(urls.card(edition.language), "sitegen.toml", partial(card, site, edition))
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
            for ending in CHAPTER_FORMATS:
                path = urls.chapter_reference(page.output, ending)
                yield Job(path, page.interface.path, partial(chapter_reference, site, page, ending))


def _linked_files(site: Site) -> set[str]:
    files: set[str] = set()
    for page in site.pages.values():
        files.update(f"content/{one.output}" for one in page.targets if one and one.kind == "file")
        files.update(one.chart.data for one in page.interface.floats if one.chart)
    return files
