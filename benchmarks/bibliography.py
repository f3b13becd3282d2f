"""How long citations take: `python benchmarks/bibliography.py`.

5,000 entries are read and set in German and Russian (at most 3 s), 500 citations of one page are
resolved (at most 50 ms). Medians of several runs, one process.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from sitegen.bibliography import Bibliography, read, style, year_suffixes
from sitegen.model.document import CitationItem, CitationSource, FrontMatter, Interface, Locator
from sitegen.model.publication import Page, PageNote
from sitegen.render.citation_forms import forms
from sitegen.source import Source, Span

ENTRIES = 5_000
CITATIONS = 500
READ_LIMIT = 3.0
RESOLVE_LIMIT = 0.05
LANGUAGES = ("de", "ru")
KINDS = (
    r"""@article{{k{0}, author = {{Иванова, Анна and Петров, Сергей}}, title = {{Труд и дом: часть {0}}},
  journaltitle = {{Журнал}}, date = {{20{1:02}-03}}, volume = {{{0}}}, number = {{3}}, pages = {{112--125}},
  doi = {{10.5555/x{0}}}, langid = {{russian}}}}""",
    r"""@incollection{{k{0}, author = {{M{{\"u}}ller, J{{\"u}}rgen and van der Berg, Jan}},
  title = {{Die \textquote{{Stadt}} {0}}}, editor = {{Weiß, Karl}}, booktitle = {{Handbuch}},
  publisher = {{Verlag}}, location = {{Berlin}}, date = {{20{1:02}}}, pages = {{1--9}},
  langid = {{german}}}}""",
    r"""@online{{k{0}, organization = {{The Paper}}, title = {{What happened in {0}}},
  title_de = {{Was {0} geschah}}, date = {{20{1:02}-11-05}}, url = {{https://paper.example/a_{0}?x=1}},
  urldate = {{2024-07-17}}, langid = {{english}}}}""",
)


def main() -> int:
    """1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    text = bibliography_text(ENTRIES)
    bibliography, found = read(Source.of("citations.bib", text), LANGUAGES)
    assert len(bibliography.entries) == ENTRIES
    assert not found, found[:3]
    reading = _median(lambda: read(Source.of("citations.bib", text), LANGUAGES), runs)
    setting = _median(lambda: set_all(bibliography), runs)
    page = citing(CITATIONS)
    resolving = max(_median(partial(resolve, page, bibliography, tag), runs) for tag in LANGUAGES)
    print(f"{ENTRIES:,} entries read:                       {reading:6.2f} s")
    print(f"{ENTRIES:,} entries set in both languages:      {setting:6.2f} s")
    print(f"together (limit {READ_LIMIT:g} s):                    {reading + setting:6.2f} s")
    print(f"{CITATIONS} citations resolved (limit {RESOLVE_LIMIT * 1000:g} ms):  {resolving * 1000:6.1f} ms")
    return int(reading + setting > READ_LIMIT or resolving > RESOLVE_LIMIT)


def bibliography_text(count: int) -> str:
    return "\n\n".join(KINDS[number % len(KINDS)].format(number, number % 25) for number in range(count))


def set_all(bibliography: Bibliography) -> None:
    """Every entry as a sorted list has it, with the letters of its year."""
    for tag in LANGUAGES:
        by = style(tag)
        suffixes = year_suffixes(bibliography.entries.values(), tag)
        for entry in sorted(bibliography.entries.values(), key=by.sort_key):
            by.entry(entry, by.suffix(suffixes.get(entry.key)))


def citing(count: int) -> Page:
    """A page with that many notes that cite, every fifth the source of the one before."""
    span = Span("content/de/01-a.md")
    keys = [f"k{(number - (number % 5 == 4)) % 200}" for number in range(count)]
    citations = tuple(
        CitationSource(
            (CitationItem(key, (), Locator("page", "5"), (), suppress_author=False, span=span),),
            narrative=False,
            note=None,
            span=span,
        )
        for key in keys
    )
    notes = tuple(PageNote(number + 1, f"fn-{number}", None, number, ()) for number in range(count))
    interface = Interface(span.path, "de", "01-a", FrontMatter(), citations=citations)
    return Page(interface, 1, "a", "de/a.html", notes=notes)


def resolve(page: Page, bibliography: Bibliography, tag: str) -> None:
    forms(page, (), bibliography, style(tag), {})


def _median(work: Callable[[], object], runs: int) -> float:
    times: list[float] = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
