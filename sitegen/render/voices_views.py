"""What the templates of the pages of voices see."""

from __future__ import annotations

from sitegen.render.views import LinkView, PagerView, PageView, QuoteView
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class FacetValueView:
    """One value of a facet: how many quotes have it, and how long its bar is in per cent of the longest.
    `name` is set where the script may combine it with others on this page; `href` is empty where it is
    the page's own.
    """

    href: str
    text: str
    count: str
    width: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its values; `more` leads to all of them where only some are shown."""

    kind: str
    label: str
    values: tuple[FacetValueView, ...]
    more: LinkView | None = None


@dataclass(frozen=True, slots=True)
class VoicesChapterView:
    """The quotes of one chapter on a page of voices; on the page of a facet they stand together, without
    a heading.
    """

    heading: LinkView | None
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class VoicesView:
    """All quotes of an edition, or those of one facet, whose name is `facet`. `shown_of` is what the script
    says of a selection (`{shown} von 14 Zitaten`), empty where the page is not for selecting, `none_here`
    what it says where nothing on this page fits, but on another may; `clear` ends a selection; `script` is
    the way to it.
    """

    page: PageView
    facet: str
    count: str
    facets: tuple[FacetView, ...]
    chapters: tuple[VoicesChapterView, ...]
    all: LinkView | None
    pager: PagerView | None
    shown_of: str
    none_here: str
    clear: str
    script: str


@dataclass(frozen=True, slots=True)
class FacetIndexView:
    """All values of one facet."""

    page: PageView
    facet: FacetView
    all: LinkView
    pager: PagerView | None
