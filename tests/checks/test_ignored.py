"""Findings that the publication accepts, with its reason (`[diagnostics] ignore`)."""

from __future__ import annotations

from time import process_time

import pytest

from sitegen.checks.ignored import without_ignored
from sitegen.diagnostics import report
from sitegen.diagnostics.table import TABLE
from sitegen.settings import Ignore, Settings
from sitegen.source import Span
from tests.publications import SETTINGS, build, findings

CHAPTER = "content/de/01-beispiel.md"
TEXT = "# Thema\n\nSiehe https://example.org/?fbclid=1.\n"
HASH, TRACKING = ("SYN008", CHAPTER, 5), ("LNK003", CHAPTER, 7)
UNUSED, REFUSED = ("CFG026", "sitegen.toml", 6), ("CFG027", "sitegen.toml", 6)


def ignoring(*entries: str) -> dict[str, str | bytes]:
    written = "".join(f"  {{ {entry}, reason = 'so' }},\n" for entry in entries)
    return {"sitegen.toml": f"{SETTINGS}\n[diagnostics]\nignore = [\n{written}]\n", CHAPTER: TEXT}


CASES = [
    (["code = 'LNK003', path = 'content/de/01-beispiel.md'"], [HASH]),
    (["code = 'LNK003', path = 'content/de/*'"], [HASH]),
    (["code = 'LNK003', path = 'content/*'", "code = 'SYN008', path = 'content/*'"], []),
    (["code = 'LNK003', path = '*'"], [HASH]),
    (["code = 'LNK003', path = 'content/d?/0[1-9]-*.md'"], [HASH]),
    (["code = 'LNK003', path = '[!s]*'"], [HASH]),
    (["code = 'LNK003', path = 'content/ru/*'"], [HASH, TRACKING, UNUSED]),
    (["code = 'SYN009', path = 'content/de/*'"], [HASH, TRACKING, UNUSED]),
    # A glob is the whole path, capitals counted, and nothing but a glob.
    (["code = 'LNK003', path = 'content/de'"], [HASH, TRACKING, UNUSED]),
    (["code = 'LNK003', path = '01-beispiel.md'"], [HASH, TRACKING, UNUSED]),
    (["code = 'LNK003', path = 'Content/DE/*'"], [HASH, TRACKING, UNUSED]),
    (["code = 'LNK003', path = '/content/de/*'"], [HASH, TRACKING, UNUSED]),
    (["code = 'LNK003', path = '.*'"], [HASH, TRACKING, UNUSED]),
    # Of two entries for one finding the second is useless.
    (
        ["code = 'LNK003', path = '*'", "code = 'LNK003', path = 'content/*'"],
        [HASH, ("CFG026", "sitegen.toml", 7)],
    ),
    # What is said of an entry cannot be ignored by another one.
    (
        ["code = 'CFG026', path = 'sitegen.toml'", "code = 'LNK003', path = 'x'"],
        [HASH, TRACKING, UNUSED, ("CFG026", "sitegen.toml", 7)],
    ),
    # An error is never ignored: neither the entry nor what it names goes away.
    (["code = 'LNK001', path = '*'"], [HASH, TRACKING, REFUSED]),
    (["code = 'CFG027', path = '*'"], [HASH, TRACKING, REFUSED]),
]


@pytest.mark.parametrize(("entries", "left"), CASES)
def test_what_is_left(entries: list[str], left: list[tuple[str, str, int]]) -> None:
    assert findings(ignoring(*entries)) == left


def test_an_error_stays_with_the_entry_that_would_ignore_it() -> None:
    files = ignoring("code = 'LNK001', path = '*'")
    found = findings({**files, CHAPTER: "Siehe [dort](02-fehlt.md).\n"})
    assert found == [("LNK001", CHAPTER, 5), REFUSED]


def test_a_remark_can_be_ignored() -> None:
    source = "@book{nie, title = {Nie zitiert}, date = {2020}, author = {A, B}, langid = {german}}\n"
    remark = {"citations.bib": source, CHAPTER: "Text.\n"}
    (code,) = {one.code for one in build(remark).diagnostics if one.severity == "info"}
    entry = f"code = '{code}', path = 'citations.bib'"
    assert build({**ignoring(entry), **remark}).diagnostics == ()


def test_nothing_is_said_of_an_entry_whose_finding_could_not_show_yet() -> None:
    """Pages are looked at only where there are any: an error elsewhere is not two findings."""
    warning = next(code for code, row in TABLE.items() if code[:3] == "SIT" and row.severity == "warning")
    entry = ignoring(f"code = '{warning}', path = '*'")
    assert UNUSED in findings(entry)
    assert findings({**entry, CHAPTER: "[dort](02-fehlt.md)\n"}) == [("LNK001", CHAPTER, 5)]


def test_very_many_entries_take_no_time() -> None:
    entries = tuple(
        Ignore("LNK003", f"{number}*", "so", Span("sitegen.toml", number)) for number in range(500)
    )
    found = [report("LNK003", Span(CHAPTER, number), parameter="x") for number in range(50_000)]
    start = process_time()
    kept = without_ignored(found, Settings(("de",), ignore=entries))
    assert process_time() - start < 5
    assert len(kept) == 50_500
