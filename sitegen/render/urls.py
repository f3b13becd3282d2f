"""Addresses within the site: relative, naming files, so that it works under any path, from a folder
and from a zip.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

STYLESHEET = "assets/theme.css"
READING_SCRIPT = "assets/reading.js"
VOICES_SCRIPT = "assets/voices.js"
SEARCH_SCRIPT = "assets/search.js"
SEARCH_INDEX = "search/"
FRONT = "index.html"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
QUOTES_DATA = "data/quotes.json"
SOURCES_BIB = "data/citations.bib"
SOURCES_CSL = "data/citations.csl.json"
SOURCES_RIS = "data/citations.ris"
CITATION = "CITATION.cff"
_SAFE = "/-._~!$&'()*+,;=:@"
_PLAIN = re.compile("[A-Za-z0-9/._-]*")


def title_page(language: str) -> str:
    return f"{language}/index.html"


def bibliography(language: str) -> str:
    return f"{language}/bibliography.html"


def contents(language: str, number: int) -> str:
    """One page of the contents of an edition; the first stands on its title page."""
    return title_page(language) if number == 1 else f"{language}/contents.{number}.html"


def search(language: str) -> str:
    return f"{language}/search.html"


def voices(language: str) -> str:
    return f"{language}/voices.html"


def facet(language: str, name: str) -> str:
    """The quotes that have one value of a facet (`city-moskau`), or all values of one (`city`)."""
    return f"{language}/voices/{name}.html"


def feed(language: str) -> str:
    return f"{language}/feed.xml"


def card(language: str) -> str:
    """The picture that stands for an edition where it is shared."""
    return f"assets/card-{language}.png"


def datacite(language: str) -> str:
    """What the DOI of an edition is registered with."""
    return f"data/datacite-{language}.json"


def parallel(output: str, other: str, *, several: bool) -> str:
    """A chapter's page beside its text in another language; `several` where there are more than two."""
    return f"{output.removesuffix('.html')}.parallel{f'-{other}' if several else ''}.html"


def chapter_reference(output: str, ending: str) -> str:
    """The reference to a chapter as data: `data/cite/LANG-SLUG.bib`."""
    return f"data/cite/{output.removesuffix('.html').replace('/', '-')}.{ending}"


def edition_reference(language: str, ending: str) -> str:
    """The reference to an edition as data: `data/cite/LANG.bib`."""
    return f"data/cite/{language}.{ending}"


def relative(here: str, there: str, anchor: str = "") -> str:
    """The address of one output file as another one links to it; only the anchor within one page."""
    hash_ = "#" + fragment(anchor) if anchor else ""
    if here == there and anchor:
        return hash_
    return _way(here.rpartition("/")[0], there) + hash_


@lru_cache(maxsize=8192)
def _way(folder: str, there: str) -> str:
    """The way from a folder to a file, encoded. Neither path has `.` or `..` in it."""
    up = 0
    while folder and not there.startswith(f"{folder}/"):
        folder = folder.rpartition("/")[0]
        up += 1
    path = "../" * up + (there[len(folder) + 1 :] if folder else there)
    return path if _PLAIN.fullmatch(path) else quote(path, safe=_SAFE)


def absolute(url: str, output: str) -> str:
    """The full address of an output file; a title page is named by its folder, as servers answer it."""
    folder, _, name = output.rpartition("/")
    path = f"{folder}/" if folder else ""
    shown = path if name == FRONT else path + name
    return url + (shown if _PLAIN.fullmatch(shown) else quote(shown, safe=_SAFE))


@lru_cache(maxsize=8192)
def fragment(anchor: str) -> str:
    return anchor if _PLAIN.fullmatch(anchor) else quote(anchor, safe=_SAFE + "?")


def external(address: str) -> str:
    """An external address as `href`: what is encoded already stays (citations.md, Address)."""
    return quote(address, safe=_SAFE + "?#[]%")
