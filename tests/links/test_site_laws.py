"""Laws of reading links: nothing raises, and twice as much text takes about twice as long."""

from __future__ import annotations

import time
from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.links.site.encoding import decoded
from sitegen.links.site.pages import Lines
from sitegen.links.site.plain import plain
from sitegen.links.site.resolution import Origin, Target, base_path, resolve, target_of, told_from
from sitegen.links.site.scanned import Link
from sitegen.links.site.scanner import scan
from tests.links.site_trees import broken

WORDS = (
    "<a <img <use <svg> </svg> <template> </template> <style> </style> <script </script> <title> <!-- -->"
    " <![CDATA[ ]]> <meta http-equiv=refresh content= href= src= srcset= style= id= name= url( @import"
    " \" ' > / = & &# &#x; &uuml; &#99999999999; # ? % %2 %ff .. ../ // \\ : mailto: @ , ; * /* */ ( ) \0 й"
)
PIECES = st.sampled_from([*WORDS.split(" "), " ", "\n", "\t"])
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))
LAWS = settings(derandomize=True, max_examples=150, deadline=None)


@LAWS
@given(TEXTS, st.sampled_from(["a.html", "b/a.xhtml", "a.svg", "a.css"]))
def test_any_text_is_read_and_judged(text: str, path: str) -> None:
    scanned = scan(path, text)
    for link in scanned.links:
        assert 0 <= link.start <= link.end <= len(text)
    for one in broken({path: text, "x.html": ""}, "repo"):
        assert one.line >= 1
        assert one.column >= 1


TAGS = (
    '<a href="x">|<a name="n">|<a id="k" b=" href=" c="x">|<p id="y">|<p hidden id="k">|<p ID=u>|<br>|</p>'
    '|<p id="y" id="v">|<img src="k" alt="id=">|<source srcset="a,b">|<base href="v">|<use xlink:href="w"/>'
    '|<p style="c:url(b)">|<template>|</template>|<script>|</script>|<svg>|</svg>|<style>|</style>|<title>'
    "|</title>|<plaintext>|<!--|-->| |\"|'|>|=|/|<|&|é"
)
PLAIN = st.lists(st.sampled_from(TAGS.split("|")), max_size=14).map("".join)


@settings(LAWS, max_examples=400)
@given(PLAIN, st.sampled_from(["a.html", "a.svg"]))
def test_plain_tags_are_read_as_all_others_are(text: str, path: str) -> None:
    """A tab parts attributes as a blank does, but tags with tabs are not taken for plain ones."""
    plain, other = scan(path, text), scan(path, text.replace(" ", "\t"))
    assert [_place(one) for one in plain.links] == [_place(one) for one in other.links]
    assert [one.offset for one in plain.twice] == [one.offset for one in other.twice]
    assert {one.replace(" ", "\t") for one in plain.anchors} == other.anchors


OURS = (
    '<a href="x">|<a id="i" href="a&amp;b" hidden>|<a class=" href=" href="y"/>|<a name="n">|<p id="j">|</p>'
    '|<p data-id="k">|<p id="l" id="m">|<p id="">|<p id="é">|<img src="z" alt="<a href=">|<base href="s">'
    '|<img src="u" srcset="v 2x">|<link href="w">|<link href="q" imagesrcset="r">|<meta content="0;p">'
    '|<meta http-equiv="refresh" content="0;p">|<title><a href="o"></title>|<title>|<script>|<style>|\xff'
    '|<style>a{b:url(c)}</style>|<script src="d"></script>|<!doctype html>|<!-- <a href="f"> -->|<!---->'
    '|<script type="application/ld+json">{" href=":"e"}</script>|<!-- -- ->|<template>|<iframe src="g">'
    '|<p style="c:url(h)">|<svg><rect x="1" /></svg>| id="t"|"|>|<|&|é'
    '|<p id="Ã©">|<iframe>|<script src="d">'
)


@settings(LAWS, max_examples=80)
@given(st.lists(st.sampled_from(OURS.split("|")), min_size=3, max_size=8))
def test_a_plain_page_is_read_as_all_others_are(pieces: list[str]) -> None:
    _is_read_alike("".join(pieces).encode("latin-1"))


def test_a_tag_is_read_in_a_plain_page_whatever_stands_before_it() -> None:
    for pieces in product(OURS.split("|"), repeat=2):
        _is_read_alike("".join(pieces).encode("latin-1"))


def _is_read_alike(data: bytes) -> None:
    page, scanned = plain(data), scan("a.html", decoded(data))
    if page is not None:
        addresses: dict[str, list[str]] = {"page": [], "file": []}
        for link in scanned.links:
            addresses[link.kind].append(link.address)
        assert Counter(page.led) == Counter(addresses["page"])
        assert Counter(page.loaded) == Counter(addresses["file"])
        assert frozenset(page.ids) == scanned.anchors
        assert (len(page.ids) > len(scanned.anchors)) == bool(scanned.twice)


def _place(link: Link) -> tuple[str, str, int, int]:
    return link.attribute, link.kind, link.start, link.end


@LAWS
@given(st.text(max_size=40), st.sampled_from(["", "a/b", None]))
def test_no_target_leaves_the_site(address: str, root: str | None) -> None:
    target = resolve(address, Origin("c/d.html", root))
    if isinstance(target, Target):
        assert ".." not in target.path.split("/")
        assert not target.path.startswith("/") or "//" in address.replace("\\", "/") or "%" in address
    assert not base_path(address).startswith("/")


ADDRESSES = st.lists(
    st.sampled_from([*"ab/.#?%: \t\xa0", "..", "%23", "%2F", "//h.i/", "mailto:", ":~:"]), max_size=7
)


@settings(LAWS, max_examples=150)
@given(ADDRESSES.map("".join), st.sampled_from(["", "a/", None]), st.sampled_from(["", "h.i"]))
def test_a_target_is_told_and_understood(address: str, path: str | None, host: str) -> None:
    origin = Origin(path, "a", host)
    (told,) = told_from(origin, [address])
    target = resolve(address, origin)
    if isinstance(target, Target):
        assert target_of(told) == target._replace(fragment=target.fragment or None)
    else:
        assert told == (target or "")
        assert target_of(told) is None


@LAWS
@given(st.text("ab\n", max_size=60), st.data())
def test_places_are_those_of_counting(text: str, data: st.DataObject) -> None:
    offsets = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    lines = Lines(text)
    for offset in offsets:
        before = text[:offset].split("\n")
        assert lines.position(offset) == (len(before), len(before[-1]) + 1)


LONG = [
    "<",
    "<a",
    "<a ",
    "<a href=",
    '<a x="',
    "<a x='\"",
    "<!",
    "<!--",
    "<!-- --",
    "</",
    "<a href=x>",
    "<style>",
    "<style>/*",
    "<p style='url(",
    "<template>",
    "<title>",
    "<script ",
    "<img srcset='a, ",
    "<img srcset=',",
    "&#1",
    "<a href='&amp",
    "<a id=x name=y>",
    "<meta content=",
    "=",
    "<a\t",
    "<a/",
    "<svg><![CDATA[",
    "url(",
    "@import '",
    "'\\",
    "/*",
    "(" * 3 + "\\",
]


@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("path", ["a.html", "a.css"])
def test_time_is_linear(piece: str, path: str) -> None:
    started = time.process_time()
    scan(path, piece * (200_000 // len(piece)))
    assert time.process_time() - started < 5
