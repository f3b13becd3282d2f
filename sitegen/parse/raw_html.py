"""Raw HTML: text with a warning, unless the publication allows it; then it is sanitised (nh3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import nh3
from markdown_it.token import Token

TAGS = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption
    figure h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary
    sup table tbody td tfoot th thead time tr u ul var wbr
    """.split()
)
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
    where its partner stands in the same block.
    """
    open_: list[tuple[str, Token]] = []
    for token in tokens:
        match = _TAG.match(token.content) if token.type == "html_inline" else None
        if match is None:
            continue
        name = match["name"].lower()
        if name in VOID:
            token.meta["html"] = clean(token.content)
        elif not match["close"]:
            open_.append((name, token))
        elif open_ and open_[-1][0] == name:
            _keep_pair(name, open_.pop()[1], token)


def _keep_pair(name: str, opening: Token, closing: Token) -> None:
    end = f"</{name}>"
    start = clean(opening.content + end).removesuffix(end)
    if start.startswith("<"):
        opening.meta["html"], closing.meta["html"] = start, end
