"""`templates/custom.css`: a publication changes a few properties and keeps the theme."""

from __future__ import annotations

import re

from sitegen.render.style_sheet import compact
from sitegen.render.templates import theme_file
from tests.fences import Page
from tests.publications import build


def test_the_documented_example_prevails_over_the_theme() -> None:
    (example,) = Page.read("docs/designers.md").fences("css")
    assert len(example.text.splitlines()) <= 12
    artifacts = build({example.rest: example.text}).artifacts
    sheet = artifacts["assets/theme.css"].decode()
    assert sheet == f"{compact(theme_file('theme.css'))}\n{example.text}"
    chapter = artifacts["de/beispiel.html"].decode()
    assert example.text in chapter.partition("<style>")[2].partition("</style>")[0]
    assert chapter.count('rel="stylesheet"') == 1
    for name in re.findall(r"--[\w-]+(?=:)", example.text):
        assert f"{name}:" in theme_file("theme.css")


def test_an_address_that_leads_nowhere_is_told_at_its_place() -> None:
    own = "body { background: url(papier.png) }\n"
    found = build({"templates/custom.css": own}).diagnostics
    assert ("SIT003", "templates/custom.css") in [(one.code, one.span.path) for one in found]


def test_it_follows_a_style_sheet_of_ones_own() -> None:
    files = {"templates/theme.css": "a { top: 0 }\n", "templates/custom.css": "a { top: 1px }\n"}
    assert build(files).artifacts["assets/theme.css"] == b"a { top: 0 }\n\na { top: 1px }\n"
