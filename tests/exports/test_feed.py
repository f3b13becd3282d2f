"""The feed of an edition: what RFC 4287 demands, in the order that readers want."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from sitegen.exports.feed import moment
from tests.publications import build
from tests.site.samples import site

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SETTINGS = 'languages = ["de"]\ntitle = "Wort\u00adbruch & <mehr>"\nurl = "https://example.org:8443/a/"\n'
FILES = {
    "sitegen.toml": SETTINGS + "date = 2024-01-01\n",
    "content/de/01-a.md": "---\ntitle: Alt\ndate: 2023-05-01\n---\n\nText.\n",
    "content/de/02-b.md": "---\ntitle: Neu\ndate: 2025-02-01\nauthors: [Anna Muster]\n---\n\nText.\n",
    "content/de/03-c.md": "---\ntitle: Ohne\n---\n\nText.\n",
    "content/de/04-d.md": "---\ntitle: Entwurf\ndraft: true\ndate: 2020-01-01\n---\n\nText.\n",
}


def entries(root: ET.Element) -> list[tuple[str | None, str | None]]:
    return [
        (one.findtext(f"{ATOM}title"), one.findtext(f"{ATOM}updated")) for one in root.iter(f"{ATOM}entry")
    ]


def test_the_newest_chapter_comes_first_and_no_draft() -> None:
    for drafts in (False, True):
        root = ET.fromstring(build(FILES, drafts=drafts).artifacts["de/feed.xml"])
        assert entries(root) == [
            ("Neu", "2025-02-01T00:00:00Z"),
            ("Ohne", "2024-01-01T00:00:00Z"),
            ("Alt", "2023-05-01T00:00:00Z"),
        ]
        assert root.findtext(f"{ATOM}title") == "Wortbruch & <mehr>"
        assert root.findtext(f"{ATOM}updated") == "2025-02-01T00:00:00Z"
        assert root.findtext(f"{ATOM}id") == "tag:example.org,2023:/a/de/"


@pytest.mark.parametrize("name", ["demonstration", "every-form", "three-languages"])
def test_each_edition_has_a_feed_of_its_own_chapters(name: str) -> None:
    built = site(name)
    for edition in built.publication.editions:
        root = ET.fromstring(built.artifacts[f"{edition.language}/feed.xml"])
        assert root.attrib[LANG] == edition.language
        assert len(entries(root)) == len(edition.chapters)
        ids = [one.text or "" for one in root.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids) == len(edition.chapters) + 1
        assert all(re.fullmatch(r"tag:[a-z.]+,[0-9]{4}:/\S+", one) for one in ids)
        assert all(one.findtext(f"{ATOM}name") for one in root.iter(f"{ATOM}author"))
        assert root.find(f"{ATOM}author") is not None
        addresses = {one.attrib["rel"]: one.attrib["href"] for one in root.findall(f"{ATOM}link")}
        assert addresses["self"].endswith(f"/{edition.language}/feed.xml")
        assert addresses["alternate"].endswith(f"/{edition.language}/")


def test_without_any_date_there_is_none_and_it_is_said() -> None:
    files = {"sitegen.toml": SETTINGS, "content/de/01-a.md": "---\ntitle: A\n---\n\nText.\n"}
    outcome = build(files)
    assert "de/feed.xml" not in outcome.artifacts
    assert b"atom+xml" not in outcome.artifacts["de/a.html"]
    assert [one.code for one in outcome.remarks] == ["MET002"]


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024", "2024-01-01T00:00:00Z"),
        ("2024-11", "2024-11-01T00:00:00Z"),
        ("2024-11-15", "2024-11-15T00:00:00Z"),
    ],
)
def test_a_moment_is_the_beginning_of_a_date(iso: str, said: str) -> None:
    assert moment(iso) == said
