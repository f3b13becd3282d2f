"""Quotes as a page shows them: words in their marks, attribution, links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sitegen import languages
from sitegen.bibliography import unstopped
from sitegen.model.document import QuoteSource
from sitegen.model.nodes import (
    Block,
    BlockQuote,
    Blocks,
    Inlines,
    LanguageSpan,
    ListBlock,
    Paragraph,
    Text,
)
from sitegen.model.publication import Page, Quote, Wording
from sitegen.render import urls
from sitegen.render.html import attribute, escape, marked, safe
from sitegen.render.mentions import source_href
from sitegen.render.quote_home import quote_anchor, quote_home
from sitegen.render.site import Site
from sitegen.render.translation_words import also_in, original, out_of
from sitegen.render.views import LinkView, QuoteView
from sitegen.render.voices_words import cite_this_quote
from sitegen.render.words import translated_from, words


def enclosed(source: QuoteSource, language: str, *, paraphrase: bool) -> Blocks:
    """The words in the outer marks of their language, the aside behind them."""
    before = "" if paraphrase else languages.get(language).marks.outer[0]
    stop = "." if source.full_stop else ""
    after = stop if paraphrase else languages.get(language).closing(full_stop=source.full_stop)
    blocks = _prepend(source.words, before) if before else source.words
    return _append(blocks, (*((Text(after),) if after else ()), *source.aside))


def enclosed_inline(source: QuoteSource, language: str, *, paraphrase: bool) -> Inlines:
    """The same within a sentence, where the words' own full stop gives way."""
    blocks = enclosed(replace(source, full_stop=False), language, paraphrase=paraphrase)
    return tuple(node for block in blocks if isinstance(block, Paragraph) for node in block.children)


def quote_view(
    site: Site,
    page: Page,
    quote: Quote,
    html: str,
    *,
    output: str,
    anchor: str,
    cite_anchor: str = "",
    alone: bool = True,
) -> QuoteView:
    """A block quote for a page or for the page of voices; `cite_anchor` is the id of its citation. `alone`:
    no other wording stands beside it.
    """
    wording = quote.wording(page.language)
    assert wording is not None
    text = words(page.language)
    paraphrase = quote.attributes.kind == "paraphrase"
    return QuoteView(
        id=anchor,
        html=safe(html),
        attribution=marked(wording.attribution, page.language),
        paraphrase=paraphrase,
        label=text.paraphrase if paraphrase else "",
        standing=_standing(wording, quote),
        source=safe(cited_source(site, page, quote, output, cite_anchor)),
        permalink=LinkView(urls.relative(output, wording.output, quote.id), text.quote_link),
        others=tuple(
            _other(one, quote, output) for one in quote.wordings if alone and one.language != page.language
        ),
        cite_link=cite_link(page, quote, output),
    )


def cite_link(page: Page, quote: Quote, output: str) -> LinkView | None:
    """To where it is told how to cite a quote; none from a page of another language."""
    if not output.startswith(f"{page.language}/"):
        return None
    href = urls.relative(output, quote_home(page, quote), quote_anchor(page, quote))
    return LinkView(href, cite_this_quote(page.language))


def cited_source(site: Site, page: Page, quote: Quote, output: str, anchor: str = "") -> str:
    """Where the words were published: a short form that leads to the list of sources."""
    entry = site.bibliography.entries.get(quote.attributes.cite or "")
    if entry is None:
        return ""
    style = site.style(page.language)
    form = unstopped(style.later_note(entry, quote.attributes.locator))
    return biblioref(source_href(site, page, output, entry.key), form, page.language, anchor)


def biblioref(href: str, children: Inlines, language: str, anchor: str = "") -> str:
    """A link to an entry of a list of sources; `anchor` is its own id, by which the entry leads back."""
    own = f' id="{attribute(anchor)}"' if anchor else ""
    return f'<a{own} href="{attribute(href)}" role="doc-biblioref">{plain_html(children, language)}</a>'


def plain_html(children: Inlines, language: str) -> str:
    """Inlines of a reference as HTML within a link: text, languages and type, no links."""
    parts: list[str] = []
    for node in children:
        match node:
            case Text(value):
                parts.append(marked(value, language))
            case LanguageSpan(lang, inner):
                parts.append(f'<span lang="{attribute(lang)}">{plain_html(inner, lang)}</span>')
            case _:
                inner = getattr(node, "children", ())
                parts.append(plain_html(inner, language))
    return "".join(parts)


def _standing(wording: Wording, quote: Quote) -> str:
    if wording.standing == "translation" and quote.attributes.original:
        if wording.language == quote.attributes.original:
            return words(wording.language).back_translation
        return translated_from(wording.language, quote.attributes.original)
    return words(wording.language).original if wording.standing == "original" else ""


def inline_standing(wording: Wording, quote: Quote, output: str) -> tuple[str, ...]:
    """What an inline quote says behind its attribution, as HTML: the language it was translated from,
    or that it is the original of another wording; each names a language and leads to its wording.
    """
    tag, source = wording.language, quote.attributes.original
    others = {one.language: one for one in quote.wordings if one.language != tag}
    parts: list[str] = []
    if wording.standing == "translation" and source == tag:
        back = words(tag).back_translation
        parts.append(escape(back[:1].lower() + back[1:]))
    elif wording.standing == "translation" and source:
        phrase = escape(out_of(tag, source))
        parts.append(_way(others.pop(source), quote, output, phrase) if source in others else phrase)
    elif wording.standing == "original" and others:
        parts.append(escape(original(tag)))
    further = (_way(one, quote, output, escape(also_in(tag, one.language))) for one in others.values())
    return (*parts, *further)


def _way(wording: Wording, quote: Quote, output: str, text: str) -> str:
    href = attribute(urls.relative(output, wording.output, quote.id))
    tag = attribute(wording.language)
    return f'<a class="wording" hreflang="{tag}" data-edition="{tag}" href="{href}">{text}</a>'


def _other(wording: Wording, quote: Quote, output: str) -> LinkView:
    name = languages.get(wording.language).name
    return LinkView(urls.relative(output, wording.output, quote.id), name, wording.language)


def _prepend(blocks: Blocks, text: str) -> Blocks:
    return _change(blocks, 0, lambda children: (Text(text), *children))


def _append(blocks: Blocks, tail: Inlines) -> Blocks:
    return _change(blocks, -1, lambda children: (*children, *tail)) if tail else blocks


def _change(blocks: Blocks, place: int, change: Callable[[Inlines], Inlines]) -> Blocks:
    """Change the first (0) or the last (-1) paragraph, wherever it stands."""
    if not blocks:
        return (Paragraph(change(())),)
    changed = list(blocks)
    changed[place] = _changed(blocks[place], place, change)
    return tuple(changed)


def _changed(block: Block, place: int, change: Callable[[Inlines], Inlines]) -> Block:
    match block:
        case Paragraph(children):
            return Paragraph(change(children))
        case BlockQuote(children):
            return BlockQuote(_change(children, place, change))
        case ListBlock(items=items) if items:
            inner = list(items)
            inner[place] = _change(items[place], place, change)
            return replace(block, items=tuple(inner))
        case _:
            return block
