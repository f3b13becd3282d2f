"""Open Graph: what is shown of a page where its address is shared (ogp.me)."""

from __future__ import annotations

from sitegen import languages
from sitegen.render import urls
from sitegen.render.frame import page_title
from sitegen.render.html import safe
from sitegen.render.metadata.views import MetaTagView
from sitegen.render.site import Site
from sitegen.render.views import ChapterView, PageView
from sitegen.source import bare

CARD_SIZE = (1200, 630)
"""Width and height of an edition's picture, in pixels."""
ARTICLES = {"chapter", "parallel", "title-page"}


def open_graph(site: Site, page: PageView, named: str, view: object) -> tuple[MetaTagView, ...]:
    """The properties of a page whose text stands in the output file `named`. The locale is that of the
    text: a stand-in is in another language than its frame.
    """
    url, tag = site.settings.url, view.lang if isinstance(view, ChapterView) else page.lang
    publication, _ = site.title(page.lang)
    width, height = CARD_SIZE
    others = [one.tag for one in page.switch if one.href and not one.note and one.tag != tag]
    values = (
        ("title", bare(safe(page.title).striptags())),
        ("type", "article" if page.kind in ARTICLES else "website"),
        ("url", urls.absolute(url, named)),
        ("site_name", bare(publication)),
        ("description", bare(page.description)),
        ("locale", languages.get(tag).og_locale),
        *(("locale:alternate", languages.get(one).og_locale) for one in others),
        ("image", urls.absolute(url, urls.card(page.lang))),
        ("image:width", str(width)),
        ("image:height", str(height)),
        ("image:alt", bare(page_title(site, site.edition(page.lang))[0])),
    )
    return tuple(MetaTagView(f"og:{name}", value) for name, value in values if value)
