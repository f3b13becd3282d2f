"""Whether a page has the place that an address names (links.md, section 2)."""

from __future__ import annotations

from typing import Literal, TypeAlias
from urllib.parse import unquote, urlsplit

from sitegen.links.page import Page

Presence: TypeAlias = Literal["there", "absent", "unsure"]


def wanted_fragment(url: str) -> str:
    """The anchor to look for; empty where there is none: `#top`, a route of a script, a passage of text."""
    fragment = urlsplit(url).fragment.partition(":~:")[0]
    return "" if fragment.lower() == "top" or fragment.startswith(("!", "/")) else fragment


def presence(fragment: str, page: Page, *, is_whole: bool) -> Presence:
    """Whether the anchor is in the page, as it is written or decoded. A script could add it, and it may
    stand in what was not read.
    """
    if {fragment, unquote(fragment)} & page.anchors:
        return "there"
    return "absent" if is_whole and not page.has_script else "unsure"
