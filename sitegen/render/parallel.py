"""The parallel page: a chapter in two languages, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from markupsafe import Markup

from sitegen import languages
from sitegen.model.document import Document
from sitegen.model.publication import Counterpart, Page
from sitegen.render import urls
from sitegen.render.contents import with_stand_ins
from sitegen.render.edition_links import parallel_neighbours, parallel_output
from sitegen.render.frame import frame
from sitegen.render.html import HtmlWriter, marked, safe, titled
from sitegen.render.page_writer import PageWriter
from sitegen.render.pages import marked_each, people
from sitegen.render.parallel_views import ParallelColumnView, ParallelRowView, ParallelView
from sitegen.render.reading_script import notes_script
from sitegen.render.site import Site
from sitegen.render.status import status_view
from sitegen.render.views import LinkView, PageView
from sitegen.render.words import chapter_label, translated_from, words

Pair: TypeAlias = tuple[int | None, int | None]
"""Numbers of two blocks that answer each other; None where there is no such block."""

NOTES = "page-notes"


def parallel_view(
    site: Site, page: Page, counterpart: Counterpart, documents: Mapping[str, Document]
) -> ParallelView:
    """A chapter beside its counterpart. The ids of the counterpart's text stand behind its language and
    `=`, a sign that no author's id has.
    """
    other = site.by_output[counterpart.output]
    output = parallel_output(site, page, other.language)
    own_writer = _writer(site, page, documents, output)
    other_writer = _writer(site, other, documents, output, f"{other.language}=")
    previous, following = parallel_neighbours(site, page, other.language)
    own_blocks, other_blocks = _blocks(own_writer), _blocks(other_writer)
    pairs = rows(len(own_blocks), len(other_blocks), counterpart.blocks)
    return ParallelView(
        page=_frame(site, page, other, output),
        own=_column(site, page, own_writer),
        other=_column(site, other, other_writer),
        rows=tuple(_row_views(page, other, own_blocks, other_blocks, pairs, _stale(site, page, other))),
        previous=previous,
        next=following,
        script=notes_script(output, has_notes=bool(page.notes or other.notes)),
    )


def rows(own: int, other: int, partners: Mapping[int, int]) -> Iterator[Pair]:
    """All blocks of two texts in rows, given their numbers and which answer which: in the order of the
    own ones; what only the other text has stands before the next one there that has a partner.
    """
    waiting = sorted(set(range(other)) - set(partners.values()), reverse=True)
    for number in range(own):
        partner = partners.get(number)
        while partner is not None and waiting and waiting[-1] < partner:
            yield None, waiting.pop()
        yield number, partner
    while waiting:
        yield None, waiting.pop()


def _writer(
    site: Site, page: Page, documents: Mapping[str, Document], output: str, prefix: str = ""
) -> PageWriter:
    """A writer of a text whose other wording stands beside it: nothing needs to lead there."""
    writer = PageWriter(site, page, documents[page.interface.path], output, whole=True, prefix=prefix)
    writer.writer = HtmlWriter(replace(writer.writer.around, heading_links=lambda _: ""))
    return writer


def _blocks(writer: PageWriter) -> list[Markup]:
    """The HTML of each block; what belongs to none stands with the one before."""
    blocks, end = writer.page.interface.blocks, len(writer.document.body.blocks)
    starts = [0, *(block.nodes[0] for block in blocks[1:]), end]
    return [writer.part(start, stop) for start, stop in pairwise(starts)]


def _row_views(
    page: Page,
    other: Page,
    own_blocks: list[Markup],
    other_blocks: list[Markup],
    pairs: Iterator[Pair],
    stale: AbstractSet[Pair],
) -> Iterator[ParallelRowView]:
    before: Pair = (0, 0)
    for pair in pairs:
        here, there = pair
        is_first = [one is None for one in pair] != [one is None for one in before]
        remark = _remark(page, other, pair) if is_first else ""
        before = pair
        yield ParallelRowView(
            safe("") if here is None else own_blocks[here],
            safe("") if there is None else other_blocks[there],
            words(page.language).block_stale if pair in stale else remark,
        )


def _stale(site: Site, page: Page, other: Page) -> AbstractSet[Pair]:
    """The pairs that are no longer what was agreed on, this page's blocks first."""
    both = {page.language, other.language}
    known = site.alignments[page.interface.stem]
    found = next(one for one in known if {one.source, one.target} == both)
    pairs = [(row.source, row.target) for row in found.rows_in("stale")]
    return set(pairs if found.source == page.language else [(target, source) for source, target in pairs])


def _remark(page: Page, other: Page, pair: Pair) -> str:
    """What is said in the place of a block that one of two texts lacks, in the language of the page."""
    if None not in pair:
        return ""
    lacking, having = (page, other) if pair[0] is None else (other, page)
    text = words(page.language)
    if lacking.interface.front_matter.translated_from == having.language:
        return text.block_not_translated
    if having.interface.front_matter.translated_from == lacking.language:
        return text.block_added
    return text.block_unpaired


def _frame(site: Site, page: Page, other: Page, output: str) -> PageView:
    names = f"{languages.get(page.language).name} · {languages.get(other.language).name}"
    counterparts = (
        Counterpart(
            one.language,
            parallel_output(site, site.by_output[one.output], page.language),
            one.title,
            one.headings,
        )
        for one in page.counterparts
    )
    view = frame(site, "parallel", page.language, output, f"{page.title} ({names})", counterparts, "")
    return replace(with_stand_ins(site, page, view), title=marked(page.title, page.language))


def _column(site: Site, page: Page, writer: PageWriter) -> ParallelColumnView:
    tag, front, text = page.language, page.interface.front_matter, words(page.language)
    source = front.translated_from
    return ParallelColumnView(
        lang=tag,
        name=languages.get(tag).name,
        words=text,
        number=chapter_label(tag, page.number or 0),
        title=titled(page.title, tag),
        subtitle=marked(front.subtitle, tag),
        authors=people(front.authors or site.settings.authors, page.language),
        translators=people(front.translators, page.language),
        translated_from=translated_from(tag, source) if source else "",
        abstract=marked_each(front.abstract, tag),
        status=status_view(site, page, writer.output),
        chapter=LinkView(urls.relative(writer.output, page.output), text.alone, tag),
        notes=writer.notes(),
        notes_id=writer.prefix + NOTES,
    )
