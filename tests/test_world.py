"""What of a folder is listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.world import Folder, read_source


@pytest.mark.parametrize("name", ["translations.lock", "links.lock", "citations.bib", "places.toml"])
def test_a_folder_with_the_name_of_a_file_is_a_finding(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / "drafts").mkdir()
    world = Folder.at(tmp_path)
    assert world.files == (name,)
    source, found = read_source(world, name)
    assert source is None
    assert [(one.code, one.span.path) for one in found] == [("SRC003", name)]
