"""What holds for any text at all: parsing never fails, and everything that it finds stands in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.model import nodes
from sitegen.model.document import Document, Interface
from sitegen.model.nodes import Blocks
from sitegen.parse.chapter import parse
from sitegen.source import Source, Span
from tests.parse.cases import read_cases
from tests.parse.dump import HEAD, TODAY, parse_text

RUN = settings(derandomize=True, max_examples=150, deadline=None)

FRAGMENTS = (
    "::: {.quote #a gender=female}", ":::", "::: {.chart #f type=bar data=a.csv x=a y=b}", "::: {",
    "\n", "\n\n", " ", "\t", "    ", "- ", "1. ", "> ", "## ", "# ", "Titel {#a}", "{#a}",
    "{.quote #a}", "{lang=ru}", "{x=1}", "{", "}", "[", "]", "(", ")", "^[", "[^a]", "[^a]: ",
    "[^б]", "[@a]", "@a", "[vgl. @a, S. 3; @b]", "-@a", "![", "](a.svg)", "](02-b.md#c)",
    "https://a.de/b?fbclid=1", "http://", "*", "**", "_", "~~", "`", "```", "\\", "„", "“", "«",
    "»", '"', "'", "‚", "‘", "’", "…", "...", " - ", "--", ".", "(lacht)", "| a | b |",
    "| --- | --: |", "|", "\\|", ": Titel {#t}", "<b>", "</b>", "<!--", "-->", "<a@b.de>",
    "<https://a.de>", "&amp;", "&#8222;", "[a]: b", "wort", "слово", "до́ма", "Leser*in", "👍🏽",
    "שלום", "\u202e", "\u0000", "\x0c", "\u00a0", "\u2028", "\r\n", "\r", "\ufeff", "5 %", "№",
    "---", "===",
)  # fmt: skip

fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
texts = st.one_of(
    fragments, st.text(max_size=120), st.lists(st.one_of(fragments, st.text(max_size=5))).map("".join)
)
GOOD = tuple(case.text for case in read_cases())


class Located(Protocol):
    @property
    def span(self) -> Span: ...


def all_spans(interface: Interface, found: tuple[Diagnostic, ...]) -> list[Span]:
    """Every place that the outcome of parsing names."""
    located: list[Sequence[Located]] = [interface.headings, interface.quotes, interface.notes]
    located += [interface.note_marks, interface.citations, interface.references]
    located += [interface.images, interface.floats, interface.addresses]
    spans = [one.span for group in located for one in group]
    spans += [item.span for citation in interface.citations for item in citation.items]
    spans += [attribute.span for quote in interface.quotes for _, attribute in quote.attributes]
    spans += [one.span for one in found] + [related.span for one in found for related in one.related]
    return spans + [one.fix.span for one in found if one.fix]


def assert_sound(document: Document, found: tuple[Diagnostic, ...], source: Source) -> None:
    interface = document.interface
    for span in all_spans(interface, found):
        assert 1 <= span.line <= span.end_line <= len(source.line_starts), span
        assert 1 <= span.column <= len(source.line(span.line)) + 1, span
        assert 1 <= span.end_column <= len(source.line(span.end_line)) + 2, span
        assert (span.line, span.column) <= (span.end_line, span.end_column), span
    assert all(0 <= mark.note < len(interface.notes) for mark in interface.note_marks)
    assert len(document.body.notes) == len(interface.notes)
    assert_numbers(document)
    if not {"SYN012", "QUO002"} & {one.code for one in found}:
        assert_unique(interface)


def assert_unique(interface: Interface) -> None:
    named = (interface.headings, interface.quotes, interface.floats)
    ids = [one.id for group in named for one in group if one.id]
    assert len(ids) == len(set(ids)), ids


def assert_numbers(document: Document) -> None:
    """Every number in a node names something, and headings bear the id that the interface gives them."""
    interface = document.interface
    for block in walk(document.body.blocks):
        match block:
            case nodes.Heading(index=index, id=anchor):
                assert interface.headings[index].id == anchor
            case nodes.QuoteBlock(index):
                assert not interface.quotes[index].inline
            case nodes.Figure(index=index, image=image):
                assert interface.floats[index].kind == "figure"
                assert image < len(interface.images)
            case nodes.Chart(index=index) | nodes.Table(index=int(index)):
                assert index < len(interface.floats)
            case _:
                pass


def walk(blocks: Blocks) -> list[nodes.Block]:
    found: list[nodes.Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, nodes.BlockQuote):
            found += walk(block.children)
        elif isinstance(block, nodes.ListBlock):
            found += [inner for item in block.items for inner in walk(item)]
    return found


@RUN
@given(texts, st.sampled_from(("de", "ru", "en")), st.booleans())
def test_any_text_is_read(text: str, language: str, html: bool) -> None:  # noqa: FBT001  (drawn)
    source = Source.of(f"content/{language}/01-beispiel.md", HEAD + text)
    document, found = parse(source, language, ("de", "ru", "en"), TODAY, html=html)
    assert_sound(document, found, source)


@RUN
@given(texts)
def test_any_file_is_read(text: str) -> None:
    """Without a front matter before it, too."""
    source = Source.of("content/de/01-beispiel.md", text)
    assert_sound(*parse(source, "de", ("de",), TODAY), source)


@RUN
@given(st.sampled_from(GOOD), st.data())
def test_a_damaged_chapter_is_read(text: str, data: st.DataObject) -> None:
    """Characters are exchanged, left out and doubled."""
    signs = list(text)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(signs) - 1))
        signs[place] = data.draw(st.sampled_from(("", signs[place] * 2, "[", "{", ":", "„", "*", "\n", "х")))
    source = Source.of("content/de/01-beispiel.md", HEAD + "".join(signs))
    assert_sound(*parse(source, "de", ("de",), TODAY), source)


@RUN
@given(texts)
def test_the_same_text_gives_the_same(text: str) -> None:
    assert parse_text(text) == parse_text(text)


@RUN
@given(texts)
def test_line_ends_do_not_matter(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    assert parse_text(text) == parse_text(text.replace("\n", "\r\n"))
