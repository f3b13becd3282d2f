"""The index of the search: the same bytes, only what is loaded, and nothing of it where it is not wanted."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache

import pytest

from sitegen.build import search_index
from sitegen.build.pipeline import Outcome, compile_site
from sitegen.build.search_index import Indexing, index
from sitegen.exports.search_records import Record
from sitegen.exports.search_text import Section
from sitegen.world import Memory
from tests.publications import BILINGUAL, TODAY, publication
from tests.site.dom import Page

QUOTE = "::: {.quote #wort gender=female age=20 city=tula year=2024 cite=muster2020}\nWort\n:::\n"
FILES: Mapping[str, str | bytes] = {
    "content/de/01-text.md": f"---\ntitle: Text\n---\n\nEin Satz in Moskau.[^a]\n\n{QUOTE}\n[^a]: Note.\n",
    "content/ru/01-text.md": "---\ntitle: Текст\n---\n\nВ Москве.\n\n::: {.quote #wort}\nСлово\n:::\n",
}
SEARCH_PAGES = {"de/search.html", "ru/search.html"}


def _made(settings: str = "", *, search: bool = True, jobs: int = 1) -> Outcome:
    files = {**FILES, "sitegen.toml": BILINGUAL + settings}
    outcome = compile_site(Memory(publication(files), TODAY), jobs=jobs, search=search)
    assert outcome.artifacts, [str(one) for one in outcome.diagnostics]
    return outcome


@cache
def _site() -> Mapping[str, bytes]:
    return _made().artifacts


def test_the_same_bytes_when_built_again() -> None:
    assert _site() == _made(jobs=2).artifacts


def test_only_what_a_page_may_load_is_published() -> None:
    paths = [path.removeprefix("search/") for path in _site() if path.startswith("search/")]
    folders = ("fragment/", "index/", "filter/")
    plain = {path for path in paths if not path.startswith(folders) and not path.endswith(".pf_meta")}
    stems = {"wasm.de.pagefind", "wasm.ru.pagefind"}
    assert plain == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", *stems}
    assert sum(path.startswith("fragment/") for path in paths) == 6


def test_nothing_of_the_machine_is_in_the_index() -> None:
    for path, data in _site().items():
        if path.startswith("search/fragment/"):
            text = gzip.decompress(data)
            assert text.startswith(b'pagefind_dcd{"')
            assert b"/home/" not in text
            assert b"/tmp/" not in text


@pytest.mark.parametrize(
    ("settings", "search"), [("[search]\nenabled = false\n", True), ("", False)], ids=["setting", "option"]
)
def test_a_site_without_search_has_nothing_of_it(settings: str, search: bool) -> None:  # noqa: FBT001
    outcome = _made(settings, search=search)
    _has_no_search(outcome)
    assert "OUT008" not in {one.code for one in outcome.diagnostics}


def test_without_the_extra_a_warning_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "LIBRARY", "sitegen_no_such_library")
    outcome = _made("[search]\nenabled = true\n")
    _has_no_search(outcome)
    told = [one for one in outcome.diagnostics if one.code == "OUT008"]
    assert [(one.severity, one.span.path, one.span.line) for one in told] == [("warning", "sitegen.toml", 4)]
    assert dict(told[0].args)["command"] == "pip install 'sitegen-research[search]'"


def _has_no_search(outcome: Outcome) -> None:
    assert not [path for path in outcome.artifacts if "search" in path]
    for path, data in outcome.artifacts.items():
        if path.endswith((".html", ".xml")):
            assert b"search.html" not in data, path
            assert b"search.js" not in data, path
            assert b"wasm-unsafe-eval" not in data, path


def test_only_the_search_may_run_webassembly_and_loads_its_script() -> None:
    pages = {path: data for path, data in _site().items() if path.endswith(".html")}
    assert {path for path, data in pages.items() if b"wasm-unsafe-eval" in data} == SEARCH_PAGES
    trees = {path: Page.of(path, data) for path, data in pages.items()}
    scripts = {path: [one.get("src") for one in tree.all("script")] for path, tree in trees.items()}
    assert {path for path, found in scripts.items() if "../assets/search.js" in found} == SEARCH_PAGES
    assert not [path for path, found in scripts.items() if any("pagefind" in (one or "") for one in found)]
    assert not [path for path, data in pages.items() if path not in SEARCH_PAGES and b"pagefind" in data]


def test_a_language_without_stems_has_a_program_too() -> None:
    record = Record("chapter", "tt/a.html", "Текст", (Section("", "", "Сүз"),))
    made = index({"tt": (record,)})
    assert "search/wasm.unknown.pagefind" in made
    assert not [path for path in made if path.startswith("search/wasm.de")]


def test_the_signs_of_a_record_are_text() -> None:
    record = Record("quote", "a.html#b", 'x" <b>&amp;', (Section("i", "<i>", "</p><script>1 & 2"),))
    made = index({"de": (record,)})
    (data,) = (data for path, data in made.items() if path.startswith("search/fragment/"))
    text = gzip.decompress(data).decode()
    assert r'"title":"x\" <b>&amp;"' in text
    assert "</p><script>1 & 2" in text


def test_an_end_before_the_index_is_an_error_of_the_system() -> None:
    with Indexing.of({}) as indexing:
        indexing.process.kill()
        indexing.process.wait()
        if indexing.process.stdout:
            indexing.process.stdout.read()
        with pytest.raises(OSError, match="ended"):
            indexing.files()
