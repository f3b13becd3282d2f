"""What the search loads, and what its index weighs: `python -m benchmarks.search_size DIR`.

DIR is a publication, such as `corpus.py` makes one with a `--vocabulary`. Chromium asks the search of each
edition for words, each in a fresh window; counted is what it loads for that (gzip -9, or as it is where
that is smaller), from the program that finds to the first ten results. The exit code is 1 where a first
search weighs more than it may in a publication of 100,000 words.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from benchmarks.page_budget import serving, weight
from sitegen.build.pipeline import compile_site
from sitegen.model.publication import Publication
from sitegen.world import Folder

LIMIT = 300_000
FOLDER = "search/"
ASKED = {"de": ("Arbeit", "Freiheit Sprache"), "ru": ("работа", "свобода язык")}
PARTS: Mapping[str, Callable[[str, str], bool]] = {
    "index": lambda name, tag: name.startswith((f"index/{tag}_", f"filter/{tag}_", f"pagefind.{tag}_")),
    "texts": lambda name, tag: name.startswith(f"fragment/{tag}_"),
}


def parts(artifacts: Mapping[str, bytes], tag: str) -> dict[str, int]:
    """All that lies ready for a language: the words with their places, and the texts that results show."""
    sizes = {
        path.removeprefix(FOLDER): len(data) for path, data in artifacts.items() if path.startswith(FOLDER)
    }
    return {
        part: sum(size for name, size in sizes.items() if holds(name, tag)) for part, holds in PARTS.items()
    }


def first_search(browser: Browser, artifacts: Mapping[str, bytes], site: str, tag: str, words: str) -> int:
    """The bytes that a search needs beside its page."""
    context = browser.new_context()
    page, loaded = context.new_page(), set[str]()
    page.on("request", lambda one: loaded.add(urlsplit(one.url).path.lstrip("/")))
    page.goto(f"{site}{tag}/search.html?q={quote(words)}")
    page.locator(".results li").first.wait_for()
    context.close()
    return sum(
        min(len(artifacts[path]), weight(artifacts[path])) for path in loaded if path.startswith(FOLDER)
    )


def word_counts(publication: Publication) -> Mapping[str, int]:
    return {one.language: sum(page.interface.words for page in one.pages) for one in publication.editions}


def told(
    browser: Browser, artifacts: Mapping[str, bytes], counts: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    with serving(artifacts) as site:
        for tag, count in counts.items():
            print(f"{tag}: {count:,} words; in kB of 1,000 bytes:")
            for part, size in parts(artifacts, tag).items():
                print(f"  {part:<28}{size / 1000:>8.0f}  {size * 100 / count:>8.0f} per 100,000 words")
            for words in ASKED.get(tag, ()):
                size = first_search(browser, artifacts, site, tag, words)
                print(f"  first search: {words:<14}{size / 1000:>8.0f}  of {LIMIT // 1000}")
                yield words, size


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    today = datetime.now(UTC).date()
    outcome = compile_site(Folder.at(arguments.folder, today), search=True)
    if not (outcome.publication and outcome.artifacts):
        parser.error("the publication has errors")
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        sizes = dict(told(browser, outcome.artifacts, word_counts(outcome.publication)))
        browser.close()
    return int(max(sizes.values(), default=0) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
