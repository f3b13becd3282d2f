"""A tree of 2,000 pages with every kind of fault planted in it, and as much that only looks like one."""

from __future__ import annotations

import itertools
import os
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sitegen.links.site.encoding import decoded
from sitegen.links.site.findings import tree_findings
from sitegen.links.site.tree import LIMIT, Tree, read_tree

PAGES = 2_000
FOLDERS = 40
NFD = unicodedata.normalize("NFD", "über")
SHARED = {
    "über.html": '<h1 id="anfang">Ü</h1><a name="alt"></a>',
    "mit raum.html": "",
    "nur.html": "",
    "ordner/index.html": '<p id="й">',
    "leer/datei.txt": "",
    "zeichen.svg": '<svg><symbol id="stern"/></svg>',
    "bild.png": "",
    "theme.css": "p { background: url(bild.png) } /* url(fehlt.png) */",
}
FAULTS = {
    '<a href="../fehlt.html">': "SIT001",
    '<a href="../leer/">': "SIT001",
    '<a href="../Nur.html">': "SIT009",
    f'<a href="../{NFD}.html">': "SIT009",
    '<a href="../über.html#Anfang">': "SIT002",
    '<a href="#nicht-da">': "SIT002",
    '<a href="../ordner/#и\u0306">': "SIT002",
    '<a href="../nur.html/">': "SIT004",
    '<a href="../nur/">': "SIT004",
    '<a href="../../nur.html">': "SIT005",
    '<img srcset="../bild.png 1x, ../bild2.png 2x">': "SIT003",
    '<img src="bild.png">': "SIT003",
    '<video poster="../film.jpg"></video>': "SIT003",
    '<p style="background: url(../fehlt.png)">': "SIT003",
    '<svg><use href="../zeichen.svg#mond"/></svg>': "SIT002",
    '<svg><use href="../zeichnung.svg#stern"/></svg>': "SIT003",
    '<a href="mailto:a@b@c.example">': "SIT007",
    '<a href="mailto:team">': "SIT007",
    '<a href="//wiki/seite">': "SIT008",
    '<a href="/nur.html">': "SIT006",
    '<a href="/repo/fehlt.html">': "SIT001",
    '<a href="../ordner">': "SIT011",
    '<p id="oben">': "SIT010",
}
FINE = (
    '<a href="../nur.html">',
    '<a href="../nur">',
    '<a href="../%C3%BCber.html#alt">',
    '<a href=" ../über#anfang ">',
    '<a href="../mit raum.html"><a href="../mit%20raum">',
    '<a href="../ordner/"><a href="../ordner/?x#%D0%B9">',
    '<a href="#"><a href="#TOP"><a href="#:~:text=x"><a href="#oben">',
    '<a href="/repo/nur.html"><a href="/repo/ordner/">',
    '<a href="mailto:a@b.example?subject=x"><a href="tel:1"><a href="//wiki.example/x">',
    '<img src="data:,"><img srcset="../bild.png 1x, ../bild.png 2x">',
    '<svg><use href="../zeichen.svg#stern"/></svg>',
    '<!-- <a href="fehlt.html"> --><template><a href="fehlt.html"></template>',
    '<script>"<a href=fehlt.html>"</script><p title="<a href=fehlt.html>">',
)


def name(number: int) -> str:
    return f"teil-{number % FOLDERS}/seite-{number}.html"


def planted() -> Iterator[tuple[str, list[str], int, str]]:
    """Each page with its lines, and the line and code of the one fault in it."""
    faults = itertools.cycle(FAULTS.items())
    for number in range(PAGES):
        fault, code = next(faults)
        ways = (number * 7 + step for step in range(1, 16))
        links = [f'<a href="../{name(way % PAGES)}#oben">' for way in ways]
        lines = ['<link rel="stylesheet" href="../theme.css"><h1 id="oben">Titel</h1>', *links, *FINE]
        place = number % len(lines)
        lines.insert(place, fault) if code != "SIT010" else lines.append(fault)
        yield name(number), lines, lines.index(fault) + 1, code


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("baum")
    put(folder, SHARED.items())
    put(folder, ((path, "\n".join(lines)) for path, lines, _, _ in planted()))
    return folder


def put(folder: Path, files: object) -> None:
    for path, text in files:  # type: ignore[attr-defined]
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def told(tree: Tree) -> list[tuple[str, int, str]]:
    return sorted((one.span.path, one.span.line, one.code) for one in tree_findings(tree))


def test_all_planted_faults_are_found_and_nothing_else(root: Path) -> None:
    tree = read_tree(root, "repo")
    assert told(tree) == sorted((path, line, code) for path, _, line, code in planted())
    assert len(tree.pages) == PAGES + 4 + len({"zeichen.svg", "theme.css"})


@pytest.fixture
def small(tmp_path: Path) -> Path:
    put(tmp_path, [("index.html", '<a href="x.html">'), ("x.html", "")])
    return tmp_path


def found(root: Path) -> list[tuple[str, int, str]]:
    return told(read_tree(root, None))


def test_a_symbolic_link_is_no_file(small: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("anderswo")
    put(elsewhere, [("x.html", '<a href="fehlt.html">')])
    (small / "x.html").unlink()
    (small / "x.html").symlink_to(elsewhere / "x.html")
    (small / "rund").symlink_to(small)
    (small / "dort").symlink_to(elsewhere)
    assert found(small) == [("index.html", 1, "SIT001")]


def test_names_are_those_of_the_listing(small: Path) -> None:
    put(small, [("index.html", f'<a href="X.html"><a href="{NFD}.html">'), ("über.html", "")])
    assert found(small) == [("index.html", 1, "SIT009"), ("index.html", 1, "SIT009")]


def test_a_page_that_is_too_large_is_told_and_not_guessed_at(small: Path) -> None:
    put(small, [("index.html", '<a href="gross.html#irgendwo">')])
    with (small / "gross.html").open("wb") as file:
        file.truncate(LIMIT + 1)
    assert found(small) == [("gross.html", 1, "SIT012")]


def test_a_page_that_cannot_be_read_is_told() -> None:
    """As a user who may not: root reads everything."""
    with as_nobody(), TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "x.html").write_text("<p>", encoding="utf-8")
        (folder / "x.html").chmod(0)
        assert found(folder) == [("x.html", 1, "SIT012")]


@contextmanager
def as_nobody() -> Iterator[None]:
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text(small: Path) -> None:
    (small / os.fsdecode(b"\xe4.html")).write_text('<a href="fehlt.html">')
    put(small, [("index.html", '<a href="%E4.html">')])
    assert [(line, code) for _, line, code in found(small)] == [(1, "SIT001")]


ENCODINGS: Sequence[tuple[bytes, str]] = [
    ("é".encode(), "é"),
    (b"\xef\xbb\xbf<p>", "<p>"),
    ("\ufeffй".encode("utf-16-le"), "й"),
    ("\ufeffй".encode("utf-16-be"), "й"),
    (b'<meta charset="windows-1251">\xe9', '<meta charset="windows-1251">й'),
    (b"<meta content='text/html; charset=koi8-r'>\xca", "<meta content='text/html; charset=koi8-r'>й"),
    (b"<meta charset=zip>\xe9", "<meta charset=zip>é"),
    (b"\xe9\x81", "é\ufffd"),
    (b"\xff", "ÿ"),
]


@pytest.mark.parametrize(("data", "text"), ENCODINGS)
def test_any_encoding_is_read(data: bytes, text: str) -> None:
    assert decoded(data) == text
