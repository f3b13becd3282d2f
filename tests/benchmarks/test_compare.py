"""The projects that `make bench` compares say the same; what was measured is told as it is."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.compare import corpora
from benchmarks.compare.measure import Command, CommandError, peak_memory, timed
from benchmarks.compare.notations import sources
from benchmarks.compare.plot import plot
from benchmarks.compare.programs import PROGRAMS
from benchmarks.compare.report import report
from benchmarks.compare.results import Results, Row, deviation, read, write
from benchmarks.compare.targets import verdicts
from benchmarks.corpus import drawn

CHAPTERS = 2
RESULTS = Results(
    "2 cores",
    {"hugo": "hugo 1"},
    (
        Row("hugo", "clean", 100, (1.0, 1.0), (1.0, 1.0), (1.0, 1.0), 200_000_000, 1.0),
        Row("hugo", "edited", 100, (1.0, 2.0)),
        Row("sitegen", "clean", 100, (2.0, 4.0), (2.0, 4.0), (2.0, 4.0), 100_000_000, 0.5),
        Row("sitegen", "edited", 100, (0.5, 1.0), (), (0.5, 0.5)),
        Row("sitegen", "preview", 100, (0.4, 0.5, 0.9)),
        Row("sitegen", "growth", 100, (3.0,), peak=100_000_000),
        Row("sitegen", "growth", 200, (7.5,), ratios=(1.25,), peak=200_000_000),
    ),
)


@pytest.mark.parametrize("key", sorted(PROGRAMS))
def test_every_program_gets_the_same_words_notes_and_citations(key: str, tmp_path: Path) -> None:
    make: Callable[[Path, int], None] = PROGRAMS[key].make
    make(tmp_path / key, CHAPTERS)
    for language in ("de", "ru"):
        paths = sorted((tmp_path / key).rglob(f"{language}/*kapitel-*.md"))
        assert len(paths) == CHAPTERS
        for number, path in enumerate(paths, 1):
            chapter, text = drawn(language, number, CHAPTERS), path.read_text("utf-8")
            assert all(sentence.text in text for sentence in chapter.sentences)
            assert text.count("[^n") == 2 * len(chapter.notes)
            assert all(re.search(rf"(quelle|Buch ){source}\b", text) for source in sources(chapter))


def test_every_quote_stands_on_a_page_of_each_of_its_facets(tmp_path: Path) -> None:
    corpora.hugo_whole(tmp_path / "hugo", CHAPTERS)
    quotes, facets = (
        json.loads((tmp_path / "hugo/data" / f"{name}.json").read_text("utf-8"))
        for name in ("quotes", "facets")
    )
    for language in ("de", "ru"):
        assert facets[language]["all"] == list(range(len(quotes[language]))) != []
        for number, quote in enumerate(quotes[language]):
            assert all(number in facets[language][facet] for facet in quote["facets"])
        pages = (tmp_path / "hugo/content" / language).glob("voices-*.md")
        assert {json.loads(page.read_text("utf-8"))["facet"] for page in pages} == set(facets[language])


def test_sources_for_readers_of_bibtex_have_a_year() -> None:
    assert "date = " not in corpora.bibtex()


def test_a_command_costs_time_and_memory(tmp_path: Path) -> None:
    hold = Command(("/bin/sh", "-c", "sleep 0.1 & wait"), tmp_path)
    time, peak = timed(hold), peak_memory(hold)
    assert time.wall > time.cpu >= 0
    assert peak > 100_000


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no disk"):
        timed(Command(("/bin/sh", "-c", "echo no disk; exit 3"), tmp_path))


def test_targets_are_judged() -> None:
    judged = {one.name: (one.measured, one.reached) for one in verdicts(RESULTS, 100)}
    assert judged == {
        "clean build": (3.0, True),
        "one chapter edited": (0.5, False),
        "peak memory": (0.5, True),
        "preview after a save": (0.5, True),
    }


def test_growth_is_told_beside_the_smallest() -> None:
    assert deviation(7.5, 200, 3.0, 100) == pytest.approx(0.25)
    assert "| 2 × 200 | 7.50 s | 37.5 ms | +25% | 200 MB | 1,000 kB | +0% |" in report(RESULTS, 100)


def test_results_outlive_a_run(tmp_path: Path) -> None:
    write(tmp_path / "results.json", RESULTS)
    assert read(tmp_path / "results.json") == RESULTS


def test_only_what_is_measured_again_is_forgotten() -> None:
    kept = RESULTS.without(["sitegen"]).merged([Row("sitegen", "clean", 7, (1.0,))], {}, "4 cores")
    assert [row.key for row in kept.rows] == [
        ("hugo", "clean", 100),
        ("hugo", "edited", 100),
        ("sitegen", "clean", 7),
    ]


@pytest.mark.parametrize("results", [RESULTS, Results("2 cores")])
def test_the_plot_is_a_drawing(results: Results) -> None:
    assert ET.fromstring(plot(results, 100)).tag.endswith("svg")
