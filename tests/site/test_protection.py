"""A page asks nobody else for anything, and runs nothing (protection.md, section 7)."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit

from tests.site.dom import Page
from tests.site.samples import Site

CSP = (
    "default-src 'none'; style-src 'self'{digest}; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
LOADING = {"src", "srcset", "poster", "action", "formaction", "ping", "data", "background", "manifest"}
"""Attributes by which a page asks for something; `href` does so on `link` and in SVG."""
FORBIDDEN = {"iframe", "frame", "object", "embed", "base", "form", "portal", "template"}
SCRIPTS = ("assets/reading.js", "assets/search.js", "assets/voices.js")
OUTSIDE = re.compile(r"""@import|url\(\s*['"]?\s*(?!data:|#|[\w./-]+['"]?\s*\))|image-set\(""")
NAMING = {
    "canonical", "alternate", "author", "license", "cite-as", "related", "describedby", "item", "type",
}  # fmt: skip
"""Relations of `link` that name an address and make no browser ask for it."""
SCHEMES = {"", "http", "https", "mailto", "tel"}


def test_no_page_asks_another_host_for_anything(site: Site) -> None:
    found = [
        (path, name, value)
        for path, page in site.pages.items()
        for name, value in _asked_for(page)
        if urlsplit(value).scheme not in {"", "data"} or value.startswith(("//", "\\"))
    ]
    assert found == []


def _asked_for(page: Page) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []
    for element in page.elements:
        for name, value in element.attrib.items():
            loads = (
                element.tag != "a"
                and element.get("rel") not in NAMING
                and name
                in {
                    "href",
                    "xlink:href",
                    "{http://www.w3.org/1999/xlink}href",
                }
            )
            if name in LOADING or loads:
                asked.append((name, value.strip()))
    return asked


def test_nothing_is_fetched_before_it_is_asked_for(site: Site) -> None:
    allowed = {"stylesheet", "icon", *NAMING}
    for path, page in site.pages.items():
        assert {one.get("rel") for one in page.all("link")} <= allowed, path


def test_style_sheets_and_drawings_ask_nobody(site: Site) -> None:
    for path, data in site.artifacts.items():
        if path.endswith((".css", ".svg")):
            assert not OUTSIDE.search(data.decode()), path
        if path.endswith(".svg"):
            assert not re.search(r"(?:href|src)\s*=\s*[\"'](?!#|data:)", data.decode()), path


def test_the_policy_stands_directly_behind_the_encoding(site: Site) -> None:
    for path, page in site.pages.items():
        head = page.one("head")
        assert head[0].attrib == {"charset": "utf-8"}, path
        (digest,) = [f" 'sha256-{_digest(one.text or '')}'" for one in page.all("style")] or [""]
        policy = {"http-equiv": "Content-Security-Policy", "content": CSP.format(digest=digest)}
        assert head[1].attrib == policy, path
        assert bool(digest) == (page.one("main").get("class") == "chapter"), path


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def test_links_do_not_tell_where_the_reader_comes_from(site: Site) -> None:
    for path, page in site.pages.items():
        assert page.one("meta", name="referrer").get("content") == "no-referrer", path
        for link, href in page.links():
            if urlsplit(href).scheme in {"http", "https"}:
                assert "noreferrer" in link.get("rel", "").split(), (path, href)


def test_nothing_runs_and_nothing_is_styled_in_place(site: Site) -> None:
    for path, page in site.pages.items():
        for element in page.elements:
            if element.tag == "script" and element.get("type") == "application/ld+json":
                assert set(element.attrib) == {"type"}, path  # data, which nothing runs
            elif element.tag == "script":  # a file of the site's own
                assert element.get("src", "").endswith(SCRIPTS), path
                assert element.text is None, path
            assert element.tag not in FORBIDDEN, path
            for name in element.attrib:
                assert not name.lower().startswith("on"), (path, name)
                assert name != "style", path


def test_no_address_runs_anything(site: Site) -> None:
    for path, page in site.pages.items():
        for element in page.elements:
            for name in ("href", "src"):
                if name in element.attrib and not (element.tag == "link" and element.get("rel") == "icon"):
                    value = re.sub(r"[\s\x00-\x1f]", "", element.attrib[name])
                    assert urlsplit(value).scheme.lower() in SCHEMES, (path, value)


def test_nothing_refreshes_or_sends_elsewhere(site: Site) -> None:
    for path, page in site.pages.items():
        equivalents = {one.get("http-equiv") for one in page.all("meta")} - {None}
        assert equivalents == {"Content-Security-Policy"}, path
