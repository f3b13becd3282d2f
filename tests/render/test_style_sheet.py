"""The style sheet made small, and the part of it that a chapter holds."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from sitegen.render.style_sheet import BEGIN, END, compact, first_style
from tests.publications import build

SMALL = {
    "a { color : red ; }\n\nb , i{}": "a{color :red}b,i{}",
    "/* a */ a /* b */ b { } /* { */": "a b{}",
    'a::after { content: "; }  /* x */ \' " ; top: 0 }': 'a::after{content:"; }  /* x */ \' ";top:0}',
    "a { content: '\\'; }' }": "a{content:'\\'; }'}",
    "a :is(b, c) > d + e { margin: 0 auto }": "a :is(b,c) > d + e{margin:0 auto}",
    "@media screen and (width >= 2px) { a { top: calc(1px + 2px) } }": (
        "@media screen and (width >= 2px){a{top:calc(1px + 2px)}}"
    ),
    '[a="x" i] { list-style: "–" inside }': '[a="x" i]{list-style:"–" inside}',
}


@pytest.mark.parametrize("sheet", SMALL)
def test_what_says_nothing_is_left_out(sheet: str) -> None:
    assert compact(sheet) == SMALL[sheet]
    assert compact(compact(sheet)) == compact(sheet)


def test_the_first_screen_is_what_is_marked() -> None:
    found = first_style(
        f"a {{ top: 0 }} {BEGIN} b {{ top: 1px }} {END} c {{}} @media x {{ {BEGIN} d {{}} {END} }}"
    )
    assert found
    assert found.css == "b{top:1px}d{}"
    assert found.digest == "sha256-" + b64encode(sha256(b"b{top:1px}d{}").digest()).decode()


def test_a_block_that_ends_behind_the_mark_is_closed() -> None:
    found = first_style(f"{BEGIN} @media x {{ a {{ top: 0 }} {END} b {{}} }}")
    assert found
    assert found.css == "@media x{a{top:0}}"


@pytest.mark.parametrize(
    "rule", ["", "a { background: URL(x.png) }", "a { content: '</style>' }", "@import 'x';"]
)
def test_without_marks_or_with_addresses_there_is_none(rule: str) -> None:
    assert first_style(f"{BEGIN}{rule}{END} b {{ }}") is None
    assert first_style(rule) is None


def test_a_style_sheet_of_ones_own_is_published_as_it_is() -> None:
    own = "/* mine */\na { top: 0 }\n"
    built = build({"templates/theme.css": own}).artifacts
    assert built["assets/theme.css"].decode() == own
    assert b"<style>" not in built["de/beispiel.html"]
    assert built["de/beispiel.html"].index(b"theme.css") < built["de/beispiel.html"].index(b"</head>")
    marked = f"{BEGIN}a {{ top: 0 }}{END}"
    assert b"<style>a{top:0}</style>" in build({"templates/theme.css": marked}).artifacts["de/beispiel.html"]
