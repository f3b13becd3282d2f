"""Artifacts held on the disk are the same as held in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build import spool as module
from sitegen.build.spool import Overlay, Spool

SITE = {"index.html": b"front", "de/a.html": b"", "data/x": b"\0" * 70}


@pytest.mark.parametrize("small", [10, 1000])
def test_what_was_added_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int) -> None:
    monkeypatch.setattr(module, "SMALL", small)
    spool = Spool(tmp_path)
    for path, data in SITE.items():
        spool.add(path, data)
        assert spool[path] == data
    assert spool == SITE
    assert list(spool) == list(SITE)
    assert "de/b.html" not in spool
    assert not list(tmp_path.iterdir())


@given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=3))))
def test_an_overlay_of_overlays_is_as_if_written_over(changes: list[dict[str, bytes]]) -> None:
    site, expected = Overlay({"a": b"1", "b": b"2"}, {}), {"a": b"1", "b": b"2"}
    for one in changes:
        site, expected = Overlay(site, one), {**expected, **one}
        assert site == expected
        assert len(site) == len(expected)
        assert site.is_like(expected)
    assert not Overlay(site, {"a": b"other"}).is_like(expected)
