"""Nodes to HTML. Everything that comes from an author is escaped here, once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, ClassVar

from markupsafe import Markup

from sitegen.address_text import shown_address
from sitegen.languages import scripts
from sitegen.model import nodes
from sitegen.model.nodes import Block, Blocks, Inlines
from sitegen.model.publication import Page, Target
from sitegen.render import urls
from sitegen.render.dead_links import DeadLink
from sitegen.render.words import figure_label, table_label, unavailable, words
from sitegen.values import dataclass

_IN_FORM = re.compile(r"(?<=[^\W\d_][_*:])(?=[^\W\d_])")


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def safe(html: str) -> Markup:
    """HTML that this floor has written: every text in it is escaped."""
    return str.__new__(Markup, html)  # the one place that says so; Markup(html) would first ask for its HTML


def attribute(text: str) -> str:
    return escape(text).replace('"', "&quot;")


def marked(text: str, language: str) -> Markup:
    """Text of a language, in which words of Cyrillic letters say theirs where that one has no such
    letters (typography.md, section 8).
    """
    return safe(_marked(text, language))


@lru_cache(maxsize=1024, typed=True)
def _marked(text: str, language: str) -> str:
    """What stands on the page of a chapter stands beside other languages too, and titles on many pages."""
    if text.isascii() or scripts.is_written_in_cyrillic(language):
        return escape(text)
    parts: list[str] = []
    end = 0
    for start, stop, tag in scripts.foreign_runs(text, scripts.LATIN):
        parts += (escape(text[end:start]), f'<span lang="{tag}">{escape(text[start:stop])}</span>')
        end = stop
    return "".join([*parts, escape(text[end:])]) if parts else escape(text)


def titled(text: str, language: str) -> Markup:
    """A title, whose lines may end behind the sign of a form for several genders (`Leser_|innen`): large
    letters leave little room, and elsewhere a word that is too long is broken anywhere.
    """
    return safe(_IN_FORM.sub("<wbr>", marked(text, language)))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the nodes of one page refer to. `page` is where the nodes come from, `output` the file
    that the HTML will stand in: the page of voices shows nodes of other pages.

    The functions make the HTML of what is more than markup; an empty answer leaves it out. Those of a
    table, a figure and a chart are given the id of one that has none of its own.

    `whole` says that all of the page's text stands in `output`, so that links within it stay there;
    `prefix` stands before its ids, which another text in that file may have too. `outline` says that
    its headings are the file's.
    """

    page: Page
    output: str
    note_mark: Callable[[int], str]
    citation: Callable[[int], str]
    inline_quote: Callable[[int], str]
    quote: Callable[[int], str]
    figure: Callable[[nodes.Figure, str], str]
    image: Callable[[int, str], str]
    table: Callable[[nodes.Table, str], str]
    chart: Callable[[nodes.Chart, str], str]
    heading_links: Callable[[int], str]
    close_up: Callable[[Inlines], Inlines]
    dead: Callable[[nodes.Link], DeadLink | None]
    whole: bool = False
    prefix: str = ""
    outline: bool = True

    def way(self, output: str, anchor: str) -> str:
        """The address of a place, from the file that the nodes stand in."""
        if self.whole and anchor and output == self.page.output:
            return "#" + urls.fragment(self.prefix + anchor)
        return urls.relative(self.output, output, anchor)


