"""What is submitted to an archive, in which form, and what never is (links.md, section 4)."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.bibliography import read
from sitegen.links.archive.candidates import Candidate, Skipped, candidates, submitted
from sitegen.links_lock import LinksLock, Remembered
from sitegen.model.nodes import Archived
from sitegen.source import Source

OWN = "https://bleiben.example/buch/"
COPY = "https://web.archive.org/web/20241115081500/"
DAY = date(2024, 11, 15)
LOCK = LinksLock().with_entries(
    {
        "https://kurier.example/zu": Remembered("unsure", 401, "", DAY),
        "https://kurier.example/da": Remembered("ok", 200, "", DAY, copy_url=COPY + "x", copy_date=DAY),
    }
)


def found(url: str, more: str = "") -> Candidate | Skipped | None:
    text = f"@online{{a, title = {{A}}, url = {{{url}}}{more}}}\n"
    return next(iter(candidates(Source.of("citations.bib", text), OWN, LOCK)), None)


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("https://kurier.example/a", "https://kurier.example/a"),
        ("https://kurier.example/a?x=1&fbclid=Q#teil", "https://kurier.example/a?x=1"),
        ("https://t.me/mediazona_exclusive/123", "https://t.me/s/mediazona_exclusive/123"),
        ("https://t.me/kanal/123?single", "https://t.me/s/kanal/123?single"),
        ("https://t.me/s/kanal/123", "https://t.me/s/kanal/123"),
        ("https://t.me/c/1234567/12", "https://t.me/c/1234567/12"),
        ("https://t.me/kanal", "https://t.me/kanal"),
        ("https://kurier.example/t.me/kanal/123", "https://kurier.example/t.me/kanal/123"),
        ("https://www.google.com/url?q=https%3A%2F%2Fkurier.example%2F", "https://kurier.example/"),
    ],
)
def test_submitted_form(url: str, form: str) -> None:
    one = found(url)
    assert isinstance(one, Candidate)
    assert (one.submitted, one.known) == (form, None)
    assert submitted(form) == form


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (OWN + "de/01.html", "own"),
        ("http://bleiben.example/buch/", "own"),
        ("http://abc.onion/", "onion"),
        ("http://127.0.0.1:8000/", "private"),
        ("http://192.168.0.1/", "private"),
        ("http://localhost/", "private"),
        ("https://kurier.example/?token=abc", "secret"),
        ("https://kurier.example/?X-Amz-Signature=abc", "secret"),
        ("https://eva:x@kurier.example/", "secret"),
        ("https://docs.kurier.example/d?usp=sharing", "secret"),
        ("https://kurier.example/zu", "login"),
        (COPY + "https://kurier.example/", "archive"),
        ("https://archive.ph/abc", "archive"),
        ("ftp://kurier.example/", "invalid"),
        ("kurier.example", "invalid"),
    ],
)
def test_never_submitted(url: str, reason: str) -> None:
    assert found(url) == Skipped("a", url, reason)  # type: ignore[arg-type]


@pytest.mark.parametrize("url", ["https://bleiben.example/", "https://bleiben.example/buchladen/"])
def test_a_neighbour_is_not_our_own(url: str) -> None:
    assert isinstance(found(url), Candidate)


def test_what_has_a_copy_is_not_named() -> None:
    assert found("https://kurier.example/a", f", archiveurl = {{{COPY}https://kurier.example/a}}") is None
    assert found("", "") is None


@pytest.mark.parametrize("more", [", archiveurl = {}", ", archivedate = {2024-11-15}"])
def test_half_a_copy_is_completed_by_hand(more: str) -> None:
    assert found("https://kurier.example/a", more) == Skipped("a", "https://kurier.example/a", "fields")


def test_a_copy_that_links_lock_knows() -> None:
    one = found("https://kurier.example/da")
    assert isinstance(one, Candidate)
    assert one.known == Archived(COPY + "x", "2024-11-15")


@pytest.mark.parametrize(
    ("url", "copy"),
    [
        ("https://t.me/kanal/123", "https://t.me/s/kanal/123"),
        ("https://kurier.example/a?x=1&fbclid=Q", "https://kurier.example/a?x=1"),
        ("https://kurier.example/a#teil", "https://kurier.example/a"),
    ],
)
def test_the_copy_is_accepted_as_that_of_the_source(url: str, copy: str) -> None:
    """What is written passes the checks of links.md, section 4."""
    text = (
        f"@online{{a, title = {{A}}, langid = {{german}}, urldate = {{2024-11-15}}, url = {{{url}}}, "
        f"archiveurl = {{{COPY}{copy}}}, archivedate = {{2024-11-15}}}}\n"
    )
    assert [
        one.code for one in read(Source.of("citations.bib", text), ("de",))[1] if one.code != "BIB034"
    ] == []
