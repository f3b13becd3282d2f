"""The rendered site is checked on every build, and a finding names the source that the link comes from."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.api import build_site, check_site
from tests.publications import CHAPTER, build, findings, publication

HTML = 'languages = ["de"]\ntitle = "Beispiel"\n[markdown]\nhtml = true\n'
FOOTER = '{{% extends "theme/base.html" %}}\n{{% block footer %}}\n{}\n{{% endblock %}}\n'
NOTES = "Ein Satz.[^a]\n\nNoch einer.[^b]\n\n[^a]: Eins.\n[^b]: Zwei.\n"
NFD = unicodedata.normalize("NFD", "über")

Files = Mapping[str, str]
Found = list[tuple[str, str, int]]

FROM_TEMPLATES: dict[str, tuple[Files, Found]] = {
    "a page": (
        {"templates/base.html": FOOTER.format('<a href="impressum.html">')},
        [("SIT001", "templates/base.html", 3)],
    ),
    "a page by its absolute address": (
        {"templates/base.html": FOOTER.format('<a href="/impressum.html">')},
        [("SIT001", "templates/base.html", 3)],
    ),
    "a file": (
        {
            "templates/title_page.html": '{% extends "theme/title_page.html" %}\n'
            '{% block head %}<script src="x.js"></script>{% endblock %}'
        },
        [("SIT003", "templates/title_page.html", 2)],
    ),
    "an address that is put together": (
        {"templates/base.html": FOOTER.format('<link href="{{ page.stylesheet }}/../druck.css">')},
        [("SIT003", "templates/base.html", 3)],
    ),
    "an address with an entity": (
        {"templates/base.html": FOOTER.format('<a href="nein.html?a&amp;b">')},
        [("SIT001", "templates/base.html", 3)],
    ),
    "the style sheet": (
        {"templates/theme.css": "p {\n  background: url(fehlt.png);\n}\n"},
        [("SIT003", "templates/theme.css", 2)],
    ),
    "an address that stands in the style sheet too": (
        {
            "templates/theme.css": "p { background: url(nix.png) }",
            "templates/title_page.html": '{% extends "theme/title_page.html" %}\n'
            '{% block head %}<img src="../assets/theme.css" srcset="nix.png 2x">{% endblock %}',
        },
        [("SIT003", "templates/theme.css", 1), ("SIT003", "templates/title_page.html", 2)],
    ),
    "an id twice": (
        {"templates/base.html": FOOTER.format('<p id="main">')},
        [("SIT010", "templates/base.html", 3)],
    ),
}


@pytest.mark.parametrize("name", FROM_TEMPLATES)
def test_a_link_of_a_template_is_one_finding_at_its_line(name: str) -> None:
    files, expected = FROM_TEMPLATES[name]
    files = {"templates/not_found.html": "<p></p>", **files} if "absolute" not in name else files
    assert findings({**files, CHAPTER: "Text.\n", "content/de/02-zwei.md": "Text.\n"}) == expected


FROM_CHAPTERS: dict[str, tuple[Files, Found]] = {
    "a reference to what a template leaves out": (
        {
            CHAPTER: "Siehe [](#tbl-a).\n\n| A |\n| - |\n| 1 |\n\n: T {#tbl-a}\n",
            "templates/table.html": "<p></p>",
        },
        [("SIT002", CHAPTER, 5)],
    ),
    "one from another chapter": (
        {
            CHAPTER: "| A |\n| - |\n| 1 |\n\n: T {#tbl-a}\n",
            "content/de/02-zwei.md": "Text.\n\nSiehe [](01-beispiel.md#tbl-a).\n",
            "templates/table.html": "<p></p>",
        },
        [("SIT002", "content/de/02-zwei.md", 7)],
    ),
    "notes that a template leaves out": (
        {CHAPTER: NOTES, "templates/notes.html": ""},
        [("SIT002", CHAPTER, 5), ("SIT002", CHAPTER, 7)],
    ),
    "HTML of the author's own": (
        {CHAPTER: 'Text.\n\n<a href="fehlt.html">x</a>\n', "sitegen.toml": HTML},
        [("SIT001", CHAPTER, 7)],
    ),
    "another case in it": (
        {CHAPTER: 'Text <a href="Voices.html">x</a>.\n', "sitegen.toml": HTML},
        [("SIT009", CHAPTER, 5)],
    ),
    "another Unicode form in it": (
        {
            CHAPTER: f'[x](../assets/über.html)\n\nText <a href="../assets/{NFD}.html">x</a>.\n',
            "sitegen.toml": HTML,
            "content/assets/über.html": "<p>x</p>\n",
        },
        [("SIT009", CHAPTER, 7)],
    ),
    "a file of the author's own": (
        {
            CHAPTER: "[x](../assets/anhang.html)\n",
            "content/assets/anhang.html": '<p>\n<a href="../de/fehlt.html">',
        },
        [("SIT001", "content/assets/anhang.html", 2)],
    ),
}


@pytest.mark.parametrize("name", FROM_CHAPTERS)
def test_a_link_of_a_chapter_is_told_at_its_line(name: str) -> None:
    files, expected = FROM_CHAPTERS[name]
    assert findings(files) == expected


def test_nothing_is_written_where_a_link_leads_nowhere(tmp_path: Path) -> None:
    files = publication({CHAPTER: "Text.\n", "templates/base.html": FOOTER.format('<a href="nein.html">')})
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data.encode() if isinstance(data, str) else data)
    assert [one.code for one in build_site(tmp_path) if one.severity == "error"] == ["SIT001"]
    assert [one.code for one in check_site(tmp_path) if one.severity == "error"] == ["SIT001"]
    assert not (tmp_path / "public").exists()


def test_the_finding_holds_the_exact_place_and_the_nearest_name() -> None:
    files = {CHAPTER: "Text.\n", "templates/base.html": FOOTER.format('  <a href="voises.html">')}
    (found,) = (one for one in build(files).diagnostics if one.span.path.startswith("templates/"))
    assert (found.span.line, found.span.column, found.span.end_column) == (3, 12, 23)
    assert found.nearest in {"voices.html", "de/voices.html"}


def test_many_pages_with_the_same_fault_are_one_finding() -> None:
    files = {f"content/de/{number:02}-k.md": "Text.\n" for number in range(12)}
    files = {path: f"---\ntitle: K {path[11:13]}\nslug: k-{path[11:13]}\n---\n\nText.\n" for path in files}
    assert findings({**files, "templates/base.html": FOOTER.format('<a href="nein.html">')}) == [
        ("SIT001", "templates/base.html", 3)
    ]


def test_a_base_path_is_that_of_the_address() -> None:
    settings = 'languages = ["de"]\ntitle = "Beispiel"\nurl = "https://example.org/studie/"\n'
    files = {CHAPTER: "Text.\n", "sitegen.toml": settings}
    assert findings(files) == []
    footer = FOOTER.format('<a href="/studie/de/voices.html"><a href="/de/voices.html">')
    assert findings({**files, "templates/base.html": footer}) == [("SIT006", "templates/base.html", 3)]


ONE_PLACE = {
    "a page in one edition, nothing in the other": ("a.html/", "SIT004"),
    "a redirect on one page, out of the site from another": ("../de", "SIT005"),
}


@pytest.mark.parametrize("name", ONE_PLACE)
def test_one_place_is_one_finding_and_an_error_goes_first(name: str) -> None:
    address, code = ONE_PLACE[name]
    files = {
        "sitegen.toml": 'languages = ["de", "ru"]\ntitle = "Beispiel"\n',
        "content/de/01-a.md": "---\ntitle: A\nslug: a\n---\n\nText.\n",
        "content/ru/02-b.md": "---\ntitle: Б\nslug: b\n---\n\nТекст.\n",
        "templates/not_found.html": "<p></p>",
        "templates/base.html": FOOTER.format(f'<a href="{address}">'),
    }
    found = [one.code for one in build(files).diagnostics if one.span.path == "templates/base.html"]
    assert found == [code]


OWN = 'languages = ["de"]\ntitle = "Beispiel"\nurl = "https://example.org/mein-bericht/"\n'
ABSOLUTE = "https://example.org/mein-bericht/de/{}.html"


def test_an_absolute_address_of_the_publication_itself_is_looked_up() -> None:
    files = {CHAPTER: f"[x]({ABSOLUTE.format('nope')})\n", "sitegen.toml": OWN}
    assert findings(files) == [("SIT001", CHAPTER, 5)]
    files = {CHAPTER: f"[x]({ABSOLUTE.format('voices')})\n", "sitegen.toml": OWN}
    assert findings(files) == []
    files["templates/base.html"] = FOOTER.format(f'<a href="{ABSOLUTE.format("nope")}">')
    assert findings(files) == [("SIT001", "templates/base.html", 3)]
