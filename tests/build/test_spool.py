"""Artifacts held on the disk are the same as held in memory."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.build import spool as module
from sitegen.build.spool import Overlay, Spool
from tests.publications import CHAPTER, build

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


def test_a_full_disk_is_a_finding_and_nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Spool, "add", full)
    outcome = build({CHAPTER: "Text.\n"})
    assert not outcome.artifacts
    faults = [one for one in outcome.diagnostics if one.severity == "error"]
    assert {one.code for one in faults} == {"OUT002"}
    assert "No space left" in str(dict(faults[0].args))
