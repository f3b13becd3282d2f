"""The table of verdicts of robustness.md, line by line, each beside what only looks like it."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import pytest

from tests.links.site_trees import SITE, broken, codes

NFD = unicodedata.normalize("NFD", "über")

MISSING = {
    "fehlt.html": "SIT001",
    "dir/fehlt.html": "SIT001",
    "fehlt/": "SIT001",
    "ohne/": "SIT001",
    "ohne": "SIT001",
    "dir//seite.html": "SIT001",
    "fehlt.html#anfang": "SIT001",
    "50%25%20.html": "SIT001",
    "x.htm": "SIT001",
    "": None,
    "X.html": "SIT009",
    "X": "SIT009",
    "Dir/": "SIT009",
    "dir/Seite.html": "SIT009",
    "dir/INDEX.html": "SIT009",
    f"{NFD}.html": "SIT009",
    quote(f"{NFD}.html"): "SIT009",
    "x.html#fehlt": "SIT002",
    "x.html#Anfang": "SIT002",
    "x.html#%D0%B9": None,
    "x.html#и\u0306": "SIT002",
    "x.html#%25D0%25B9": "SIT002",
    "dir/#fehlt": "SIT002",
    "x#fehlt": "SIT002",
    "#fehlt": "SIT002",
    "?q#fehlt": "SIT002",
    "#fehlt:~:text=Wort": "SIT002",
    "x.html/": "SIT004",
    "x/": "SIT004",
    "x/?frage#anfang": "SIT004",
    "bild.png/": "SIT004",
    "../x.html": "SIT005",
    "../": "SIT005",
    "..": "SIT005",
    "%2e%2e/x.html": "SIT005",
    "dir/../../x.html": "SIT005",
    "dir/..%2F..%2Fx.html": "SIT005",
    "..\\x.html": "SIT005",
    "dir": "SIT011",
    "dir?frage": "SIT011",
    "dir#anfang": "SIT011",
    "dir#fehlt": "SIT002",
}
FINE = [
    "x.html",
    "x",
    "./x",
    "beide",
    "beide/",
    "beide/#anfang",
    "dir/",
    "dir/.",
    "dir/index.html",
    "dir/seite",
    "dir/../x.html",
    "dir/%2e%2e/x.html",
    "x.html?frage",
    "x.html?a=1&amp;copy=2#anfang",
    "?frage",
    "#",
    "#top",
    "#TOP",
    "#Top",
    "x.html#top",
    "x.html#",
    "#:~:text=Wort",
    "x.html#anfang:~:text=Wort",
    "x.html#:~:text=Wort",
    "x.html#й",
    "x.html#Alter Name",
    "x.html#Alter%20Name",
    "мир.html",
    "%D0%BC%D0%B8%D1%80.html",
    "%d0%bc%d0%b8%d1%80",
    "über.html",
    "&uuml;ber.html",
    "Großes Haus.html",
    "Gro%C3%9Fes%20Haus.html",
    "50%25.html",
    " x.html ",
    "\n x.html\t",
    "x.\nhtml",
    "dir\\seite.html",
    "bericht.pdf#page=5",
    "zeichen.svg#stern",
    "data:text/html,x",
    "tel:+49123",
    "javascript:void(0)",
    "https://example.org/x",
    "HTTP://example.org",
    "//example.org/x",
    "/fehlt.html",
    "/",
    "mailto:team@example.org",
    "mailto:team@example.org?subject=Zwei Worte",
    "MAILTO:a@example.org,b@example.org",
    " mailto:team@example.org ",
]


@pytest.mark.parametrize(("address", "code"), MISSING.items())
def test_a_link_that_leads_nowhere(address: str, code: str | None) -> None:
    assert codes(f'<a href="{address}">x</a>') == ([code] if code else [])


@pytest.mark.parametrize("address", FINE)
def test_a_link_that_is_as_it_should_be(address: str) -> None:
    assert codes(f'<a href="{address}">x</a>') == []


MAIL = {
    "mailto:": "SIT007",
    "mailto:team": "SIT007",
    "mailto:@example.org": "SIT007",
    "mailto:team@": "SIT007",
    "mailto:a@b@example.org": "SIT007",
    "mailto:a b@example.org": "SIT007",
    "mailto:a%20b@example.org": "SIT007",
    "mailto: a@example.org": "SIT007",
    "mailto:a@example.org,": "SIT007",
    "//wiki/x": "SIT008",
    "//localhost:8000/x": "SIT008",
    "//wiki": "SIT008",
    "\\\\wiki\\x": "SIT008",
}


@pytest.mark.parametrize(("address", "code"), MAIL.items())
def test_an_address_that_is_wrong_wherever_it_stands(address: str, code: str) -> None:
    assert codes(f'<a href="{address}">x</a>') == [code]


FILES = {
    '<img src="fehlt.png">': ["SIT003"],
    '<img src="Bild.png">': ["SIT009"],
    "<img src=fehlt.png>": ["SIT003"],
    '<img src="bild.png">': [],
    '<img src="data:image/png;base64,AAAA">': [],
    '<img srcset="bild.png 1x, fehlt.png 2x">': ["SIT003"],
    '<img srcset="fehlt.png, fehlt2.png 2x">': ["SIT003", "SIT003"],
    '<img srcset="data:image/png;base64,AA,BB 1x, bild.png 2x">': [],
    '<img srcset="bild.png 100w (a, b), bild.png 2x">': [],
    '<source srcset="fehlt.webp">': ["SIT003"],
    '<link rel="preload" as="image" imagesrcset="fehlt.png 2x">': ["SIT003"],
    '<video poster="fehlt.png"></video>': ["SIT003"],
    '<video poster="bild.png" src="bild.png"></video>': [],
    '<script src="fehlt.js"></script>': ["SIT003"],
    '<link rel="stylesheet" href="fehlt.css">': ["SIT003"],
    '<object data="fehlt.pdf"></object>': ["SIT003"],
    '<iframe src="fehlt.html"></iframe>': ["SIT001"],
    '<area href="fehlt.html">': ["SIT001"],
    '<svg><use href="zeichen.svg#stern"/></svg>': [],
    '<svg><use href="zeichen.svg#mond"/></svg>': ["SIT002"],
    '<svg><use xlink:href="fehlt.svg#stern"/></svg>': ["SIT003"],
    '<svg><use href="#hier"/><symbol id="hier"/></svg>': [],
    '<svg><image href="fehlt.png"/></svg>': ["SIT003"],
    '<p style="background: url(fehlt.png)">': ["SIT003"],
    "<p style='background: url(\"bild.png\"), url()'>": [],
    '<p style="fill: url(#farbe)">': [],
    '<style>@import "fehlt.css"; p { background: url( fehlt.png ) }</style>': ["SIT003", "SIT003"],
    '<style>/* url(fehlt.png) */ a { content: "url(fehlt.png)" }</style>': [],
    '<style>p { background: url("b\\69 ld.png") }</style>': [],
    '<meta http-equiv="refresh" content="0; url=fehlt.html">': ["SIT001"],
    '<meta http-equiv="Refresh" content="5;URL=\'x.html\'">': [],
    '<meta http-equiv="refresh" content="5">': [],
    '<meta name="description" content="0; url=fehlt.html">': [],
}


@pytest.mark.parametrize(("html", "expected"), FILES.items())
def test_what_a_page_shows_and_loads(html: str, expected: list[str]) -> None:
    assert codes(html) == expected


NOT_READ = [
    '<!-- <a href="fehlt.html"> -->',
    '<!-- a > <a href="fehlt.html"> -->',
    '<!--> <a href="x.html"> <!-- <a href="fehlt.html"> --!> <a href="x">',
    '<!-- <a href="fehlt.html">',
    '<template><a href="fehlt.html"></a></template>',
    '<template><template></template><a href="fehlt.html"></template>',
    "<TEMPLATE class=x><a href=fehlt.html></Template>",
    '<script>let a = "<a href=fehlt.html>"</script>',
    '<title><a href="fehlt.html"></title>',
    '<textarea><a href="fehlt.html"></textarea>',
    '<p title="<a href=fehlt.html>">',
    "<p title='href=\"fehlt.html\"'>",
    '<a data-href="fehlt.html">',
    '<a href="x.html" href="fehlt.html">',
    '<a href="fehlt.html"',
    '<a title="<a href=fehlt.html>',
    "</a href=fehlt.html>",
    "<!doctype html SYSTEM 'a href=fehlt.html'>",
    "<? <a href=fehlt.html ?>",
    "a < href=fehlt.html",
    "<svg><![CDATA[ <a href=fehlt.html> ]]></svg>",
]


@pytest.mark.parametrize("html", NOT_READ)
def test_what_is_no_link(html: str) -> None:
    assert codes(html) == []


READ = [
    '<!----><a href="fehlt.html">',
    "<A HREF=fehlt.html>",
    "<a\nclass=x\nhref = 'fehlt.html'\n>",
    '<a/href="fehlt.html"/>',
    "<template></template><a href=fehlt.html>",
    "<svg><title/><a href=fehlt.html></svg>",
    '<script src="data:,"></script><a href=fehlt.html>',
    "<p title=it's><a href=fehlt.html>",
    '<a title="a > b" href=fehlt.html>',
    "<noscript><a href=fehlt.html></noscript>",
    "<a href=&#102;ehlt.html>",
    "<a href=&#x66;ehlt.html>",
]


@pytest.mark.parametrize("html", READ)
def test_what_is_a_link_however_it_is_written(html: str) -> None:
    assert codes(html) == ["SIT001"]


def test_an_anchor_in_a_comment_or_a_template_is_none() -> None:
    page = '<a href="#a"><a href="#b"><!-- <p id="a"> --><template><p id="b"></template>'
    assert codes(page) == ["SIT002", "SIT002"]


BASES = {
    ("/repo/x.html", "repo"): [],
    ("/repo/", "repo"): [],
    ("/repo/dir/../x", "repo"): [],
    ("/r%65po/x.html", "repo"): [],
    ("/repo", "repo"): ["SIT011"],
    ("/x.html", "repo"): ["SIT006"],
    ("/", "repo"): ["SIT006"],
    ("/Repo/x.html", "repo"): ["SIT006"],
    ("/repository/x.html", "repo"): ["SIT006"],
    ("/repo/../x.html", "repo"): ["SIT006"],
    ("/repo/fehlt.html", "repo"): ["SIT001"],
    ("../repo/x.html", "repo"): ["SIT005"],
    ("/x.html", ""): [],
    ("/fehlt.html", ""): ["SIT001"],
    ("/a/b/x.html", "a/b"): [],
    ("/a/x.html", "a/b"): ["SIT006"],
    ("/fehlt.html", None): [],
    ("/../x.html", None): ["SIT005"],
    ("/dir/../../x.html", None): ["SIT005"],
    ("/dir/../x.html", None): [],
    ("/../x.html", ""): ["SIT005"],
    ("/../repo/x.html", "repo"): ["SIT005"],
}


@pytest.mark.parametrize(("given", "expected"), BASES.items())
def test_the_base_path(given: tuple[str, str | None], expected: list[str]) -> None:
    address, base = given
    assert codes(f'<a href="{address}">', base=base) == expected


OWN = "https://example.org/repo/"
ABSOLUTE = {
    "https://example.org/repo/x.html": [],
    "HTTP://Example.ORG/repo/x.html#anfang": [],
    "//example.org/repo/": [],
    "https://example.org/repo/?q#anfang": [],
    "https://example.org/repo/fehlt.html": ["SIT001"],
    "http://example.org/repo/fehlt.html": ["SIT001"],
    "//example.org/repo/fehlt.html": ["SIT001"],
    "https://example.org/repo/x.html#nein": ["SIT002"],
    "https://example.org/repo/x.html/": ["SIT004"],
    "https://example.org/repo": ["SIT011"],
    "https://example.org": [],
    "https://example.org/": [],
    "https://example.org/anderes/fehlt.html": [],
    "https://example.org/repository/fehlt.html": [],
    "https://example.org//repo/fehlt.html": [],
    "https://www.example.org/repo/fehlt.html": [],
    "https://example.org.evil.example/repo/fehlt.html": [],
    "ftp://example.org/repo/fehlt.html": [],
}


@pytest.mark.parametrize(("address", "expected"), ABSOLUTE.items())
def test_an_absolute_address_of_the_site_itself_is_looked_up(address: str, expected: list[str]) -> None:
    page = f'<a href="{address}">'
    assert codes(page, base="repo", url=OWN) == expected
    assert codes(page, base="repo") == []


def test_the_host_alone_is_the_site_where_it_stands_at_the_root() -> None:
    page = '<a href="https://example.org"><a href="https://example.org/x">'
    assert [one.code for one in broken({"index.html": page}, "", "https://example.org/")] == ["SIT001"]


def test_base_href_moves_all_links_of_a_page() -> None:
    head = '<base href="dir/"><base href="fehlt/">'
    assert codes(f'{head}<a href="seite.html"><a href="#anfang"><a href="?x">') == []
    assert codes(f'{head}<a href="x.html"><a href="#fehlt">') == ["SIT001", "SIT002"]
    assert codes('<base href="https://example.org/"><a href="fehlt.html"><a href="#fehlt">') == []
    assert codes('<base href="/repo/dir/"><a href="seite.html">', base="repo") == []
    assert codes('<base href="/dir/"><a href="fehlt.html">') == []


def test_links_count_from_the_folder_of_their_page() -> None:
    assert codes('<a href="seite.html"><a href="../x.html"><a href=".">', "dir/neu.html") == []
    assert codes('<a href="x.html"><a href="../../x.html">', "dir/neu.html") == ["SIT001", "SIT005"]


def test_an_id_twice_counts_where_the_page_is_linked_to() -> None:
    twice = '<p id="a">\n<p id="a"><p id="a">'
    assert codes(twice) == []
    assert codes(twice + '<p id="b"><a href="#b"><a href="#"><a href="#top"><a href="seite.html">') == []
    assert codes(twice + '<a href="#a">') == codes(twice + '<a href="seite#%61">') == ["SIT010", "SIT010"]
    (one, other) = broken({**SITE, "zwei.html": twice, "von.html": '<a href="zwei.html">'})
    assert (one.code, one.page, one.line, one.address) == ("SIT010", "zwei.html", 2, "a")
    assert other.column > one.column
    assert codes('<a id="a" name="a" href="#a"><p id="A">') == []


def test_a_style_sheet_counts_from_its_own_folder() -> None:
    files = {**SITE, "stil/a.css": "p { background: url(../bild.png) }\n@import 'fehlt.css';"}
    (one,) = broken(files)
    assert (one.code, one.page, one.line, one.column) == ("SIT003", "stil/a.css", 2, 10)


NEAREST = {
    "X.html": "x.html",
    "dir/siete.html": "dir/seite.html",
    "seiet.html": "seite.html",
    "bericht.pdf/": "bericht.pdf",
    "dir/bericht.pdf": "bericht.pdf",
    "x.html#anfnag": "#anfang",
    "x.html#ANFANG": "#anfang",
    "dir#anfang": "dir/#anfang",
    "vollkommen-anders.html": None,
}


@pytest.mark.parametrize(("address", "expected"), NEAREST.items())
def test_the_nearest_right_name(address: str, expected: str | None) -> None:
    (one,) = broken({**SITE, "seite.html": f'<a href="{address}">'})
    assert one.nearest == expected


def test_the_place_of_each_link() -> None:
    page = '<p>\n<a href="fehlt.html">é</a> <a href="x.html"><img alt="ü"\n  src="fehlt.png"></a>'
    found = [(one.line, one.column, one.attribute, one.address) for one in broken({**SITE, "p.html": page})]
    assert found == [(2, 10, "href", "fehlt.html"), (3, 8, "src", "fehlt.png")]
