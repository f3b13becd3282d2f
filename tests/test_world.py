"""What of a folder is listed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.api import check_site
from sitegen.world import Folder, Memory, read_source


@pytest.mark.parametrize("name", ["translations.lock", "links.lock", "citations.bib", "places.toml"])
def test_a_folder_with_the_name_of_a_file_is_a_finding(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / "drafts").mkdir()
    world = Folder.at(tmp_path)
    assert world.files == (name,)
    source, found = read_source(world, name)
    assert source is None
    assert [(one.code, one.span.path) for one in found] == [("SRC003", name)]


@pytest.mark.parametrize("name", ["citations.bib", "content/de/02-rohr.md"])
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path, name: str) -> None:
    (tmp_path / "content" / "de").mkdir(parents=True)
    (tmp_path / "sitegen.toml").write_text('languages = ["de"]\ntitle = "Probe"\n', encoding="utf-8")
    (tmp_path / "content" / "de" / "01-a.md").write_text("---\ntitle: A\n---\n\nText.\n", encoding="utf-8")
    os.mkfifo(tmp_path / name)
    found = [one for one in check_site(tmp_path) if one.severity == "error"]
    assert [(one.code, one.span.path) for one in found] == [("SRC003", name)]


@pytest.mark.parametrize("before", [0, 1, 500, 999, 1000, 1001])
def test_as_many_accents_as_no_text_has_are_found_wherever_they_stand(before: int) -> None:
    for accents, code in ((999, []), (1000, ["SRC007"])):
        text = "a" * before + "\u0301" * accents + "a"
        _, found = read_source(Memory({"x.md": text}), "x.md")
        assert [one.code for one in found] == code


def test_accents_without_end_are_not_put_in_order() -> None:
    text = "a" + "\u0301\u0327" * 200_000
    source, found = read_source(Memory({"citations.bib": text}), "citations.bib", len(text.encode()))
    assert source is None
    assert [one.code for one in found] == ["SRC007"]
    source, found = read_source(Memory({"x.md": "до\u0301ма " * 2000}), "x.md")
    assert source
    assert found == ()
