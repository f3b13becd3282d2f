"""Findings that the publication accepts, with its reason (`[diagnostics] ignore`)."""

from __future__ import annotations

import pytest

from tests.publications import SETTINGS, findings

CHAPTER = "content/de/01-beispiel.md"
TEXT = "# Thema\n\nSiehe https://example.org/?fbclid=1.\n"
HASH, TRACKING = ("SYN008", CHAPTER, 5), ("LNK003", CHAPTER, 7)


def ignoring(*entries: str) -> dict[str, str | bytes]:
    written = "".join(f"  {{ {entry}, reason = 'so' }},\n" for entry in entries)
    return {"sitegen.toml": f"{SETTINGS}\n[diagnostics]\nignore = [\n{written}]\n", CHAPTER: TEXT}


CASES = [
    (["code = 'LNK003', path = 'content/de/01-beispiel.md'"], [HASH]),
    (["code = 'LNK003', path = 'content/de/*'"], [HASH]),
    (["code = 'LNK003', path = 'content/*'", "code = 'SYN008', path = 'content/*'"], []),
    (["code = 'LNK003', path = 'content/ru/*'"], [HASH, TRACKING, ("CFG026", "sitegen.toml", 6)]),
    (["code = 'SYN009', path = 'content/de/*'"], [HASH, TRACKING, ("CFG026", "sitegen.toml", 6)]),
]


@pytest.mark.parametrize(("entries", "left"), CASES)
def test_what_is_left(entries: list[str], left: list[tuple[str, str, int]]) -> None:
    assert findings(ignoring(*entries)) == left
