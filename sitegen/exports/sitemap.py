"""sitemap.xml: all public pages with their full addresses, sorted (sitemaps.org 0.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape


def sitemap(url: str, outputs: Iterable[str], dates: Mapping[str, str]) -> str:
    """`dates` holds the front matter's date of pages that have one. A title page is listed under
    its folder, as servers answer it.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    addresses = sorted((url + output.removesuffix("index.html"), output) for output in outputs)
    for address, output in addresses:
        date = f"<lastmod>{dates[output]}</lastmod>" if output in dates else ""
        lines.append(f"<url><loc>{escape(address)}</loc>{date}</url>")
    return "\n".join([*lines, "</urlset>", ""])
