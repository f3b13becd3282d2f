"""A small publication in a folder, to be built into another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publications import publication

CHAPTERS = {
    "content/de/01-eins.md": "---\ntitle: Eins\n---\n\nSiehe [](02-zwei.md).\n",
    "content/de/02-zwei.md": "---\ntitle: Zwei\n---\n\nEin Satz [@muster2020].\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "studie"
    put(folder, publication(CHAPTERS))
    return folder


def put(root: Path, files: dict[str, str | bytes]) -> None:
    for path, data in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data.encode() if isinstance(data, str) else data)
