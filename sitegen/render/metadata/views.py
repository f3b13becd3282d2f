"""What the template of a page's metadata sees."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.values import dataclass

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class MetaTagView:
    """One `meta` element."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class HeadLinkView:
    """One `link` element. `hreflang`, `type` and `title` may be empty."""

    rel: str
    href: str
    hreflang: str = ""
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class MetaView:
    """The metadata of a page: `tags` are named by `name`, `properties` by `property` (Open Graph);
    `json_ld` is the text of a script element of data, or empty.
    """

    tags: tuple[MetaTagView, ...] = ()
    properties: tuple[MetaTagView, ...] = ()
    links: tuple[HeadLinkView, ...] = ()
    json_ld: Markup = _NOTHING
