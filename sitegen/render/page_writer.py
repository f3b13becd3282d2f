"""One page's text as HTML: its body, its notes, its quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from markupsafe import Markup

from sitegen import languages
from sitegen.model import nodes
from sitegen.model.document import Body, Document
from sitegen.model.nodes import Inlines
from sitegen.model.publication import Page
from sitegen.render import urls
from sitegen.render.block_anchors import Place, float_places, page_ids
from sitegen.render.charts.labels import ChartText
from sitegen.render.charts.svg import drawing
from sitegen.render.citation_forms import Forms, forms
from sitegen.render.float_views import CellView, ChartView, FigureView, TableView
from sitegen.render.html import HtmlWriter, Surroundings, attribute, escape, marked, safe
from sitegen.render.mentions import Place as CitedPlace
from sitegen.render.mentions import place_ids, source_href
from sitegen.render.note_marks import close_up
from sitegen.render.picture_sources import enclosed_picture, picture_sources
from sitegen.render.quotes import (
    biblioref,
    cited_source,
    enclosed,
    enclosed_inline,
    inline_standing,
    quote_view,
)
from sitegen.render.site import Site
from sitegen.render.views import LinkView, NoteView
from sitegen.render.words import back_to_reference, figure_label, table_label, words


class PageWriter:
    """Writes the nodes of one page for one output file: its own, unless `output` names another.

    `whole` says that the whole text stands there, `prefix` goes before all its ids (Surroundings).
    """

    def __init__(
        self,
        site: Site,
        page: Page,
        document: Document,
        output: str = "",
        *,
        whole: bool = False,
        prefix: str = "",
    ) -> None:
        self.site = site
        self.page = page
        self.document = document
        self.output = output or page.output
        self.whole = whole or self.output == page.output
        self.prefix = prefix
        self.language = languages.get(page.language)
        self.words = words(page.language)
        self.images = 0
        self.writer = HtmlWriter(self._surroundings())

    @cached_property
    def forms(self) -> Forms:
        """What each citation shows; not made where none is shown, as on the page of voices."""
        return self.site.recent.once(("forms", self.page.interface.path), self._forms)

    def _forms(self) -> Forms:
        tag = self.page.language
        suffixes = self.site.suffixes[tag]
        notes = self.document.body.notes
        return forms(self.page, notes, self.site.bibliography, self.site.style(tag), suffixes)

    @cached_property
    def marks(self) -> Mapping[tuple[str, int], int]:
        return {mark: place for place, mark in enumerate(self.page.interface.marks)}

    @cached_property
    def anchors(self) -> Mapping[CitedPlace, str]:
        """The ids of the citations in running text, by which the list of sources leads back to them."""
        return place_ids(self.page) if self.output == self.page.output else {}

    @cached_property
    def floats(self) -> Mapping[str, tuple[Place, ...]]:
        return float_places(self.site, self.page) if self.output == self.page.output else {}

    def _surroundings(self) -> Surroundings:
        return Surroundings(
            page=self.page,
            output=self.output,
            note_mark=lambda index: self._mark("note", index),
            citation=self._citation,
            inline_quote=self._inline_quote,
            quote=self._quote,
            figure=self._figure,
            image=self._image,
            table=self._table,
            chart=self._chart,
            heading_links=self._heading_links,
            close_up=self._close_up,
            dead=self.site.dead.judged,
            whole=self.whole,
            prefix=self.prefix,
            outline=not self.prefix,
        )

    def body(self) -> Markup:
        return self.part(0, len(self.document.body.blocks))

    def part(self, start: int, end: int) -> Markup:
        """The body's nodes from one number up to another."""
        ids = self.made_ids
        body = self.document.body.blocks
        return safe("".join([self.writer.block(body[at], ids.get(at, "")) for at in range(start, end)]))

    @cached_property
    def made_ids(self) -> Mapping[int, str]:
        """The ids of blocks that have none of their own, by the numbers of the nodes that take them."""
        if not self.whole or self.prefix:
            return {}
        blocks = self.page.interface.blocks
        ids = page_ids(self.site, self.page)
        return {block.nodes[0]: made for block, made in zip(blocks, ids, strict=True) if made != block.anchor}

    def notes(self) -> tuple[NoteView, ...]:
        """The notes at the foot, in the order of their numbers."""
        views: list[NoteView] = []
        for note in self.page.notes:
            if note.note is not None:
                html = self.writer.blocks(self.document.body.notes[note.note])
            else:
                html = f"<p>{self.writer.inlines(self.forms.notes.get(note.citation or 0, ()))}</p>\n"
            backlinks = tuple(self._backlinks(note.number, note.marks))
            views.append(NoteView(self.prefix + note.id, note.number, safe(html), backlinks))
        return tuple(views)

    def _backlinks(self, number: int, marks: tuple[str, ...]) -> list[LinkView]:
        links: list[LinkView] = []
        for place, mark in enumerate(marks):
            letter = chr(ord("a") + place) if len(marks) > 1 and place < 26 else ""
            label = back_to_reference(self.page.language, f"{number}{letter}")
            links.append(LinkView(f"#{self.prefix}{mark}", letter, note=label))
        return links

    def _mark(self, kind: str, index: int) -> str:
        place = self.page.places[self.marks[kind, index]]
        # The first mark of a note is the one that the stylesheet sets the note beside.
        first = place.mark_id == f"fnref-{place.note_id.removeprefix('fn-')}"
        anchor = f' data-mark="--{place.note_id}"' if first and self.output == self.page.output else ""
        return (
            f'<sup class="noteref"><a id="{self.prefix}{place.mark_id}" href="#{self.prefix}{place.note_id}"'
            f' role="doc-noteref"{anchor}>{place.number}</a></sup>'
        )

    def _citation(self, index: int) -> str:
        citation = self.page.interface.citations[index]
        if citation.note is not None:
            return self.writer.inlines(self.forms.notes.get(index, ()))
        as_note = ("citation", index) in self.marks and self.page.places[self.marks["citation", index]].number
        return self._running(index) + (self._mark("citation", index) if as_note else "")

    def _running(self, index: int) -> str:
        """What a citation shows in the text: each of its sources leads to the list."""
        items = self.page.interface.citations[index].items
        return "".join(
            self.writer.inlines(part.children)
            if part.item is None
            else self._linked(part.children, items[part.item].key, ("citation", index, part.item))
            for part in self.forms.running.get(index, ())
        )

    def _close_up(self, children: Inlines) -> Inlines:
        behind = not self.language.marks.stop_after_closing
        return close_up(children, self._is_mark, behind_stop=behind)

    def _is_mark(self, node: nodes.Citation) -> bool:
        """Whether a citation shows nothing in the text but the mark of its note."""
        citation = self.page.interface.citations[node.index]
        place = self.marks.get(("citation", node.index))
        return place is not None and bool(self.page.places[place].number) and not citation.narrative

    def _linked(self, children: Inlines, key: str, place: CitedPlace) -> str:
        href = source_href(self.site, self.page, self.output, key)
        return biblioref(href, children, self.page.language, self.anchors.get(place, ""))

    def _heading_links(self, index: int) -> str:
        heading = self.page.interface.headings[index]
        label = attribute(f"{self.words.section_link}: {heading.text}")
        href = attribute("#" + urls.fragment(heading.id))
        own = f' <a class="anchor" href="{href}" aria-label="{label}">#</a>'
        return own + "".join(
            switch_html(self.output, Place(one.language, one.output, one.headings[heading.id]))
            for one in self.page.counterparts
            if heading.id in one.headings
        )

    def _switches(self, anchor: str) -> Markup:
        """The ways from a figure, a chart or a table to the same one in the other editions."""
        return safe("".join(switch_html(self.output, place) for place in self.floats.get(anchor, ())))

    def quote_html(self, index: int) -> str:
        """The words of a quote in their marks."""
        quote = self.page.quotes[index]
        assert quote is not None
        paraphrase = quote.attributes.kind == "paraphrase"
        wording = quote.wording(self.page.language)
        assert wording is not None
        source = wording.source
        if source.inline:  # shown by itself on the page of voices, with the words of its sentence
            source = replace(source, full_stop=False)
        return self.writer.blocks(enclosed(source, self.page.language, paraphrase=paraphrase))

    def _quote(self, index: int) -> str:
        quote = self.page.quotes[index]
        if quote is None:
            return ""
        view = quote_view(
            self.site,
            self.page,
            quote,
            self.quote_html(index),
            output=self.output,
            anchor=self.prefix + quote.id,
            cite_anchor=self.anchors.get(("quote", index, 0), ""),
            alone=not self.whole or self.output == self.page.output,
        )
        return self._partial("quote.html", quote=view)

    def _inline_quote(self, index: int) -> str:
        quote = self.page.quotes[index]
        if quote is None:
            return ""
        wording = quote.wording(self.page.language)
        assert wording is not None
        paraphrase = quote.attributes.kind == "paraphrase"
        text = self.writer.inlines(enclosed_inline(wording.source, self.page.language, paraphrase=paraphrase))
        cited = cited_source(
            self.site, self.page, quote, self.output, self.anchors.get(("quote", index, 0), "")
        )
        label = self.words.paraphrase if paraphrase else ""
        said = marked(wording.inline_attribution, self.page.language)
        told = (said, escape(label[:1].lower() + label[1:]), cited)
        attribution = "; ".join(filter(None, (*told, *inline_standing(wording, quote, self.output))))
        return (
            f'<span class="quote" id="{attribute(self.prefix + quote.id)}">{text}</span>'
            f' <span class="attribution">({attribution})</span>'
        )

    def _figure(self, node: nodes.Figure, anchor: str) -> str:
        source = self.page.interface.images[node.image]
        picture = self.site.pictures.get(source.file)
        self.images += 1
        anchor = self.page.interface.floats[node.index].id or anchor
        view = FigureView(
            id=anchor and self.prefix + anchor,
            src=self._file(source.file),
            alt=source.alt or "",
            width=picture.width if picture else 0,
            height=picture.height if picture else 0,
            lazy=self.images > 1,
            label=figure_label(self.page.language, self.page.float_numbers[node.index]),
            caption=safe(self.writer.inlines(node.caption)),
            credit=marked(source.credit, self.page.language),
            switches=self._switches(anchor),
            sources=picture_sources(self.output, picture),
        )
        return self._partial("figure.html", figure=view)

    def _image(self, index: int, alt: str) -> str:
        source = self.page.interface.images[index]
        picture = self.site.pictures.get(source.file)
        size = f' width="{picture.width}" height="{picture.height}"' if picture and picture.width else ""
        shown = f'<img src="{attribute(self._file(source.file))}" alt="{attribute(alt)}"{size}>'
        return enclosed_picture(shown, picture_sources(self.output, picture))

    def _file(self, path: str) -> str:
        return urls.relative(self.output, path.removeprefix("content/"))

    def _table(self, node: nodes.Table, anchor: str) -> str:
        index = node.index
        anchor = (self.page.interface.floats[index].id if index is not None else "") or anchor
        view = TableView(
            id=anchor and self.prefix + anchor,
            label=table_label(self.page.language, self.page.float_numbers[index])
            if index is not None
            else "",
            caption=safe(self.writer.inlines(node.caption)),
            head=self._cells(node.head, node.align),
            rows=tuple(self._cells(row, node.align) for row in node.rows),
            switches=self._switches(anchor),
        )
        return self._partial("table.html", table=view)

    def _cells(self, row: tuple[Inlines, ...], align: tuple[nodes.Alignment, ...]) -> tuple[CellView, ...]:
        return tuple(
            CellView(safe(self.writer.inlines(cell)), side) for cell, side in zip(row, align, strict=False)
        )

    def _chart(self, node: nodes.Chart, anchor: str) -> str:
        float_ = self.page.interface.floats[node.index]
        data = self.page.charts[node.index]
        if float_.chart is None or data is None:
            return ""
        text = ChartText(float_.chart.type, data, self.language)
        scene = self.site.drawings.get((self.page.language, text.kind, data))
        anchor = float_.id or anchor
        rows = tuple(
            (CellView(marked(label, self.page.language), ""), CellView(safe(escape(number)), "right"))
            for label, number in zip(text.labels, text.numbers, strict=True)
        )
        view = ChartView(
            id=self.prefix + anchor,
            label=figure_label(self.page.language, self.page.float_numbers[node.index]),
            caption=safe(self.writer.inlines(node.caption)),
            drawing=drawing(text, scene) if scene else safe(""),
            source=safe(self._chart_source(float_.chart.cite, node.index)),
            head=(
                CellView(marked(data.label, self.page.language), ""),
                CellView(marked(data.unit, self.page.language), "right"),
            ),
            rows=rows,
            download=LinkView(self._file(float_.chart.data), "CSV"),
            switches=self._switches(anchor),
        )
        return self._partial("chart.html", chart=view)

    def _chart_source(self, key: str | None, index: int) -> str:
        entry = self.site.bibliography.entries.get(key or "")
        if entry is None:
            return ""
        label = self.site.style(self.page.language).label(entry)
        return self._linked(label, entry.key, ("chart", index, 0))

    def _partial(self, name: str, **context: object) -> str:
        context |= {"words": self.words, "lang": self.page.language}
        return self.site.templates.render(name, context)


def switch_html(here: str, there: Place) -> str:
    """A link to a place in another edition, named by its language."""
    tag, href = there.language, attribute(urls.relative(here, there.output, there.anchor))
    name = escape(languages.get(tag).name)
    return f' <a class="switch" lang="{tag}" hreflang="{tag}" href="{href}">{name}</a>'


class VoicesWriter(PageWriter):
    """A writer for quotes that are shown away from their chapter: notes stay behind there, and of the chapter
    nothing is needed but its interface, of which the words of quotes are part.
    """

    def __init__(self, site: Site, page: Page, output: str) -> None:
        super().__init__(site, page, Document(page.interface, Body()), output)

    def _surroundings(self) -> Surroundings:
        return replace(super()._surroundings(), note_mark=lambda _: "", citation=lambda _: "")
