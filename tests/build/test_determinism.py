"""The same input gives the same bytes: on any machine, at any time, with any number of workers."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen import world
from sitegen.build import phases, workers
from sitegen.build.pipeline import compile_site
from sitegen.cli.new import starter
from sitegen.world import Folder, Memory
from tests.site.samples import ROOT, TODAY

PROGRAM = """
import hashlib, json, sys
from datetime import date
from pathlib import Path
from sitegen.build.pipeline import compile_site
from sitegen.world import Folder
outcome = compile_site(Folder.at(Path(sys.argv[1]), date(2026, 12, 1)))
print(json.dumps({path: hashlib.sha256(data).hexdigest() for path, data in outcome.artifacts.items()}))
"""
SURROUNDINGS: Mapping[str, Mapping[str, str]] = {
    "seed 0": {"PYTHONHASHSEED": "0"},
    "seed 1": {"PYTHONHASHSEED": "1", "TZ": "Asia/Vladivostok"},
    "Turkish": {"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "UTC"},
    "plain": {"PYTHONHASHSEED": "3", "LC_ALL": "C", "PYTHONUTF8": "0", "SOURCE_DATE_EPOCH": "1800000000"},
}


def _digests(artifacts: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in artifacts.items()}


@pytest.fixture(scope="module")
def expected() -> dict[str, str]:
    return _digests(compile_site(Folder.at(ROOT, TODAY)).artifacts)


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_nothing(name: str, expected: dict[str, str], tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **SURROUNDINGS[name]}
    command = [sys.executable, "-c", PROGRAM, str(ROOT)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True)
    found = json.loads(done.stdout)
    assert list(found.items()) == list(expected.items())


def test_the_order_of_the_files_changes_nothing() -> None:
    files = list(starter().items())
    first = compile_site(Memory(dict(files), TODAY))
    for seed in range(3):
        random.Random(seed).shuffle(files)
        assert compile_site(Memory(dict(files), TODAY)) == first


def test_the_order_in_which_pages_are_made_changes_nothing(
    expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(function: Callable[[Any], Any], things: Sequence[Any], _: object) -> Iterator[Any]:
        return iter([function(one) for one in reversed(things)][::-1])

    monkeypatch.setattr(phases, "spread", backwards)
    assert _digests(compile_site(Folder.at(ROOT, TODAY), jobs=1).artifacts) == expected


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_the_directory_changes_nothing(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk lists names in an order of its own."""
    _put(tmp_path, starter())
    first = Folder.at(tmp_path, TODAY)
    listed = world._scan
    chance = random.Random(seed)

    def shuffled(folder: str | Path) -> list[os.DirEntry[str]]:
        return chance.sample(found := listed(folder), len(found))

    monkeypatch.setattr(world, "_scan", shuffled)
    second = Folder.at(tmp_path, TODAY)
    assert (second.files, second.symlinks) == (first.files, first.symlinks)
    assert list(compile_site(second).artifacts.items()) == list(compile_site(first).artifacts.items())


WRONG = {
    "sitegen.toml": b'languages = ["de", "ru"]\ntitel = "A"\n',
    "places.toml": b"[x]\nname = 1\n",
    "citations.bib": b"@book{b, titel={T}}\n@bock{a, title={T}}\n",
    "content/de/01-a.md": "---\ntitle: A\n---\n\n[](b.md) [@c; @d] ![](e.png) [^f] „g\n".encode(),
    "content/ru/01-b.md": "---\ntitle: Б\ndate: x\n---\n\n::: {.quote #a city=x year=y}\nб\n:::\n".encode(),
    "templates/chapter.html": b"{% if %}",
}


def test_findings_are_the_same_in_any_surroundings(tmp_path: Path) -> None:
    _put(tmp_path, WRONG)
    told = set()
    for name in ("plain", "Turkish"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **SURROUNDINGS[name]}
        command = [sys.executable, "-m", "sitegen", "check", "-C", str(tmp_path), "--format", "json"]
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr
        told.add(done.stdout)
    assert len(told) == 1
    assert len(json.loads(told.pop())["diagnostics"]) > 8


def _put(root: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def test_the_place_of_the_folder_changes_nothing(tmp_path: Path) -> None:
    sites = []
    for name in ("eins", "zwei mit ü/tief"):
        _put(tmp_path / name, starter())
        sites.append(compile_site(Folder.at(tmp_path / name, TODAY)).artifacts)
    assert sites[0] == sites[1]
    assert not [path for path, data in sites[0].items() if str(tmp_path).encode() in data]


def test_the_day_of_the_build_stands_nowhere(expected: dict[str, str]) -> None:
    later = compile_site(Folder.at(ROOT, date(2031, 5, 6)))
    assert _digests(later.artifacts) == expected


def test_the_number_of_workers_changes_nothing(
    expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "WORTH", 2)
    for jobs in (1, 2, 3):
        assert _digests(compile_site(Folder.at(ROOT, TODAY), jobs=jobs).artifacts) == expected
