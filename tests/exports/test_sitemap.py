"""The sitemap: full addresses, sorted, well-formed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from sitegen.exports.sitemap import sitemap

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_pages_are_listed_with_their_full_addresses_in_order() -> None:
    text = sitemap(
        "https://example.org/a&b/",
        ["ru/index.html", "index.html", "de/b.html", "de/index.html"],
        {"de/b.html": "2024-11-15"},
    )
    root = ET.fromstring(text)
    assert [(one.findtext(f"{SPACE}loc"), one.findtext(f"{SPACE}lastmod")) for one in root] == [
        ("https://example.org/a&b/", None),
        ("https://example.org/a&b/de/", None),
        ("https://example.org/a&b/de/b.html", "2024-11-15"),
        ("https://example.org/a&b/ru/", None),
    ]
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    assert text.endswith("</urlset>\n")
