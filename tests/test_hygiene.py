"""Addresses: the table of links.md, section 5, rule by rule, and the look-alikes that are left alone."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.address_text import shown_address
from sitegen.build.pipeline import Outcome
from sitegen.diagnostics import Diagnostic
from sitegen.hygiene import Flaw, judge, stands_anywhere
from sitegen.web_addresses import equality_key, masked
from tests.publications import CHAPTER, build

DECEPTIVE = "Siehe https://ex\u0430mple.org/ und <https://ex\u0430mple.org/>.\n"
WRAPPED = [
    ("https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb%3Fx%3D1&sa=D", "https://a.example/b?x=1"),
    ("https://google.de/url?sa=t&url=https://a.example/", "https://a.example/"),
    ("https://www.google.co.uk/url?q=https://a.example/%25D0%25BC", "https://a.example/%D0%BC"),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Ffbclid%3DX&h=AT", "https://a.example/"),
    ("https://vk.com/away.php?to=https%3A%2F%2Fa.example%2F%D0%BC", "https://a.example/м"),
    ("https://away.vk.com/away.php?to=https%3A%2F%2Fa.example%2F", "https://a.example/"),
    ("https://t.umblr.com/redirect?z=https%3A%2F%2Fa.example%2F&t=X", "https://a.example/"),
    ("https://out.reddit.com/t3_x?url=https%3A%2F%2Fa.example%2F&token=A", "https://a.example/"),
]

TOLD = [
    # address, code, what the message names
    ("https://eva:geheim@a.example/", "ADR001", ""),
    ("https://eva@a.example/", "ADR001", ""),
    ("https://docs.google.com/document/d/1x/edit?usp=sharing", "ADR002", "usp=sharing"),
    ("https://a.example/?invite=abc", "ADR002", "invite"),
    ("https://discord.com/invite/abc", "ADR002", "invite"),
    ("https://www.facebook.com/photo/?fbid=1&set=a.2", "ADR002", "fbid"),
    ("https://ex\u0430mple.org/", "ADR003", "ex\u0430mple"),
    ("https://xn--exmple-4nf.org/", "ADR003", "ex\u0430mple"),
    ("https://a.example/%E2%80%AEfdp.exe", "ADR003", "U+202A–202E"),
    ("https://bit.ly/3x", "ADR005", "bit.ly"),
    ("https://clck.ru/3x", "ADR005", "clck.ru"),
    ("https://t.co/3x", "ADR005", "t.co"),
    ("https://goo.gl/3x", "ADR005", "goo.gl"),
    ("https://vk.cc/3x", "ADR005", "vk.cc"),
    ("https://a.example/?x=1&Signature=abc", "ADR006", "Signature"),
    ("https://a.example/?X-Amz-Date=abc&utm_source=x", "ADR006", "X-Amz-Date"),
    ("https://a.example/?token=abc&fbclid=x", "ADR006", "token"),
    ("https://a.example/?Expires=1", "ADR006", "Expires"),
    ("https://m.lenta.example/a", "ADR007", "https://lenta.example/a"),
    ("https://mobile.zeitung.example/a", "ADR007", "https://zeitung.example/a"),
    ("https://amp.dw.example/a", "ADR007", "https://dw.example/a"),
    ("https://www.dw.example/amp/a", "ADR007", "https://www.dw.example/a"),
    ("https://ru.m.wikipedia.org/wiki/X", "ADR007", "https://ru.wikipedia.org/wiki/X"),
    ("https://verlag.example/doi/10.1234/abc.5/full", "ADR008", "https://doi.org/10.1234/abc.5"),
    ("https://verlag.example/content/pdf/10.1234/abc-5.pdf", "ADR008", "https://doi.org/10.1234/abc-5"),
]

CLEAN = [
    "https://a.example/@name/post",
    "https://a.example/?next=eva@b.example",
    "https://a.example/invite/",
    "https://a.example/?fbid=1&set=b.2",
    "https://президент.рф/",
    "https://xn--d1abbgf6aiiy.xn--p1ai/",
    "https://müller.example/straße",
    "https://ru.wikipedia.org/wiki/Xбокс",
    "https://www.google.com/search?q=https://a.example/",
    "https://www.google.com/url?q=javascript:alert(1)",
    "https://www.google.com/url?q=/intern",
    "https://www.google.com/url?q=https://a.example/a%20b",
    "https://www.google.com/url?q=https://a.example/a%29b",
    "https://www.google.com/url?q=https://eva@a.example/",
    "https://vk.com/wall-1_2?to=https://a.example/",
    "https://notbit.ly/3x",
    "https://m.example/",
    "https://mobile.de/",
    "https://medium.example/m.html",
    "https://a.example/sample/amplifier",
    "https://doi.org/10.1234/abc",
    "https://a.example/10.5/abc",
    "https://web.archive.org/web/20240101000000/https://bit.ly/x?fbclid=1",
    "https://archive.ph/x?utm_source=a",
    "mailto:eva@a.example?subject=token",
    "http://[::1",
]


@pytest.mark.parametrize(("address", "inner"), WRAPPED)
def test_wrappers_are_unwrapped(address: str, inner: str) -> None:
    linked, (flaw,) = judge(address)
    assert (linked, flaw.code, flaw.replacement) == (inner, "ADR004", inner)


@pytest.mark.parametrize(("address", "code", "detail"), TOLD)
def test_told(address: str, code: str, detail: str) -> None:
    linked, flaws = judge(address)
    assert (linked, flaws) == (address, (Flaw(code, detail),))


@pytest.mark.parametrize("address", CLEAN)
def test_left_alone(address: str) -> None:
    assert judge(address) == (address, ())


def test_a_phone_page_with_tracking_is_two_mistakes() -> None:
    linked, flaws = judge("https://m.lenta.example/a?fbclid=1")
    assert linked == "https://m.lenta.example/a"
    assert [flaw.code for flaw in flaws] == ["LNK003", "ADR007"]


@pytest.mark.parametrize(
    "text",
    [
        "Siehe {}.",
        "Siehe <{}>.",
        "Siehe [dort]({}).",
        "Siehe [dort][d].\n\n[d]: {}",
        "Text.[^n]\n\n[^n]: Siehe {}; und mehr.",
        "Text.^[{}]",
    ],
)
def test_the_place_is_the_address(text: str) -> None:
    """Wherever an address stands, finding and fix span just it, and the page links to the inner one."""
    address = "https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb"
    outcome = build({CHAPTER: text.format(address), "citations.bib": ""})
    (one,) = _of_addresses(outcome)
    line = ("---\ntitle: Beispiel\n---\n\n" + text.format(address)).split("\n")[one.span.line - 1]
    assert one.code == "ADR004"
    assert line[one.span.column - 1 : one.span.end_column - 1] == address
    assert one.fix
    assert (one.fix.span, one.fix.replacement) == (one.span, "https://a.example/b")
    page = outcome.artifacts["de/beispiel.html"].decode()
    assert 'href="https://a.example/b"' in page
    assert "google" not in page


@pytest.mark.parametrize(
    ("field", "codes"),
    [
        ("url = {https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fb}", ["ADR004"]),
        ("url = {https://eva:x@a.example/b}", ["ADR001"]),
        ("url = {https://a.example/?usp=sharing}", ["ADR002"]),
        ("url = {https://a.example/?token=x}", ["ADR006"]),
        ("url = {https://verlag.example/10.1234/abc}", ["ADR008"]),
        ("url = {https://verlag.example/10.1234/abc}, doi = {10.1234/abc}", []),
        ("url = {https://m.a.example/}", ["ADR007"]),
        ('url = "https://a.example/?fbclid=1"', ["BIB034"]),
    ],
)
def test_in_citations_bib(field: str, codes: list[str]) -> None:
    bib = f"@online{{a, title = {{A}}, urldate = {{2024-11-15}}, langid = {{german}},\n {field}}}\n"
    found = _of_addresses(build({CHAPTER: "[@a]\n", "citations.bib": bib}))
    assert [one.code for one in found] == codes
    for one in found:
        assert one.span.line == 2
        shown = bib.split("\n")[1][one.span.column - 1 : one.span.end_column - 1]
        assert shown.startswith("https://")
        assert shown[-1] not in '}"'


def test_a_mixed_host_is_told_once() -> None:
    found = [
        one for one in build({CHAPTER: DECEPTIVE, "citations.bib": ""}).diagnostics if one.severity != "info"
    ]
    assert [one.code for one in found] == ["ADR003", "ADR003"]


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "https:// www.google.com/url?q= l.facebook.com/l.php?u= a.example / ? & # = % %3A %2F @ m. xn-- "
            "utm_a=1 й \u202e [ : ( ) 10.1234/".split(" ")
        ),
        max_size=9,
    ).map("".join)
)
def test_judging_never_fails_and_mending_ends(address: str) -> None:
    linked, flaws = judge(address)
    for flaw in flaws:
        if flaw.replacement is not None and flaw.code == "ADR004":
            assert stands_anywhere(flaw.replacement)
            assert not [one for one in judge(linked)[1] if one.code == "LNK003"]


HOSTILE = {
    "addresses in a path": "http://a" * 12_500,
    "schemes in a path": "http://a/" + "http://" * 14_000,
    "phone pages of phone pages": "http://de.m.wikipedia.org/amp/" * 3_000,
    "parts that are AMP pages": "http://a.example" + "/amp" * 25_000 + "x",
    "a DOI of tails": "http://a.example/10.1234/" + "/pdf" * 25_000 + "x",
    "a DOI of tails to its end": "http://a.example/10.1234/x" + "/fulltext" * 11_000,
    "a host of dots": "http://" + "." * 100_000,
    "a wrapper of dots": "https://www.google.com/url?q=http://a" + "." * 100_000,
    "a wrapper of addresses": "https://www.google.com/url?q=" + "http://a" * 12_500,
    "a long name of a parameter": "http://a.example/?" + "a" * 100_000,
    "up and down": "http://a.example/" + "a/" * 25_000 + "../" * 20_000,
    "a long label": "http://xn--" + "a" * 50_000 + "-" + "b" * 50_000,
    "a long label of letters": "http://" + "я" * 100_000,
    "escapes": "http://a.example/" + "%D0%B0" * 16_000,
}


@pytest.mark.parametrize("address", HOSTILE.values(), ids=HOSTILE)
def test_a_long_address_takes_linear_time(address: str) -> None:
    start = process_time()
    linked, _ = judge(address)
    stands_anywhere(linked)
    shown_address(linked)
    masked(linked)
    equality_key(linked)
    assert process_time() - start < 4


@pytest.mark.parametrize("text", ["{}", "[dort](<{}>)", "[dort][d]\n\n[d]: {}", "Text.^[{}]"])
def test_a_chapter_with_a_long_address_takes_linear_time(text: str) -> None:
    start = process_time()
    build({CHAPTER: text.format("http://a" * 6000) + "\n"})
    assert process_time() - start < 4


@pytest.mark.parametrize("before", ["a" * 9_000 + ".example", "a" * 9_000 + "@a.example", "a\u0300" * 4_500])
def test_a_host_without_end_is_no_address(before: str) -> None:
    found = build({CHAPTER: f"[dort](<http://{before}/>)\n", "citations.bib": ""}).diagnostics
    assert [one.code for one in found if one.severity == "error"] == ["LNK010"]


def test_the_tails_of_a_doi_are_taken_off_together() -> None:
    _, (flaw,) = judge("https://verlag.example/10.1234/abc/pdf/x.full/META//")
    assert flaw.detail == "https://doi.org/10.1234/abc/pdf/x"


def _of_addresses(outcome: Outcome) -> list[Diagnostic]:
    return [one for one in outcome.diagnostics if one.code.startswith(("ADR", "LNK", "BIB", "CIT005"))]
