"""Small sites in memory, for the check of a rendered site."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.links.site.pages import Place, is_read, page_links, places
from sitegen.links.site.verdicts import BrokenLink, judge

BODY = '<h1 id="anfang">Titel</h1><p id="й">Text<a name="Alter Name"></a></p>'
SITE: Mapping[str, str] = {
    "index.html": BODY,
    "x.html": BODY,
    "beide.html": BODY,
    "beide/index.html": BODY,
    "dir/index.html": BODY,
    "dir/seite.html": BODY,
    "ohne/bild.png": "",
    "Großes Haus.html": BODY,
    "мир.html": BODY,
    "über.html": BODY,
    "50%.html": BODY,
    "zeichen.svg": '<svg><symbol id="stern"/></svg>',
    "bild.png": "",
    "blatt.css": "body { background: url(bild.png) }",
    "bericht.pdf": "",
}


def broken(files: Mapping[str, str], base: str | None = None, url: str = "") -> tuple[BrokenLink, ...]:
    place = Place(base, url)
    pages = {path: page_links(path, text.encode(), place) for path, text in files.items() if is_read(path)}
    return judge(files, pages, lambda path: places(path, files[path], place))


def codes(html: str, page: str = "seite.html", base: str | None = None, url: str = "") -> list[str]:
    """The codes of what is wrong with a page in the site."""
    return [one.code for one in broken({**SITE, page: html}, base, url) if one.page == page]
