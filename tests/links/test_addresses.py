"""Every address of a publication with its places, once for all spellings (links.md, section 6)."""

from __future__ import annotations

from sitegen.build.pipeline import link_site
from sitegen.links.addresses import Address, almost_same, collect
from sitegen.source import Source
from sitegen.world import Memory
from tests.publications import TODAY, publication

CHAPTER = """\
---
title: Beispiel
---

Siehe [dort](https://kurier.org/a) und <https://Kurier.org:443/a>.[^1]

[^1]: Auch <https://kurier.org/b#c> und https://kurier.org/b?utm_source=x.
"""
BIB = """\
@online{a,
  title   = {A},
  url     = {https://kurier.org/a},
  urldate = {2025-01-01},
  archiveurl  = {https://web.archive.org/web/20250102000000/https://kurier.org/a},
  archivedate = {2025-01-02},
}

@online{b,
  title   = {B},
  doi     = {10.1000/182},
}
"""
FILES = publication({"content/de/01-beispiel.md": CHAPTER, "citations.bib": BIB})


def collected() -> tuple[Address, ...]:
    linked = link_site(Memory(FILES, TODAY), jobs=1)
    interfaces = linked.documents.interfaces
    return collect(interfaces, linked.inputs.bibliography, lambda path: Source.of(path, str(FILES[path])))


def test_addresses_with_all_their_places() -> None:
    found = {one.url: [(place.path, place.line) for place in one.places] for one in collected()}
    chapter, bib = "content/de/01-beispiel.md", "citations.bib"
    assert found == {
        "https://kurier.org/a": [(bib, 3), (chapter, 5), (chapter, 5)],
        "https://doi.org/10.1000/182": [(bib, 11)],
        "https://kurier.org/b#c": [(chapter, 7)],
        "https://kurier.org/b": [(chapter, 7)],
    }


def test_a_copy_is_known_wherever_the_address_stands() -> None:
    assert {one.url: one.has_copy for one in collected() if one.has_copy} == {"https://kurier.org/a": True}


def test_anchors_of_one_page_are_one_question() -> None:
    keys = {one.url: one.key for one in collected()}
    assert keys["https://kurier.org/b#c"] == keys["https://kurier.org/b"]


def test_addresses_that_are_almost_the_same() -> None:
    urls = ["https://kurier.org/a", "https://kurier.org/a/", "http://kurier.org/a", "https://kurier.org/b"]
    pairs = almost_same(Address(url, ()) for url in urls)
    assert [(one.url, other.url) for one, other in pairs] == [(urls[0], urls[1]), (urls[0], urls[2])]