class HtmlWriter:
    """Writes nodes as HTML by their type; a node without a row in the tables is an error of ours.

    `anchor` is the id that the next block takes, if it has none of its own; what is in it has none.
    """

    def __init__(self, surroundings: Surroundings) -> None:
        self.around = surroundings
        self.language = surroundings.page.language
        self.anchor = ""

    def inlines(self, children: Inlines) -> str:
        if nodes.Citation in map(type, children):
            children = self.around.close_up(children)
        by_type = self._by_type
        return "".join([by_type[type(node)](self, node) for node in children])

    def blocks(self, children: Blocks) -> str:
        by_type = self._by_type
        return "".join([by_type[type(node)](self, node) for node in children])

    def block(self, node: Block, anchor: str = "") -> str:
        """One block; `anchor` is its id, if it has none of its own."""
        self.anchor = anchor
        html = self._by_type[type(node)](self, node)
        self.anchor = ""
        return html

    def _taken(self) -> str:
        anchor, self.anchor = self.anchor, ""
        return anchor

    def _id(self) -> str:
        anchor = self._taken()
        return f' id="{attribute(self.around.prefix + anchor)}"' if anchor else ""

    def _link(self, node: nodes.Link) -> str:
        dead = self.around.dead(node)
        copy = dead.copy if dead else None
        if copy and node.copy_of:  # a dead source and its copy change places (links.md, section 4)
            return self._external(node, node.copy_of)
        html = self._external(node, copy.url if copy else node.url, copy or node.archived)
        if copy and not node.archived:
            word = escape(words(self.around.page.language).original_address)
            here = attribute(urls.external(node.url))
            return f'{html} (<a href="{here}" rel="noreferrer"{self._of_page()}>{word}</a>)'
        if dead and not copy and dead.checked:
            label = escape(unavailable(self.around.page.language, dead.checked))
            return f'{html} <span class="unavailable"{self._of_page()}>{label}</span>'
        return html

    def _external(self, node: nodes.Link, url: str, copy: nodes.Archived | None = None) -> str:
        """A link to an address; with a copy, in the form of Robust Links."""
        robust = ""
        if copy:
            robust = (
                f' data-originalurl="{attribute(urls.external(node.url))}"'
                f' data-versiondate="{attribute(copy.date)}"'
                f' data-versionurl="{attribute(urls.external(copy.url))}"'
            )
        start = f'<a href="{attribute(urls.external(url))}"{robust} rel="noreferrer"'
        if _is_own_text(node):  # an address is broken at its signs, never hyphenated
            return f'{start} class="address">{_breakable(escape(nodes.plain_text(node.children)))}</a>'
        return f"{start}>{self.inlines(node.children)}</a>"

    def _of_page(self) -> str:
        """The language of the page's own words, within a run of another one."""
        tag = self.around.page.language
        return "" if tag == self.language else f' lang="{attribute(tag)}"'

    def _reference(self, node: nodes.Reference) -> str:
        target = self.around.page.targets[node.index]
        text = self.inlines(node.children)
        if target is None:
            return text
        href = attribute(self.around.way(target.output, target.anchor))
        lang = ""
        if not text.strip():
            text = self._title(target)
            if target.language != self.around.page.language:
                lang = f' lang="{attribute(target.language)}"'
        return f'<a href="{href}"{lang}>{text}</a>'

    def _title(self, target: Target) -> str:
        """What stands for an empty text: a title, a label with its number, an attribution."""
        language = self.around.page.language
        if target.kind == "figure" and target.number is not None:
            return escape(figure_label(language, target.number))
        if target.kind == "table" and target.number is not None:
            return escape(table_label(language, target.number))
        return marked(nodes.plain_text(target.title), target.language)

    def _language(self, node: nodes.LanguageSpan) -> str:
        outer, self.language = self.language, node.lang
        text = self.inlines(node.children)
        self.language = outer
        return f'<span lang="{attribute(node.lang)}">{text}</span>'

    def _heading(self, node: nodes.Heading) -> str:
        name = f"h{min(node.level, 6)}"
        anchor = attribute(self.around.prefix + node.id)
        text = self.inlines(node.children) + self.around.heading_links(node.index)
        if not self.around.outline:
            return f'<p class="{name}" id="{anchor}">{text}</p>\n'
        return f'<{name} id="{anchor}">{text}</{name}>\n'

    def _block_quote(self, node: nodes.BlockQuote) -> str:
        start = f"<blockquote{self._id()}>"
        return f"{start}\n{self.blocks(node.children)}</blockquote>\n"

    def _list(self, node: nodes.ListBlock) -> str:
        tag = "ul" if node.start is None else "ol"
        start = self._id() + (f' start="{node.start}"' if node.start not in (None, 1) else "")
        items = "".join(f"<li>{self._item(item, tight=node.tight)}</li>\n" for item in node.items)
        return f"<{tag}{start}>\n{items}</{tag}>\n"

    def _item(self, item: Blocks, *, tight: bool) -> str:
        if not tight:
            return "\n" + self.blocks(item)
        parts = [
            self.inlines(block.children) + "\n"
            if isinstance(block, nodes.Paragraph)
            else self.blocks((block,))
            for block in item
        ]
        return "".join(parts).rstrip("\n")

    def _code(self, node: nodes.CodeBlock) -> str:
        name = f' class="language-{attribute(node.language)}"' if node.language else ""
        text = _marked(node.text, self.language)
        return f'<pre{self._id()} tabindex="0" translate="no"><code{name}>{text}</code></pre>\n'

    _by_type: ClassVar[Mapping[type, Callable[[HtmlWriter, Any], str]]] = {
        nodes.Text: lambda self, node: _marked(node.value, self.language),
        nodes.Emphasis: lambda self, node: f"<em>{self.inlines(node.children)}</em>",
        nodes.Strong: lambda self, node: f"<strong>{self.inlines(node.children)}</strong>",
        nodes.Italic: lambda self, node: f"<i>{self.inlines(node.children)}</i>",
        nodes.Bold: lambda self, node: f"<b>{self.inlines(node.children)}</b>",
        nodes.Strikethrough: lambda self, node: f"<s>{self.inlines(node.children)}</s>",
        nodes.SmallCaps: lambda self, node: f'<span class="sc">{self.inlines(node.children)}</span>',
        nodes.Code: lambda self, node: f'<code translate="no">{_marked(node.value, self.language)}</code>',
        nodes.Break: lambda _, node: "<br>\n" if node.hard else "\n",
        nodes.RawHtml: lambda _, node: node.html,
        nodes.Link: _link,
        nodes.Reference: _reference,
        nodes.LanguageSpan: _language,
        nodes.Image: lambda self, node: self.around.image(node.index, node.alt),
        nodes.InlineQuote: lambda self, node: self.around.inline_quote(node.index),
        nodes.NoteReference: lambda self, node: self.around.note_mark(node.index),
        nodes.Citation: lambda self, node: self.around.citation(node.index),
        nodes.Paragraph: lambda self, node: f"<p{self._id()}>{self.inlines(node.children)}</p>\n",
        nodes.Heading: _heading,
        nodes.ListBlock: _list,
        nodes.BlockQuote: _block_quote,
        nodes.CodeBlock: _code,
        nodes.ThematicBreak: lambda self, _: f"<hr{self._id()}>\n",
        nodes.Table: lambda self, node: self.around.table(node, self._taken()),
        nodes.Figure: lambda self, node: self.around.figure(node, self._taken()),
        nodes.Chart: lambda self, node: self.around.chart(node, self._taken()),
        nodes.QuoteBlock: lambda self, node: self.around.quote(node.index),
        nodes.RawHtmlBlock: lambda _, node: node.html,
    }


def _is_own_text(node: nodes.Link) -> bool:
    """Whether a link shows its own address and nothing else."""
    match node.children:
        case (nodes.Text(value),):
            return value in (node.url, shown_address(node.url))
        case _:
            return False


def _breakable(text: str) -> str:
    """A shown address may break behind its signs (links.md, section 6)."""
    for sign in ("/", "-", ".", "_", "?", "=", "&amp;"):
        text = text.replace(sign, sign + "<wbr>")
    return text.replace("/<wbr>/<wbr>", "//")
