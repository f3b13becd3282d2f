"""Raw HTML: text with a warning, unless the publication allows it; then it is sanitised (nh3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import nh3
from markdown_it.token import Token

from sitegen.parse.collector import Collector
from sitegen.source import Span

TAGS = frozenset(
    (
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code",
        "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
        "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins",
        "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody",
        "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    )
)  # fmt: skip
ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}
VOID = frozenset({"br", "hr", "wbr", "col"})
_TAG = re.compile(r"<(?P<close>/)?(?P<name>[A-Za-z][A-Za-z0-9-]*)")


def clean(html: str) -> str:
    """Only the tags and attributes of the lists above, links with `rel="noreferrer"`."""
    return nh3.clean(html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noreferrer")


def clean_inline(tokens: Sequence[Token]) -> None:
    """Sanitise the tags of one block, in place, pair by pair: a tag is kept (`meta["html"]`) only
    where its partner stands in the same block, and in the same emphasis or span.
    """
    scopes: list[list[tuple[str, Token]]] = [[]]
    for token in tokens:
        if token.nesting > 0:
            scopes.append([])
        elif token.nesting < 0 and len(scopes) > 1:
            scopes.pop()
        elif token.type == "html_inline":
            _pair(scopes[-1], token)


def _pair(open_: list[tuple[str, Token]], token: Token) -> None:
    match = _TAG.match(token.content)
    if match is None:
        return
    name = match["name"].lower()
    if name in VOID:
        token.meta["html"] = clean(token.content)
    elif not match["close"]:
        open_.append((name, token))
    elif open_ and open_[-1][0] == name:
        _keep_pair(name, open_.pop()[1], token)


def report_tag(collector: Collector, tag: str, span: Span) -> None:
    """A tag that is shown as text. The end of an element is told with its beginning."""
    match = _TAG.match(tag)
    name = match["name"].lower() if match else ""
    if match and match["close"] and name in collector.open_tags:
        collector.open_tags.remove(name)
        return
    if match and not match["close"] and name not in VOID:
        collector.open_tags.append(name)
    collector.report("SYN007", span, html=tag.partition("\n")[0])


def _keep_pair(name: str, opening: Token, closing: Token) -> None:
    end = f"</{name}>"
    start = clean(opening.content + end).removesuffix(end)
    if start.startswith("<"):
        opening.meta["html"], closing.meta["html"] = start, end
