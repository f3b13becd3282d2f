"""Wherever an address can be written, only schemes of the allow-list come through (robustness.md, "What has
bitten other generators").
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.publications import BIB, HEAD, build
from tests.site.dom import Page

CHAPTER = "content/de/01-beispiel.md"
BAD = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
    "blob:x", "view-source:x", "java&#115;cript:alert(1)", "javascript&colon;alert(1)", "intent:x#Intent;end",
)  # fmt: skip
ARCHIVED = "  archivedate = {2024-01-01},\n"
HTML = 'languages = ["de"]\ntitle = "a"\n[markdown]\nhtml = true\n'
Files = dict[str, str | bytes]


def settings(key: str, value: str) -> Files:
    return {"sitegen.toml": f'languages = ["de"]\ntitle = "a"\n{key} = "{value}"\n'}


def html(text: str) -> Files:
    return {"sitegen.toml": HTML, CHAPTER: f"{HEAD}{text}\n"}


PLACES: dict[str, Callable[[str], Files]] = {
    "link": lambda url: {CHAPTER: f"{HEAD}[a]({url})\n"},
    "link in angle brackets": lambda url: {CHAPTER: f"{HEAD}[a](<{url}>)\n"},
    "link by reference": lambda url: {CHAPTER: f"{HEAD}[a][b]\n\n[b]: {url}\n"},
    "address by itself": lambda url: {CHAPTER: f"{HEAD}<{url}>\n"},
    "picture": lambda url: {CHAPTER: f'{HEAD}![a]({url}){{#f alt="x"}}\n'},
    "source": lambda url: {
        "citations.bib": BIB.replace("  date ", f"  url = {{{url}}},\n  date "),
        CHAPTER: f"{HEAD}Text [@muster2020].\n",
    },
    "archived copy": lambda url: {
        "citations.bib": BIB.replace("  date ", f"  archiveurl = {{{url}}},\n{ARCHIVED}  date "),
        CHAPTER: f"{HEAD}Text [@muster2020].\n",
    },
    "address of the site": lambda url: settings("url", url),
    "contact": lambda url: settings("contact", url),
    "raw HTML": lambda url: html(f'<a href="{url}">a</a> <img src="{url}" alt="">'),
    "block of raw HTML": lambda url: html(f'<div><a href="{url}">a</a></div>'),
}  # fmt: skip


@pytest.mark.parametrize("url", BAD)
@pytest.mark.parametrize("place", PLACES)
def test_no_page_leads_there(place: str, url: str) -> None:
    outcome = build(PLACES[place](url))
    assert outcome.artifacts or any(one.severity == "error" for one in outcome.diagnostics)
    for path, data in outcome.artifacts.items():
        if path.endswith(".html"):
            page = Page.of(path, data)
            led = [
                one.attrib[name] for one in page.elements for name in ("href", "src") if name in one.attrib
            ]
            schemes = {value.strip().partition(":")[0].lower() for value in led if ":" in value.split("/")[0]}
            assert schemes <= {"http", "https", "mailto", "tel", "data"}, (path, schemes)
            data_addresses = {value for value in led if value.startswith("data:")}
            assert data_addresses <= {"data:,"}, path  # the empty icon
