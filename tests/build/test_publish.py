"""Building again: what has not changed is not done again, and the outcome is that of a clean build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build.pipeline import compile_site
from sitegen.build.publish import publish
from sitegen.build.published import Published, Wanted
from sitegen.build.store import FILE, FOLDER, Store
from sitegen.world import Folder
from tests.build.conftest import CHAPTERS, put
from tests.build.test_revision import EDITS, FILES, edit
from tests.build.test_revision import THREE as THREE_ONLY
from tests.publications import BIB, TODAY, publication

PLAIN = Wanted(search=False)
ONE, TWO, THREE = "content/de/01-eins.md", "content/de/02-zwei.md", "content/ru/01-eins.md"
BOTH = 'languages = ["de", "ru"]\ntitle = "Beispiel"\n[translations]\nunfinished = ["ru"]\n'


def made(root: Path, out: Path, wanted: Wanted = PLAIN, today: date = TODAY) -> Published:
    """A build with what is kept; every file that it writes has a reason."""
    store = Store.open(root)
    try:
        done = publish(Folder.at(root, today), out, store, wanted, jobs=1)
    finally:
        store.close()
    assert not done.written or done.written.paths <= done.reasons.keys()
    return done


def tree(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith(".sitegen")
    }


def test_building_twice_writes_nothing(root: Path, tmp_path: Path) -> None:
    first = made(root, tmp_path / "out")
    assert first.written
    assert first.written.written == len(tree(tmp_path / "out"))
    times = {path: path.stat().st_ctime_ns for path in (tmp_path / "out").rglob("*")}
    second = made(root, tmp_path / "out")
    assert second.written
    assert (second.written.written, second.written.unchanged) == (0, first.written.written)
    assert second.diagnostics == first.diagnostics
    assert second.remarks == first.remarks
    assert {path: path.stat().st_ctime_ns for path in (tmp_path / "out").rglob("*")} == times


CHANGES: dict[str, dict[str, str | None]] = {
    "edited": {ONE: CHAPTERS[ONE] + "\nNoch ein Satz.\n"},
    "quoted": {ONE: CHAPTERS[ONE] + "\n::: {.quote #q gender=f age=20 city=moskau year=2024}\nJa.\n:::\n"},
    "titled": {TWO: CHAPTERS[TWO].replace("Zwei", "Anders")},
    "added": {"content/de/03-drei.md": "---\ntitle: Drei\n---\n\nText.\n"},
    "renamed": {TWO: None, "content/de/05-zwei.md": CHAPTERS[TWO],
                ONE: CHAPTERS[ONE].replace("02-zwei", "05-zwei")},
    "removed": {TWO: None, ONE: "---\ntitle: Eins\n---\n\nText.\n"},
    "source": {"citations.bib": BIB.replace("Ein Beispiel", "Neu")},
    "place": {"places.toml": '[moskau]\nname = { de = "Moskwa", ru = "Москва" }\n'},
    "theme": {"templates/custom.css": ":root { --ink: #222 }\n"},
    "template": {"templates/sources.html": "<p>{{ words.sources }}</p>\n"},
    "settings": {"sitegen.toml": 'languages = ["de"]\ntitle = "Anders"\n'},
    "edition": {"sitegen.toml": BOTH, THREE: "---\ntitle: Один\n---\n\nТекст.\n"},
    "image": {"content/assets/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
              TWO: CHAPTERS[TWO] + "\n![Ein Bild](../assets/a.svg){alt=Bild}\n"},
}  # fmt: skip
"""What changes between two builds; None where a file goes."""


def change(root: Path, files: dict[str, str | None]) -> None:
    for path, text in files.items():
        if text is None:
            (root / path).unlink(missing_ok=True)
        else:
            put(root, {path: text})


@pytest.mark.parametrize("name", CHANGES)
def test_a_build_after_a_change_is_that_of_a_clean_start(root: Path, tmp_path: Path, name: str) -> None:
    made(root, tmp_path / "out")
    change(root, CHANGES[name])
    again = made(root, tmp_path / "out")
    assert again.written, [str(one) for one in again.diagnostics]
    _assert_clean(root, tmp_path / "out", again)


def _assert_clean(root: Path, out: Path, done: Published) -> None:
    clean = compile_site(Folder.at(root, TODAY), jobs=1)
    assert done.diagnostics == clean.diagnostics
    if done.written:
        assert tree(out) == clean.artifacts


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=5))
def test_any_sequence_of_changes_ends_as_a_clean_start(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("law")
    root, out = folder / "studie", folder / "out"
    put(root, publication(CHAPTERS))
    made(root, out)
    for name in names:
        change(root, CHANGES[name])
        _assert_clean(root, out, made(root, out))


@settings(max_examples=8, deadline=None, derandomize=True)
@given(EDITS)
def test_any_edits_of_chapters_end_as_a_clean_start(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("law")
    root, out = folder / "studie", folder / "out"
    put(root, dict(FILES))
    made(root, out)
    for path, kind, place, line in (*edits, (THREE_ONLY, "delete", 1, ""), *edits):
        edit(root / path, kind, place, line)
        _assert_clean(root, out, made(root, out))
        if kind == "delete":
            put(root, {path: FILES[path]})
            _assert_clean(root, out, made(root, out))


def test_pages_are_taken_over_where_another_chapter_has_changed(root: Path, tmp_path: Path) -> None:
    put(root, dict(FILES))
    made(root, tmp_path / "out")
    store = Store.open(root)
    kept = store.get("trace", str(tmp_path / "out"))[1].keys
    put(root, {ONE: FILES[ONE].replace("## Anfang", "## Der Anfang")})
    again = made(root, tmp_path / "out")
    now = store.get("trace", str(tmp_path / "out"))[1].keys
    store.close()
    assert {path for path in now if now[path] == kept[path]} == {"content/de/03-drei.md"}
    _assert_clean(root, tmp_path / "out", again)


def test_a_file_of_the_output_that_was_touched_is_made_again(root: Path, tmp_path: Path) -> None:
    made(root, tmp_path / "out")
    page = tmp_path / "out" / "de" / "eins.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:-1] + b" ")
    again = made(root, tmp_path / "out")
    assert again.written
    assert again.written.written == 1
    assert page.read_bytes() == whole


def test_a_finding_is_told_every_time(root: Path, tmp_path: Path) -> None:
    put(root, {ONE: CHAPTERS[ONE] + "\n# Zu hoch\n"})
    first, second = (made(root, tmp_path / "out") for _ in range(2))
    assert [one.code for one in first.diagnostics]
    assert second.diagnostics == first.diagnostics


def test_what_is_forbidden_stays_forbidden(root: Path, tmp_path: Path) -> None:
    put(root, {ONE: CHAPTERS[ONE] + "\n# Zu hoch\n"})
    made(root, tmp_path / "out")
    store = Store.open(root)
    done = publish(Folder.at(root, TODAY), tmp_path / "out", store, PLAIN, strict=True, jobs=1)
    assert done.written is None
    assert done.diagnostics


def test_a_date_ahead_is_told_until_its_day(root: Path, tmp_path: Path) -> None:
    put(root, {ONE: CHAPTERS[ONE].replace("---\n\n", "date: 2026-02-01\n---\n\n")})
    first = made(root, tmp_path / "out", today=date(2026, 1, 1))
    assert [one.code for one in first.diagnostics] == ["FRM008"]
    assert [one.code for one in made(root, tmp_path / "out", today=date(2026, 1, 2)).diagnostics] == [
        "FRM008"
    ]
    assert not made(root, tmp_path / "out", today=date(2026, 2, 1)).diagnostics
    earlier = made(root, tmp_path / "out", today=date(2026, 1, 1))
    assert [one.code for one in earlier.diagnostics] == ["FRM008"]


def test_a_store_that_lost_a_body_costs_only_time(root: Path, tmp_path: Path) -> None:
    made(root, tmp_path / "out")
    store = Store.open(root)
    store.forget("body", but=())
    store.close()
    put(root, {ONE: CHAPTERS[ONE] + "\nNeu.\n"})
    _assert_clean(root, tmp_path / "out", made(root, tmp_path / "out"))


def test_a_damaged_store_costs_only_time(root: Path, tmp_path: Path) -> None:
    made(root, tmp_path / "out")
    (root / FOLDER / FILE).write_bytes(b"damaged")
    _assert_clean(root, tmp_path / "out", made(root, tmp_path / "out"))


def test_where_nothing_has_changed_no_library_is_loaded(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-X", "importtime", "-m", "sitegen", "build", "--no-search"]
    command += ["-C", str(root), "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    again = subprocess.run(command, check=True, capture_output=True, text=True)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in again.stderr.splitlines()}
    assert "sitegen" in loaded
    assert not loaded & {"markdown_it", "pybtex", "jinja2", "PIL", "babel", "yaml"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_a_build_that_was_killed_costs_only_time(root: Path, tmp_path: Path) -> None:
    """Whatever it was about to keep, the next build makes the site of a clean start."""
    made(root, tmp_path / "out")
    for number in range(12):
        change(
            root, {ONE: CHAPTERS[ONE] + f"\nSatz {number}.\n", **CHANGES["added" if number % 3 else "titled"]}
        )
        child = os.fork()
        if not child:
            made(root, tmp_path / "out")
            os._exit(0)
        time.sleep(number * 0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if number % 2:
            _assert_clean(root, tmp_path / "out", made(root, tmp_path / "out"))
    _assert_clean(root, tmp_path / "out", made(root, tmp_path / "out"))
