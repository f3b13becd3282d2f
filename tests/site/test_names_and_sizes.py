"""Names of files and weights of pages (delivery.md, sections 1 and 3)."""

from __future__ import annotations

import gzip
import re

from benchmarks import page_budget
from sitegen.parse.front_matter import DEVICES
from tests.site.samples import Site, site

NAME = re.compile(r"[a-z0-9._-]{1,60}")


def test_names_work_on_every_system(site: Site) -> None:
    for path in site.artifacts:
        if path == "CITATION.cff":  # its format asks for this name, in this case
            continue
        assert len(path) <= 180
        for part in path.split("/"):
            assert NAME.fullmatch(part), path
            assert part.partition(".")[0] not in DEVICES, path
    folded = [path.lower() for path in site.artifacts]
    assert len(set(folded)) == len(folded)


def test_what_a_site_consists_of(site: Site) -> None:
    expected = {"index.html", "404.html", ".nojekyll", "assets/theme.css", "data/quotes.json"}
    for tag in site.languages:
        expected |= {f"{tag}/index.html", f"{tag}/bibliography.html", f"{tag}/voices.html"}
    assert expected <= set(site.artifacts)


def _weight(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def test_pages_of_the_demonstration_are_light() -> None:
    built = site("demonstration")
    assert _weight(built.artifacts["assets/theme.css"]) <= 8_000
    assert _weight(built.artifacts["assets/reading.js"]) <= 2_000
    for page in built.chapters():
        assert page_budget.broken(page_budget.weigh(built.artifacts, page.path)) == [], page.path
    front = _weight(built.artifacts["index.html"]) + _weight(built.artifacts["assets/theme.css"])
    assert front <= 30_000


def test_pictures_say_their_size_and_wait() -> None:
    page = site("every-form").pages["de/formen.html"]
    pictures = page.all("img")
    assert all(one.get("width") == "40" and one.get("height") == "30" for one in pictures)
    assert [one.get("loading") for one in pictures[:2]] == [None, "lazy"]
